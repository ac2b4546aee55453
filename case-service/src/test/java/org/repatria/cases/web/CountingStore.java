package org.repatria.cases.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.repatria.messaging.AggregateStore;
import org.repatria.messaging.InMemoryStore;
import org.repatria.messaging.JournalEntry;
import org.repatria.messaging.StoredAggregate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A store that counts how often documents are read and written. */
final class CountingStore implements AggregateStore {

    private final AggregateStore store = new InMemoryStore();
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger writes = new AtomicInteger();

    /** What was asked of the store since it was last told to forget. */
    record Cost(int reads, int writes) {}

    Cost cost() {
        return new Cost(reads.get(), writes.get());
    }

    void forget() {
        reads.set(0);
        writes.set(0);
    }

    @Override
    public Mono<Map<String, StoredAggregate>> load(Collection<String> aggregateIds) {
        reads.incrementAndGet();
        return store.load(aggregateIds);
    }

    @Override
    public Mono<Written> write(List<Write> toWrite) {
        writes.incrementAndGet();
        return store.write(toWrite);
    }

    @Override
    public Mono<Map<String, Versions>> versions(Collection<String> aggregateIds) {
        return store.versions(aggregateIds);
    }

    @Override
    public Mono<Void> clear(Map<String, Long> relayedUpTo, Collection<Marker> markers) {
        return store.clear(relayedUpTo, markers);
    }

    @Override
    public Mono<List<Marker>> markers() {
        return store.markers();
    }

    @Override
    public Mono<Void> appendToJournal(List<JournalEntry> entries) {
        return store.appendToJournal(entries);
    }

    @Override
    public Mono<List<JournalEntry>> journal(String aggregateId, long firstSequence, long lastSequence) {
        return store.journal(aggregateId, firstSequence, lastSequence);
    }

    @Override
    public Flux<String> allIds() {
        return store.allIds();
    }
}
