package org.repatria.cases.domain.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.repatria.cases.domain.casefile.Case.Opened;
import org.repatria.cases.domain.lifecycle.Course;
import org.repatria.cases.domain.lifecycle.Courses;
import org.repatria.cases.domain.lifecycle.LifecycleCommand;
import org.repatria.cases.domain.lifecycle.LifecycleEvent.Moved;
import org.repatria.cases.domain.lifecycle.Proposal;

/** The case itself as one more course. So its stages are moved by the same table and the same two pairs of eyes. */
public final class CaseCourse {

    private static final String KIND = "case";

    private CaseCourse() {}

    static Course of(Opened state) {
        return new Course(
                state.id().value(),
                KIND,
                KIND,
                state.stage().name(),
                Map.of(),
                state.file().dossier().lastStep().stream()
                        .filter(step -> step.to().equals(state.stage().name()))
                        .toList(),
                List.of(),
                state.file().openedAt());
    }

    /** The courses of the case, and the case itself among them. */
    static Courses beside(Opened state) {
        var known = state.file().dossier().courses();
        var all = new ArrayList<>(known.courses());
        all.add(of(state));
        return new Courses(all, known.proposals());
    }

    /** The stage to which a case comes back once a challenge is answered: a challenge ends a hold. */
    static Stage turnsAsideFrom(Opened state) {
        return state instanceof Case.OnHold held ? held.comesBackTo() : state.stage();
    }

    /** Whether a command is about the case itself. */
    static boolean isMeant(LifecycleCommand command, Opened state) {
        var id = state.id().value();
        return switch (command) {
            case LifecycleCommand.MakeMove c -> c.move().courseId().equals(id);
            case LifecycleCommand.ApproveProposal c -> isProposedFor(id, c.proposalId(), state);
            case LifecycleCommand.RefuseProposal c -> isProposedFor(id, c.proposalId(), state);
            case LifecycleCommand.WithdrawProposal c -> isProposedFor(id, c.proposalId(), state);
            case LifecycleCommand.ExpireProposals _ -> true;
            case LifecycleCommand.OpenCourse _ -> false;
            case LifecycleCommand.RecordLaterCharge _ -> false;
            case LifecycleCommand.DecideLaterCharge _ -> false;
        };
    }

    private static boolean isProposedFor(String caseId, String proposalId, Opened state) {
        return state.file()
                .dossier()
                .courses()
                .proposal(proposalId)
                .map(Proposal::move)
                .filter(move -> move.courseId().equals(caseId))
                .isPresent();
    }

    /** The coded reason or outcome that goes with a move of the case. */
    static Optional<String> word(Moved moved, Opened state) {
        return switch (Stage.valueOf(moved.to())) {
            case NOT_ACCEPTED -> said(moved, "reasonCode");
            case RESOLVED -> said(moved, "outcome");
            case UNDER_CHALLENGE -> said(moved, "challenge");
            case CLOSED, ARCHIVED -> word(state);
            case DRAFT, SCREENING, RETURNED_FOR_INFO, ACCEPTED, STRATEGY_PROPOSED, STRATEGY_AGREED -> Optional.empty();
            case ACTIVE, ON_HOLD, ERASED_STUB, NOT_AVAILABLE -> Optional.empty();
        };
    }

    private static Optional<String> said(Moved moved, String particular) {
        return Optional.ofNullable(moved.particulars().get(particular));
    }

    /**
     * The outcome of a case, or the coded reason for which it was not accepted. It is empty while the case is open, or
     * where it is not told.
     */
    public static Optional<String> word(Opened state) {
        return switch (state) {
            case Case.Resolved r -> Optional.of(r.outcome().name());
            case Case.Closed c -> Optional.of(c.outcome().name());
            case Case.NotAccepted n -> Optional.of(n.ground()).filter(ground -> !ground.isEmpty());
            case Case.Archived a -> Optional.of(a.word()).filter(word -> !word.isEmpty());
            case Case.Open _ -> Optional.empty();
        };
    }
}
