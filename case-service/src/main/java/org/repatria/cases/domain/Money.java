package org.repatria.cases.domain;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An amount in its own currency.
 *
 * @param currency ISO 4217 code
 */
public record Money(BigDecimal amount, String currency) {

    private static final Pattern AMOUNT = Pattern.compile("\\d{1,15}(\\.\\d{1,4})?");

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    /** The amount that two texts give, when it is a plain decimal number in a known currency. */
    public static Optional<Money> parse(String amount, String currency) {
        return AMOUNT.matcher(amount).matches() && CURRENCIES.contains(currency)
                ? Optional.of(new Money(new BigDecimal(amount), currency))
                : Optional.empty();
    }
}
