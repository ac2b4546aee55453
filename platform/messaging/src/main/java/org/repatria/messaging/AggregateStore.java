package org.repatria.messaging;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Where the aggregates of one kind are kept, one document each, with their journal beside them.
 *
 * <p>Guaranteed by every implementation, and proved by the one suite that all of them pass: a write is durable when it
 * is answered; of two writes on the same version one wins and the other is told; what is written is found through a
 * marker until it is cleared; clearing never changes a version.
 *
 * <p>Errors: {@link StoreUnavailable} when the database does not answer. A write may then have happened or not; its
 * receipts make the repeat harmless.
 */
public interface AggregateStore {

    /** The documents that exist, by aggregate id. */
    Mono<Map<String, StoredAggregate>> load(Collection<String> aggregateIds);

    /** The versions of those that exist, by aggregate id. */
    Mono<Map<String, Versions>> versions(Collection<String> aggregateIds);

    /**
     * Writes documents, each on the condition that it still has the version it was decided on. At most one per
     * aggregate.
     */
    Mono<Written> write(List<Write> writes);

    /**
     * Takes relayed entries from the outboxes, then the markers that led to them.
     *
     * @param relayedUpTo the last relayed journal sequence, by aggregate id
     */
    Mono<Void> clear(Map<String, Long> relayedUpTo, Collection<Marker> markers);

    /** Every marker: which aggregates may have a pending outbox. Costs the same however many aggregates there are. */
    Mono<List<Marker>> markers();

    /** Adds entries to the journal; those that are there already stay as they are. */
    Mono<Void> appendToJournal(List<JournalEntry> entries);

    /**
     * The journal's entries of an aggregate from a first to a last sequence, oldest first. Those not there are left
     * out.
     */
    Mono<List<JournalEntry>> journal(String aggregateId, long firstSequence, long lastSequence);

    /** Every aggregate's id: reads the whole collection, for an operator's explicit action only. */
    Flux<String> allIds();

    /**
     * At which versions an aggregate stands.
     *
     * @param version counting everything
     * @param told counting what both states are told
     */
    record Versions(long version, long told) {

        /** Of an aggregate that is not there. */
        public static final Versions NONE = new Versions(0, 0);
    }

    /**
     * One document to write.
     *
     * @param next what it becomes; its outbox is what was pending when it was read, followed by the new entries
     * @param expectedVersion the version it was decided on; 0 for one that is new
     * @param newEntries the entries of this write alone
     */
    record Write(StoredAggregate next, long expectedVersion, List<JournalEntry> newEntries) {
        public Write {
            newEntries = List.copyOf(newEntries);
        }
    }

    /**
     * What came of a write.
     *
     * @param raced ids of aggregates that others wrote first; these were not written
     * @param markers the marker of each aggregate, by id; of raced ones too, which are to be cleared some time
     */
    record Written(Set<String> raced, Map<String, Marker> markers) {}

    /**
     * A note that an aggregate may have a pending outbox. It is for the case that its process dies before it is
     * relayed.
     *
     * @param bucket the marker document that holds it
     * @param nonce tells it from another writer's marker for the same version
     */
    record Marker(int bucket, String aggregateId, long version, long nonce) {}
}
