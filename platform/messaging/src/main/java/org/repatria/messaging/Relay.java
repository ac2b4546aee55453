package org.repatria.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.repatria.messaging.AggregateStore.Marker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what was written to the journal and to Kafka, then takes it from the outboxes.
 *
 * <p>One thread, round after round: a batch of what waits in the {@link RelayQueue} and of what the {@link RelaySweep}
 * found goes through the {@link RelaySender} and on to {@link Tidying}. The queue alone is shared with other threads.
 * What a process wrote, it relays at once from memory; what a dead process left, any process finds in its sweep. Order
 * per aggregate holds, duplicates can happen, loss cannot. See ADR-0002.
 */
final class Relay<S> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

    private final AggregateType<?, S, ?> type;
    private final Outlet outlet;
    private final RelayMeters meters;
    private final RelayQueue<S> queue;
    private final RelaySweep<S> sweep;
    private final RelaySender<S> sender;
    private final Tidying tidying;
    private final Thread thread;

    /**
     * What the relay's thread is bringing out. Others look at it to tell what waits. RACE: for a moment a batch is
     * neither in the queue nor here, and is not told of.
     */
    private volatile List<InHand<S>> taken = List.of();

    /** Whether the topics are there. Belongs to the relay's thread. */
    private boolean opened;

    Relay(
            AggregateType<?, S, ?> type,
            AggregateStore store,
            Outlet outlet,
            Kept<S> kept,
            Duration sweepEvery,
            MeterRegistry registry) {
        this.type = type;
        this.outlet = outlet;
        this.meters = new RelayMeters(registry, type);
        this.queue = new RelayQueue<>(meters);
        this.sender = new RelaySender<>(type, store, outlet, queue::ids, meters);
        this.tidying = new Tidying(
                store, sender::sendNewerSnapshots, kept::cleared, queue::wake, meters.tidy(), System::nanoTime);
        this.sweep = new RelaySweep<>(store, sweepEvery, this::ownMarkers, meters);
        meters.watchPending(queue);
        this.thread =
                Thread.ofPlatform().name("relay-" + type.name()).daemon(true).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Where to hand over what is to be relayed. */
    Handover<S> handover() {
        return queue;
    }

    /** What is not out yet, and for how long the first of it has waited. */
    Backlog backlog() {
        return queue.backlog(taken);
    }

    private void run() {
        try {
            while (!queue.isDrained()) {
                try {
                    sweep.lookWhenDue();
                    openWhenDue();
                    tidying.goOn();
                    taken = nextBatch();
                    relayUntilDone(taken);
                    taken = List.of();
                } catch (KafkaException | StoreUnavailable e) {
                    LOG.warn("The relay of {} waits: {}", type.name(), whoIsAway(e));
                    pause();
                }
            }
            tidying.finish(Limits.RELAY_DRAIN);
        } catch (InterruptedException e) {
            LOG.info("The relay of {} stops before its queue is empty; the next sweep finds the rest", type.name());
        } catch (RuntimeException e) {
            if (queue.isStopping()) {
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

    /**
     * Opens the topics before there is anything to relay. Subscribers look for the topics from their own start on; the
     * first event would make them too late for some.
     */
    private void openWhenDue() throws InterruptedException {
        if (!opened && !type.isPrivate() && queue.size() == 0) {
            opened = outlet.isOpen();
        }
    }

    /** The oldest in the queue, and what the sweep found where there is room. */
    private List<InHand<S>> nextBatch() throws InterruptedException {
        var batch = queue.take(nextChore(), () -> sweep.hasFound() || tidying.isDue());
        try {
            sweep.fill(batch);
        } catch (StoreUnavailable e) {
            LOG.warn("What the sweep of {} found waits for the next one: the database does not answer", type.name());
        }
        return List.copyOf(batch.values());
    }

    /** Until when there is nothing to do but what others hand over, as a moment of {@link System#nanoTime()}. */
    private long nextChore() {
        var tidied = tidying.nanosUntilDue();
        return tidied.isEmpty() ? sweep.due() : Math.min(sweep.due(), System.nanoTime() + tidied.getAsLong());
    }

    private Set<Marker> ownMarkers() {
        var own = new HashSet<>(queue.markers());
        own.addAll(tidying.markers());
        return own;
    }

    /** Tries until it is done: going on with later ones while an earlier one failed would break the order. */
    private void relayUntilDone(List<InHand<S>> batch) throws InterruptedException {
        if (batch.isEmpty()) {
            return;
        }
        meters.batch(batch.size());
        var quiet = false;
        while (true) {
            try {
                relay(batch);
                return;
            } catch (KafkaException | StoreUnavailable e) {
                giveUpWhenDrainIsOver();
                if (!quiet) {
                    LOG.warn(
                            "The relay of {} waits: {} ({} aggregates in hand)",
                            type.name(),
                            whoIsAway(e),
                            batch.size());
                    quiet = true;
                }
                pause();
            } catch (RuntimeException defect) {
                sender.giveUp();
                isolate(batch, defect);
                return;
            }
        }
    }

    private static String whoIsAway(RuntimeException e) {
        return e instanceof KafkaException ? "Kafka does not answer" : "the database does not answer";
    }

    /** One aggregate that cannot be relayed must not hold up the others. It stays in its outbox, for all to see. */
    private void isolate(List<InHand<S>> batch, RuntimeException defect) throws InterruptedException {
        if (batch.size() == 1) {
            sender.hold(batch.getFirst(), defect);
            return;
        }
        for (var one : batch) {
            relayUntilDone(List.of(one));
        }
    }

    private void relay(List<InHand<S>> batch) throws InterruptedException {
        var sent = sender.send(batch);
        tidy(sent);
        var now = System.nanoTime();
        sent.forEach(inHand -> meters.lag(now - inHand.since()));
    }

    private void tidy(List<InHand<S>> done) {
        tidying.fulfilled(queue.takeOrphans());
        for (var inHand : done) {
            if (!inHand.aggregate().outbox().isEmpty()) {
                tidying.relayed(
                        inHand.aggregate().id(),
                        inHand.aggregate().outbox().getLast().sequence());
            }
            tidying.fulfilled(inHand.markers());
        }
    }

    /** After the database or Kafka did not answer; shorter at the end, since the time to drain is short. */
    private void pause() throws InterruptedException {
        giveUpWhenDrainIsOver();
        queue.pause(queue.isStopping() ? Limits.DRAIN_PAUSE : Limits.RELAY_PAUSE);
    }

    private void giveUpWhenDrainIsOver() throws InterruptedException {
        if (queue.isDrainOver()) {
            throw new InterruptedException("the time to drain is over");
        }
    }

    @Override
    public void close() {
        queue.stop(Limits.RELAY_DRAIN);
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
}
