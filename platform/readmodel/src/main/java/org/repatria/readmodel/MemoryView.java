package org.repatria.readmodel;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.repatria.readmodel.Page.Hit;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A view in memory, fed by hand: for tests of routes and for tools. The same index and queries as {@link KafkaView}.
 */
public final class MemoryView implements View, AutoCloseable {

    private final ViewDefinition definition;
    private final ViewIndex index;
    private final SearchableView view;

    private MemoryView(ViewDefinition definition, Finder finder) throws IOException {
        this.definition = definition;
        this.index = ViewIndex.inMemory(definition);
        this.view = new SearchableView(
                definition, index, new SimpleMeterRegistry(), finder, Followers.of(index, Schedulers.immediate()));
    }

    public static MemoryView of(ViewDefinition definition) {
        return of(definition, new Finder(definition));
    }

    static MemoryView of(ViewDefinition definition, Finder finder) {
        try {
            return new MemoryView(definition, finder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes a snapshot, unless it has that version or a later one; searchable and told on return. */
    public void put(JsonNode snapshot) {
        put(List.of(snapshot));
    }

    /** Takes many snapshots; all searchable and told on return. */
    public synchronized void put(Collection<JsonNode> snapshots) {
        try {
            for (JsonNode snapshot : snapshots) {
                index.put(definition.row(snapshot), JsonMapper.shared().writeValueAsBytes(snapshot));
            }
            view.nowVisible(index.refresh());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the row away, as a tombstone does; gone on return. */
    public synchronized void remove(String id) {
        try {
            index.delete(id);
            view.nowVisible(index.refresh());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Mono<Found> find(ViewQuery query) {
        return view.find(query);
    }

    @Override
    public Mono<Optional<Hit>> one(String id, Visibility visibility) {
        return view.one(id, visibility);
    }

    @Override
    public Mono<ReadAfter> awaitVersion(String id, long version, Visibility visibility, Duration bound) {
        return view.awaitVersion(id, version, visibility, bound);
    }

    @Override
    public Flux<Change> changes(Visibility visibility) {
        return view.changes(visibility);
    }

    @Override
    public Mono<Void> caughtUp() {
        return Mono.empty();
    }

    @Override
    public ViewStatus status() {
        return new ViewStatus(definition.name(), index.rows(), true, Optional.<Instant>empty(), 0, 0, 0, 0, true);
    }

    @Override
    public Flux<Hit> all() {
        return view.all();
    }

    @Override
    public void close() {
        view.close();
        try {
            index.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
