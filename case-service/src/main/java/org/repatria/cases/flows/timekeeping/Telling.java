package org.repatria.cases.flows.timekeeping;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.repatria.cases.domain.law.Occasion;
import org.repatria.cases.domain.law.RuleBook;
import org.repatria.decider.Actor;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.CommandEnvelope;
import reactor.core.publisher.Mono;

/**
 * Tells one aggregate what time it is, under the rules as they are known then.
 *
 * @param passTime the command by which it lets time pass
 */
public record Telling<C, S, E, R>(
        Aggregates<C, S, E, R> aggregates, Function<Occasion, C> passTime, Function<Instant, RuleBook> rules)
        implements BiFunction<String, Instant, Mono<Void>> {

    private static final Actor ACTOR = Actor.system("timekeeper");

    /** A refusal is no mistake: what is gone by now has no moments any more. */
    @Override
    public Mono<Void> apply(String id, Instant now) {
        var command = passTime.apply(new Occasion(now, ACTOR, rules.apply(now)));
        return aggregates
                .execute(new CommandEnvelope<>(
                        id,
                        command,
                        ACTOR,
                        now,
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()))
                .then();
    }
}
