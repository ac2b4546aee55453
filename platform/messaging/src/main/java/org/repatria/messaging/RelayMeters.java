package org.repatria.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/** What one relay does, in numbers: its meters are made here and nowhere else, each by kind of aggregate. */
final class RelayMeters {

    private final MeterRegistry registry;
    private final Tags tags;
    private final Counter entries;
    private final Counter sweepFinds;
    private final Counter overflows;
    private final Counter held;
    private final Timer lag;
    private final DistributionSummary batchSizes;

    RelayMeters(MeterRegistry registry, AggregateType<?, ?, ?, ?> type) {
        this.registry = registry;
        this.tags = Tags.of("aggregate", type.name());
        this.entries = registry.counter("repatria.relay.entries", tags);
        this.sweepFinds = registry.counter("repatria.relay.sweep.finds", tags);
        this.overflows = registry.counter("repatria.relay.overflows", tags);
        this.held = registry.counter("repatria.relay.held", tags);
        this.lag = registry.timer("repatria.relay.lag", tags);
        this.batchSizes = registry.summary("repatria.relay.batch", tags);
    }

    /** How many aggregates wait in memory: {@code repatria.relay.pending}. */
    void watchPending(RelayQueue<?> queue) {
        Gauge.builder("repatria.relay.pending", queue, RelayQueue::size)
                .tags(tags)
                .register(registry);
    }

    /** Entries that are in the journal and on Kafka: {@code repatria.relay.entries}. */
    void relayed(int count) {
        entries.increment(count);
    }

    /** From the write to the acknowledgement, of one aggregate: {@code repatria.relay.lag}. */
    void lag(long nanos) {
        lag.record(nanos, TimeUnit.NANOSECONDS);
    }

    /** Aggregates of one round: {@code repatria.relay.batch}. */
    void batch(int aggregates) {
        batchSizes.record(aggregates);
    }

    /** The sweep found an outbox that nobody relayed: {@code repatria.relay.sweep.finds}. */
    void found() {
        sweepFinds.increment();
    }

    /** The queue had no room, the sweep will find it: {@code repatria.relay.overflows}. */
    void overflowed() {
        overflows.increment();
    }

    /** An aggregate cannot be published and stays in its outbox: {@code repatria.relay.held}. */
    void held() {
        held.increment();
    }
}
