package org.repatria.messaging;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Passes everything on; a test overrides the place where something shall happen in between. */
class DelegatingStore implements AggregateStore {

    private final AggregateStore store;

    DelegatingStore(AggregateStore store) {
        this.store = store;
    }

    @Override
    public Mono<Map<String, StoredAggregate>> load(Collection<String> aggregateIds) {
        return store.load(aggregateIds);
    }

    @Override
    public Mono<Map<String, Versions>> versions(Collection<String> aggregateIds) {
        return store.versions(aggregateIds);
    }

    @Override
    public Mono<Written> write(List<Write> writes) {
        return store.write(writes);
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
