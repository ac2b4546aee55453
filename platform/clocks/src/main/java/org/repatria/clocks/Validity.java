package org.repatria.clocks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The two times of a row: when it is the law, and when we knew it.
 *
 * @param validFrom first day on which it is in force; empty: always was, as far as known
 * @param validTo last day on which it is in force; empty: still is
 * @param recordedAt when it was recorded here; empty for what was shipped
 * @param replacedAt when a later version of the same row was recorded; empty for the newest
 */
public record Validity(
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validTo,
        Optional<Instant> recordedAt,
        Optional<Instant> replacedAt) {

    public boolean inForceOn(LocalDate day) {
        return validFrom.filter(day::isBefore).isEmpty()
                && validTo.filter(day::isAfter).isEmpty();
    }

    /** Whether some day lies in both. */
    public boolean overlaps(Validity other) {
        return !startsAfter(other) && !other.startsAfter(this);
    }

    private boolean startsAfter(Validity other) {
        return validFrom
                .filter(from -> other.validTo.filter(from::isAfter).isPresent())
                .isPresent();
    }

    public boolean knownAt(Instant moment) {
        return recordedAt.filter(moment::isBefore).isEmpty()
                && replacedAt.filter(replaced -> !moment.isBefore(replaced)).isEmpty();
    }
}
