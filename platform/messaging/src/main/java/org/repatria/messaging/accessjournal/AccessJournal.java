package org.repatria.messaging.accessjournal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.scheduler.Scheduler;

/**
 * Takes the trace of each access without a write of its own. Entries wait in memory for at most {@link
 * AccessLimits#BATCH_WAIT} and are written together. A place is taken before anything is read, so that nothing is read
 * that could not be recorded.
 */
public final class AccessJournal implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AccessJournal.class);

    private final Scheduler timer;
    private final Duration closeMax;
    private final Chains chains;
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
    private final AtomicInteger taken = new AtomicInteger();
    private final Counter full;

    /**
     * @param service starts the ids of its chains
     * @param timer runs what is due later; it must not be one that a request waits on
     */
    public AccessJournal(AccessBatches batches, String service, Scheduler timer, MeterRegistry meters) {
        this(batches, service, timer, meters, AccessLimits.CLOSE_MAX);
    }

    AccessJournal(AccessBatches batches, String service, Scheduler timer, MeterRegistry meters, Duration closeMax) {
        this.timer = timer;
        this.closeMax = closeMax;
        this.chains = new Chains(batches, service, timer);
        this.full = meters.counter("repatria.access.full");
        Gauge.builder("repatria.access.waiting", taken, AtomicInteger::get).register(meters);
    }

    /** A place for the entry of a request that begins; nothing when {@link AccessLimits#WAITING_MAX} are taken. */
    public Optional<Place> take() {
        return take(AccessLimits.WAITING_MAX);
    }

    /** The same for who is refused without a name; nothing when {@link AccessLimits#NAMELESS_MAX} are taken. */
    public Optional<Place> takeNameless() {
        return take(AccessLimits.NAMELESS_MAX);
    }

    private Optional<Place> take(int placesMax) {
        if (taken.incrementAndGet() > placesMax) {
            taken.decrementAndGet();
            full.increment();
            return Optional.empty();
        }
        return Optional.of(new Place());
    }

    /** How its entries are read back. */
    public AccessReading reading() {
        return new AccessReading(
                chains, state -> Optional.ofNullable(lanes.get(state)).flatMap(Lane::written));
    }

    /** Writes what waits, for a bounded time. */
    @Override
    public void close() {
        var until = System.nanoTime() + closeMax.toNanos();
        lanes.values().forEach(Lane::flush);
        for (var lane : lanes.values()) {
            var left = lane.awaitEmpty(until - System.nanoTime());
            if (left > 0) {
                LOG.error("{} entries of the access journal of {} could not be written any more", left, lane.state());
            }
        }
    }

    /** Where the entry of one request goes; it is used once, with or without an entry. */
    public final class Place {
        private final AtomicBoolean used = new AtomicBoolean();

        private Place() {}

        /** Leaves an entry. */
        public void leave(AccessEntry entry) {
            if (used.compareAndSet(false, true)) {
                lanes.computeIfAbsent(
                                entry.state(),
                                state -> new Lane(state, chains, timer, count -> taken.addAndGet(-count)))
                        .add(entry);
            }
        }

        /** Leaves none. */
        public void giveUp() {
            if (used.compareAndSet(false, true)) {
                taken.decrementAndGet();
            }
        }
    }
}
