package org.repatria.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.repatria.messaging.AggregateStore.Marker;

/**
 * What this process wrote and its relay has not taken yet: the newest document of each aggregate.
 *
 * <p>Any thread hands over, and never waits for more than the lock; the relay's thread alone takes. The lock guards
 * all that is in here. Nothing is lost where there is no room: the markers lead the sweep to it.
 */
final class RelayQueue<S> implements Handover<S> {

    private final RelayMeters meters;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition somethingToDo = lock.newCondition();
    private final Condition askedToStop = lock.newCondition();
    private final LinkedHashMap<String, InHand<S>> waiting = new LinkedHashMap<>();
    private List<Marker> orphans = new ArrayList<>();
    private boolean stopping;
    private long stopBy;

    RelayQueue(RelayMeters meters) {
        this.meters = meters;
    }

    @Override
    public void written(StoredAggregate aggregate, S state, Marker marker) {
        lock.lock();
        try {
            var before = waiting.get(aggregate.id());
            if (before == null && waiting.size() >= Limits.RELAY_QUEUE_MAX) {
                // LIMIT: not lost, since its marker leads the sweep to it.
                meters.overflowed();
                return;
            }
            var fresh = new InHand<>(aggregate, Optional.of(state), List.of(marker), System.nanoTime());
            waiting.put(aggregate.id(), before == null ? fresh : before.with(fresh));
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

    /** Makes the relay's thread look again whether there is other work. */
    void wake() {
        lock.lock();
        try {
            somethingToDo.signal();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes the oldest, by aggregate id, as soon as there are any. None when there is other work, it is late, or it
     * stops.
     *
     * @param until how long to wait at most, as a moment of {@link System#nanoTime()}
     * @param otherWork asked under the lock, whenever the thread is woken
     */
    Map<String, InHand<S>> take(long until, BooleanSupplier otherWork) throws InterruptedException {
        var batch = new LinkedHashMap<String, InHand<S>>();
        lock.lock();
        try {
            var wait = until - System.nanoTime();
            while (waiting.isEmpty() && !otherWork.getAsBoolean() && !stopping && wait > 0) {
                wait = somethingToDo.awaitNanos(wait);
            }
            while (!waiting.isEmpty() && batch.size() < Limits.RELAY_BATCH_MAX) {
                var oldest = waiting.pollFirstEntry();
                batch.put(oldest.getKey(), oldest.getValue());
            }
        } finally {
            lock.unlock();
        }
        var now = System.nanoTime();
        batch.values().forEach(inHand -> meters.queued(now - inHand.since()));
        return batch;
    }

    /** Takes the markers that stand for nothing. */
    List<Marker> takeOrphans() {
        lock.lock();
        try {
            var taken = orphans;
            orphans = new ArrayList<>();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /**
     * What waits here, and what was taken and is not out yet.
     *
     * @param taken in the hands of the relay's thread
     */
    Backlog backlog(List<InHand<S>> taken) {
        lock.lock();
        try {
            var ids = new HashSet<>(waiting.keySet());
            taken.forEach(inHand -> ids.add(inHand.aggregate().id()));
            var now = System.nanoTime();
            var oldest = Stream.concat(taken.stream(), waiting.values().stream())
                    .mapToLong(inHand -> now - inHand.since())
                    .max();
            return new Backlog(ids.size(), Duration.ofNanos(oldest.orElse(0)));
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /** Aggregates whose newer version is ours and goes out with a later batch. */
    Set<String> ids() {
        lock.lock();
        try {
            return new HashSet<>(waiting.keySet());
        } finally {
            lock.unlock();
        }
    }

    /** The markers of all that waits here. */
    Set<Marker> markers() {
        lock.lock();
        try {
            var all = new HashSet<>(orphans);
            waiting.values().forEach(inHand -> all.addAll(inHand.markers()));
            return all;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Lets the relay's thread wait after a failure, without the lock: whoever hands over goes on. Being asked to stop
     * ends it.
     *
     * @param time how long at most
     */
    void pause(Duration time) throws InterruptedException {
        lock.lock();
        try {
            var stoppingBefore = stopping;
            var left = time.toNanos();
            while (left > 0 && stopping == stoppingBefore) {
                left = askedToStop.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** From now on nobody waits for more work; what is here is drained for so long. */
    void stop(Duration drain) {
        lock.lock();
        try {
            stopping = true;
            stopBy = System.nanoTime() + drain.toNanos();
            somethingToDo.signal();
            askedToStop.signal();
        } finally {
            lock.unlock();
        }
    }

    boolean isStopping() {
        lock.lock();
        try {
            return stopping;
        } finally {
            lock.unlock();
        }
    }

    /** Whether the relay has nothing left to do. */
    boolean isDrained() {
        lock.lock();
        try {
            return stopping && waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    boolean isDrainOver() {
        lock.lock();
        try {
            return stopping && System.nanoTime() - stopBy > 0;
        } finally {
            lock.unlock();
        }
    }
}
