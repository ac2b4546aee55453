package org.repatria.cases.domain.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.repatria.clocks.Happened;

/** Which of two happenings came first, as far as can be known. */
final class Moments {

    /** The zone in which a day begins first. */
    private static final ZoneOffset EARLIEST = ZoneOffset.ofHours(14);

    private Moments() {}

    /** Whether one surely lies before another; of the same day only moments can be told apart. */
    static boolean isBefore(Happened one, Happened other) {
        if (one instanceof Happened.At(Instant first, var _) && other instanceof Happened.At(Instant second, var _)) {
            return first.isBefore(second);
        }
        return one.day().isBefore(other.day());
    }

    /** Whether something has not happened yet anywhere. */
    static boolean isAfter(Happened happened, Instant now) {
        return switch (happened) {
            case Happened.At(Instant instant, var _) -> instant.isAfter(now);
            case Happened.On(LocalDate day) -> day.isAfter(dayAnywhere(now));
        };
    }

    static LocalDate dayAnywhere(Instant now) {
        return LocalDate.ofInstant(now, EARLIEST);
    }
}
