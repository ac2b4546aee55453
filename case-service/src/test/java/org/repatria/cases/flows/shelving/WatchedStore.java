package org.repatria.cases.flows.shelving;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.repatria.messaging.AggregateStore;
import org.repatria.messaging.InMemoryStore;
import org.repatria.messaging.JournalEntry;
import org.repatria.messaging.StoreUnavailable;
import org.repatria.messaging.StoredAggregate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A store that counts what is asked of it, and dies at a write where it is told to. */
final class WatchedStore implements AggregateStore {

    private final AggregateStore store = new InMemoryStore();
    private final AtomicInteger writesUntilDeath;
    private int reads;
    private int writes;

    /** @param writesUntilDeath shared by the stores of one process */
    WatchedStore(AtomicInteger writesUntilDeath) {
        this.writesUntilDeath = writesUntilDeath;
    }

    int reads() {
        return reads;
    }

    int writes() {
        return writes;
    }

    void forget() {
        reads = 0;
        writes = 0;
    }

    StoredAggregate document(String id) {
        return store.load(List.of(id)).blockOptional().orElseThrow().get(id);
    }

    /** The same document with another state, as another version of the service wrote it. */
    void replaceState(String id, String state) {
        var it = document(id);
        var next = new StoredAggregate(
                id,
                it.version(),
                it.changedAt(),
                JsonMapper.shared().readValue(state, new TypeReference<>() {}),
                it.outbox(),
                it.receipts(),
                it.journalHead(),
                it.published(),
                it.publishedConfided(),
                it.told());
        store.write(List.of(new Write(next, it.version(), List.of()))).block();
    }

    /** Everything that waits counts as sent, as after a moment of rest. */
    void relay() {
        var ids = store.allIds().collectList().blockOptional().orElseThrow();
        store.load(ids)
                .blockOptional()
                .orElseThrow()
                .forEach((id, document) -> store.clear(
                                Map.of(id, document.journalHead().sequence()), List.of())
                        .block());
    }

    @Override
    public Mono<Map<String, StoredAggregate>> load(Collection<String> aggregateIds) {
        reads++;
        return store.load(aggregateIds);
    }

    @Override
    public Mono<Written> write(List<Write> toWrite) {
        writes++;
        if (writesUntilDeath.getAndDecrement() == 0) {
            return Mono.error(new StoreUnavailable("the process dies", new IllegalStateException()));
        }
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
