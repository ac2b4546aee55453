package org.repatria.messaging.accessjournal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * The entries of one state's actors on their way into its chain. They go in order, one batch at a time, until the
 * database has them.
 */
final class Lane {

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    private final String state;
    private final Chains chains;
    private final Scheduler timer;
    private final IntConsumer written;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition empty = lock.newCondition();
    private final ArrayDeque<AccessEntry> waiting = new ArrayDeque<>();
    private boolean timed;
    private int underWay;

    /** The chain that is written to, touched by one batch at a time. */
    private volatile @Nullable Chain chain;

    private volatile @Nullable AccessBatch lastWritten;

    /** One for each state; {@code written} hears how many entries need their place no longer. */
    Lane(String state, Chains chains, Scheduler timer, IntConsumer written) {
        this.state = state;
        this.chains = chains;
        this.timer = timer;
        this.written = written;
    }

    String state() {
        return state;
    }

    /** The last batch that is known to be written. */
    Optional<AccessBatch> written() {
        return Optional.ofNullable(lastWritten);
    }

    void add(AccessEntry entry) {
        lock.lock();
        try {
            waiting.add(entry);
            arrange();
        } finally {
            lock.unlock();
        }
    }

    /** Sees to it that what waits is written: soon, or at once when a batch is full. Called with the lock held. */
    private void arrange() {
        if (underWay > 0 || waiting.isEmpty()) {
            return;
        }
        if (waiting.size() >= AccessLimits.BATCH_MAX) {
            var batch = nextBatch();
            timer.schedule(() -> write(batch));
        } else if (!timed) {
            timed = true;
            timer.schedule(this::flush, AccessLimits.BATCH_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Writes what waits now, unless a batch is under way: its end sees to the rest. */
    void flush() {
        final List<AccessEntry> batch;
        lock.lock();
        try {
            timed = false;
            if (underWay > 0 || waiting.isEmpty()) {
                return;
            }
            batch = nextBatch();
        } finally {
            lock.unlock();
        }
        write(batch);
    }

    private List<AccessEntry> nextBatch() {
        var batch = new ArrayList<AccessEntry>(Math.min(waiting.size(), AccessLimits.BATCH_MAX));
        while (!waiting.isEmpty() && batch.size() < AccessLimits.BATCH_MAX) {
            batch.add(waiting.remove());
        }
        underWay = batch.size();
        return batch;
    }

    private void write(List<AccessEntry> entries) {
        chainFor(entries)
                .map(open -> open.next(entries))
                // INVARIANT: the batch is made once and then only written again, so that a repeat is the same document.
                .flatMap(chains::append)
                .subscribe(
                        this::done,
                        defect -> LOG.error("The access journal of {} stands still until a restart", state, defect));
    }

    private Mono<Chain> chainFor(List<AccessEntry> entries) {
        var open = chain;
        return open != null && open.hasRoomFor(entries.size())
                ? Mono.just(open)
                : chains.begin(state, entries.getFirst().at()).doOnNext(begun -> chain = begun);
    }

    private void done(AccessBatch batch) {
        lastWritten = batch;
        written.accept(batch.lines().size());
        lock.lock();
        try {
            underWay = 0;
            if (waiting.isEmpty()) {
                empty.signalAll();
            }
            arrange();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until everything is written.
     *
     * @return how many entries were not
     */
    int awaitEmpty(long nanosMax) {
        lock.lock();
        try {
            var left = nanosMax;
            while (left > 0 && underWay + waiting.size() > 0) {
                left = empty.awaitNanos(left);
            }
            return underWay + waiting.size();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return underWay + waiting.size();
        } finally {
            lock.unlock();
        }
    }
}
