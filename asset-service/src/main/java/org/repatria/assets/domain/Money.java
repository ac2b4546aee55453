package org.repatria.assets.domain;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.repatria.decider.input.Amount;

/**
 * An amount in one currency, kept as text so that no digit is ever lost on the way.
 *
 * @param amount plain decimal notation, not negative
 * @param currency ISO 4217 code
 */
@Amount
public record Money(String amount, String currency) {

    private static final Pattern FORM =
            Pattern.compile("(0|[1-9][0-9]{0," + (Limits.AMOUNT_DIGITS_MAX - 1) + "})(\\.[0-9]{1,4})?");

    /** What is wrong with it, as the member and a sentence; empty when it is sound. */
    Optional<Flaw> flaw() {
        var scale = scale();
        if (scale.isEmpty()) {
            return Optional.of(new Flaw("currency", "is no ISO 4217 currency in which an amount can be stated"));
        }
        if (!FORM.matcher(amount).matches()) {
            return Optional.of(new Flaw(
                    "amount",
                    "is no plain decimal number from 0 with at most %d digits before the point"
                            .formatted(Limits.AMOUNT_DIGITS_MAX)));
        }
        if (new BigDecimal(amount).scale() > scale.get()) {
            return Optional.of(
                    new Flaw("amount", "has more decimals than %s has (%d)".formatted(currency, scale.get())));
        }
        return Optional.empty();
    }

    /** The same sound amount with exactly the decimals of its currency; nothing is rounded. */
    Money normal() {
        return new Money(new BigDecimal(amount).setScale(scale().orElseThrow()).toPlainString(), currency);
    }

    /** A sound amount in the smallest units of its currency. */
    BigInteger units() {
        return new BigDecimal(normal().amount()).unscaledValue();
    }

    /** So many of the smallest units of the same currency. */
    Money ofUnits(BigInteger units) {
        return new Money(new BigDecimal(units, scale().orElseThrow()).toPlainString(), currency);
    }

    private Optional<Integer> scale() {
        return CODES.contains(currency)
                ? Optional.of(Currency.getInstance(currency).getDefaultFractionDigits())
                : Optional.empty();
    }

    /** Precious metals, test codes and the like have no decimals and are no money to account in. */
    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .map(Currency::getCurrencyCode)
            .collect(toUnmodifiableSet());

    record Flaw(String member, String why) {}
}
