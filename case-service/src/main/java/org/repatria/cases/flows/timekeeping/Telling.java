package org.repatria.cases.flows.timekeeping;

import java.time.Instant;
import java.util.function.BiFunction;
import org.repatria.decider.Actor;
import org.repatria.decider.Occasion;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.CommandEnvelope;
import reactor.core.publisher.Mono;

/**
 * Tells one aggregate what time it is.
 *
 * @param passTime the command by which it lets time pass
 */
public record Telling<C, S>(Aggregates<C, S> aggregates, C passTime)
        implements BiFunction<String, Instant, Mono<Void>> {

    private static final Actor ACTOR = Actor.system("timekeeper");

    /** A refusal is no mistake: what is gone by now has no moments any more. */
    @Override
    public Mono<Void> apply(String id, Instant now) {
        return aggregates
                .execute(CommandEnvelope.of(id, passTime, Occasion.of(ACTOR, now)))
                .then();
    }
}
