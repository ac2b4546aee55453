package org.repatria.messaging;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.repatria.decider.Outcome;
import org.repatria.messaging.StoredAggregates.Pending;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Lets commands that arrive while others are being written share the next read and the next write. A lone command never
 * waits; under load the cost of a durable write is shared. Commands of this process for one aggregate never race each
 * other.
 */
final class Gathering<C, S> {

    private final Function<List<Pending<C, S>>, Mono<Void>> execution;
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<Waiting<C, S>> waiting = new ArrayDeque<>();
    private final Set<String> underWayIds = new HashSet<>();
    private int underWay;

    /** Gathers for an execution that gives every command its outcome. */
    Gathering(Function<List<Pending<C, S>>, Mono<Void>> execution) {
        this.execution = execution;
    }

    Mono<Outcome<S>> execute(CommandEnvelope<C> envelope) {
        return Mono.create(sink -> {
            if (take(new Waiting<>(envelope, sink))) {
                startAll();
            } else {
                // LIMIT: refused before anything was done.
                sink.error(new StoreUnavailable("more commands wait than can be served soon", null));
            }
        });
    }

    private boolean take(Waiting<C, S> command) {
        lock.lock();
        try {
            return waiting.size() < Limits.WAITING_MAX && waiting.add(command);
        } finally {
            lock.unlock();
        }
    }

    private void startAll() {
        for (var batch = next(); !batch.isEmpty(); batch = next()) {
            start(batch);
        }
    }

    /** The oldest waiting commands, without those for an aggregate that is being written just now. */
    private List<Waiting<C, S>> next() {
        lock.lock();
        try {
            var batch = new ArrayList<Waiting<C, S>>();
            if (underWay >= Limits.BATCHES_UNDER_WAY_MAX) {
                return batch;
            }
            var all = waiting.iterator();
            while (all.hasNext() && batch.size() < Limits.BATCH_MAX) {
                var one = all.next();
                if (!underWayIds.contains(one.envelope().aggregateId())) {
                    batch.add(one);
                    all.remove();
                }
            }
            if (!batch.isEmpty()) {
                underWay++;
                batch.forEach(one -> underWayIds.add(one.envelope().aggregateId()));
            }
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private void start(List<Waiting<C, S>> batch) {
        together(batch)
                .onErrorResume(e -> e instanceof StoreUnavailable || batch.size() == 1
                        ? Mono.fromRunnable(
                                () -> batch.forEach(one -> one.sink().error(e)))
                        // A defect met by one command must not be the others' failure.
                        : Flux.fromIterable(batch).concatMap(this::alone).then())
                .doFinally(_ -> finish(batch))
                .subscribe();
    }

    private Mono<Void> together(List<Waiting<C, S>> batch) {
        return Mono.defer(() -> {
            var asked = batch.stream()
                    .map(one -> new Pending<C, S>(one.envelope(), one))
                    .toList();
            return execution.apply(asked).then(Mono.fromRunnable(() -> {
                for (var i = 0; i < batch.size(); i++) {
                    batch.get(i).sink().success(asked.get(i).outcome());
                }
            }));
        });
    }

    private Mono<Void> alone(Waiting<C, S> one) {
        return together(List.of(one))
                .onErrorResume(e -> Mono.fromRunnable(() -> one.sink().error(e)));
    }

    private void finish(List<Waiting<C, S>> batch) {
        lock.lock();
        try {
            underWay--;
            batch.forEach(one -> underWayIds.remove(one.envelope().aggregateId()));
        } finally {
            lock.unlock();
        }
        startAll();
    }

    private record Waiting<C, S>(CommandEnvelope<C> envelope, MonoSink<Outcome<S>> sink) {}
}
