package org.repatria.cases.domain.safeguards;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.repatria.cases.domain.law.SafeguardRule.Period;
import org.repatria.clocks.Happened;

/** How long a check may be relied on, computed once when it is recorded. */
record Reliance(Optional<LocalDate> lastDay, Optional<Instant> until) {

    private static final int HOURS_OF_A_DAY = 24;

    static Reliance of(Optional<Period> validFor, Happened on) {
        return validFor.map(period -> of(period, on)).orElse(new Reliance(Optional.empty(), Optional.empty()));
    }

    private static Reliance of(Period period, Happened on) {
        var day = on.day();
        return switch (period.unit()) {
            case HOUR -> ofHours(period.amount(), on);
            // LIMIT: a check names no calendar, so business days count as calendar days, which ends it sooner.
            case CAL_DAY, BUS_DAY -> lasting(day.plusDays(period.amount()));
            case CAL_MONTH -> lasting(day.plusMonths(period.amount()));
            case YEAR -> lasting(day.plusYears(period.amount()));
        };
    }

    /** Hours end with their moment and never outlast the day. 24 hours are "the same day" (source: stay check). */
    private static Reliance ofHours(int hours, Happened on) {
        var lastDay = Optional.of(on.day().plusDays((hours - 1) / HOURS_OF_A_DAY));
        return switch (on) {
            case Happened.At(var instant, var _) ->
                new Reliance(lastDay, Optional.of(instant.plusSeconds(hours * 3_600L)));
            case Happened.On _ -> new Reliance(lastDay, Optional.empty());
        };
    }

    private static Reliance lasting(LocalDate lastDay) {
        return new Reliance(Optional.of(lastDay), Optional.empty());
    }
}
