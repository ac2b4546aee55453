package org.repatria.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.repatria.messaging.AggregateStore.Marker;
import org.repatria.messaging.AggregateStore.Versions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;

/**
 * Brings what was written to the journal and to Kafka, then takes it from the outboxes. What a process wrote, it relays at
 * once from memory; what a dead process left, any process finds in its sweep. Order per aggregate holds, duplicates can
 * happen, loss cannot. See ADR-0002.
 */
final class Relay<S> implements Handover<S>, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

    private final AggregateType<?, S, ?, ?> type;
    private final AggregateStore store;
    private final Outlet outlet;
    private final Messages<S> messages;
    private final Duration sweepEvery;
    private final Thread thread;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition somethingToDo = lock.newCondition();
    private final LinkedHashMap<String, InHand<S>> queue = new LinkedHashMap<>();
    private List<Marker> orphans = new ArrayList<>();
    private boolean stopping;
    private volatile long stopBy = Long.MAX_VALUE;

    // These belong to the relay's thread alone.
    private final Relayed relayed = new Relayed();
    private final Tidying tidying;
    private final LinkedHashMap<String, List<Marker>> found = new LinkedHashMap<>();
    private Map<Marker, Integer> sweptBefore = new HashMap<>();
    private boolean sweptAtStart;
    private boolean opened;
    private long nextSweep = System.nanoTime();

    private final Counter relayedEntries;
    private final Counter sweepFinds;
    private final Counter overflows;
    private final Counter held;
    private final Timer lag;
    private final DistributionSummary batchSizes;

    Relay(
            AggregateType<?, S, ?, ?> type,
            AggregateStore store,
            Outlet outlet,
            Duration sweepEvery,
            MeterRegistry meters) {
        this.type = type;
        this.store = store;
        this.outlet = outlet;
        this.messages = new Messages<>(type);
        this.sweepEvery = sweepEvery;
        this.tidying = new Tidying(store, this::wake);
        var tags = Tags.of("aggregate", type.name());
        this.relayedEntries = meters.counter("repatria.relay.entries", tags);
        this.sweepFinds = meters.counter("repatria.relay.sweep.finds", tags);
        this.overflows = meters.counter("repatria.relay.overflows", tags);
        this.held = meters.counter("repatria.relay.held", tags);
        this.lag = meters.timer("repatria.relay.lag", tags);
        this.batchSizes = meters.summary("repatria.relay.batch", tags);
        Gauge.builder("repatria.relay.pending", this, Relay::pending).tags(tags).register(meters);
        this.thread =
                Thread.ofPlatform().name("relay-" + type.name()).daemon(true).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    @Override
    public void written(StoredAggregate aggregate, S state, Marker marker) {
        lock.lock();
        try {
            var waiting = queue.get(aggregate.id());
            if (waiting == null && queue.size() >= Limits.RELAY_QUEUE_MAX) {
                // LIMIT: not lost, since its marker leads the sweep to it.
                overflows.increment();
                return;
            }
            var fresh = new InHand<>(aggregate, Optional.of(state), List.of(marker), System.nanoTime());
            queue.put(aggregate.id(), waiting == null ? fresh : waiting.with(fresh));
            somethingToDo.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void orphaned(Collection<Marker> markers) {
        lock.lock();
        try {
            if (orphans.size() + markers.size() <= Limits.ORPHANS_MAX) {
                orphans.addAll(markers);
            }
        } finally {
            lock.unlock();
        }
    }

    private void wake() {
        lock.lock();
        try {
            somethingToDo.signal();
        } finally {
            lock.unlock();
        }
    }

    private int pending() {
        lock.lock();
        try {
            return queue.size();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            while (!isDone()) {
                try {
                    sweepWhenDue();
                    openWhenDue();
                    tidying.goOn();
                    relayUntilDone(nextBatch());
                } catch (StoreUnavailable e) {
                    LOG.warn("The relay of {} waits for the database", type.name());
                    pause();
                }
            }
            tidying.finish(Limits.RELAY_DRAIN);
        } catch (InterruptedException e) {
            LOG.info("The relay of {} stops before its queue is empty; the next sweep finds the rest", type.name());
        } catch (RuntimeException e) {
            if (isStopping()) {
                LOG.info("The relay of {} was stopped in the middle; the next sweep finds the rest", type.name());
            } else {
                LOG.error("The relay of {} ended by a defect; the sweep of another process goes on", type.name(), e);
            }
        } finally {
            // A thread still marked as interrupted could not close the producer.
            Thread.interrupted();
            outlet.close();
        }
    }

    /** The oldest in the queue, and what the sweep found where there is room. */
    private List<InHand<S>> nextBatch() throws InterruptedException {
        var batch = new LinkedHashMap<String, InHand<S>>();
        lock.lock();
        try {
            var wait = nextSweep - System.nanoTime();
            while (queue.isEmpty() && found.isEmpty() && !tidying.isDue() && !stopping && wait > 0) {
                wait = somethingToDo.awaitNanos(wait);
            }
            while (!queue.isEmpty() && batch.size() < Limits.RELAY_BATCH_MAX) {
                var oldest = queue.pollFirstEntry();
                batch.put(oldest.getKey(), oldest.getValue());
            }
        } finally {
            lock.unlock();
        }
        try {
            takeFound(batch);
        } catch (StoreUnavailable e) {
            LOG.warn("What the sweep of {} found waits for the next one: the database does not answer", type.name());
        }
        return List.copyOf(batch.values());
    }

    private void takeFound(Map<String, InHand<S>> batch) throws InterruptedException {
        var taken = new LinkedHashMap<String, List<Marker>>();
        while (!found.isEmpty() && taken.size() + batch.size() < Limits.RELAY_BATCH_MAX) {
            var next = found.pollFirstEntry();
            taken.put(next.getKey(), next.getValue());
        }
        if (taken.isEmpty()) {
            return;
        }
        var documents = answer(store.load(taken.keySet()));
        var done = new ArrayList<Marker>();
        taken.forEach((id, markers) -> {
            var document = Optional.ofNullable(documents.get(id));
            var version = document.map(StoredAggregate::version).orElse(0L);
            // RACE: a marker ahead of its document stands for a write that is under way or was raced. It stays for now.
            var fulfilled = markers.stream().filter(m -> m.version() <= version).toList();
            if (document.isEmpty() || document.get().outbox().isEmpty()) {
                done.addAll(fulfilled);
            } else {
                sweepFinds.increment();
                batch.merge(
                        id, new InHand<>(document.get(), Optional.empty(), fulfilled, System.nanoTime()), InHand::with);
            }
        });
        await(store.clear(Map.of(), done));
    }

    /** Subscribers look for the topics from their own start on; the first event would make them too late for some. */
    private void openWhenDue() throws InterruptedException {
        if (!opened && !type.isPrivate() && pending() == 0) {
            opened = outlet.isOpen();
        }
    }

    private void sweepWhenDue() throws InterruptedException {
        if (System.nanoTime() < nextSweep || !found.isEmpty()) {
            return;
        }
        var now = answer(store.markers());
        var own = ownMarkers();
        var seen = new HashMap<Marker, Integer>();
        var forgotten = new ArrayList<Marker>();
        for (var marker : now) {
            if (own.contains(marker)) {
                continue;
            }
            var times = sweptBefore.getOrDefault(marker, 0) + 1;
            seen.put(marker, times);
            if (times > Limits.SWEEPS_UNTIL_FORGOTTEN) {
                forgotten.add(marker);
            }
            // A live process relays its own long before a second sweep; at the start there may be a dead one's.
            if (times > 1 || !sweptAtStart) {
                found.computeIfAbsent(marker.aggregateId(), _ -> new ArrayList<>())
                        .add(marker);
            }
        }
        forget(forgotten);
        sweptBefore = seen;
        sweptAtStart = true;
        nextSweep = System.nanoTime() + sweepEvery.toNanos();
    }

    /** Removes markers whose write never came; one whose write did come has a document that is at least as new. */
    private void forget(List<Marker> old) throws InterruptedException {
        if (old.isEmpty()) {
            return;
        }
        var versions = answer(
                store.versions(old.stream().map(Marker::aggregateId).distinct().toList()));
        await(store.clear(
                Map.of(),
                old.stream()
                        .filter(m -> versions.getOrDefault(m.aggregateId(), Versions.NONE)
                                        .version()
                                < m.version())
                        .toList()));
    }

    private Set<Marker> ownMarkers() {
        lock.lock();
        try {
            var own = new HashSet<>(orphans);
            own.addAll(tidying.markers());
            queue.values().forEach(inHand -> own.addAll(inHand.markers()));
            return own;
        } finally {
            lock.unlock();
        }
    }

    /** Tries until it is done: going on with later ones while an earlier one failed would break the order. */
    private void relayUntilDone(List<InHand<S>> batch) throws InterruptedException {
        if (batch.isEmpty()) {
            return;
        }
        batchSizes.record(batch.size());
        var quiet = false;
        while (true) {
            try {
                relay(batch);
                return;
            } catch (KafkaException | StoreUnavailable e) {
                if (isDrainOver()) {
                    throw new InterruptedException("the time to drain is over");
                }
                if (!quiet) {
                    LOG.warn(
                            "The relay of {} waits: {} ({} aggregates in hand)",
                            type.name(),
                            e instanceof KafkaException ? "Kafka does not answer" : "the database does not answer",
                            batch.size());
                    quiet = true;
                }
                pause();
            } catch (RuntimeException defect) {
                isolate(batch, defect);
                return;
            }
        }
    }

    /** One aggregate that cannot be relayed must not hold up the others; it stays in its outbox, for all to see. */
    private void isolate(List<InHand<S>> batch, RuntimeException defect) throws InterruptedException {
        if (batch.size() == 1) {
            hold(batch.getFirst(), defect.getClass().getName() + " at " + defect.getStackTrace()[0]);
            return;
        }
        for (var one : batch) {
            relayUntilDone(List.of(one));
        }
    }

    /** The reason names no content: a message of an exception could. */
    private void hold(InHand<S> inHand, String reason) {
        held.increment();
        LOG.error("Aggregate {} cannot be published: {}", inHand.aggregate().id(), reason);
    }

    private void relay(List<InHand<S>> batch) throws InterruptedException {
        var entries = new ArrayList<JournalEntry>();
        var toSend = new ArrayList<InHand<S>>();
        var events = new ArrayList<ProducerRecord<String, byte[]>>();
        var snapshots = new ArrayList<ProducerRecord<String, byte[]>>();
        var told = new HashSet<String>();
        for (var inHand : batch) {
            var aggregate = inHand.aggregate();
            var fresh = aggregate.outbox().stream()
                    .filter(e -> e.sequence() > relayed.sequence(aggregate.id()))
                    .toList();
            var ownEvents = messages.events(fresh);
            var toldNow = fresh.stream().anyMatch(entry -> !entry.isConfided());
            var snapshot = fresh.isEmpty() ? List.<ProducerRecord<String, byte[]>>of() : snapshots(inHand, toldNow);
            if (Stream.concat(ownEvents.stream(), snapshot.stream()).anyMatch(Relay::isTooLarge)) {
                // LIMIT: stays in its outbox; its own commands go on until that is full. Others go on.
                hold(inHand, "a message is too large");
                continue;
            }
            toSend.add(inHand);
            entries.addAll(fresh);
            events.addAll(ownEvents);
            snapshots.addAll(snapshot);
            if (toldNow) {
                told.add(aggregate.id());
            }
        }
        await(store.appendToJournal(entries));
        outlet.send(events);
        outlet.send(snapshots);
        toSend.forEach(inHand -> relayed.remember(inHand.aggregate()));
        sendNewerSnapshots(toSend, told);
        tidy(toSend);
        relayedEntries.increment(entries.size());
        var now = System.nanoTime();
        toSend.forEach(inHand -> lag.record(now - inHand.since(), TimeUnit.NANOSECONDS));
    }

    /** Of what this process wrote the state is known; of what a sweep found it is read from the document. */
    private List<ProducerRecord<String, byte[]>> snapshots(InHand<S> inHand, boolean sinceTold) {
        var aggregate = inHand.aggregate();
        return inHand.state()
                .map(state -> messages.snapshots(aggregate, state, sinceTold))
                .orElseGet(() -> messages.snapshots(aggregate, sinceTold));
    }

    /**
     * RACE: another process may have written and sent a newer snapshot between our reading and our sending; ours would then
     * be the last on the compacted topic. So we look once more after the acknowledgement, and send the newest again.
     *
     * @param told those of which a snapshot for both states was sent; of the others none is sent now either
     */
    private void sendNewerSnapshots(List<InHand<S>> sent, Set<String> told) throws InterruptedException {
        if (type.isPrivate()) {
            return;
        }
        var versionsSent = new HashMap<String, Versions>();
        sent.forEach(inHand ->
                versionsSent.put(inHand.aggregate().id(), inHand.aggregate().versions()));
        while (!versionsSent.isEmpty()) {
            var now = answer(store.versions(versionsSent.keySet()));
            versionsSent.entrySet().removeIf(e -> !isNewer(now.getOrDefault(e.getKey(), Versions.NONE), e, told));
            versionsSent.keySet().removeAll(waiting());
            if (versionsSent.isEmpty()) {
                return;
            }
            var snapshots = new ArrayList<ProducerRecord<String, byte[]>>();
            for (var newest : answer(store.load(versionsSent.keySet())).values()) {
                var before = Objects.requireNonNull(versionsSent.put(newest.id(), newest.versions()));
                var sinceTold = told.contains(newest.id()) && newest.told().version() > before.told();
                snapshots.addAll(messages.snapshots(newest, sinceTold));
            }
            outlet.send(snapshots);
        }
    }

    private boolean isNewer(Versions now, Map.Entry<String, Versions> sent, Set<String> told) {
        return (type.confiding().isPresent() && now.version() > sent.getValue().version())
                || (told.contains(sent.getKey()) && now.told() > sent.getValue().told());
    }

    /** Aggregates whose newer version is ours too and goes out with the next batch. */
    private Set<String> waiting() {
        lock.lock();
        try {
            return new HashSet<>(queue.keySet());
        } finally {
            lock.unlock();
        }
    }

    private void tidy(List<InHand<S>> done) {
        tidying.fulfilled(takeOrphans());
        for (var inHand : done) {
            if (!inHand.aggregate().outbox().isEmpty()) {
                tidying.relayed(
                        inHand.aggregate().id(),
                        inHand.aggregate().outbox().getLast().sequence());
            }
            tidying.fulfilled(inHand.markers());
        }
    }

    private List<Marker> takeOrphans() {
        lock.lock();
        try {
            var taken = orphans;
            orphans = new ArrayList<>();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private static boolean isTooLarge(ProducerRecord<String, byte[]> message) {
        return message.value() != null && message.value().length > Limits.MESSAGE_BYTES_MAX;
    }

    private static <T> T answer(Mono<T> request) throws InterruptedException {
        return Objects.requireNonNull(blocked(request));
    }

    private static void await(Mono<Void> request) throws InterruptedException {
        blocked(request);
    }

    private static <T> @Nullable T blocked(Mono<T> request) throws InterruptedException {
        try {
            return request.block(Limits.STORE_PATIENCE);
        } catch (RuntimeException e) {
            if (Exceptions.unwrap(e) instanceof InterruptedException) {
                throw new InterruptedException("interrupted while it waited for the database");
            }
            throw e;
        }
    }

    private void pause() throws InterruptedException {
        lock.lock();
        try {
            if (stopping) {
                if (isDrainOver()) {
                    throw new InterruptedException("the time to drain is over");
                }
                Thread.sleep(Limits.DRAIN_PAUSE);
                return;
            }
        } finally {
            lock.unlock();
        }
        Thread.sleep(Limits.RELAY_PAUSE);
    }

    private boolean isStopping() {
        lock.lock();
        try {
            return stopping;
        } finally {
            lock.unlock();
        }
    }

    private boolean isDrainOver() {
        return System.nanoTime() - stopBy > 0;
    }

    private boolean isDone() {
        lock.lock();
        try {
            return stopping && queue.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            stopping = true;
            stopBy = System.nanoTime() + Limits.RELAY_DRAIN.toNanos();
            somethingToDo.signal();
        } finally {
            lock.unlock();
        }
        try {
            if (!thread.join(Limits.RELAY_DRAIN)) {
                thread.interrupt();
                thread.join(Limits.RELAY_DRAIN);
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    /** An aggregate as it was written, with its state where that is known, and the markers that stand for its writes. */
    private record InHand<S>(StoredAggregate aggregate, Optional<S> state, List<Marker> markers, long since) {

        /** The newer document has all that the older one still had to say: what is no longer in its outbox was relayed. */
        InHand<S> with(InHand<S> other) {
            var both = new ArrayList<>(markers);
            both.addAll(other.markers);
            var newer = aggregate.version() >= other.aggregate.version() ? this : other;
            return new InHand<>(newer.aggregate, newer.state, both, Math.min(since, other.since));
        }
    }

    /** What this process has just relayed, so that it does not do so again for what was handed over meanwhile. */
    private static final class Relayed {

        private final LinkedHashMap<String, Long> newest = new LinkedHashMap<>();

        long sequence(String id) {
            return newest.getOrDefault(id, 0L);
        }

        void remember(StoredAggregate aggregate) {
            var id = aggregate.id();
            var last = Math.max(aggregate.journalHead().sequence(), sequence(id));
            newest.remove(id);
            newest.put(id, last);
            if (newest.size() > Limits.RELAYED_REMEMBERED_MAX) {
                newest.pollFirstEntry();
            }
        }
    }
}
