package org.repatria.messaging;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.function.Function;

/** Makes the {@link Aggregates} of each kind that a service has; one per process. */
public interface AggregatesFactory extends AutoCloseable {

    /** The aggregates of one kind, relayed to Kafka from now on. Asked twice for the same kind, it gives the same. */
    <C, S, E> Aggregates<C, S> of(AggregateType<C, S, E> type);

    /**
     * How Kafka is refilled from the journals, by the name of the kind. There is one for each kind that was asked for
     * and is published.
     */
    Map<String, Refill> refills();

    /** What is still to be relayed, by the name of the kind. */
    Map<String, Backlog> backlogs();

    /** Goes on relaying for a bounded time, then stops; what is left is found by the next process's sweep. */
    @Override
    void close();

    /**
     * Aggregates in a MongoDB database, relayed to Kafka.
     *
     * @param bootstrap Kafka's addresses; Kafka need not be there yet
     */
    static AggregatesFactory over(MongoDatabase database, String bootstrap, MeterRegistry meters) {
        return new RelayedAggregates(database, bootstrap, meters);
    }

    /** Aggregates that live in memory and are published nowhere, for tests of what stands on them. */
    static AggregatesFactory inMemory() {
        return inMemory(_ -> new InMemoryStore());
    }

    /** The same over stores of the caller's own, for tests that watch what a command costs. */
    static AggregatesFactory inMemory(Function<String, AggregateStore> storeOfCollection) {
        return new InMemoryAggregates(storeOfCollection);
    }
}
