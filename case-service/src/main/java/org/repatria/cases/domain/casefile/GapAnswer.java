package org.repatria.cases.domain.casefile;

/**
 * What the requesting state answered to one gap.
 *
 * @param gap the number of the gap, from 1
 */
public record GapAnswer(int gap, String text) {}
