package org.repatria.cases.domain.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.repatria.cases.domain.Ternary;
import org.repatria.cases.domain.law.LegalRelation.Status;

/**
 * Where an instrument stands between two states on a day, by every source that speaks of it.
 *
 * @param status {@code CONFLICT} where two sources contradict each other; {@code UNKNOWN} where none speaks
 * @param rows all rows that it rests on
 */
public record Standing(Status status, List<LegalRelation> rows) {

    public Standing {
        rows = List.copyOf(rows);
    }

    static Standing of(List<LegalRelation> rows, LocalDate day) {
        if (rows.isEmpty()) {
            return new Standing(Status.UNKNOWN, rows);
        }
        if (contradict(rows)) {
            return new Standing(Status.CONFLICT, rows);
        }
        var known = rows.stream()
                .map(row -> row.statusOn(day))
                .filter(status -> status != Status.UNKNOWN)
                .findFirst();
        return new Standing(known.orElse(Status.UNKNOWN), rows);
    }

    /** Whether it may be relied on today: neither a conflict nor silence is a no. */
    public Ternary inForce() {
        return switch (status) {
            case IN_FORCE -> Ternary.YES;
            case SIGNED_NOT_IN_FORCE, SUSPENDED, TERMINATED, NONE -> Ternary.NO;
            case UNKNOWN, CONFLICT -> Ternary.UNKNOWN;
        };
    }

    public Ternary suspended() {
        return switch (status) {
            case SUSPENDED -> Ternary.YES;
            case IN_FORCE, SIGNED_NOT_IN_FORCE, TERMINATED, NONE -> Ternary.NO;
            case UNKNOWN, CONFLICT -> Ternary.UNKNOWN;
        };
    }

    /** Whether two sources say different things of one instrument for the same days. */
    public static boolean contradicts(LegalRelation one, LegalRelation other) {
        return one.instrument() == other.instrument()
                && one.counterparty()
                        .filter(state -> other.isBetween(one.party(), state))
                        .isPresent()
                && one.validity().overlaps(other.validity())
                && contradict(List.of(one, other));
    }

    /** Whether rows of one instrument say different things; what a source leaves open contradicts nothing. */
    static boolean contradict(List<LegalRelation> rows) {
        return rows.stream().anyMatch(row -> row.status() == Status.CONFLICT)
                || differ(rows.stream().map(LegalRelation::status).filter(status -> status != Status.UNKNOWN))
                || differIn(rows, LegalRelation::signed)
                || differIn(rows, LegalRelation::inForce)
                || differIn(rows, LegalRelation::suspendedFrom);
    }

    private static boolean differIn(List<LegalRelation> rows, Function<LegalRelation, Optional<LocalDate>> date) {
        return differ(rows.stream().map(date).flatMap(Optional::stream));
    }

    private static boolean differ(Stream<?> values) {
        return values.distinct().count() > 1;
    }
}
