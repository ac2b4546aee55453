package org.repatria.messaging;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.repatria.decider.Outcome;
import org.repatria.messaging.Kept.Known;
import org.repatria.messaging.Turn.Change;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Aggregates over a store: load, decide, write under the condition that nobody else did. Again when somebody did. */
final class StoredAggregates<C, S, E> implements Aggregates<C, S> {

    private final AggregateType<C, S, E> type;
    private final AggregateStore store;
    private final Handover<S> handover;
    private final Codec codec = new Codec();
    private final Turn<C, S, E> turn;
    private final Kept<S> kept;

    /** As they were last read or written here; any of them may be old. */
    private final Cache<String, Current<S>> seen = Caffeine.newBuilder()
            .maximumSize(Limits.SEEN_MAX)
            .executor(Runnable::run)
            .build();

    private final Gathering<C, S> gathering = new Gathering<>(asked -> run(asked, Schedulers.immediate()));

    StoredAggregates(AggregateType<C, S, E> type, AggregateStore store, Handover<S> handover) {
        this(type, store, handover, new Kept<>());
    }

    StoredAggregates(AggregateType<C, S, E> type, AggregateStore store, Handover<S> handover, Kept<S> kept) {
        this.type = type;
        this.store = store;
        this.handover = handover;
        this.turn = new Turn<>(type, codec);
        this.kept = kept;
    }

    @Override
    public Mono<Outcome<S>> execute(CommandEnvelope<C> envelope) {
        return gathering.execute(envelope);
    }

    @Override
    public Mono<List<Outcome<S>>> executeAll(List<CommandEnvelope<C>> envelopes) {
        if (envelopes.size() > Limits.BATCH_MAX) {
            throw new IllegalArgumentException(
                    "at most " + Limits.BATCH_MAX + " commands in one batch, not " + envelopes.size());
        }
        return Mono.defer(() -> {
            var call = new Object();
            var asked = envelopes.stream()
                    .map(envelope -> new Pending<C, S>(envelope, call))
                    .toList();
            // The store answers on the driver's event loop, which a batch's decisions would hold for too long.
            return run(asked, Schedulers.parallel())
                    .then(Mono.fromSupplier(
                            () -> asked.stream().map(Pending::outcome).toList()));
        });
    }

    private Mono<Void> run(List<Pending<C, S>> asked, Scheduler deciding) {
        var byAggregate = new LinkedHashMap<String, List<Pending<C, S>>>();
        for (var one : asked) {
            byAggregate
                    .computeIfAbsent(one.envelope.aggregateId(), _ -> new ArrayList<>())
                    .add(one);
        }
        return Mono.defer(() -> {
                    var changes = onWhatIsKept(byAggregate);
                    var toRead = new LinkedHashMap<>(byAggregate);
                    changes.forEach(
                            change -> toRead.remove(change.write().next().id()));
                    return onWhatIsRead(toRead, deciding).flatMap(more -> {
                        changes.addAll(more);
                        return write(byAggregate, changes, deciding, 1);
                    });
                })
                .subscribeOn(deciding);
    }

    /**
     * Decides what can be decided without reading. Only what is then written counts, since the write finds out whether
     * what was kept is old.
     */
    private List<Change<S>> onWhatIsKept(Map<String, List<Pending<C, S>>> asked) {
        var changes = new ArrayList<Change<S>>();
        asked.forEach((id, some) -> kept.of(id)
                .flatMap(known -> turn.run(id, Optional.of(known), some))
                .ifPresent(changes::add));
        return changes;
    }

    private Mono<List<Change<S>>> onWhatIsRead(Map<String, List<Pending<C, S>>> asked, Scheduler deciding) {
        if (asked.isEmpty()) {
            return Mono.just(List.of());
        }
        return store.load(asked.keySet()).publishOn(deciding).map(loaded -> {
            var changes = new ArrayList<Change<S>>();
            asked.forEach((id, some) -> turn.run(
                            id, Optional.ofNullable(loaded.get(id)).map(this::known), some)
                    .ifPresent(changes::add));
            return changes;
        });
    }

    private Known<S> known(StoredAggregate document) {
        return new Known<>(document, codec.value(document.state(), type.stateRoot()));
    }

    private Mono<Void> attempt(Map<String, List<Pending<C, S>>> open, Scheduler deciding, int attempt) {
        if (open.isEmpty()) {
            return Mono.empty();
        }
        return onWhatIsRead(open, deciding).flatMap(changes -> write(open, changes, deciding, attempt));
    }

    private Mono<Void> write(
            Map<String, List<Pending<C, S>>> open, List<Change<S>> changes, Scheduler deciding, int attempt) {
        if (changes.isEmpty()) {
            return Mono.empty();
        }
        return store.write(changes.stream().map(Change::write).toList())
                .doOnError(_ -> kept.forget(open.keySet()))
                .flatMap(written -> settle(open, changes, written, deciding, attempt));
    }

    private Mono<Void> settle(
            Map<String, List<Pending<C, S>>> open,
            List<Change<S>> changes,
            AggregateStore.Written written,
            Scheduler deciding,
            int attempt) {
        for (var change : changes) {
            var next = change.write().next();
            if (written.raced().contains(next.id())) {
                continue;
            }
            kept.written(next, change.state());
            seen.put(
                    next.id(),
                    new Current<>(
                            next.id(),
                            change.state(),
                            next.version(),
                            next.told().version()));
            if (change.write().newEntries().isEmpty()) {
                handover.orphaned(List.of(marker(written, next.id())));
            } else {
                handover.written(next, change.state(), marker(written, next.id()));
            }
        }
        if (written.raced().isEmpty()) {
            return Mono.empty();
        }
        kept.raced(changes.stream()
                .map(Change::write)
                .filter(write -> written.raced().contains(write.next().id()))
                .collect(Collectors.toMap(write -> write.next().id(), AggregateStore.Write::expectedVersion)));
        handover.orphaned(Handover.ofRaced(written));
        // RACE: what was decided for the raced ones was decided on a state that is gone; all of it is decided again.
        var raced = new LinkedHashMap<>(open);
        raced.keySet().retainAll(written.raced());
        if (attempt >= Limits.ATTEMPTS_MAX) {
            raced.values().forEach(asked -> asked.forEach(one -> one.outcome = new Outcome.Contended<>(attempt)));
            return Mono.empty();
        }
        return Mono.delay(pause(attempt)).then(Mono.defer(() -> attempt(raced, deciding, attempt + 1)));
    }

    private static AggregateStore.Marker marker(AggregateStore.Written written, String id) {
        var marker = written.markers().get(id);
        if (marker == null) {
            throw new IllegalStateException("the store wrote " + id + " without a marker");
        }
        return marker;
    }

    private static Duration pause(int attempt) {
        return Duration.ofNanos(ThreadLocalRandom.current().nextLong(Limits.BACKOFF.toNanos() * attempt));
    }

    @Override
    public Mono<Current<S>> read(String aggregateId) {
        return Mono.defer(() -> {
            var last = seen.getIfPresent(aggregateId);
            return last == null
                    ? loaded(aggregateId)
                    : stillSo(last).switchIfEmpty(Mono.defer(() -> loaded(aggregateId)));
        });
    }

    /** What was seen last, where its document has not changed since; empty otherwise. */
    private Mono<Current<S>> stillSo(Current<S> last) {
        return store.versions(List.of(last.aggregateId()))
                .filter(now ->
                        new AggregateStore.Versions(last.version(), last.told()).equals(now.get(last.aggregateId())))
                .map(_ -> last);
    }

    private Mono<Current<S>> loaded(String aggregateId) {
        return readAll(List.of(aggregateId)).next().doOnNext(current -> seen.put(aggregateId, current));
    }

    @Override
    public Flux<Current<S>> readAll(List<String> aggregateIds) {
        return store.load(aggregateIds).flatMapIterable(loaded -> {
            var found = new ArrayList<Current<S>>(loaded.size());
            for (var id : aggregateIds) {
                var document = loaded.get(id);
                if (document != null) {
                    found.add(new Current<>(
                            id,
                            codec.value(document.state(), type.stateRoot()),
                            document.version(),
                            document.told().version()));
                }
            }
            return found;
        });
    }

    @Override
    public Flux<JournalEntry> journal(String aggregateId, long afterSequence, int limit) {
        return document(aggregateId).flatMapMany(document -> {
            var last = Math.min(document.journalHead().sequence(), afterSequence + limit);
            return Journal.pages(store, document, afterSequence + 1, last).flatMapIterable(page -> page);
        });
    }

    @Override
    public Flux<JournalEntry> toldJournal(String aggregateId, long afterTold, int limit) {
        return document(aggregateId)
                .flatMapMany(document -> Flux.from(Journal.pages(
                                // No entry has a told number beyond its sequence, so none is before this one.
                                store,
                                document,
                                afterTold + 1,
                                document.journalHead().sequence()))
                        .flatMapIterable(page -> page)
                        .filter(entry -> entry.told()
                                .filter(number -> number > afterTold)
                                .isPresent())
                        .take(Math.min(limit, Math.max(0, document.told().entries() - afterTold))));
    }

    @Override
    public Mono<JournalVerification> verify(String aggregateId) {
        return Mono.defer(() -> new Verification(store, aggregateId).run());
    }

    private Mono<StoredAggregate> document(String aggregateId) {
        return store.load(List.of(aggregateId)).flatMap(loaded -> Mono.justOrEmpty(loaded.get(aggregateId)));
    }

    /** One command of a batch and what came of it so far. */
    static final class Pending<C, S> {
        final CommandEnvelope<C> envelope;

        /** Tells the callers apart whose commands are executed together. */
        final Object call;

        @Nullable
        Outcome<S> outcome;

        Pending(CommandEnvelope<C> envelope, Object call) {
            this.envelope = envelope;
            this.call = call;
        }

        Outcome<S> outcome() {
            if (outcome == null) {
                throw new IllegalStateException("a command ended without an outcome");
            }
            return outcome;
        }
    }
}
