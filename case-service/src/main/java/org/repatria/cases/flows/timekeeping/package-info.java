/**
 * The timer that tells cases and lists that time has passed. What that means to them is decided by the domain, never
 * here.
 */
@NullMarked
package org.repatria.cases.flows.timekeeping;

import org.jspecify.annotations.NullMarked;
