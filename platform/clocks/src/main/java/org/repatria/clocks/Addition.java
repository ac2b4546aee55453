package org.repatria.clocks;

/**
 * Time that was granted on top of what the rule gives.
 *
 * @param by who granted it, in the words of the rule
 * @param granted when it was granted, not when it was recorded
 */
public record Addition(int amount, ClockRule.Unit unit, String by, Happened granted) {}
