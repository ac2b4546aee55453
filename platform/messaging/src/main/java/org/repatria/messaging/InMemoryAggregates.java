package org.repatria.messaging;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Aggregates without a database and without Kafka. */
final class InMemoryAggregates implements AggregatesFactory {

    private final Function<String, AggregateStore> stores;
    private final Map<String, StoredAggregates<?, ?, ?>> byCollection = new ConcurrentHashMap<>();

    InMemoryAggregates(Function<String, AggregateStore> stores) {
        this.stores = stores;
    }

    @Override
    @SuppressWarnings("unchecked") // A collection belongs to one type, so its aggregates have that type's parameters.
    public <C, S, E> Aggregates<C, S> of(AggregateType<C, S, E> type) {
        return (Aggregates<C, S>) byCollection.computeIfAbsent(
                type.collection(),
                collection -> new StoredAggregates<>(type, stores.apply(collection), Handover.nowhere()));
    }

    /** There is no Kafka to refill. */
    @Override
    public Map<String, Refill> refills() {
        return Map.of();
    }

    /** Nothing is relayed. */
    @Override
    public Map<String, Backlog> backlogs() {
        return Map.of();
    }

    @Override
    public void close() {
        byCollection.clear();
    }
}
