package org.repatria.assets.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.repatria.assets.domain.Valuation.Basis;
import org.repatria.assets.domain.Valuation.Kind;

/**
 * The latest value of one kind, basis and currency, and how far it can be relied on.
 *
 * @param staleFrom the first day on which it is old; empty where no rule says
 * @param stale whether that day has come
 */
public record CurrentValue(Valuation valuation, Optional<LocalDate> staleFrom, boolean stale, SecondAppraisal second) {

    /** Whether a second appraisal, by somebody else, stands beside an appraisal. */
    public enum SecondAppraisal {
        /** Not asked for: no appraisal, not such an asset, or not above the threshold. */
        NOT_NEEDED,
        /** There is one that is not old, by another valuer. */
        THERE,
        /** There is none, and the value is above the threshold. */
        MISSING,
        /** Nobody can tell: no threshold is set in this currency. */
        NO_THRESHOLD
    }

    private static final Comparator<Valuation> BY_AGE =
            Comparator.comparing(Valuation::valuedOn).thenComparingInt(Valuation::number);

    /** The latest of each kind, basis and currency, none of which are ever mixed. */
    public static List<Valuation> latest(List<Valuation> valuations) {
        Map<String, Valuation> latest = valuations.stream()
                .collect(Collectors.toMap(
                        v -> v.kind() + "|" + v.basis() + "|" + v.value().currency(),
                        v -> v,
                        BinaryOperator.maxBy(BY_AGE),
                        TreeMap::new));
        return List.copyOf(latest.values());
    }

    /** The face value of an asset in a currency on a day: of an account or cash, what it is. */
    static Optional<Money> faceOn(Asset.Registered asset, String currency, LocalDate day) {
        return asset.valuations().stream()
                .filter(it -> it.kind() == Kind.FACE
                        && it.basis() == Basis.GROSS
                        && it.value().currency().equals(currency)
                        && !it.valuedOn().isAfter(day))
                .max(BY_AGE)
                .map(Valuation::value);
    }

    /** What an asset is worth, as it is known on a day. */
    public static List<CurrentValue> of(Asset.Registered asset, ValuationRules rules, LocalDate day) {
        var known = asset.valuations().stream()
                .filter(it -> !it.valuedOn().isAfter(day))
                .toList();
        return latest(known).stream()
                .map(it -> new CurrentValue(
                        it,
                        staleFrom(it, rules, day),
                        isStale(it, rules, day),
                        second(it, asset.kind(), known, rules, day)))
                .toList();
    }

    /**
     * By how many percent, rounded up, a value is below the one before it. Of the same kind, basis and currency; empty
     * where it is not the latest, where none is before it, and where it is not below.
     */
    public static Optional<Integer> fallTo(Valuation value, List<Valuation> valuations) {
        var alike = valuations.stream().filter(it -> isOfOneMeasure(it, value)).toList();
        if (alike.stream().anyMatch(it -> BY_AGE.compare(it, value) > 0)) {
            return Optional.empty();
        }
        var now = new BigDecimal(value.value().amount());
        return alike.stream()
                .filter(it -> BY_AGE.compare(it, value) < 0)
                .max(BY_AGE)
                .map(it -> new BigDecimal(it.value().amount()))
                .filter(before -> now.compareTo(before) < 0)
                .map(before -> before.subtract(now)
                        .movePointRight(2)
                        .divide(before, 0, RoundingMode.UP)
                        .intValueExact());
    }

    private static Optional<LocalDate> staleFrom(Valuation value, ValuationRules rules, LocalDate day) {
        return rules.staleOn(day).map(it -> value.valuedOn().plusDays(it.days() + 1L));
    }

    private static boolean isStale(Valuation value, ValuationRules rules, LocalDate day) {
        return staleFrom(value, rules, day).filter(it -> !day.isBefore(it)).isPresent();
    }

    private static SecondAppraisal second(
            Valuation value, AssetKind kind, List<Valuation> known, ValuationRules rules, LocalDate day) {
        if (value.kind() != Kind.MARKET_APPRAISAL || value.basis() != Basis.GROSS || !rules.askTwoFor(kind)) {
            return SecondAppraisal.NOT_NEEDED;
        }
        var threshold = rules.twoAppraisalsOn(day, kind, value.value().currency());
        if (threshold.isEmpty()) {
            return SecondAppraisal.NO_THRESHOLD;
        }
        if (new BigDecimal(value.value().amount()).compareTo(threshold.get().above()) <= 0) {
            return SecondAppraisal.NOT_NEEDED;
        }
        return known.stream().anyMatch(it -> isIndependentOf(it, value) && !isStale(it, rules, day))
                ? SecondAppraisal.THERE
                : SecondAppraisal.MISSING;
    }

    private static boolean isIndependentOf(Valuation one, Valuation other) {
        return isOfOneMeasure(one, other) && !folded(one.valuer()).equals(folded(other.valuer()));
    }

    private static boolean isOfOneMeasure(Valuation one, Valuation other) {
        return one.kind() == other.kind()
                && one.basis() == other.basis()
                && one.value().currency().equals(other.value().currency());
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
