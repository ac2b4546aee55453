package org.repatria.decider.money;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes amounts with the decimals that their currency has (ISO 4217). There are none in JPY, three in KWD, four in
 * CLF.
 */
public final class Amounts {

    /** Precious metals, units of account and test codes have none (N.A.), and nothing is stated in them. */
    private static final Map<String, Integer> DECIMALS = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .collect(Collectors.toUnmodifiableMap(Currency::getCurrencyCode, Currency::getDefaultFractionDigits));

    private Amounts() {}

    /** How many decimals an amount has; empty for what is no currency in which amounts are stated. */
    public static Optional<Integer> decimalsOf(String currency) {
        return Optional.ofNullable(DECIMALS.get(currency));
    }

    /**
     * The same amount as its currency is written. Nothing is rounded: an amount with more decimals than that keeps
     * them.
     */
    public static BigDecimal written(BigDecimal amount, String currency) {
        var shortest = amount.stripTrailingZeros();
        return shortest.setScale(Math.max(shortest.scale(), decimalsOf(currency).orElse(0)));
    }
}
