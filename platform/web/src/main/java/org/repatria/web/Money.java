package org.repatria.web;

import java.math.BigDecimal;

/**
 * An amount as it travels: {@code {"amount": "123.45", "currency": "USD"}}, the amount as text so that no reader rounds it.
 *
 * @param amount exact, at most 18 digits before and 8 after the point
 * @param currency ISO 4217
 */
public record Money(BigDecimal amount, String currency) {}
