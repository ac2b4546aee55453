package org.repatria.cases.domain.casefile;

import org.repatria.decider.input.Max;
import org.repatria.decider.input.Min;
import org.repatria.decider.input.Size;

/**
 * What the requesting state answered to one gap.
 *
 * @param gap the number of the gap, from 1
 */
public record GapAnswer(
        @Min(1) @Max(20) int gap, @Size(max = 3000) String text) {}
