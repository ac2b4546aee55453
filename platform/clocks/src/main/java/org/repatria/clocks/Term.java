package org.repatria.clocks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When a period is over.
 *
 * @param lastDay the last day on which the act is still in time
 * @param endsAt the last moment, where hours are counted
 * @param actBy the day to act on: before {@code lastDay} where that is a day on which nobody can, or where the law is
 *     doubtful
 * @param otherReading the last day as the law may be read too, where it is doubtful and comes to another day
 */
public record Term(LocalDate lastDay, Optional<Instant> endsAt, LocalDate actBy, Optional<LocalDate> otherReading) {

    /** One whose last day nobody doubts. */
    public Term(LocalDate lastDay, Optional<Instant> endsAt, LocalDate actBy) {
        this(lastDay, endsAt, actBy, Optional.empty());
    }

    /** The last day by the reading that ends first: nobody who is warned by it comes too late by the other. */
    LocalDate earliestReading() {
        return otherReading.filter(lastDay::isAfter).orElse(lastDay);
    }

    /** The first moment at which it is over, where its days begin and end. */
    public Instant overAt(ZoneId zone) {
        return endsAt.orElseGet(() -> lastDay.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
