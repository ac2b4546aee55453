package org.repatria.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An aggregate's one document: everything about it that must be atomic.
 *
 * @param version 1, 2, 3: one for each accepted command that led to events
 * @param changedAt when the command of this version was executed: the time of its snapshot
 * @param state the state's fields, as the codec writes them
 * @param outbox entries that are not yet both in the journal and published, oldest first
 * @param journalHead the last entry's place in the hash chain
 * @param published how many events were published that are told
 * @param publishedConfided how many events were published that are confided
 * @param told what the other state counts
 */
public record StoredAggregate(
        String id,
        long version,
        Instant changedAt,
        Map<String, Object> state,
        List<JournalEntry> outbox,
        Receipts receipts,
        JournalHead journalHead,
        long published,
        long publishedConfided,
        ToldHead told) {

    public StoredAggregate {
        outbox = List.copyOf(outbox);
    }

    /**
     * What is counted of an aggregate without all that is confided.
     *
     * @param version one for each accepted command that led to an event which is told
     * @param changedAt when the last of these was executed: the time of the snapshot that both states see
     * @param entries how many entries of the journal are told
     */
    public record ToldHead(long version, Instant changedAt, long entries) {

        /** Before anything has happened. */
        public static final ToldHead START = new ToldHead(0, Instant.EPOCH, 0);
    }

    /** At which versions it stands. */
    public AggregateStore.Versions versions() {
        return new AggregateStore.Versions(version, told.version());
    }

    /** The same with other fields of the state. */
    StoredAggregate withState(Map<String, Object> fields) {
        return new StoredAggregate(
                id, version, changedAt, fields, outbox, receipts, journalHead, published, publishedConfided, told);
    }

    /** The same with another outbox. */
    StoredAggregate withOutbox(List<JournalEntry> entries) {
        return new StoredAggregate(
                id, version, changedAt, state, entries, receipts, journalHead, published, publishedConfided, told);
    }

    /** The last entry's place in the hash chain. */
    public record JournalHead(long sequence, String hash) {

        /** Before anything has happened. */
        public static final JournalHead START = new JournalHead(0, JournalEntry.GENESIS);
    }
}
