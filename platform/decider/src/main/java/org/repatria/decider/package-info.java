/**
 * The shape of every aggregate: pure functions from commands and state to events. No time, no I/O and no framework
 * lives here.
 */
@NullMarked
package org.repatria.decider;

import org.jspecify.annotations.NullMarked;
