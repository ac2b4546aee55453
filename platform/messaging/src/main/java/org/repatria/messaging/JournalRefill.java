package org.repatria.messaging;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Reads journals page by page and sends what was published then, as it was, told and confided alike. */
final class JournalRefill<S> implements Refill {

    private final AggregateType<?, S, ?> type;
    private final AggregateStore store;
    private final String bootstrap;

    JournalRefill(AggregateType<?, S, ?> type, AggregateStore store, String bootstrap) {
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
                () -> new Run(new Outlet(bootstrap, type)),
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
                    .concatMap(page -> sendEvents(messages.events(page)), 1)
                    .then(Mono.defer(() -> sendSnapshots(messages.snapshots(aggregate, isTold(aggregate)))));
        }

        /** Of an aggregate of which nothing was ever told the topics for both states know nothing. */
        private static boolean isTold(StoredAggregate aggregate) {
            return aggregate.told().version() > 0;
        }

        private Mono<Void> sendEvents(List<ProducerRecord<String, byte[]>> records) {
            return send(
                    records, () -> new Progress(sent.aggregates(), sent.events() + records.size(), sent.snapshots()));
        }

        private Mono<Void> sendSnapshots(List<ProducerRecord<String, byte[]>> records) {
            return send(
                    records,
                    () -> new Progress(sent.aggregates() + 1, sent.events(), sent.snapshots() + records.size()));
        }

        private Mono<Void> send(List<ProducerRecord<String, byte[]>> records, Supplier<Progress> then) {
            return Mono.<Void>fromRunnable(() -> {
                        try {
                            outlet.send(records);
                            sent = then.get();
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
