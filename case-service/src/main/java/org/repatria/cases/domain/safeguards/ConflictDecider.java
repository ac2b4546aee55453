package org.repatria.cases.domain.safeguards;

import static org.repatria.cases.domain.CaseReason.*;
import static org.repatria.decider.Decision.accept;
import static org.repatria.decider.Decision.nothingToDo;
import static org.repatria.decider.Decision.refuse;

import java.util.List;
import java.util.Optional;
import org.repatria.cases.domain.Side;
import org.repatria.cases.domain.law.Officer;
import org.repatria.cases.domain.law.Setting;
import org.repatria.cases.domain.safeguards.ConflictCommand.MarkConflict;
import org.repatria.cases.domain.safeguards.ConflictCommand.UnmarkConflict;
import org.repatria.cases.domain.safeguards.ConflictEvent.ConflictMarked;
import org.repatria.cases.domain.safeguards.ConflictEvent.ConflictUnmarked;
import org.repatria.decider.Decision;
import org.repatria.decider.Obstacle;
import org.repatria.decider.Refusal;

/** Who is taken out of a case for an interest of their own, and who says so. */
final class ConflictDecider {

    /** Source: SG-25, the supervisor finds and the head confirms. */
    private static final List<Officer> MAY_MARK = List.of(Officer.parse("SU"), Officer.parse("HD"));

    private ConflictDecider() {}

    static Decision<SafeguardEvent> decide(ConflictCommand command, Safeguards state, Setting around) {
        return switch (command) {
            case MarkConflict c -> mark(c, state.conflicts(), around);
            case UnmarkConflict c -> unmark(c, state.conflicts(), around);
        };
    }

    static ConflictMarks evolve(ConflictMarks state, ConflictEvent event) {
        return switch (event) {
            case ConflictMarked e -> state.with(e.mark());
            case ConflictUnmarked e -> state.without(e.officer());
        };
    }

    private static Decision<SafeguardEvent> mark(MarkConflict c, ConflictMarks state, Setting around) {
        var known = state.mark(c.officer());
        if (known.isPresent()) {
            return isAgain(known.get().signature(), c, around) ? nothingToDo() : refuse(Refusal.of(CONFLICT_MARKED));
        }
        var ofOneself = c.officer().equals(around.occasion().by().id());
        var wrong = ofOneself ? Optional.<Refusal>empty() : Demands.officer(c.officer(), MAY_MARK, around);
        return wrong.or(() -> Demands.reasons(c.officer(), c.reasons()))
                .or(() -> Demands.room(state.marks().size(), ConflictMarks.MARKS_MAX, "conflict marks"))
                .<Decision<SafeguardEvent>>map(Decision::refuse)
                .orElseGet(() -> accept(new ConflictMarked(
                        new ConflictMark(c.officer(), Signature.of(around.occasion(), c.reasons())))));
    }

    /**
     * Whether a mark repeats the one that is known. A mark of the host state, of which the requesting state is not
     * told, keeps the officer out for that state too: no refusal tells of it.
     */
    private static boolean isAgain(Signature known, MarkConflict c, Setting around) {
        var unseen = Side.of(around.occasion().by().authority(), around.relation()) == Side.REQUESTING
                && Side.of(known.authority(), around.relation()) != Side.REQUESTING;
        return unseen || known.saysTheSameAs(Signature.of(around.occasion(), c.reasons()));
    }

    private static Decision<SafeguardEvent> unmark(UnmarkConflict c, ConflictMarks state, Setting around) {
        if (!state.hasConflict(c.officer())) {
            return refuse(Refusal.of(CONFLICT_NOT_MARKED));
        }
        return Demands.officer(c.officer(), MAY_MARK, around)
                .or(() -> oneself(c.officer(), around))
                .or(() -> Demands.freeOfConflict(
                        c.officer(), around.occasion().by().id(), state))
                .or(() -> Demands.reasons(c.officer(), c.reasons()))
                .<Decision<SafeguardEvent>>map(Decision::refuse)
                .orElseGet(
                        () -> accept(new ConflictUnmarked(c.officer(), Signature.of(around.occasion(), c.reasons()))));
    }

    private static Optional<Refusal> oneself(String officer, Setting around) {
        return officer.equals(around.occasion().by().id())
                ? Optional.of(Refusal.of(
                        SAME_PERSON,
                        Obstacle.of("SAME_PERSON", officer, "Nobody lifts a conflict of interest of their own.")))
                : Optional.empty();
    }
}
