package org.repatria.cases.domain.strategy;

/**
 * What a rule tells people to look to; it opens and closes nothing.
 *
 * @param rule such as {@code ST-21}
 * @param code an alert such as {@code AL-09}, or what to do in one word
 * @param text a finished sentence
 */
public record Advice(String rule, String code, String text) {}
