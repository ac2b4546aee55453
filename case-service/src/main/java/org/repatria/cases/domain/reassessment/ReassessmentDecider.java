package org.repatria.cases.domain.reassessment;

import static org.repatria.cases.domain.reassessment.ReassessmentReason.*;
import static org.repatria.decider.Decision.accept;
import static org.repatria.decider.Decision.nothingToDo;
import static org.repatria.decider.Decision.refuse;

import java.util.Optional;
import java.util.function.Function;
import org.repatria.cases.domain.reassessment.Reassessment.Round;
import org.repatria.cases.domain.reassessment.ReassessmentCommand.AdvanceRound;
import org.repatria.cases.domain.reassessment.ReassessmentCommand.BeginRound;
import org.repatria.cases.domain.reassessment.ReassessmentCommand.EndRound;
import org.repatria.cases.domain.reassessment.ReassessmentCommand.SettleLaw;
import org.repatria.cases.domain.reassessment.ReassessmentCommand.TakeRoundOver;
import org.repatria.cases.domain.reassessment.ReassessmentCommand.WalkAgain;
import org.repatria.cases.domain.reassessment.ReassessmentEvent.LawSettled;
import org.repatria.cases.domain.reassessment.ReassessmentEvent.RoundAdvanced;
import org.repatria.cases.domain.reassessment.ReassessmentEvent.RoundBegun;
import org.repatria.cases.domain.reassessment.ReassessmentEvent.RoundEnded;
import org.repatria.cases.domain.reassessment.ReassessmentEvent.RoundRestarted;
import org.repatria.cases.domain.reassessment.ReassessmentEvent.RoundTakenOver;
import org.repatria.decider.Decider;
import org.repatria.decider.Decision;
import org.repatria.decider.Occasion;

/** One instance at a time walks through the cases, and another goes on where it fell silent. */
public final class ReassessmentDecider implements Decider<ReassessmentCommand, Reassessment, ReassessmentEvent> {

    @Override
    public Reassessment initial() {
        return Reassessment.none();
    }

    @Override
    public Decision<ReassessmentEvent> decide(ReassessmentCommand command, Reassessment state, Occasion on) {
        return switch (command) {
            case SettleLaw c when state.round().isPresent() -> refuse(ROUND_UNDER_WAY);
            case SettleLaw c when state.settled().filter(c.law()::isTheSameAs).isPresent() -> nothingToDo();
            case SettleLaw c -> accept(new LawSettled(c.law()));
            case BeginRound c when state.round().isPresent() -> refuse(ROUND_UNDER_WAY);
            case BeginRound c -> accept(new RoundBegun(c.law(), c.relations(), c.by()));
            case TakeRoundOver c -> takeOver(c, state, on);
            case AdvanceRound c ->
                walking(c.by(), state, _ -> new RoundAdvanced(c.reached(), c.looked(), c.changed(), on.at()));
            case WalkAgain c -> walking(c.by(), state, _ -> new RoundRestarted(on.at()));
            case EndRound c ->
                walking(
                        c.by(),
                        state,
                        round -> new RoundEnded(
                                round.law(), round.looked() + c.looked(), round.changed() + c.changed(), on.at()));
        };
    }

    private static Decision<ReassessmentEvent> takeOver(TakeRoundOver c, Reassessment state, Occasion on) {
        if (state.round().isEmpty()) {
            return refuse(NO_ROUND);
        }
        var round = state.round().get();
        if (round.isOf(c.by())) {
            return nothingToDo();
        }
        return round.isAbandoned(on.at()) ? accept(new RoundTakenOver(c.by(), on.at())) : refuse(ROUND_OF_ANOTHER);
    }

    private static Decision<ReassessmentEvent> walking(
            String by, Reassessment state, Function<Round, ReassessmentEvent> step) {
        if (state.round().isEmpty()) {
            return refuse(NO_ROUND);
        }
        return state.round().get().isOf(by) ? accept(step.apply(state.round().get())) : refuse(ROUND_OF_ANOTHER);
    }

    @Override
    public Reassessment evolve(Reassessment state, ReassessmentEvent event) {
        return switch (event) {
            case LawSettled e -> new Reassessment(Optional.of(e.law()), Optional.empty());
            case RoundBegun e ->
                new Reassessment(
                        state.settled(),
                        Optional.of(new Round(
                                e.law(),
                                e.relations(),
                                e.by(),
                                Optional.empty(),
                                0,
                                0,
                                e.law().at(),
                                e.law().at())));
            case RoundTakenOver e -> with(state, round -> round.takenOver(e.by(), e.at()));
            case RoundAdvanced e -> with(state, round -> round.advanced(e.reached(), e.looked(), e.changed(), e.at()));
            case RoundRestarted e -> with(state, round -> round.again(e.at()));
            case RoundEnded e -> new Reassessment(Optional.of(e.law()), Optional.empty());
        };
    }

    private static Reassessment with(Reassessment state, Function<Round, Round> step) {
        return new Reassessment(state.settled(), state.round().map(step));
    }
}
