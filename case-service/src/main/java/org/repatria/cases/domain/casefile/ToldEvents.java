package org.repatria.cases.domain.casefile;

import java.util.Optional;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.Side;
import org.repatria.cases.domain.casefile.Case.Opened;
import org.repatria.cases.domain.casefile.CaseEvent.AnswerReceived;
import org.repatria.cases.domain.casefile.CaseEvent.AssetsNoted;
import org.repatria.cases.domain.casefile.CaseEvent.CaseAssessed;
import org.repatria.cases.domain.casefile.CaseEvent.CaseAssigned;
import org.repatria.cases.domain.casefile.CaseEvent.CaseClosed;
import org.repatria.cases.domain.casefile.CaseEvent.CaseOpened;
import org.repatria.cases.domain.casefile.CaseEvent.CasePutOnHold;
import org.repatria.cases.domain.casefile.CaseEvent.CaseResumed;
import org.repatria.cases.domain.casefile.CaseEvent.CaseReturnedForInfo;
import org.repatria.cases.domain.casefile.CaseEvent.CaseSubmitted;
import org.repatria.cases.domain.casefile.CaseEvent.ClockChanged;
import org.repatria.cases.domain.casefile.CaseEvent.CourseChanged;
import org.repatria.cases.domain.casefile.CaseEvent.DuplicateSuspected;
import org.repatria.cases.domain.casefile.CaseEvent.FactsChanged;
import org.repatria.cases.domain.casefile.CaseEvent.IdentityCorrected;
import org.repatria.cases.domain.casefile.CaseEvent.IdentityCorrectionProposed;
import org.repatria.cases.domain.casefile.CaseEvent.LeaningsChanged;
import org.repatria.cases.domain.casefile.CaseEvent.MissingChecksChanged;
import org.repatria.cases.domain.casefile.CaseEvent.OtherStateTold;
import org.repatria.cases.domain.casefile.CaseEvent.RecoveryGroundChanged;
import org.repatria.cases.domain.casefile.CaseEvent.ReviewRequired;
import org.repatria.cases.domain.casefile.CaseEvent.SafeguardsChanged;
import org.repatria.cases.domain.casefile.CaseEvent.SharingChanged;
import org.repatria.cases.domain.casefile.CaseEvent.StageReached;
import org.repatria.cases.domain.casefile.CaseEvent.StrategyChanged;
import org.repatria.cases.domain.facts.FactsEvent;
import org.repatria.cases.domain.leaning.LeaningEvent;
import org.repatria.cases.domain.lifecycle.Lifecycle;
import org.repatria.cases.domain.lifecycle.LifecycleEvent;
import org.repatria.cases.domain.lifecycle.Lifecycles;
import org.repatria.cases.domain.safeguards.CheckEvent;
import org.repatria.cases.domain.safeguards.ConfidedChecks;
import org.repatria.cases.domain.safeguards.ConflictEvent;
import org.repatria.cases.domain.safeguards.RightEvent;
import org.repatria.cases.domain.safeguards.SafeguardEvent;
import org.repatria.cases.domain.safeguards.Signature;
import org.repatria.cases.domain.safeguards.StayEvent;
import org.repatria.clocks.Clock;
import org.repatria.clocks.ClockEvent;

/**
 * Of which events of a case the requesting state is told at all.
 *
 * <p>INVARIANT: an event that is not told changes nothing of {@link ToldCase}.
 */
public final class ToldEvents {

    private ToldEvents() {}

    /**
     * Whether the requesting state is told, and told of it as it is.
     *
     * @param after the case once it has happened
     */
    public static boolean isTold(CaseEvent event, Case after) {
        return switch (event) {
            case CaseOpened _, CaseSubmitted _, CaseReturnedForInfo _, AnswerReceived _ -> true;
            case CaseAssigned _, CaseClosed _, StrategyChanged _ -> true;
            // Who the person is both states know; what it means to checks and recipients is told by events of its own.
            case IdentityCorrectionProposed _, IdentityCorrected _ -> true;
            case OtherStateTold _ -> true;
            // What is told of a case that rests or is under challenge is an event of its own.
            case CasePutOnHold _, CaseResumed _ -> false;
            case StageReached e -> isToldByName(e.from()) && isToldByName(e.to());
            case FactsChanged e -> isTold(e.event());
            case CaseAssessed e -> e.told().isPresent();
            case CourseChanged e -> after instanceof Opened now && isTold(e.event(), now);
            case SafeguardsChanged e -> after instanceof Opened now && isTold(e.event(), now);
            case LeaningsChanged e ->
                after instanceof Opened now && isTold(e.event(), now.file().relation());
            case ClockChanged e ->
                clock(e.event(), after)
                        .filter(clock -> clock.rule().knownTo().isTold())
                        .isPresent();
            case AssetsNoted _, RecoveryGroundChanged _ -> false;
            case DuplicateSuspected _, SharingChanged _, MissingChecksChanged _, ReviewRequired _ -> false;
        };
    }

    private static boolean isToldByName(Stage stage) {
        return Lifecycles.of("case").isToldByName(stage.name());
    }

    private static boolean isTold(FactsEvent event) {
        return switch (event) {
            case FactsEvent.FactsRecorded e ->
                e.facts().stream().anyMatch(fact -> fact.name().knownTo().isTold());
            case FactsEvent.OffenceRecorded e -> e.offence().isTold();
        };
    }

    private static boolean isTold(LifecycleEvent event, Opened after) {
        return switch (event) {
            case LifecycleEvent.CourseOpened e -> isToldWhole(e.courseId(), after);
            case LifecycleEvent.Moved e -> isToldWhole(e.courseId(), after);
            case LifecycleEvent.MoveProposed e -> e.proposal().isTold();
            case LifecycleEvent.ProposalApproved e -> isToldWhole(e.courseId(), after);
            case LifecycleEvent.ProposalRefused e -> isToldWhole(e.courseId(), after);
            case LifecycleEvent.ProposalWithdrawn e -> isToldWhole(e.courseId(), after);
            case LifecycleEvent.ProposalExpired e -> isToldWhole(e.courseId(), after);
            case LifecycleEvent.ProposalOvertaken e -> isToldWhole(e.courseId(), after);
            case LifecycleEvent.LaterChargeRecorded e -> isToldWhole(e.courseId(), after);
            case LifecycleEvent.LaterChargeDecided e -> isToldWhole(e.courseId(), after);
        };
    }

    private static boolean isToldWhole(String courseId, Opened after) {
        return CaseCourse.beside(after)
                .course(courseId)
                .map(course -> Lifecycles.of(course.kind()))
                .filter(Lifecycle::isToldWhole)
                .isPresent();
    }

    private static boolean isTold(SafeguardEvent event, Opened after) {
        return switch (event) {
            case CheckEvent.CheckRecorded e -> isTold(e.entry().check());
            case CheckEvent.CheckApproved e -> isEntryTold(e.entryId(), after);
            case CheckEvent.CheckRejected e -> isEntryTold(e.entryId(), after);
            case CheckEvent.ConditionsAccepted e -> isEntryTold(e.entryId(), after);
            case CheckEvent.CheckWithdrawn e -> isEntryTold(e.entryId(), after);
            case CheckEvent.CheckChallenged e -> isTold(e.check());
            case CheckEvent.CheckOverridden e -> isTold(e.override().check());
            case ConflictEvent.ConflictMarked e -> isOfRequestingState(e.mark().signature(), after);
            case ConflictEvent.ConflictUnmarked e -> isOfRequestingState(e.signature(), after);
            case StayEvent _, RightEvent _ -> false;
        };
    }

    private static boolean isTold(String check) {
        return ConfidedChecks.knownTo(check).isTold();
    }

    private static boolean isEntryTold(String entryId, Opened after) {
        return after.file()
                .dossier()
                .safeguards()
                .checks()
                .entry(entryId)
                .filter(entry -> isTold(entry.check()))
                .isPresent();
    }

    private static boolean isOfRequestingState(Signature signature, Opened after) {
        return Side.of(signature.authority(), after.file().relation()) == Side.REQUESTING;
    }

    /**
     * Whether the requesting state is told of a leaning: which of its own cases lean on a notice. That a notice fell,
     * the notice itself tells.
     */
    private static boolean isTold(LeaningEvent event, Relation relation) {
        return switch (event) {
            case LeaningEvent.CaseLeans e -> e.leaning().isTold(relation);
            case LeaningEvent.LeaningEnded e -> e.leaning().isTold(relation);
            case LeaningEvent.FallenNoticeNoted e -> e.notice().relation().equals(relation);
            case LeaningEvent.NoticeFell _ -> false;
        };
    }

    /** The clock that an event is about. */
    public static Optional<Clock> clock(ClockEvent event, Case after) {
        return switch (event) {
            case ClockEvent.HappeningKept _ -> Optional.empty();
            case ClockEvent.ClockStarted e -> Optional.of(e.clock());
            case ClockEvent.ClockSatisfied e -> clock(e.clockId(), after);
            case ClockEvent.LateHappeningNoted e -> clock(e.clockId(), after);
            case ClockEvent.ClockSuspended e -> clock(e.clockId(), after);
            case ClockEvent.ClockResumed e -> clock(e.clockId(), after);
            case ClockEvent.WarningGiven e -> clock(e.clockId(), after);
            case ClockEvent.ClockExpired e -> clock(e.clockId(), after);
            case ClockEvent.ClockExtended e -> clock(e.clockId(), after);
            case ClockEvent.ClockRebased e -> clock(e.clockId(), after);
            case ClockEvent.ClockSuperseded e -> clock(e.clockId(), after);
            case ClockEvent.ExpiryConfirmed e -> clock(e.clockId(), after);
            case ClockEvent.ExpiryRefuted e -> clock(e.clockId(), after);
            case ClockEvent.ClockCancelled e -> clock(e.clockId(), after);
        };
    }

    private static Optional<Clock> clock(String id, Case after) {
        return after instanceof Opened now ? now.file().dossier().clocks().clock(id) : Optional.empty();
    }
}
