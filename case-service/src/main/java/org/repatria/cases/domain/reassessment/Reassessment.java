package org.repatria.cases.domain.reassessment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far the cases are in line with the law.
 *
 * @param settled the law that every case was last assessed under; empty before the first look
 * @param round the re-assessment under way
 */
public record Reassessment(Optional<KnownLaw> settled, Optional<Round> round) {

    /**
     * LIMIT: without a word for so long, a round is taken over. It is far more than a page of cases takes, and far less
     * than a person notices.
     */
    public static final Duration SILENCE_MAX = Duration.ofSeconds(30);

    public static Reassessment none() {
        return new Reassessment(Optional.empty(), Optional.empty());
    }

    /**
     * One walk through the cases that a change concerns, in the order of their ids.
     *
     * @param relations the pairs of states concerned, such as {@code XR-XE}; empty where all are
     * @param by the instance that walks
     * @param after where it has come to, in the words of the view; empty at the start
     * @param looked cases assessed so far
     * @param changed those of which the engine now says something else
     */
    public record Round(
            KnownLaw law,
            List<String> relations,
            String by,
            Optional<String> after,
            long looked,
            long changed,
            Instant begunAt,
            Instant lastAt) {

        public Round {
            relations = List.copyOf(relations);
        }

        public boolean isOf(String instance) {
            return by.equals(instance);
        }

        /**
         * Whether the instance that walks has died, or the clock was moved. The latter costs no more than a walk taken
         * over too early.
         */
        public boolean isAbandoned(Instant now) {
            return Duration.between(lastAt, now).abs().compareTo(SILENCE_MAX) > 0;
        }

        Round takenOver(String instance, Instant at) {
            return new Round(law, relations, instance, after, looked, changed, begunAt, at);
        }

        Round advanced(String reached, long looking, long changing, Instant at) {
            return new Round(
                    law, relations, by, Optional.of(reached), looked + looking, changed + changing, begunAt, at);
        }

        Round again(Instant at) {
            return new Round(law, relations, by, Optional.empty(), looked, changed, begunAt, at);
        }
    }
}
