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
 * @param published how many events were published
 */
public record StoredAggregate(
        String id,
        long version,
        Instant changedAt,
        Map<String, Object> state,
        List<JournalEntry> outbox,
        Receipts receipts,
        JournalHead journalHead,
        long published) {

    public StoredAggregate {
        outbox = List.copyOf(outbox);
    }

    /** The last entry's place in the hash chain. */
    public record JournalHead(long sequence, String hash) {

        /** Before anything has happened. */
        public static final JournalHead START = new JournalHead(0, JournalEntry.GENESIS);
    }
}
