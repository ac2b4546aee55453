package org.repatria.messaging;

import java.util.Optional;

/**
 * One domain event as it happened, never edited.
 *
 * @param sequence 1, 2, 3 without holes per aggregate
 * @param entry canonical JSON text of the private entry: aggregateId, sequence, at, type, data, actor, purpose, commandId,
 *     cause, traceparent
 * @param publication what goes out to Kafka for it; empty where the event stays inside
 * @param hash lower-case hex of SHA-256 over {@code previousHash + "\n" + entry + "\n" + publication data or nothing}
 */
public record JournalEntry(
        String aggregateId,
        long sequence,
        String entry,
        Optional<Publication> publication,
        String previousHash,
        String hash) {

    /** The previous hash of a first entry. */
    public static final String GENESIS = "0".repeat(64);

    /**
     * The part of an entry that goes out to Kafka.
     *
     * @param sequence 1, 2, 3 without holes per aggregate, counting published events only
     * @param data the exact JSON text of the Kafka value
     * @param time RFC 3339, the event's {@code ce_time}
     */
    public record Publication(long sequence, String type, String data, String time, Optional<String> traceparent) {}
}
