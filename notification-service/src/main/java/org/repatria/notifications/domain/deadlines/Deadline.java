package org.repatria.notifications.domain.deadlines;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A day by which something must be done elsewhere, and the warnings that lead up to it. */
public sealed interface Deadline {

    /** Nobody has asked for it to be watched. */
    record Unwatched() implements Deadline {}

    /**
     * It is watched.
     *
     * @param warned lead times, in days, whose warning has been given; each is given once
     * @param stops how often it had stopped to matter before; empty where it never had
     */
    record Watched(Terms terms, List<Integer> warned, Optional<Integer> stops) implements Deadline {

        /** Names the occasion of a warning. One that matters again warns again: what it raised before has ended. */
        public String occasion(int lead) {
            return "%s/%s/T-%d%s"
                    .formatted(
                            terms.deadlineId(),
                            terms.dueOn(),
                            lead,
                            stops.map(times -> "/again-" + times).orElse(""));
        }

        /** The next moment at which a warning falls due; empty when all were given. */
        public Optional<Instant> nextAt() {
            return outstanding().map(terms::momentOf).min(Instant::compareTo);
        }

        /** The nearest warning that is due; longer leads that were slept through are covered by it. */
        public Optional<Integer> dueAt(Instant now) {
            return outstanding()
                    .filter(lead -> !terms.momentOf(lead).isAfter(now))
                    .min(Integer::compareTo);
        }

        Stream<Integer> outstanding() {
            return terms.leads().stream().filter(lead -> !warned.contains(lead));
        }
    }

    /** It no longer matters: met, discharged or overtaken. */
    record Stopped(Terms terms, List<Integer> warned, String reason, Optional<Integer> stops) implements Deadline {}

    /**
     * What is watched.
     *
     * @param code entry of the alert catalogue that warns of it
     * @param name what people call the object, if its events said so
     * @param states whose matter it is
     * @param dueOn last day, inclusive, counted in {@code zone}
     * @param leads days before {@code dueOn} at whose start a warning is given
     */
    record Terms(
            String deadlineId,
            String code,
            String objectType,
            String objectId,
            String clockId,
            Optional<String> name,
            Optional<String> caseId,
            Set<String> states,
            LocalDate dueOn,
            ZoneId zone,
            List<Integer> leads) {

        public Terms {
            states = Set.copyOf(states);
            leads = List.copyOf(leads);
        }

        Instant momentOf(int lead) {
            return dueOn.minusDays(lead).atStartOfDay(zone).toInstant();
        }
    }
}
