package org.repatria.messaging.consuming;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All consumers of a service, without Kafka. Holds what takes the records, and what operators can do about the parked
 * ones.
 */
public final class Consumers {

    private final Map<String, RecordConsumer> byName;
    private final Redriving redriving;

    private Consumers(Map<String, RecordConsumer> byName, Redriving redriving) {
        this.byName = byName;
        this.redriving = redriving;
    }

    /** Consumers that stand on given stores. */
    public static Consumers of(
            List<Consumption> consumptions,
            Progresses progresses,
            Parkings parkings,
            ParkedListener listener,
            MeterRegistry registry,
            Clock clock) {
        var meters = new ConsumingMeters(registry);
        var byName = new LinkedHashMap<String, RecordConsumer>();
        for (var consumption : consumptions) {
            var asking = new Asking(consumption, clock);
            var consumer = new RecordConsumer(
                    consumption,
                    new Applying(consumption, progresses, asking),
                    new ApplyingTogether(consumption, progresses, asking),
                    parkings,
                    listener,
                    meters,
                    clock);
            if (byName.put(consumption.name(), consumer) != null) {
                throw new IllegalStateException("two consumers are named " + consumption.name());
            }
        }
        var applyings = byName.values().stream()
                .collect(Collectors.toMap(c -> c.consumption().name(), RecordConsumer::applying));
        return new Consumers(byName, new Redriving(parkings, applyings, listener, clock));
    }

    /** Consumers that remember in memory only, for tests of reactions with their aggregates. */
    public static Consumers inMemory(Clock clock, Consumption... consumptions) {
        return of(
                List.of(consumptions),
                new InMemoryProgresses(),
                new InMemoryParkings(),
                ParkedListener.none(),
                new SimpleMeterRegistry(),
                clock);
    }

    /**
     * Offers a record to a consumer. When it returns, the record is applied, passed over or parked. When it throws,
     * nothing of that is certain and the record must be offered again.
     */
    public void take(String consumer, RawRecord raw) {
        try {
            take(consumer, List.of(raw));
        } catch (NotTaken e) {
            throw e.reason();
        }
    }

    /**
     * Offers records that stand in Kafka one behind the other, in each partition. {@link NotTaken} says how far it
     * came.
     */
    void take(String consumer, List<RawRecord> raws) {
        named(consumer).take(raws);
    }

    /** Lets a consumer look again which keys are parked: its partitions may have been elsewhere meanwhile. */
    public void forget(String consumer) {
        named(consumer).forget();
    }

    /** What operators can see and do. */
    public Parked parked() {
        return redriving;
    }

    List<Consumption> consumptions() {
        return byName.values().stream().map(RecordConsumer::consumption).toList();
    }

    private RecordConsumer named(String consumer) {
        var found = byName.get(consumer);
        if (found == null) {
            throw new IllegalArgumentException("there is no consumer " + consumer);
        }
        return found;
    }
}
