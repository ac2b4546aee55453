package org.repatria.edge;

import java.math.BigDecimal;
import org.repatria.decider.input.Amount;
import org.repatria.decider.money.Amounts;

/**
 * An amount as it travels: {@code {"amount": "123.45", "currency": "USD"}}. The amount is text so that no reader rounds
 * it, and has the decimals of its currency, in and out alike.
 *
 * @param amount exact, at most 18 digits before the point
 * @param currency ISO 4217
 */
@Amount
public record Money(BigDecimal amount, String currency) {

    public Money {
        amount = Amounts.written(amount, currency);
    }
}
