package org.repatria.messaging;

import java.util.List;
import java.util.function.Consumer;
import reactor.core.publisher.Mono;

/**
 * Refills Kafka from the journal. It sends every published event of an aggregate in order, then its newest snapshots.
 * An operator's action after the loss of topics; consumers skip what they have already seen.
 */
public interface Refill {

    /** Sends the history of some aggregates. */
    Mono<Progress> of(List<String> aggregateIds, Consumer<Progress> progress);

    /** Sends the history of every aggregate; reads the whole collection, which nothing else does. */
    Mono<Progress> ofAll(Consumer<Progress> progress);

    /** How far a refill is: counts of what is acknowledged by Kafka. */
    record Progress(long aggregates, long events, long snapshots) {}
}
