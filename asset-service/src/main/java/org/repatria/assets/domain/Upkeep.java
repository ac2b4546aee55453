package org.repatria.assets.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What is due so that an asset keeps its value: a premium, a tax, a rate of a mortgage.
 *
 * @param payee who is paid; never leaves the service
 * @param dueOn the last day on which it can be paid, counted in {@code zone}
 * @param amount where it is known
 * @param paidOn the day of the payment; empty while it is due
 */
public record Upkeep(
        UpkeepId id,
        Kind kind,
        String payee,
        LocalDate dueOn,
        ZoneId zone,
        Optional<Money> amount,
        Optional<LocalDate> paidOn,
        Instant recordedAt) {

    /** Days over which costs are added up, the day itself included. */
    static final int YEAR = 365;

    /** What is paid for. */
    public enum Kind {
        INSURANCE,
        PROPERTY_TAX,
        MORTGAGE,
        STORAGE,
        REPAIR
    }

    Upkeep paid(LocalDate on) {
        return new Upkeep(id, kind, payee, dueOn, zone, amount, Optional.of(on), recordedAt);
    }

    boolean statesSameAs(Upkeep other) {
        return kind == other.kind
                && payee.equals(other.payee)
                && dueOn.equals(other.dueOn)
                && zone.equals(other.zone)
                && amount.equals(other.amount);
    }

    /**
     * What a year's upkeep up to this costs of the latest gross appraisal, in percent, rounded down. Empty where
     * either is not known in one currency.
     */
    public Optional<Integer> yearsCostOf(List<Upkeep> all, List<Valuation> valuations) {
        return amount.map(Money::currency)
                .flatMap(currency -> CurrentValue.latest(valuations).stream()
                        .filter(it -> it.kind() == Valuation.Kind.MARKET_APPRAISAL
                                && it.basis() == Valuation.Basis.GROSS
                                && it.value().currency().equals(currency))
                        .map(it -> new BigDecimal(it.value().amount()))
                        .filter(value -> value.signum() > 0)
                        .findFirst()
                        .map(value -> cost(all, currency)
                                .multiply(BigDecimal.valueOf(100))
                                .divide(value, 0, RoundingMode.DOWN)
                                .intValue()));
    }

    private BigDecimal cost(List<Upkeep> all, String currency) {
        return all.stream()
                .filter(it -> !it.dueOn.isAfter(dueOn) && it.dueOn.isAfter(dueOn.minusDays(YEAR)))
                .flatMap(it -> it.amount.stream())
                .filter(it -> it.currency().equals(currency))
                .map(it -> new BigDecimal(it.amount()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
