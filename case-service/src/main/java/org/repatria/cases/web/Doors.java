package org.repatria.cases.web;

import java.util.function.Supplier;
import org.repatria.cases.domain.access.CaseAccess;
import org.repatria.decider.Outcome;
import org.repatria.edge.Call;
import org.repatria.edge.GeneralProblem;
import org.repatria.edge.Problem;
import org.repatria.policy.Act;
import org.repatria.policy.Verdict;
import org.repatria.readmodel.Visibility;
import reactor.core.publisher.Mono;

/** What the verdicts of the policy are in HTTP. Decides nothing itself. */
final class Doors {

    private Doors() {}

    /** Lets an allowed actor pass; to one who may not see the case there is no case. */
    static void pass(Call call, Verdict verdict, CaseProblem unseen) {
        switch (verdict) {
            case ALLOWED -> {}
            case PURPOSE_REQUIRED -> call.requiredPurpose();
            case UNSEEN -> throw unseen.problem().raised();
            case FORBIDDEN -> throw forbidden().raised();
        }
    }

    static Problem forbidden() {
        return Problem.of(
                GeneralProblem.FORBIDDEN,
                "Your role, your side, or what you are to this case (not its assignee, say) does not allow this.");
    }

    /**
     * A version that is not the current one, or a race, says nothing to somebody for whom there is nothing.
     *
     * @param seen reads what is asked of and answers the problem of who may not see it
     */
    static <S, R> Mono<Outcome<S, R>> keepingSilent(Outcome<S, R> outcome, Supplier<? extends Mono<?>> seen) {
        return switch (outcome) {
            case Outcome.Stale<S, R> _, Outcome.Contended<S, R> _ -> seen.get().thenReturn(outcome);
            case Outcome.Done<S, R> _,
                    Outcome.Repeated<S, R> _,
                    Outcome.Refused<S, R> _,
                    Outcome.CommandIdReused<S, R> _,
                    Outcome.OutboxFull<S, R> _ -> Mono.just(outcome);
        };
    }

    /** What a caller finds by an act. */
    static Visibility visibility(Call call, Act act) {
        return Visibility.anyOf(CaseAccess.sight(call.actor(), act));
    }
}
