/**
 * Reads reviewed reference files and says of every fault where it stands. What the rows mean is said by those who read
 * them; no rule of counting lives here.
 */
@NullMarked
package org.repatria.clocks.reading;

import org.jspecify.annotations.NullMarked;
