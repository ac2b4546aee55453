package org.repatria.cases.domain.safeguards;

import java.time.Instant;
import java.time.ZoneOffset;
import org.repatria.clocks.Happened;

/** The order of happenings of which sometimes only the day is known. */
public final class Moments {

    /** LIMIT: the offset from UTC where the day begins first (source: time zone of Kiritimati). */
    private static final ZoneOffset EARLIEST_DAY = ZoneOffset.ofHours(14);

    private Moments() {}

    /** Whether one happened before or with another. Where a moment is missing, all of the day counts as the same. */
    public static boolean isNotAfter(Happened one, Happened other) {
        if (one instanceof Happened.At first && other instanceof Happened.At second) {
            return !first.instant().isAfter(second.instant());
        }
        return !one.day().isAfter(other.day());
    }

    /** Whether it cannot have happened yet anywhere when it is recorded. */
    public static boolean isStillToCome(Happened happened, Instant recordedAt) {
        return switch (happened) {
            case Happened.At(var instant, var _) -> instant.isAfter(recordedAt);
            case Happened.On(var day) ->
                day.isAfter(recordedAt.atOffset(EARLIEST_DAY).toLocalDate());
        };
    }
}
