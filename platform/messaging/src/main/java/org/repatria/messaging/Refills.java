package org.repatria.messaging;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.repatria.decider.Actor;
import org.repatria.messaging.Refill.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The refills that operators ask one process for, and how far each came. They run in the background, one at a time. A
 * restart ends the one that runs and forgets the others; it can be begun again at any time, since consumers pass over
 * what they have seen.
 */
public final class Refills implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Refills.class);

    private final Supplier<Map<String, Refill>> byKind;
    private final Clock clock;
    private final Deque<Refilling> known = new ArrayDeque<>();
    private Disposable underWay = () -> {};

    /** Refills of the kinds that a service has. */
    public Refills(AggregatesFactory aggregates, Clock clock) {
        this(aggregates::refills, clock);
    }

    Refills(Supplier<Map<String, Refill>> byKind, Clock clock) {
        this.byKind = byKind;
        this.clock = clock;
    }

    /** How a refill stands. */
    public enum State {
        RUNNING,
        DONE,
        /** Its cause is in the log of the service; once that is gone it is begun again. */
        FAILED
    }

    /**
     * One refill.
     *
     * @param aggregate the kind, such as {@code case}
     * @param all whether it is about all aggregates of that kind, and not some
     */
    public record Refilling(
            String id,
            String aggregate,
            boolean all,
            String reason,
            String begunBy,
            Instant begunAt,
            State state,
            Progress progress,
            Optional<Instant> endedAt) {

        private Refilling at(Progress next) {
            return new Refilling(id, aggregate, all, reason, begunBy, begunAt, state, next, endedAt);
        }

        private Refilling ended(State how, Instant when) {
            return new Refilling(id, aggregate, all, reason, begunBy, begunAt, how, progress, Optional.of(when));
        }
    }

    /** How a request for a refill ends. */
    public sealed interface Answer {
        /** It runs. */
        record Begun(Refilling refilling) implements Answer {}

        /** Another one runs. */
        record Busy(Refilling running) implements Answer {}

        /** This service publishes no such kind. */
        record UnknownKind(Set<String> kinds) implements Answer {}
    }

    /**
     * Begins a refill unless one is running.
     *
     * @param aggregateIds none for all of that kind
     */
    public synchronized Answer begin(String aggregate, List<String> aggregateIds, String reason, Actor by) {
        var kinds = byKind.get();
        var refill = kinds.get(aggregate);
        if (refill == null) {
            return new Answer.UnknownKind(new TreeSet<>(kinds.keySet()));
        }
        var running = known.stream().filter(one -> one.state() == State.RUNNING).findFirst();
        if (running.isPresent()) {
            return new Answer.Busy(running.get());
        }
        var begun = new Refilling(
                "refill-" + UUID.randomUUID(),
                aggregate,
                aggregateIds.isEmpty(),
                reason,
                by.id(),
                clock.instant(),
                State.RUNNING,
                new Progress(0, 0, 0),
                Optional.empty());
        remember(begun);
        LOG.info("{} of {} was begun by {}: {}", begun.id(), aggregate, by.id(), reason);
        underWay = sent(refill, aggregateIds, begun.id())
                .subscribe(progress -> done(begun.id(), progress), error -> fail(begun.id(), error));
        return new Answer.Begun(begun);
    }

    private Mono<Progress> sent(Refill refill, List<String> aggregateIds, String id) {
        return Mono.defer(() -> aggregateIds.isEmpty()
                        ? refill.ofAll(progress -> note(id, progress))
                        : refill.of(aggregateIds, progress -> note(id, progress)))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private void remember(Refilling begun) {
        known.addFirst(begun);
        if (known.size() > Limits.REFILLS_REMEMBERED_MAX) {
            known.removeLast();
        }
    }

    /** What is known of refills, the latest first. */
    public synchronized List<Refilling> latest() {
        return List.copyOf(known);
    }

    /** The one with this id, where it is not forgotten. */
    public synchronized Optional<Refilling> find(String id) {
        return known.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    private synchronized void note(String id, Progress progress) {
        find(id).ifPresent(one -> replace(one, one.at(progress)));
    }

    private synchronized void done(String id, Progress progress) {
        find(id).ifPresent(one -> replace(one, one.at(progress).ended(State.DONE, clock.instant())));
        LOG.info("{} is done: {}", id, progress);
    }

    private synchronized void fail(String id, Throwable error) {
        find(id).ifPresent(one -> replace(one, one.ended(State.FAILED, clock.instant())));
        LOG.warn("{} failed and can be begun again once the cause is gone", id, error);
    }

    private void replace(Refilling before, Refilling after) {
        var others = List.copyOf(known);
        known.clear();
        others.forEach(one -> known.addLast(one.equals(before) ? after : one));
    }

    @Override
    public synchronized void close() {
        underWay.dispose();
    }
}
