package org.repatria.cases.domain.safeguards;

import static org.repatria.cases.domain.CaseReason.*;
import static org.repatria.decider.Decision.accept;
import static org.repatria.decider.Decision.nothingToDo;
import static org.repatria.decider.Decision.refuse;

import java.util.List;
import java.util.Optional;
import org.repatria.cases.domain.law.Officer;
import org.repatria.cases.domain.law.Setting;
import org.repatria.cases.domain.safeguards.RightCommand.RecordRight;
import org.repatria.cases.domain.safeguards.RightEvent.RightRecorded;
import org.repatria.clocks.Happened;
import org.repatria.decider.Decision;
import org.repatria.decider.Obstacle;
import org.repatria.decider.Refusal;
import org.repatria.decider.text.VisibleText;

/** How the evidence of an observed right comes on file. */
final class RightDecider {

    private static final List<Officer> MAY_RECORD =
            List.of(Officer.parse("CO"), Officer.parse("LO"), Officer.parse("SU"), Officer.parse("DPO"));

    private RightDecider() {}

    static Decision<SafeguardEvent> decide(RightCommand command, Safeguards state, Setting around) {
        return switch (command) {
            case RecordRight c -> record(c, state.rights(), around);
        };
    }

    static Rights evolve(Rights state, RightEvent event) {
        return switch (event) {
            case RightRecorded e -> state.with(e.right());
        };
    }

    private static Decision<SafeguardEvent> record(RecordRight c, Rights state, Setting around) {
        var known = state.entry(c.rightId());
        if (known.isPresent()) {
            return known.filter(right -> isRecordOf(right, c, around)).isPresent()
                    ? nothingToDo()
                    : refuse(Refusal.of(RIGHT_EXISTS));
        }
        return Demands.officer(c.right().name(), MAY_RECORD, around)
                .or(() -> incomplete(c, around))
                .or(() -> Demands.room(state.observed().size(), Rights.OBSERVED_MAX, "rights"))
                .<Decision<SafeguardEvent>>map(Decision::refuse)
                .orElseGet(() -> accept(new RightRecorded(new RightObserved(
                        c.rightId(),
                        c.right(),
                        Happened.on(c.on()),
                        c.evidence(),
                        Signature.of(around.occasion(), c.note().orElse(""))))));
    }

    private static boolean isRecordOf(RightObserved right, RecordRight c, Setting around) {
        return right.kind() == c.right()
                && right.on().equals(Happened.on(c.on()))
                && right.evidence().equals(c.evidence())
                && right.recorded()
                        .saysTheSameAs(Signature.of(around.occasion(), c.note().orElse("")));
    }

    private static Optional<Refusal> incomplete(RecordRight c, Setting around) {
        return VisibleText.isBlank(c.evidence())
                        || Moments.isStillToCome(
                                Happened.on(c.on()), around.occasion().at())
                ? Optional.of(Refusal.of(
                        RIGHT_INCOMPLETE,
                        Obstacle.of(
                                "EVIDENCE_REQUIRED",
                                c.right().name(),
                                "An observed right has evidence and a day that has come.")))
                : Optional.empty();
    }
}
