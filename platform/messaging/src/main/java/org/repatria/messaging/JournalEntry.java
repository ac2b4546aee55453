package org.repatria.messaging;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One domain event as it happened, never edited.
 *
 * @param sequence 1, 2, 3 without holes per aggregate
 * @param told 1, 2, 3 without holes per aggregate, counting what both states are told; empty for what is confided
 * @param entry canonical JSON text of the private entry: aggregateId, sequence, at, type, data, actor, purpose,
 *     commandId, cause, traceparent
 * @param publication what goes out to Kafka for it; empty where the event stays inside
 * @param hash lower-case hex of SHA-256 over {@code previousHash + "\n" + entry + "\n" + publication data or nothing},
 *     and {@code "\nconfided"} after it where the event is confided
 */
public record JournalEntry(
        String aggregateId,
        long sequence,
        Optional<Long> told,
        String entry,
        Optional<Publication> publication,
        String previousHash,
        String hash) {

    /** The previous hash of a first entry. */
    public static final String GENESIS = "0".repeat(64);

    /**
     * The part of an entry that goes out to Kafka.
     *
     * @param sequence 1, 2, 3 without holes per aggregate, counting published events only, and those that are told
     *     apart from those that are confided
     * @param data the exact JSON text of the Kafka value
     * @param time RFC 3339, the event's {@code ce_time}
     * @param states whose matter the aggregate was then, the event's {@code ce_states}; empty for nobody's in
     *     particular
     */
    public record Publication(
            long sequence, String type, String data, String time, Set<String> states, Optional<String> traceparent) {
        public Publication {
            states = Collections.unmodifiableSet(new TreeSet<>(states));
        }
    }

    /** Whether the state that holds the file keeps it from the other one. */
    public boolean isConfided() {
        return told.isEmpty();
    }
}
