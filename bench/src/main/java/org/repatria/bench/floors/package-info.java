/**
 * The floors live here: the least that each figure could cost, by plain drivers. Neither a framework nor our own
 * platform may be used.
 */
@NullMarked
package org.repatria.bench.floors;

import org.jspecify.annotations.NullMarked;
