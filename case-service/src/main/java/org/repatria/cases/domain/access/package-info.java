/**
 * How the policy of the house is asked about cases and lists; no rule of its own, no route, no query and no token lives
 * here.
 */
@NullMarked
package org.repatria.cases.domain.access;

import org.jspecify.annotations.NullMarked;
