package org.repatria.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/**
 * What one relay does, in numbers: its meters are made here and nowhere else.
 *
 * <p>{@code repatria.relay.stage} (seconds) says where the time of {@code repatria.relay.lag} goes, by {@code stage}:
 *
 * <ul>
 *   <li>{@code queue}: of each aggregate that this process wrote, from its write until a round takes it;
 *   <li>{@code journal}: of each round, until its entries are in the journal;
 *   <li>{@code send}: of each round, from its first record until Kafka has acknowledged the last one;
 *   <li>{@code tidy}: of each request that takes what was relayed from the outboxes. Nobody waits for it.
 * </ul>
 *
 * <p>{@code repatria.relay.stage.active} (seconds) says of the last three for how long one is under way by now: while
 * the database or Kafka is away, none of them ends. What is tried again counts from its first attempt. The handbook
 * for both is {@code docs/runbooks/late-event.md}.
 */
final class RelayMeters {

    private static final String STAGE = "repatria.relay.stage";
    private static final String STAGE_ACTIVE = "repatria.relay.stage.active";

    private final MeterRegistry registry;
    private final Tags tags;
    private final Counter entries;
    private final Counter sweepFinds;
    private final Counter overflows;
    private final Counter held;
    private final Timer lag;
    private final DistributionSummary batchSizes;
    private final Timer queued;
    private final StageTimer journal;
    private final StageTimer send;
    private final StageTimer tidy;

    RelayMeters(MeterRegistry registry, AggregateType<?, ?, ?> type) {
        this.registry = registry;
        this.tags = Tags.of("aggregate", type.name());
        this.entries = registry.counter("repatria.relay.entries", tags);
        this.sweepFinds = registry.counter("repatria.relay.sweep.finds", tags);
        this.overflows = registry.counter("repatria.relay.overflows", tags);
        this.held = registry.counter("repatria.relay.held", tags);
        this.lag = registry.timer("repatria.relay.lag", tags);
        this.batchSizes = registry.summary("repatria.relay.batch", tags);
        this.queued = registry.timer(STAGE, tags.and("stage", "queue"));
        this.journal = stage("journal");
        this.send = stage("send");
        this.tidy = stage("tidy");
    }

    private StageTimer stage(String name) {
        var ofStage = tags.and("stage", name);
        return new StageTimer(
                registry.timer(STAGE, ofStage),
                LongTaskTimer.builder(STAGE_ACTIVE).tags(ofStage).register(registry));
    }

    /** How long an aggregate waited in the queue. */
    void queued(long nanos) {
        queued.record(nanos, TimeUnit.NANOSECONDS);
    }

    StageTimer journal() {
        return journal;
    }

    StageTimer send() {
        return send;
    }

    StageTimer tidy() {
        return tidy;
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
