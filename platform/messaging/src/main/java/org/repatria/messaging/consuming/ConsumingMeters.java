package org.repatria.messaging.consuming;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Set;

/** What the consumers do, in numbers: {@code repatria.consuming.records} by consumer and outcome. */
final class ConsumingMeters {

    private static final String RECORDS = "repatria.consuming.records";

    private final MeterRegistry registry;

    ConsumingMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void applied(String consumer) {
        count(consumer, "applied");
    }

    void duplicate(String consumer) {
        count(consumer, "duplicate");
    }

    void unknown(String consumer) {
        count(consumer, "unknown");
    }

    /** A snapshot came together with a later one of its subject, which says it all. */
    void superseded(String consumer) {
        count(consumer, "superseded");
    }

    void parked(String consumer, String cause) {
        count(consumer, "parked");
        registry.counter("repatria.consuming.parked.records", "consumer", consumer, "cause", cause)
                .increment();
    }

    /** A record has to be offered again: the database is away, or no more can be parked. */
    void postponed(String consumer, String reason) {
        registry.counter("repatria.consuming.postponed", "consumer", consumer, "reason", reason)
                .increment();
    }

    /** How many keys of a consumer this instance holds for parked. */
    void watchParked(String consumer, Set<String> subjects) {
        registry.gaugeCollectionSize("repatria.consuming.parked.keys", Tags.of("consumer", consumer), subjects);
    }

    /** Partitions that rest because no more can be parked. */
    void watchResting(Set<?> partitions) {
        registry.gaugeCollectionSize("repatria.consuming.resting.partitions", Tags.empty(), partitions);
    }

    private void count(String consumer, String outcome) {
        registry.counter(RECORDS, "consumer", consumer, "outcome", outcome).increment();
    }
}
