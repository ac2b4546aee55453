package org.repatria.cases.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One entry of the calendar: which clock of which case ends when.
 *
 * @param rule such as {@code CLK-PA-XR-XE}
 * @param title the instrument with its article
 * @param endsAt the last moment, where hours are counted
 * @param warnAt days before the last day on which the subscriber is reminded, while it runs
 * @param doubtful whether a lawyer has still to confirm the rule
 */
record LastDay(
        String caseId,
        String clockId,
        String rule,
        String title,
        LocalDate day,
        Optional<Instant> endsAt,
        LocalDate actBy,
        List<Integer> warnAt,
        Standing standing,
        boolean doubtful) {

    /** Where the clock stands; one that has ended is in no calendar. */
    enum Standing {
        RUNNING,
        SUSPENDED,
        PRESUMED_OVER
    }

    LastDay {
        warnAt = List.copyOf(warnAt);
    }
}
