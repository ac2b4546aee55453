package org.repatria.notifications.flows;

import java.util.List;
import org.repatria.decider.Outcome;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.CommandEnvelope;
import org.repatria.messaging.JournalEntry;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Aggregates as a process sees them that dies before each of its writes. It reads everything and writes nothing. */
record DyingAggregates<C, S>(Aggregates<C, S> real) implements Aggregates<C, S> {

    @Override
    public Mono<Outcome<S>> execute(CommandEnvelope<C> envelope) {
        return Mono.empty();
    }

    @Override
    public Mono<List<Outcome<S>>> executeAll(List<CommandEnvelope<C>> envelopes) {
        return Mono.empty();
    }

    @Override
    public Mono<Current<S>> read(String aggregateId) {
        return real.read(aggregateId);
    }

    @Override
    public Flux<Current<S>> readAll(List<String> aggregateIds) {
        return real.readAll(aggregateIds);
    }

    @Override
    public Flux<JournalEntry> journal(String aggregateId, long afterSequence, int limit) {
        return real.journal(aggregateId, afterSequence, limit);
    }

    @Override
    public Flux<JournalEntry> toldJournal(String aggregateId, long afterTold, int limit) {
        return real.toldJournal(aggregateId, afterTold, limit);
    }

    @Override
    public Mono<JournalVerification> verify(String aggregateId) {
        return real.verify(aggregateId);
    }
}
