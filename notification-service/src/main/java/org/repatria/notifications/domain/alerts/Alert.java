package org.repatria.notifications.domain.alerts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an alert can be. Nobody can delete one. */
public sealed interface Alert {

    /** What it tells; nothing while nothing has called for it. */
    default Optional<Notice> said() {
        return switch (this) {
            case Unraised _ -> Optional.empty();
            case Open a -> Optional.of(a.notice());
            case Acknowledged a -> Optional.of(a.notice());
            case Resolved a -> Optional.of(a.notice());
        };
    }

    /** What is said where there is none, or none for whoever asks. */
    String NOTHING_THERE = "There is no such alert.";

    /** Nothing has called for this alert yet. */
    record Unraised() implements Alert {}

    /** It waits for somebody to take it. */
    record Open(String id, Notice notice, Occurrences occurrences, Instant raisedAt) implements Alert {}

    /** Somebody has taken it and works on the remedy. */
    record Acknowledged(
            String id, Notice notice, Occurrences occurrences, Instant raisedAt, String acknowledgedBy, Instant at)
            implements Alert {}

    /** Its cause is gone, by an act of a person or by itself. */
    record Resolved(
            String id,
            Notice notice,
            Occurrences occurrences,
            Instant raisedAt,
            Resolution resolution,
            String by,
            String act,
            Instant at)
            implements Alert {}

    /** How an alert came to its end. */
    enum Resolution {
        BY_PERSON,
        CONDITION_VANISHED
    }

    /**
     * The occasions that called for this alert. The same occasion is counted once whatever is replayed.
     *
     * @param count how many there were
     * @param latest keys of the newest, oldest first, at most {@value #REMEMBERED_MAX}
     */
    record Occurrences(int count, List<String> latest) {

        public Occurrences {
            latest = List.copyOf(latest);
        }

        /** LIMIT: a clock has at most five lead times; forty occasions back no replay reaches. */
        static final int REMEMBERED_MAX = 40;

        static Occurrences first(String key) {
            return new Occurrences(1, List.of(key));
        }

        boolean includes(String key) {
            return latest.contains(key);
        }

        Occurrences and(String key) {
            var keys = Stream.concat(latest.stream(), Stream.of(key)).toList();
            var tooMany = Math.max(0, keys.size() - REMEMBERED_MAX);
            return new Occurrences(count + 1, keys.subList(tooMany, keys.size()));
        }
    }
}
