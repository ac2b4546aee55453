package org.repatria.clocks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** When something happened in the world: a day, or an instant at a place. It stands apart from when it was recorded. */
public sealed interface Happened {

    /** The day at the place where it happened. */
    LocalDate day();

    /** Only the day is known. */
    record On(LocalDate day) implements Happened {}

    /** The moment is known, with the zone of the place, such as the place of custody. */
    record At(Instant instant, ZoneId zone) implements Happened {
        @Override
        public LocalDate day() {
            return LocalDate.ofInstant(instant, zone);
        }
    }

    static Happened on(LocalDate day) {
        return new On(day);
    }
}
