package org.repatria.cases.domain.clocks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When a period is over.
 *
 * @param lastDay the last day on which the act is still in time
 * @param endsAt the last moment, where hours are counted
 * @param actBy the day to act on: before {@code lastDay} where that is a day on which nobody can
 */
public record Term(LocalDate lastDay, Optional<Instant> endsAt, LocalDate actBy) {

    /** The first moment at which it is over, where its days begin and end. */
    Instant overAt(ZoneId zone) {
        return endsAt.orElseGet(() -> lastDay.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
