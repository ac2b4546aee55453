package org.repatria.notifications.flows;

import java.util.List;
import org.repatria.decider.Outcome;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.AggregatesOver;
import org.repatria.messaging.CommandEnvelope;
import reactor.core.publisher.Mono;

/** Aggregates as a process sees them that dies before each of its writes. It reads everything and writes nothing. */
final class DyingAggregates<C, S> extends AggregatesOver<C, S> {

    DyingAggregates(Aggregates<C, S> real) {
        super(real);
    }

    @Override
    public Mono<Outcome<S>> execute(CommandEnvelope<C> envelope) {
        return Mono.empty();
    }

    @Override
    public Mono<List<Outcome<S>>> executeAll(List<CommandEnvelope<C>> envelopes) {
        return Mono.empty();
    }
}
