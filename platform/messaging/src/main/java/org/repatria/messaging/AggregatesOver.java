package org.repatria.messaging;

import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Aggregates that execute commands in a way of their own, and are read from others as these stand. */
public abstract class AggregatesOver<C, S> implements Aggregates<C, S> {

    private final Aggregates<?, S> read;

    protected AggregatesOver(Aggregates<?, S> read) {
        this.read = read;
    }

    @Override
    public final Mono<Current<S>> read(String aggregateId) {
        return read.read(aggregateId);
    }

    @Override
    public final Flux<Current<S>> readAll(List<String> aggregateIds) {
        return read.readAll(aggregateIds);
    }

    @Override
    public final Flux<JournalEntry> journal(String aggregateId, long afterSequence, int limit) {
        return read.journal(aggregateId, afterSequence, limit);
    }

    @Override
    public final Flux<JournalEntry> toldJournal(String aggregateId, long afterTold, int limit) {
        return read.toldJournal(aggregateId, afterTold, limit);
    }

    @Override
    public final Mono<JournalVerification> verify(String aggregateId) {
        return read.verify(aggregateId);
    }
}
