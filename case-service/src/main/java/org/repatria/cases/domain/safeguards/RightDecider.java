package org.repatria.cases.domain.safeguards;

import static org.repatria.cases.domain.safeguards.SafeguardRefusal.Fact.*;
import static org.repatria.decider.Decision.accept;
import static org.repatria.decider.Decision.nothingToDo;
import static org.repatria.decider.Decision.refuse;

import java.util.List;
import java.util.Optional;
import org.repatria.cases.domain.Obstacle;
import org.repatria.cases.domain.law.Officer;
import org.repatria.cases.domain.safeguards.RightCommand.RecordRight;
import org.repatria.cases.domain.safeguards.RightEvent.RightRecorded;
import org.repatria.decider.Decision;
import org.repatria.decider.text.VisibleText;

/** How the evidence of an observed right comes on file. */
final class RightDecider {

    private static final List<Officer> MAY_RECORD =
            List.of(Officer.parse("CO"), Officer.parse("LO"), Officer.parse("SU"), Officer.parse("DPO"));

    private RightDecider() {}

    static Decision<SafeguardEvent, SafeguardRefusal> decide(
            RightCommand command, Safeguards state, Circumstances around) {
        return switch (command) {
            case RecordRight c -> record(c, state.rights(), around);
        };
    }

    static Rights evolve(Rights state, RightEvent event) {
        return switch (event) {
            case RightRecorded e -> state.with(e.right());
        };
    }

    private static Decision<SafeguardEvent, SafeguardRefusal> record(
            RecordRight c, Rights state, Circumstances around) {
        var known = state.entry(c.rightId());
        if (known.isPresent()) {
            return known.filter(right -> isRecordOf(right, c, around)).isPresent()
                    ? nothingToDo()
                    : refuse(SafeguardRefusal.of(RIGHT_EXISTS));
        }
        return Demands.officer(c.kind().name(), MAY_RECORD, around)
                .or(() -> incomplete(c, around))
                .or(() -> Demands.room(state.observed().size(), Rights.OBSERVED_MAX, "rights"))
                .<Decision<SafeguardEvent, SafeguardRefusal>>map(Decision::refuse)
                .orElseGet(() -> accept(new RightRecorded(
                        new RightObserved(c.rightId(), c.kind(), c.on(), c.evidence(), around.signature(c.note())))));
    }

    private static boolean isRecordOf(RightObserved right, RecordRight c, Circumstances around) {
        return right.kind() == c.kind()
                && right.on().equals(c.on())
                && right.evidence().equals(c.evidence())
                && right.recorded().saysTheSameAs(around.signature(c.note()));
    }

    private static Optional<SafeguardRefusal> incomplete(RecordRight c, Circumstances around) {
        return VisibleText.isBlank(c.evidence())
                        || Moments.isStillToCome(c.on(), around.occasion().at())
                ? Optional.of(SafeguardRefusal.of(
                        RIGHT_INCOMPLETE,
                        Obstacle.of(
                                "EVIDENCE_REQUIRED",
                                c.kind().name(),
                                "An observed right has evidence and a day that has come.")))
                : Optional.empty();
    }
}
