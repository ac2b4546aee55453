package org.repatria.assets.domain.rates;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.repatria.decider.money.Amounts;

/**
 * An amount as it was worth in another currency on a day, with the rates that say so.
 *
 * @param amount with the decimals of the currency, rounded half to even once, at the end
 * @param day of the rates: the last one not after the day that was asked for
 * @param used one rate, or two by way of a common base
 */
public record Conversion(BigDecimal amount, String currency, LocalDate day, List<Used> used) {

    /**
     * LIMIT: days that are looked back for a rate. Reference rates are not published on weekends and holidays, at most
     * five days in a row at Easter and at the turn of a year; what is older is no rate of the day.
     */
    public static final int DAYS_BACK_MAX = 7;

    /** The base of the reference rates, by which two other currencies meet. */
    public static final String COMMON_BASE = "EUR";

    private static final MathContext EXACT_ENOUGH = MathContext.DECIMAL128;

    public Conversion {
        used = List.copyOf(used);
    }

    /** One rate that was used; its base is what one unit of is worth the rate. */
    public record Used(String base, String quote, BigDecimal rate, LocalDate day, Rate.Type type, String source) {}

    /** The sheets in which rates between two currencies on a day can stand. */
    public static Set<String> sheets(String from, String to, LocalDate day) {
        var ids = new LinkedHashSet<String>();
        for (var back = 0; back <= DAYS_BACK_MAX; back++) {
            for (var base : List.of(from, to, COMMON_BASE)) {
                ids.add(RateSheet.idOf(base, day.minusDays(back)));
            }
        }
        return ids;
    }

    /**
     * The amount in a currency, by the last rates that are not after the day; empty where there are none.
     *
     * @param sheets by their ids
     */
    public static Optional<Conversion> of(
            BigDecimal amount, String from, String to, LocalDate day, Map<String, RateSheet> sheets) {
        if (from.equals(to)) {
            return Optional.of(new Conversion(rounded(amount, to), to, day, List.of()));
        }
        for (var back = 0; back <= DAYS_BACK_MAX; back++) {
            var found = on(amount, from, to, day.minusDays(back), sheets);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Conversion> on(
            BigDecimal amount, String from, String to, LocalDate day, Map<String, RateSheet> sheets) {
        return rate(from, to, day, sheets)
                .map(it -> new Conversion(rounded(amount.multiply(it.rate(), EXACT_ENOUGH), to), to, day, List.of(it)))
                .or(() -> rate(to, from, day, sheets)
                        .map(it -> new Conversion(
                                rounded(amount.divide(it.rate(), EXACT_ENOUGH), to), to, day, List.of(it))))
                .or(() -> rate(COMMON_BASE, from, day, sheets)
                        .flatMap(first -> rate(COMMON_BASE, to, day, sheets)
                                .map(second -> new Conversion(
                                        rounded(
                                                amount.multiply(second.rate(), EXACT_ENOUGH)
                                                        .divide(first.rate(), EXACT_ENOUGH),
                                                to),
                                        to,
                                        day,
                                        List.of(first, second)))));
    }

    /** A reference rate before one at which money was changed, and of several the one recorded last. */
    private static Optional<Used> rate(String base, String quote, LocalDate day, Map<String, RateSheet> sheets) {
        Predicate<Rate> isIt = it -> it.quote().equals(quote);
        var found = new ArrayList<>(sheets.getOrDefault(RateSheet.idOf(base, day), RateSheet.EMPTY).rates().stream()
                .filter(isIt)
                .toList());
        found.sort(Comparator.comparing(Rate::type)
                .thenComparing(Comparator.comparing(Rate::recordedAt).reversed()));
        return found.stream().findFirst().map(it -> new Used(base, quote, it.rate(), day, it.type(), it.source()));
    }

    private static BigDecimal rounded(BigDecimal amount, String currency) {
        return amount.setScale(Amounts.decimalsOf(currency).orElse(0), RoundingMode.HALF_EVEN);
    }
}
