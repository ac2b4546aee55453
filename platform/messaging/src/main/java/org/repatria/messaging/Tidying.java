package org.repatria.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.repatria.messaging.AggregateStore.Marker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what was relayed from the outboxes, beside the relay's next rounds. Nobody waits for it, and it costs as much
 * as all the rest of a round. One request at a time; what is relayed meanwhile, and for a while before it, goes with
 * the next one. Belongs to the relay's thread.
 */
final class Tidying {

    private static final Logger LOG = LoggerFactory.getLogger(Tidying.class);

    private final AggregateStore store;
    private final LastLook lastLook;
    private final Consumer<Map<String, Long>> cleared;
    private final Runnable onEnd;
    private final StageTimer time;
    private final LongSupplier nanoTime;

    private Relayed waiting = new Relayed();

    /** Since when something waits, as far as it does. */
    private long waitingSince;

    private boolean ends;

    @Nullable
    private UnderWay underWay;

    /**
     * Has nothing to do yet.
     *
     * @param lastLook at what was relayed, before its outbox is cleared
     * @param cleared told what was taken from the outboxes: the last sequence by aggregate id
     * @param onEnd told from another thread when a request has ended
     * @param time measures the looks and requests, one after the other
     * @param nanoTime such as {@link System#nanoTime()}
     */
    Tidying(
            AggregateStore store,
            LastLook lastLook,
            Consumer<Map<String, Long>> cleared,
            Runnable onEnd,
            StageTimer time,
            LongSupplier nanoTime) {
        this.store = store;
        this.lastLook = lastLook;
        this.cleared = cleared;
        this.onEnd = onEnd;
        this.time = time;
        this.nanoTime = nanoTime;
    }

    /** What is still to be done for all that was relayed; where it fails all of it waits. */
    interface LastLook {
        void take() throws InterruptedException;
    }

    /** Everything up to a sequence of an aggregate has been relayed. */
    void relayed(String aggregateId, long sequence) {
        more();
        waiting.upTo.merge(aggregateId, sequence, Math::max);
    }

    /** What these stand for has been relayed. */
    void fulfilled(List<Marker> markers) {
        if (!markers.isEmpty()) {
            more();
            waiting.markers.addAll(markers);
        }
    }

    private void more() {
        if (waiting.isEmpty()) {
            waitingSince = nanoTime.getAsLong();
        }
    }

    /** How long until something is to be begun. Empty where nothing waits, or only for what is under way. */
    OptionalLong nanosUntilDue() {
        return waiting.isEmpty() || underWay != null
                ? OptionalLong.empty()
                : OptionalLong.of(Math.max(0, waitingSince + Limits.TIDIED_AFTER.toNanos() - nanoTime.getAsLong()));
    }

    private boolean isTime() {
        return !waiting.isEmpty() && (ends || nanoTime.getAsLong() - waitingSince >= Limits.TIDIED_AFTER.toNanos());
    }

    /** Whether there is something to begin, or a failure to be told. */
    boolean isDue() {
        var last = underWay;
        return last == null ? isTime() : last.request.isDone() && (isTime() || last.request.isCompletedExceptionally());
    }

    /**
     * Begins with what has waited long enough, unless a request is under way.
     *
     * @throws StoreUnavailable when the last one was not answered; what it was about waits again
     */
    void goOn() throws InterruptedException {
        var last = underWay;
        if (last != null) {
            if (!last.request.isDone()) {
                return;
            }
            underWay = null;
            look(last);
        }
        if (isTime()) {
            time.enter();
            // INVARIANT: the look comes before the request. A crash between them leaves the outbox for a sweep.
            lastLook.take();
            var what = waiting;
            waiting = new Relayed();
            // INVARIANT: the time is over before the request is, so that no two threads have it in hand.
            var request = store.clear(what.upTo, what.markers)
                    .doOnSuccess(_ -> time.leave())
                    .toFuture();
            underWay = new UnderWay(what, request);
            var _ = request.whenComplete((_, _) -> onEnd.run());
        }
    }

    private void look(UnderWay ended) {
        try {
            ended.request.join();
            cleared.accept(ended.what.upTo);
        } catch (CompletionException e) {
            if (e.getCause() instanceof StoreUnavailable unavailable) {
                more();
                waiting.add(ended.what);
                throw unavailable;
            }
            time.giveUp();
            LOG.error("Outboxes were not cleared of what was relayed; the next sweep tries again", e);
        }
    }

    /** Waits until nothing is left, as long as there is time; what is left then is found by the next sweep. */
    void finish(Duration atMost) throws InterruptedException {
        var end = System.nanoTime() + atMost.toNanos();
        ends = true;
        goOn();
        while (underWay != null) {
            try {
                underWay.request.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                throw new StoreUnavailable("outboxes are not cleared in time", e);
            } catch (ExecutionException e) {
                LOG.debug("Outboxes were not cleared", e);
            }
            goOn();
        }
    }

    /** The markers that are not cleared yet. */
    Set<Marker> markers() {
        var all = new HashSet<>(waiting.markers);
        if (underWay != null) {
            all.addAll(underWay.what.markers);
        }
        return all;
    }

    private record UnderWay(Relayed what, CompletableFuture<?> request) {}

    /** The last relayed sequence by aggregate, and the markers that are fulfilled. */
    private static final class Relayed {

        private final Map<String, Long> upTo = new HashMap<>();
        private final List<Marker> markers = new ArrayList<>();

        boolean isEmpty() {
            return upTo.isEmpty() && markers.isEmpty();
        }

        void add(Relayed other) {
            other.upTo.forEach((id, sequence) -> upTo.merge(id, sequence, Math::max));
            markers.addAll(other.markers);
        }
    }
}
