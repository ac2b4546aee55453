package org.repatria.messaging;

import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Reads journals page by page and sends what was published then, as it was. */
final class JournalRefill<S> implements Refill {

    private final AggregateType<?, S, ?, ?> type;
    private final AggregateStore store;
    private final String bootstrap;

    JournalRefill(AggregateType<?, S, ?, ?> type, AggregateStore store, String bootstrap) {
        this.type = type;
        this.store = store;
        this.bootstrap = bootstrap;
    }

    @Override
    public Mono<Progress> of(List<String> aggregateIds, Consumer<Progress> progress) {
        return refill(Flux.fromIterable(aggregateIds), progress);
    }

    @Override
    public Mono<Progress> ofAll(Consumer<Progress> progress) {
        return refill(store.allIds(), progress);
    }

    private Mono<Progress> refill(Flux<String> ids, Consumer<Progress> progress) {
        return Mono.using(
                () -> new Run(new Outlet(bootstrap, type.stream())),
                // LIMIT: a window of aggregates at a time, so that memory does not grow with their number.
                run -> ids.buffer(Limits.RELAY_BATCH_MAX)
                        .concatMap(
                                some -> store.load(some)
                                        .flatMapMany(found -> Flux.fromIterable(found.values()))
                                        .concatMap(run::one)
                                        .then(Mono.fromSupplier(() -> run.sent))
                                        .doOnNext(progress),
                                1)
                        .then(Mono.fromSupplier(() -> run.sent)),
                Run::close);
    }

    /** One refill with its own way out, so that it never holds up the relay. */
    private final class Run {
        private final Outlet outlet;
        private final Messages<S> messages = new Messages<>(type);
        private Progress sent = new Progress(0, 0, 0);

        Run(Outlet outlet) {
            this.outlet = outlet;
        }

        Mono<Void> one(StoredAggregate aggregate) {
            return Journal.pages(store, aggregate, 1, aggregate.journalHead().sequence())
                    .concatMap(page -> send(messages.events(page), 0), 1)
                    .then(Mono.defer(() -> send(messages.snapshots(List.of(aggregate)), 1)));
        }

        private Mono<Void> send(List<ProducerRecord<String, byte[]>> records, int snapshots) {
            return Mono.<Void>fromRunnable(() -> {
                        try {
                            outlet.send(records);
                            sent = new Progress(
                                    sent.aggregates() + snapshots,
                                    sent.events() + records.size() - snapshots,
                                    sent.snapshots() + snapshots);
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                            throw new KafkaException("the refill was stopped", e);
                        }
                    })
                    .subscribeOn(Schedulers.boundedElastic());
        }

        void close() {
            outlet.close();
        }
    }
}
