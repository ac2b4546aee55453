package org.repatria.messaging;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Aggregates in MongoDB, each kind with its own relay to Kafka. */
final class RelayedAggregates implements AggregatesFactory {

    private final MongoDatabase database;
    private final String bootstrap;
    private final MeterRegistry meters;
    private final Map<String, Kind> kinds = new LinkedHashMap<>();

    RelayedAggregates(MongoDatabase database, String bootstrap, MeterRegistry meters) {
        this.database = database;
        this.bootstrap = bootstrap;
        this.meters = meters;
    }

    @Override
    @SuppressWarnings("unchecked") // A collection belongs to one type, so its aggregates have that type's parameters.
    public synchronized <C, S, E> Aggregates<C, S> of(AggregateType<C, S, E> type) {
        return (Aggregates<C, S>)
                kinds.computeIfAbsent(type.collection(), _ -> start(type)).aggregates();
    }

    private <C, S, E> Kind start(AggregateType<C, S, E> type) {
        var store = new MongoStore(database, type.collection());
        var kept = new Kept<S>();
        var relay = new Relay<>(type, store, new Outlet(bootstrap, type), kept, Limits.SWEEP_EVERY, meters);
        relay.start();
        return new Kind(
                type,
                new StoredAggregates<>(type, store, relay.handover(), kept),
                relay,
                new JournalRefill<>(type, store, bootstrap));
    }

    @Override
    public synchronized Map<String, Refill> refills() {
        return kinds.values().stream()
                .filter(kind -> !kind.type().isPrivate())
                .collect(Collectors.toUnmodifiableMap(kind -> kind.type().name(), Kind::refill));
    }

    @Override
    public synchronized Map<String, Backlog> backlogs() {
        var backlogs = new TreeMap<String, Backlog>();
        kinds.values()
                .forEach(kind -> backlogs.put(kind.type().name(), kind.relay().backlog()));
        return backlogs;
    }

    @Override
    public synchronized void close() {
        kinds.values().forEach(kind -> kind.relay().close());
        kinds.clear();
    }

    private record Kind(
            AggregateType<?, ?, ?> type, StoredAggregates<?, ?, ?> aggregates, Relay<?> relay, Refill refill) {}
}
