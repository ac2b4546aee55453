package org.repatria.edge;

/**
 * One field that breaks a rule.
 *
 * @param pointer JSON pointer into the body ({@code /person/bornOn}), or {@code query:limit}, {@code header:If-Match},
 *     {@code path:caseId}
 * @param code which rule, UPPER_SNAKE
 * @param detail the rule in words, never the value: it may be personal
 */
public record FieldError(String pointer, String code, String detail) {}
