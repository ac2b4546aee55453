package org.repatria.cases.web;

import java.util.function.Supplier;
import org.repatria.cases.domain.access.CaseAccess;
import org.repatria.decider.Outcome;
import org.repatria.decider.Reason;
import org.repatria.edge.Answers;
import org.repatria.edge.Call;
import org.repatria.edge.GeneralProblem;
import org.repatria.edge.Problem;
import org.repatria.policy.AccessReason;
import org.repatria.policy.Act;
import org.repatria.policy.Verdict;
import org.repatria.readmodel.Visibility;
import reactor.core.publisher.Mono;

/** What the verdicts of the policy are in HTTP. Decides nothing itself. */
final class Doors {

    private Doors() {}

    /** Lets an allowed actor pass; to one who may not see the case there is no case. */
    static void pass(Call call, Verdict verdict, Reason unseen) {
        switch (verdict) {
            case ALLOWED -> {}
            case PURPOSE_REQUIRED -> call.requiredPurpose();
            case UNSEEN -> throw Answers.of(unseen).raised();
            case FORBIDDEN -> throw forbidden().raised();
        }
    }

    /** What the policy refused on the reading of a command is answered as at any other door. */
    static <S> Outcome<S> refused(Call call, Outcome<S> outcome) {
        if (outcome instanceof Outcome.Refused<S>(var refusal, var _, var _)) {
            switch (refusal.reason()) {
                case AccessReason.FORBIDDEN -> throw forbidden().raised();
                case AccessReason.PURPOSE_REQUIRED -> call.requiredPurpose();
                default -> {}
            }
        }
        return outcome;
    }

    static Problem forbidden() {
        return Problem.of(
                GeneralProblem.FORBIDDEN,
                "Your role, your side, or what you are to this case (not its assignee, say) does not allow this.");
    }

    /**
     * Keeps silent to somebody for whom there is nothing. A version that is not the current one, or a race, is then not
     * told.
     *
     * @param seen reads what is asked of and answers the problem of who may not see it
     */
    static <S> Mono<Outcome<S>> keepingSilent(Outcome<S> outcome, Supplier<? extends Mono<?>> seen) {
        return outcome instanceof Outcome.Stale || outcome instanceof Outcome.Contended
                ? seen.get().thenReturn(outcome)
                : Mono.just(outcome);
    }

    /** What a caller finds by an act. */
    static Visibility visibility(Call call, Act act) {
        return Visibility.anyOf(CaseAccess.sight(call.actor(), act));
    }
}
