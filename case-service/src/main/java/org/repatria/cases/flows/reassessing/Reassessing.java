package org.repatria.cases.flows.reassessing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.repatria.cases.domain.casefile.Case;
import org.repatria.cases.domain.casefile.CaseCommand;
import org.repatria.cases.domain.casefile.CaseCommand.Assess;
import org.repatria.cases.domain.casefile.CaseEvent;
import org.repatria.cases.domain.casefile.CaseRefusal;
import org.repatria.cases.domain.law.Occasion;
import org.repatria.cases.domain.law.RuleBook;
import org.repatria.cases.domain.reassessment.KnownLaw;
import org.repatria.decider.Actor;
import org.repatria.decider.Outcome;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.CommandEnvelope;
import org.repatria.messaging.Ids;
import org.repatria.messaging.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Has a batch of cases assessed again; to ask twice changes nothing, since a run that says the same is not kept. */
final class Reassessing {

    private static final Logger LOG = LoggerFactory.getLogger(Reassessing.class);
    private static final Actor ACTOR = Actor.system("reassessment");

    private final Aggregates<CaseCommand, Case, CaseEvent, CaseRefusal> cases;

    Reassessing(Aggregates<CaseCommand, Case, CaseEvent, CaseRefusal> cases) {
        this.cases = cases;
    }

    /** How many of them now stand differently. Errors: {@link Unsettled} where some could not be written yet. */
    Mono<Integer> assess(List<String> ids, KnownLaw law, RuleBook rules, Instant now) {
        var envelopes = ids.stream().map(id -> envelope(id, law, rules, now)).toList();
        return Mono.defer(() -> cases.executeAll(envelopes))
                .onErrorResume(error -> error instanceof StoreUnavailable ? Mono.error(error) : oneByOne(envelopes))
                .map(outcomes -> changed(envelopes, outcomes));
    }

    /** A defect met by one case must not keep the others from being assessed. */
    private Mono<List<Outcome<Case, CaseRefusal>>> oneByOne(List<CommandEnvelope<CaseCommand>> envelopes) {
        return Flux.fromIterable(envelopes)
                .concatMap(envelope -> Mono.defer(() -> cases.execute(envelope)).onErrorResume(error -> {
                    if (error instanceof StoreUnavailable) {
                        return Mono.error(error);
                    }
                    LOG.error("{} cannot be assessed again and stays as it is", envelope.aggregateId(), error);
                    return Mono.empty();
                }))
                .collectList();
    }

    private static int changed(
            List<CommandEnvelope<CaseCommand>> envelopes, List<Outcome<Case, CaseRefusal>> outcomes) {
        var changed = 0;
        var unsettled = new ArrayList<String>();
        for (var outcome : outcomes) {
            switch (outcome) {
                case Outcome.Done<Case, CaseRefusal>(Case.Opened opened, var _) ->
                    changed += isOfThisWalk(opened, envelopes.getFirst().command()) ? 1 : 0;
                case Outcome.Done<Case, CaseRefusal> _, Outcome.Repeated<Case, CaseRefusal> _ -> {}
                // It has ended meanwhile.
                case Outcome.Refused<Case, CaseRefusal> _ -> {}
                case Outcome.OutboxFull<Case, CaseRefusal> _, Outcome.Contended<Case, CaseRefusal> _ ->
                    unsettled.add(outcome.getClass().getSimpleName());
                case Outcome.Stale<Case, CaseRefusal> _, Outcome.CommandIdReused<Case, CaseRefusal> _ ->
                    throw new IllegalStateException("an assessment names no version and no command id");
            }
        }
        if (!unsettled.isEmpty()) {
            throw new Unsettled(unsettled.size() + " cases take no event now: " + unsettled.getFirst());
        }
        return changed;
    }

    /** Runs of one walk carry one moment. */
    private static boolean isOfThisWalk(Case.Opened opened, CaseCommand asked) {
        return opened.file()
                .dossier()
                .run()
                .filter(run -> run.at().equals(asked.at()) && run.requestedBy().equals(ACTOR.id()))
                .isPresent();
    }

    private static CommandEnvelope<CaseCommand> envelope(String id, KnownLaw law, RuleBook rules, Instant now) {
        return new CommandEnvelope<>(
                id,
                new Assess(
                        Ids.derived("run-", id, law.edition(), law.day().toString()),
                        true,
                        new Occasion(now, ACTOR, rules)),
                ACTOR,
                now,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Kafka is away or others write the same cases: the page is assessed again a little later. */
    static final class Unsettled extends RuntimeException {
        Unsettled(String detail) {
            super(detail, null, false, false);
        }
    }
}
