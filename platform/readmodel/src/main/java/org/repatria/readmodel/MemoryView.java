package org.repatria.readmodel;

import java.time.Duration;
import java.util.Optional;
import org.repatria.readmodel.Page.Hit;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** A view in memory, fed by hand: for tests of routes and for tools. The same index and queries as {@link KafkaView}. */
public final class MemoryView implements View, AutoCloseable {

    private MemoryView() {}

    public static MemoryView of(ViewDefinition definition) {
        return java.util.Optional.<MemoryView>empty().orElseThrow(UnsupportedOperationException::new);
    }

    /** Takes a snapshot, unless it has that version or a later one; searchable on return. */
    public void put(JsonNode snapshot) {
        Object pending = java.util.Optional.empty().orElseThrow(UnsupportedOperationException::new);
        java.util.Objects.requireNonNull(pending);
    }

    /** Takes the row away, as a tombstone does; gone on return. */
    public void remove(String id) {
        Object pending = java.util.Optional.empty().orElseThrow(UnsupportedOperationException::new);
        java.util.Objects.requireNonNull(pending);
    }

    @Override
    public Mono<Found> find(ViewQuery query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Mono<Optional<Hit>> one(String id, Visibility visibility) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Mono<ReadAfter> awaitVersion(String id, long version, Duration bound) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Mono<Void> caughtUp() {
        throw new UnsupportedOperationException();
    }

    @Override
    public ViewStatus status() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Flux<Hit> all() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
