/**
 * What a case's clocks warn of, presume and wait for. No number of the law, no counting of days, no timer and no legal
 * decision lives here.
 */
@NullMarked
package org.repatria.cases.domain.clocks;

import org.jspecify.annotations.NullMarked;
