/**
 * How the policy of the house is asked about cases and lists. No rule of its own, no route, no query and no token
 * belongs here.
 */
@NullMarked
package org.repatria.cases.domain.access;

import org.jspecify.annotations.NullMarked;
