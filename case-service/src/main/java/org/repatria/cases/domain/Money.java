package org.repatria.cases.domain;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An amount in its own currency, with the decimals that the currency has.
 *
 * @param currency ISO 4217 code
 */
public record Money(BigDecimal amount, String currency) {

    private static final Pattern AMOUNT = Pattern.compile("\\d{1,15}(\\.\\d{1,4})?");

    /** Precious metals, units of account and test codes have none (N.A.), and nothing is stated in them. */
    private static final Map<String, Integer> DECIMALS = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .collect(Collectors.toUnmodifiableMap(Currency::getCurrencyCode, Currency::getDefaultFractionDigits));

    /** Nothing is rounded: what was recorded with more decimals before they were refused keeps them. */
    public Money {
        amount = amount.setScale(Math.max(amount.stripTrailingZeros().scale(), DECIMALS.getOrDefault(currency, 0)));
    }

    /** The amount that two texts give, when it is a plain decimal number that a known currency can have. */
    public static Optional<Money> parse(String amount, String currency) {
        return AMOUNT.matcher(amount).matches() && fits(new BigDecimal(amount), currency)
                ? Optional.of(new Money(new BigDecimal(amount), currency))
                : Optional.empty();
    }

    private static boolean fits(BigDecimal amount, String currency) {
        return Optional.ofNullable(DECIMALS.get(currency))
                .filter(decimals -> amount.scale() <= decimals)
                .isPresent();
    }
}
