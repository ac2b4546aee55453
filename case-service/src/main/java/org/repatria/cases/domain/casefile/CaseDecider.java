package org.repatria.cases.domain.casefile;

import static org.repatria.cases.domain.CaseReason.*;
import static org.repatria.decider.Decision.accept;
import static org.repatria.decider.Decision.acceptAll;
import static org.repatria.decider.Decision.nothingToDo;
import static org.repatria.decider.Decision.refuse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.repatria.cases.domain.Side;
import org.repatria.cases.domain.casefile.Case.Closed;
import org.repatria.cases.domain.casefile.Case.Draft;
import org.repatria.cases.domain.casefile.Case.ErasedStub;
import org.repatria.cases.domain.casefile.Case.NotAvailable;
import org.repatria.cases.domain.casefile.Case.OnHold;
import org.repatria.cases.domain.casefile.Case.Open;
import org.repatria.cases.domain.casefile.Case.Opened;
import org.repatria.cases.domain.casefile.Case.Resolved;
import org.repatria.cases.domain.casefile.Case.ReturnedForInfo;
import org.repatria.cases.domain.casefile.Case.Screening;
import org.repatria.cases.domain.casefile.Case.UnderChallenge;
import org.repatria.cases.domain.casefile.Case.Underway;
import org.repatria.cases.domain.casefile.Case.Unopened;
import org.repatria.cases.domain.casefile.CaseCommand.ApproveIdentityCorrection;
import org.repatria.cases.domain.casefile.CaseCommand.AssignCase;
import org.repatria.cases.domain.casefile.CaseCommand.CloseCase;
import org.repatria.cases.domain.casefile.CaseCommand.CorrectIdentity;
import org.repatria.cases.domain.casefile.CaseCommand.HoldCase;
import org.repatria.cases.domain.casefile.CaseCommand.NoteAssets;
import org.repatria.cases.domain.casefile.CaseCommand.NoteFallenNotice;
import org.repatria.cases.domain.casefile.CaseCommand.OnDossier;
import org.repatria.cases.domain.casefile.CaseCommand.OpenCase;
import org.repatria.cases.domain.casefile.CaseCommand.RecordAnswer;
import org.repatria.cases.domain.casefile.CaseCommand.ResumeCase;
import org.repatria.cases.domain.casefile.CaseCommand.ReturnCase;
import org.repatria.cases.domain.casefile.CaseCommand.SubmitCase;
import org.repatria.cases.domain.casefile.CaseCommand.UnderPolicy;
import org.repatria.cases.domain.casefile.CaseCommand.WithConsequences;
import org.repatria.cases.domain.casefile.CaseEvent.AnswerReceived;
import org.repatria.cases.domain.casefile.CaseEvent.AssetsNoted;
import org.repatria.cases.domain.casefile.CaseEvent.CaseAssigned;
import org.repatria.cases.domain.casefile.CaseEvent.CaseClosed;
import org.repatria.cases.domain.casefile.CaseEvent.CaseOpened;
import org.repatria.cases.domain.casefile.CaseEvent.CasePutOnHold;
import org.repatria.cases.domain.casefile.CaseEvent.CaseResumed;
import org.repatria.cases.domain.casefile.CaseEvent.CaseReturnedForInfo;
import org.repatria.cases.domain.casefile.CaseEvent.CaseSubmitted;
import org.repatria.cases.domain.casefile.CaseEvent.DuplicateSuspected;
import org.repatria.cases.domain.casefile.CaseEvent.LeaningsChanged;
import org.repatria.cases.domain.law.LegalOccasion;
import org.repatria.cases.domain.law.RuleBook;
import org.repatria.cases.domain.leaning.LeaningEvent.FallenNoticeNoted;
import org.repatria.decider.Decider;
import org.repatria.decider.Decision;
import org.repatria.decider.Obstacle;
import org.repatria.decider.Occasion;
import org.repatria.decider.Refusal;
import org.repatria.policy.AccessReason;
import org.repatria.policy.Verdict;

/** The life of a case as two tables. The compiler keeps both complete: there is no {@code default}. */
public final class CaseDecider implements Decider<CaseCommand, Case, CaseEvent> {

    private static final Obstacle OFFICER_OF_STATE = Obstacle.of(
            "OFFICER", "assignee", "must be the id of an analyst, case officer or legal officer of your state");

    private final Function<Instant, RuleBook> law;

    /**
     * Decides by the law of the day.
     *
     * @param law the rules as they were known at a moment
     */
    public CaseDecider(Function<Instant, RuleBook> law) {
        this.law = law;
    }

    @Override
    public Case initial() {
        return new Unopened();
    }

    /** What each command does in each stage. Asking twice for the same thing is no mistake and no event. */
    @Override
    public Decision<CaseEvent> decide(CaseCommand command, Case state, Occasion occasion) {
        var on = new LegalOccasion(occasion, law.apply(occasion.at()));
        return command instanceof UnderPolicy asked ? underPolicy(asked, state, on) : whole(command, state, on);
    }

    private static Decision<CaseEvent> whole(CaseCommand command, Case state, LegalOccasion on) {
        var decision = decideAlone(command, state, on);
        return decision instanceof Decision.Accepted<CaseEvent>(var events)
                ? acceptAll(new Tellings().with(state, following(command, state, events, on)))
                : decision;
    }

    private static List<CaseEvent> following(
            CaseCommand command, Case state, List<CaseEvent> events, LegalOccasion on) {
        return switch (command) {
            // News that say nothing new are as common as assets are many; nothing follows from them.
            case NoteAssets _ -> events.isEmpty() ? events : Consequences.of(state, events, on);
            case WithConsequences _ -> Consequences.of(state, events, on);
            default -> events;
        };
    }

    /** What nobody opened, or what is left of an erased case, is there for nobody. */
    private static Decision<CaseEvent> underPolicy(UnderPolicy asked, Case state, LegalOccasion on) {
        if (!(state instanceof Opened opened)) {
            return refuse(CASE_NOT_FOUND);
        }
        var verdict = asked.verdictOn(opened.file(), on.occasion());
        if (verdict != Verdict.ALLOWED) {
            return refuse(AccessReason.of(verdict, CASE_NOT_FOUND));
        }
        if (asked.command() instanceof AssignCase assign && !assign.assignee().isAssignableBy(on.by())) {
            return refuse(Refusal.of(ASSIGNEE_UNKNOWN, OFFICER_OF_STATE));
        }
        return Side.of(on.by().authority(), opened.file().relation()) == Side.REQUESTING
                ? forRequestingState(asked.command(), opened, on)
                : whole(asked.command(), state, on);
    }

    /**
     * INVARIANT: what the requesting state is refused it is refused for what it may know. Its steps are weighed on what
     * it is told; those of the host state on everything. What cannot be done even so is not available, without a
     * reason.
     */
    private static Decision<CaseEvent> forRequestingState(CaseCommand command, Opened opened, LegalOccasion on) {
        var told = decideAlone(command, ToldCase.of(opened), on);
        if (!(told instanceof Decision.Accepted<CaseEvent>)) {
            return told;
        }
        // A mark of conflict keeps out whoever bears it, whichever state has set it.
        if (opened.file().dossier().safeguards().conflicts().hasConflict(on.by().id())) {
            return refuse(CASE_NOT_AVAILABLE);
        }
        var decided = whole(command, opened, on);
        return decided instanceof Decision.Accepted<CaseEvent> ? decided : refuse(CASE_NOT_AVAILABLE);
    }

    private static Decision<CaseEvent> decideAlone(CaseCommand command, Case state, LegalOccasion on) {
        return switch (new Asked(state, command)) {
            // What other services and other cases tell is never refused: nobody could do anything about it there.
            case Asked(Opened o, NoteAssets c)
            when c.assets().isNewerThan(o.file().dossier().allKnownAssets()) ->
                accept(new AssetsNoted(o.id(), c.assets(), c.at()));
            case Asked(Open o, NoteFallenNotice c) -> noteFallenNotice(o, c);
            case Asked(Case _, NoteFallenNotice _) -> nothingToDo();
            case Asked(Case _, NoteAssets _) -> nothingToDo();
            case Asked(ErasedStub _, CaseCommand _) -> refuse(CASE_ERASED);

            case Asked(Unopened _, OpenCase c) -> acceptAll(opening(c, on));
            case Asked(Unopened _, CaseCommand _) -> refuse(CASE_NOT_FOUND);
            case Asked(Opened o, OpenCase c) when wasOpenedBy(o.file(), c) -> nothingToDo();
            case Asked(Opened _, OpenCase _) -> refuse(CASE_ALREADY_EXISTS);
            case Asked(Opened o, OnDossier c) -> DossierDecider.decide(c, o, on);

            // Only in what the other state is told.
            case Asked(NotAvailable n, AssignCase c)
            when n.file().isAssignedTo(c.assignee().id()) -> nothingToDo();
            case Asked(NotAvailable n, AssignCase c) ->
                accept(new CaseAssigned(n.id(), c.assignee().id(), on.at()));
            case Asked(NotAvailable _, CaseCommand _) -> refuse(CASE_NOT_AVAILABLE);

            case Asked(Draft d, SubmitCase _) -> submit(d, on);
            case Asked(Screening _, SubmitCase _) -> nothingToDo();
            case Asked(ReturnedForInfo _, SubmitCase _) -> refuse(CASE_AWAITS_INFORMATION);
            case Asked(OnHold _, SubmitCase _) -> refuse(CASE_ON_HOLD);
            case Asked(Open _, SubmitCase _) -> refuse(CASE_PAST_SCREENING);

            case Asked(Draft _, ReturnCase _) -> refuse(CASE_NOT_SUBMITTED);
            case Asked(Screening s, ReturnCase c) -> askForInformation(s, c, on);
            case Asked(ReturnedForInfo r, ReturnCase c) when isAskedFor(r, c) -> nothingToDo();
            case Asked(ReturnedForInfo _, ReturnCase _) -> refuse(CASE_AWAITS_INFORMATION);
            case Asked(OnHold _, ReturnCase _) -> refuse(CASE_ON_HOLD);
            case Asked(Open _, ReturnCase _) -> refuse(CASE_PAST_SCREENING);

            case Asked(Draft _, RecordAnswer _) -> refuse(CASE_AWAITS_NO_INFORMATION);
            case Asked(Screening _, RecordAnswer _) -> refuse(CASE_AWAITS_NO_INFORMATION);
            case Asked(ReturnedForInfo r, RecordAnswer c) -> recordAnswer(r, c, on);
            case Asked(OnHold _, RecordAnswer _) -> refuse(CASE_ON_HOLD);
            case Asked(Open _, RecordAnswer _) -> refuse(CASE_AWAITS_NO_INFORMATION);

            case Asked(Open o, CorrectIdentity c) -> Correcting.propose(o, c, on);
            case Asked(Open o, ApproveIdentityCorrection c) -> Correcting.approve(o, c, on);

            case Asked(Open o, AssignCase c)
            when o.file().isAssignedTo(c.assignee().id()) -> nothingToDo();
            case Asked(Open o, AssignCase c) ->
                accept(new CaseAssigned(o.id(), c.assignee().id(), on.at()));

            case Asked(OnHold h, HoldCase c) when isHeldBy(h, c) -> nothingToDo();
            case Asked(OnHold _, HoldCase _) -> refuse(CASE_ON_HOLD);
            case Asked(UnderChallenge _, HoldCase _) -> refuse(CASE_UNDER_CHALLENGE);
            case Asked(Resolved _, HoldCase _) -> refuse(CASE_RESOLVED);
            case Asked(Open o, HoldCase c) -> putOnHold(o, c, on);
            case Asked(OnHold h, ResumeCase _) -> accept(new CaseResumed(h.id(), h.comesBackTo(), on.at()));
            case Asked(Open _, ResumeCase _) -> refuse(CASE_NOT_ON_HOLD);

            case Asked(Open _, CloseCase c) when c.outcome().needsPathway() -> refuse(OUTCOME_NEEDS_PATHWAY);
            case Asked(Underway _, CloseCase _) -> refuse(CLOSING_NEEDS_TWO);
            case Asked(UnderChallenge _, CloseCase _) -> refuse(CLOSING_NEEDS_TWO);
            case Asked(Resolved _, CloseCase _) -> refuse(CLOSING_NEEDS_TWO);
            case Asked(OnHold h, CloseCase _) when isUnderway(h.comesBackTo()) -> refuse(CLOSING_NEEDS_TWO);
            case Asked(Open o, CloseCase c) -> accept(new CaseClosed(o.id(), c.outcome(), c.reasons(), on.at()));
            case Asked(Closed d, CloseCase c) when wasClosedBy(d, c) -> nothingToDo();
            case Asked(Opened _, CaseCommand _) -> refuse(CASE_CLOSED);
        };
    }

    @Override
    public Case evolve(Case state, CaseEvent event) {
        return CaseHistory.evolve(state, event);
    }

    private record Asked(Case state, CaseCommand command) {}

    private static List<CaseEvent> opening(OpenCase c, LegalOccasion on) {
        var events = new ArrayList<CaseEvent>();
        events.add(new CaseOpened(
                c.caseId(), c.relation(), c.subject(), c.location(), c.allegation(), c.origin(), on.at()));
        for (var other : c.suspectedDuplicates()) {
            events.add(new DuplicateSuspected(c.caseId(), other, on.at()));
        }
        return events;
    }

    private static Decision<CaseEvent> noteFallenNotice(Open o, NoteFallenNotice c) {
        return o.file().dossier().allLeanings().takes(c.notice())
                ? accept(new LeaningsChanged(o.id(), new FallenNoticeNoted(c.notice()), c.at()))
                : nothingToDo();
    }

    private static boolean wasOpenedBy(CaseFile file, OpenCase c) {
        return file.relation().equals(c.relation())
                && file.subject().equals(c.subject())
                && file.location().equals(c.location())
                && file.allegation().equals(c.allegation())
                && file.origin().equals(c.origin());
    }

    private static boolean wasClosedBy(Closed closed, CloseCase c) {
        return closed.outcome() == c.outcome() && closed.reasons().equals(c.reasons());
    }

    private static Decision<CaseEvent> submit(Draft draft, LegalOccasion on) {
        var missing = Submission.missing(draft.file());
        return missing.isEmpty()
                ? accept(new CaseSubmitted(draft.id(), on.at()))
                : refuse(new Refusal(SUBMISSION_INCOMPLETE, missing));
    }

    private static Decision<CaseEvent> askForInformation(Screening screening, ReturnCase c, LegalOccasion on) {
        return c.gaps().isEmpty()
                ? refuse(GAPS_REQUIRED)
                : accept(new CaseReturnedForInfo(
                        screening.id(),
                        new InformationRequest(
                                c.gaps(),
                                PolicyDay.of(PolicyDay.ANSWER, screening.file().relation(), on)
                                        .last()),
                        on.at()));
    }

    private static boolean isAskedFor(ReturnedForInfo returned, ReturnCase c) {
        return returned.file().request().filter(r -> r.gaps().equals(c.gaps())).isPresent();
    }

    private static Decision<CaseEvent> recordAnswer(ReturnedForInfo returned, RecordAnswer c, LegalOccasion on) {
        if (c.answers().isEmpty()) {
            return refuse(ANSWER_REQUIRED);
        }
        var gaps = returned.file().request().map(r -> r.gaps().size()).orElse(0);
        var answered = new HashSet<Integer>();
        for (var answer : c.answers()) {
            if (answer.gap() < 1 || answer.gap() > gaps || !answered.add(answer.gap())) {
                return refuse(GAP_UNKNOWN);
            }
        }
        return accept(new AnswerReceived(returned.id(), List.copyOf(c.answers()), on.at()));
    }

    private static boolean isHeldBy(OnHold hold, HoldCase c) {
        return hold.reason().equals(c.reason()) && hold.reviewOn().equals(c.reviewOn());
    }

    private static Decision<CaseEvent> putOnHold(Open open, HoldCase c, LegalOccasion on) {
        var latest = PolicyDay.of(PolicyDay.HOLD_REVIEW, open.file().relation(), on);
        var inTime = c.reviewOn().isAfter(on.today()) && !c.reviewOn().isAfter(latest.last());
        return inTime
                ? accept(new CasePutOnHold(open.id(), open.stage(), c.reason(), c.reviewOn(), on.at()))
                : refuse(Refusal.of(HOLD_REVIEW_NOT_IN_TIME, latest.reviewNotInTime()));
    }

    private static boolean isUnderway(Stage stage) {
        return switch (stage) {
            case ACCEPTED, STRATEGY_PROPOSED, STRATEGY_AGREED, ACTIVE -> true;
            case DRAFT, SCREENING, RETURNED_FOR_INFO, NOT_ACCEPTED -> false;
            case ON_HOLD, UNDER_CHALLENGE, RESOLVED, CLOSED, ARCHIVED, ERASED_STUB, NOT_AVAILABLE -> false;
        };
    }
}
