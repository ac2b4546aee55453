package org.repatria.cases.flows.reassessing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.repatria.cases.domain.casefile.Case;
import org.repatria.cases.domain.casefile.CaseCommand;
import org.repatria.cases.domain.casefile.CaseCommand.ReassessCase;
import org.repatria.cases.domain.law.RuleBook;
import org.repatria.cases.domain.reassessment.KnownLaw;
import org.repatria.decider.Actor;
import org.repatria.decider.Ids;
import org.repatria.decider.Occasion;
import org.repatria.decider.Outcome;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.CommandEnvelope;
import org.repatria.messaging.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Has a batch of cases assessed again. To ask twice changes nothing, since a run that says the same is not kept. */
final class Reassessing {

    private static final Logger LOG = LoggerFactory.getLogger(Reassessing.class);
    private static final Actor ACTOR = Actor.system("reassessment");

    private final Aggregates<CaseCommand, Case> cases;

    Reassessing(Aggregates<CaseCommand, Case> cases) {
        this.cases = cases;
    }

    /** How many of them now stand differently. Errors: {@link Unsettled} where some could not be written yet. */
    Mono<Integer> assess(List<String> ids, KnownLaw law, RuleBook rules, Instant now) {
        var envelopes = ids.stream().map(id -> envelope(id, law, now)).toList();
        return Mono.defer(() -> cases.executeAll(envelopes))
                .onErrorResume(error -> error instanceof StoreUnavailable ? Mono.error(error) : oneByOne(envelopes))
                .map(outcomes -> changed(envelopes, outcomes));
    }

    /** A defect met by one case must not keep the others from being assessed. */
    private Mono<List<Outcome<Case>>> oneByOne(List<CommandEnvelope<CaseCommand>> envelopes) {
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

    private static int changed(List<CommandEnvelope<CaseCommand>> envelopes, List<Outcome<Case>> outcomes) {
        var changed = 0;
        var unsettled = new ArrayList<String>();
        for (var outcome : outcomes) {
            switch (outcome) {
                case Outcome.Done<Case>(Case.Opened opened, var _) ->
                    changed += isOfThisWalk(opened, envelopes.getFirst().occasion()) ? 1 : 0;
                case Outcome.Fulfilled<Case> _ -> {}
                // It has ended meanwhile.
                case Outcome.Refused<Case> _ -> {}
                case Outcome.OutboxFull<Case> _, Outcome.Contended<Case> _ ->
                    unsettled.add(outcome.getClass().getSimpleName());
                case Outcome.Stale<Case> _, Outcome.CommandIdReused<Case> _ ->
                    throw new IllegalStateException("an assessment names no version and no command id");
            }
        }
        if (!unsettled.isEmpty()) {
            throw new Unsettled(unsettled.size() + " cases take no event now: " + unsettled.getFirst());
        }
        return changed;
    }

    /** Runs of one walk carry one moment. */
    private static boolean isOfThisWalk(Case.Opened opened, Occasion asked) {
        return opened.file()
                .dossier()
                .run()
                .filter(run -> run.at().equals(asked.at()) && run.requestedBy().equals(ACTOR.id()))
                .isPresent();
    }

    private static CommandEnvelope<CaseCommand> envelope(String id, KnownLaw law, Instant now) {
        var runId = Ids.derived("run-", id, law.edition(), law.day().toString());
        return CommandEnvelope.of(id, new ReassessCase(runId), Occasion.of(ACTOR, now));
    }

    /** Kafka is away or others write the same cases: the page is assessed again a little later. */
    static final class Unsettled extends RuntimeException {
        Unsettled(String detail) {
            super(detail, null, false, false);
        }
    }
}
