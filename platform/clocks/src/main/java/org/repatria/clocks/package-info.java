/**
 * How long something may take. Which rule applies, how its period is counted, what a clock warns of and when it is over
 * is said here; no number of the law, no timer and nothing that one service alone knows.
 */
@NullMarked
package org.repatria.clocks;

import org.jspecify.annotations.NullMarked;
