package org.repatria.messaging;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * What this process last wrote, so that the next command to it needs no reading.
 *
 * <p>It may be old, for others write too. So it serves for deciding what is then written on its version alone: the
 * condition of the write finds out. Where another process writes the same aggregates nothing is kept for a while.
 *
 * <p>Any thread may ask; nobody waits for more than the lock.
 */
final class Kept<S> {

    private final LongSupplier nanoTime;
    private final ReentrantLock lock = new ReentrantLock();
    private final LinkedHashMap<String, Known<S>> known = new LinkedHashMap<>(16, 0.75f, true);
    private long pausesUntil;
    private boolean pauses;

    Kept() {
        this(System::nanoTime);
    }

    Kept(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * An aggregate with its state.
     *
     * @param aggregate its document; here the fields of the state are left out
     */
    record Known<S>(StoredAggregate aggregate, S state) {}

    Optional<Known<S>> of(String aggregateId) {
        lock.lock();
        try {
            return Optional.ofNullable(known.get(aggregateId));
        } finally {
            lock.unlock();
        }
    }

    /** This was written just now. */
    void written(StoredAggregate aggregate, S state) {
        lock.lock();
        try {
            if (isPausing()) {
                return;
            }
            var before = known.get(aggregate.id());
            if (before == null || before.aggregate().version() <= aggregate.version()) {
                known.put(aggregate.id(), new Known<>(aggregate.withState(Map.of()), state));
            }
            if (known.size() > Limits.KEPT_MAX) {
                known.pollFirstEntry();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether these were written is not known. */
    void forget(Collection<String> aggregateIds) {
        lock.lock();
        try {
            aggregateIds.forEach(known::remove);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Somebody else wrote first. Where it was not this process, to keep more would cost a write each time that this
     * happens again.
     *
     * @param expectedVersions on which it was to be written, by aggregate id
     */
    void raced(Map<String, Long> expectedVersions) {
        lock.lock();
        try {
            if (expectedVersions.entrySet().stream().anyMatch(this::isOld)) {
                known.clear();
                pauses = true;
                pausesUntil = nanoTime.getAsLong() + Limits.KEPT_PAUSE.toNanos();
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean isOld(Map.Entry<String, Long> raced) {
        var one = known.get(raced.getKey());
        return one != null && one.aggregate().version() <= raced.getValue();
    }

    /** Entries up to these sequences were taken from the outboxes. */
    void cleared(Map<String, Long> relayedUpTo) {
        lock.lock();
        try {
            relayedUpTo.forEach((id, sequence) -> known.computeIfPresent(id, (_, one) -> cleared(one, sequence)));
        } finally {
            lock.unlock();
        }
    }

    private static <S> Known<S> cleared(Known<S> one, long upTo) {
        List<JournalEntry> left = one.aggregate().outbox().stream()
                .filter(entry -> entry.sequence() > upTo)
                .toList();
        return new Known<>(one.aggregate().withOutbox(left), one.state());
    }

    private boolean isPausing() {
        pauses = pauses && pausesUntil - nanoTime.getAsLong() > 0;
        return pauses;
    }
}
