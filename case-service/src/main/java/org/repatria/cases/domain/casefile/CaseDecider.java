package org.repatria.cases.domain.casefile;

import static org.repatria.cases.domain.casefile.CaseRefusal.Fact.*;
import static org.repatria.decider.Decision.accept;
import static org.repatria.decider.Decision.acceptAll;
import static org.repatria.decider.Decision.nothingToDo;
import static org.repatria.decider.Decision.refuse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.repatria.cases.domain.Side;
import org.repatria.cases.domain.casefile.Case.Archived;
import org.repatria.cases.domain.casefile.Case.Closed;
import org.repatria.cases.domain.casefile.Case.Draft;
import org.repatria.cases.domain.casefile.Case.ErasedStub;
import org.repatria.cases.domain.casefile.Case.NotAccepted;
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
import org.repatria.cases.domain.casefile.CaseCommand.AskedBy;
import org.repatria.cases.domain.casefile.CaseCommand.AssignCase;
import org.repatria.cases.domain.casefile.CaseCommand.CloseCase;
import org.repatria.cases.domain.casefile.CaseCommand.ForgetAsset;
import org.repatria.cases.domain.casefile.CaseCommand.NoteAsset;
import org.repatria.cases.domain.casefile.CaseCommand.NoteFallenNotice;
import org.repatria.cases.domain.casefile.CaseCommand.OnDossier;
import org.repatria.cases.domain.casefile.CaseCommand.OnOccasion;
import org.repatria.cases.domain.casefile.CaseCommand.OpenCase;
import org.repatria.cases.domain.casefile.CaseCommand.PutOnHold;
import org.repatria.cases.domain.casefile.CaseCommand.RecordAnswer;
import org.repatria.cases.domain.casefile.CaseCommand.Resume;
import org.repatria.cases.domain.casefile.CaseCommand.ReturnForInformation;
import org.repatria.cases.domain.casefile.CaseCommand.SubmitForScreening;
import org.repatria.cases.domain.casefile.CaseEvent.AnswerReceived;
import org.repatria.cases.domain.casefile.CaseEvent.AssetForgotten;
import org.repatria.cases.domain.casefile.CaseEvent.AssetNoted;
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
import org.repatria.cases.domain.casefile.CaseEvent.LeaningsChanged;
import org.repatria.cases.domain.casefile.CaseEvent.MissingChecksChanged;
import org.repatria.cases.domain.casefile.CaseEvent.OtherStateTold;
import org.repatria.cases.domain.casefile.CaseEvent.ReviewRequired;
import org.repatria.cases.domain.casefile.CaseEvent.SafeguardsChanged;
import org.repatria.cases.domain.casefile.CaseEvent.SharingChanged;
import org.repatria.cases.domain.casefile.CaseEvent.StageReached;
import org.repatria.cases.domain.casefile.CaseEvent.StrategyChanged;
import org.repatria.cases.domain.casefile.CaseRefusal.Blocked;
import org.repatria.cases.domain.casefile.CaseRefusal.NotFor;
import org.repatria.cases.domain.casefile.CaseRefusal.SubmissionIncomplete;
import org.repatria.cases.domain.clocks.ClockDecider;
import org.repatria.cases.domain.facts.FactsDecider;
import org.repatria.cases.domain.leaning.LeaningDecider;
import org.repatria.cases.domain.leaning.LeaningEvent;
import org.repatria.cases.domain.leaning.LeaningEvent.FallenNoticeNoted;
import org.repatria.cases.domain.lifecycle.LifecycleDecider;
import org.repatria.cases.domain.lifecycle.Step;
import org.repatria.cases.domain.safeguards.SafeguardDecider;
import org.repatria.cases.domain.sharing.SharingDecider;
import org.repatria.cases.domain.strategy.StrategyDecider;
import org.repatria.decider.Decider;
import org.repatria.decider.Decision;
import org.repatria.policy.Verdict;

/** The life of a case as two tables. The compiler keeps both complete: there is no {@code default}. */
public final class CaseDecider implements Decider<CaseCommand, Case, CaseEvent, CaseRefusal> {

    @Override
    public Case initial() {
        return new Unopened();
    }

    /** What each command does in each stage. Asking twice for the same thing is no mistake and no event. */
    @Override
    public Decision<CaseEvent, CaseRefusal> decide(CaseCommand command, Case state) {
        if (command instanceof AskedBy asked) {
            return decideAsked(asked, state);
        }
        var decision = decideAlone(command, state);
        return decision instanceof Decision.Accepted<CaseEvent, CaseRefusal>(var events)
                ? acceptAll(new Tellings().with(state, following(command, state, events)))
                : decision;
    }

    private static List<CaseEvent> following(CaseCommand command, Case state, List<CaseEvent> events) {
        return command instanceof OnOccasion c ? Consequences.of(state, events, c.occasion()) : events;
    }

    /** What nobody opened, or what is left of an erased case, is there for nobody. */
    private Decision<CaseEvent, CaseRefusal> decideAsked(AskedBy asked, Case state) {
        if (!(state instanceof Opened opened)) {
            return refuse(CASE_NOT_FOUND);
        }
        var verdict = asked.verdictOn(opened.file());
        if (verdict != Verdict.ALLOWED) {
            return refuse(new NotFor(verdict));
        }
        if (asked.command() instanceof AssignCase assign && !assign.assignee().isAssignableBy(asked.actor())) {
            return refuse(ASSIGNEE_UNKNOWN);
        }
        return Side.of(asked.actor().authority(), opened.file().relation()) == Side.REQUESTING
                ? decideForRequestingState(asked, opened)
                : decide(asked.command(), state);
    }

    /**
     * INVARIANT: what the requesting state is refused it is refused for what it may know. Its steps are weighed on what it is told;
     * those of the host state on everything. What cannot be done even so is not available, without a reason.
     */
    private Decision<CaseEvent, CaseRefusal> decideForRequestingState(AskedBy asked, Opened opened) {
        var told = decideAlone(asked.command(), ToldCase.of(opened));
        if (!(told instanceof Decision.Accepted<CaseEvent, CaseRefusal>)) {
            return told;
        }
        // A mark of conflict keeps out whoever bears it, whichever state has set it.
        if (opened.file()
                .dossier()
                .safeguards()
                .conflicts()
                .hasConflict(asked.actor().id())) {
            return refuse(CASE_NOT_AVAILABLE);
        }
        var decided = decide(asked.command(), opened);
        return decided instanceof Decision.Accepted<CaseEvent, CaseRefusal> ? decided : refuse(CASE_NOT_AVAILABLE);
    }

    private Decision<CaseEvent, CaseRefusal> decideAlone(CaseCommand command, Case state) {
        return switch (new Asked(state, command)) {
            // What other services and other cases tell is never refused: nobody could do anything about it there.
            case Asked(Opened o, NoteAsset c) when !o.file().relation().involves(c.holder()) -> nothingToDo();
            case Asked(Opened o, NoteAsset c) -> noteAsset(o, c);
            case Asked(Opened o, ForgetAsset c) -> forgetAsset(o, c);
            case Asked(Open o, NoteFallenNotice c) -> noteFallenNotice(o, c);
            case Asked(Case _, NoteFallenNotice _) -> nothingToDo();
            case Asked(Case _, NoteAsset _) -> nothingToDo();
            case Asked(Case _, ForgetAsset _) -> nothingToDo();
            case Asked(ErasedStub _, CaseCommand _) -> refuse(CASE_ERASED);

            case Asked(Unopened _, OpenCase c) -> acceptAll(opening(c));
            case Asked(Unopened _, CaseCommand _) -> refuse(CASE_NOT_FOUND);
            case Asked(Opened o, OpenCase c) when wasOpenedBy(o.file(), c) -> nothingToDo();
            case Asked(Opened _, OpenCase _) -> refuse(CASE_ALREADY_EXISTS);
            case Asked(Opened o, OnDossier c) -> DossierDecider.decide(c, o);

            // Only in what the other state is told.
            case Asked(NotAvailable n, AssignCase c)
            when n.file().isAssignedTo(c.assignee().id()) -> nothingToDo();
            case Asked(NotAvailable n, AssignCase c) ->
                accept(new CaseAssigned(n.id(), c.assignee().id(), c.at()));
            case Asked(NotAvailable _, CaseCommand _) -> refuse(CASE_NOT_AVAILABLE);

            case Asked(Draft d, SubmitForScreening c) -> submit(d, c);
            case Asked(Screening _, SubmitForScreening _) -> nothingToDo();
            case Asked(ReturnedForInfo _, SubmitForScreening _) -> refuse(CASE_AWAITS_INFORMATION);
            case Asked(OnHold _, SubmitForScreening _) -> refuse(CASE_ON_HOLD);
            case Asked(Open _, SubmitForScreening _) -> refuse(CASE_PAST_SCREENING);

            case Asked(Draft _, ReturnForInformation _) -> refuse(CASE_NOT_SUBMITTED);
            case Asked(Screening s, ReturnForInformation c) -> askForInformation(s, c);
            case Asked(ReturnedForInfo r, ReturnForInformation c) when isAskedFor(r, c) -> nothingToDo();
            case Asked(ReturnedForInfo _, ReturnForInformation _) -> refuse(CASE_AWAITS_INFORMATION);
            case Asked(OnHold _, ReturnForInformation _) -> refuse(CASE_ON_HOLD);
            case Asked(Open _, ReturnForInformation _) -> refuse(CASE_PAST_SCREENING);

            case Asked(Draft _, RecordAnswer _) -> refuse(CASE_AWAITS_NO_INFORMATION);
            case Asked(Screening _, RecordAnswer _) -> refuse(CASE_AWAITS_NO_INFORMATION);
            case Asked(ReturnedForInfo r, RecordAnswer c) -> recordAnswer(r, c);
            case Asked(OnHold _, RecordAnswer _) -> refuse(CASE_ON_HOLD);
            case Asked(Open _, RecordAnswer _) -> refuse(CASE_AWAITS_NO_INFORMATION);

            case Asked(Open o, AssignCase c)
            when o.file().isAssignedTo(c.assignee().id()) -> nothingToDo();
            case Asked(Open o, AssignCase c) ->
                accept(new CaseAssigned(o.id(), c.assignee().id(), c.at()));

            case Asked(OnHold h, PutOnHold c) when isHeldBy(h, c) -> nothingToDo();
            case Asked(OnHold _, PutOnHold _) -> refuse(CASE_ON_HOLD);
            case Asked(UnderChallenge _, PutOnHold _) -> refuse(CASE_UNDER_CHALLENGE);
            case Asked(Resolved _, PutOnHold _) -> refuse(CASE_RESOLVED);
            case Asked(Open o, PutOnHold c) -> putOnHold(o, c);
            case Asked(OnHold h, Resume c) -> accept(new CaseResumed(h.id(), h.comesBackTo(), c.at()));
            case Asked(Open _, Resume _) -> refuse(CASE_NOT_ON_HOLD);

            case Asked(Open _, CloseCase c) when c.outcome().needsPathway() -> refuse(OUTCOME_NEEDS_PATHWAY);
            case Asked(Underway _, CloseCase _) -> refuse(CLOSING_NEEDS_TWO);
            case Asked(UnderChallenge _, CloseCase _) -> refuse(CLOSING_NEEDS_TWO);
            case Asked(Resolved _, CloseCase _) -> refuse(CLOSING_NEEDS_TWO);
            case Asked(OnHold h, CloseCase _) when isUnderway(h.comesBackTo()) -> refuse(CLOSING_NEEDS_TWO);
            case Asked(Open o, CloseCase c) -> accept(new CaseClosed(o.id(), c.outcome(), c.reasons(), c.at()));
            case Asked(Closed d, CloseCase c) when wasClosedBy(d, c) -> nothingToDo();
            case Asked(Opened _, CaseCommand _) -> refuse(CASE_CLOSED);
        };
    }

    /** What a case becomes once an event has happened. Never refuses: a fact is a fact. */
    @Override
    public Case evolve(Case state, CaseEvent event) {
        return switch (event) {
            case CaseOpened e -> new Draft(newFile(e));
            case DuplicateSuspected e -> withFile(state, file(state).suspectedDuplicateOf(e.otherCaseId()));
            case CaseSubmitted _ -> new Screening(file(state));
            case CaseReturnedForInfo e -> new ReturnedForInfo(file(state).asking(e.request()));
            case AnswerReceived _ -> new Screening(file(state).answered());
            case CaseAssigned e -> withFile(state, file(state).assignedTo(e.assignee()));
            case CasePutOnHold e -> new OnHold(file(state), e.from(), e.reason(), e.reviewOn());
            case CaseResumed e -> at(e.to(), file(state));
            case CaseClosed e -> new Closed(file(state), e.outcome(), e.reasons(), e.at());
            case StageReached e -> reached(state, e);
            case FactsChanged e -> withDossier(state, d -> d.withFacts(FactsDecider.evolve(d.facts(), e.event())));
            case CaseAssessed e -> withDossier(state, d -> d.withRun(e.run(), e.told()));
            case StrategyChanged e ->
                withDossier(state, d -> d.withStrategies(StrategyDecider.evolve(d.strategies(), e.event())));
            case CourseChanged e ->
                withDossier(state, d -> d.withCourses(LifecycleDecider.evolve(d.courses(), e.event())));
            case SafeguardsChanged e ->
                withDossier(state, d -> d.withSafeguards(SafeguardDecider.evolve(d.safeguards(), e.event())));
            case OtherStateTold _ -> state;
            case SharingChanged e ->
                withDossier(state, d -> d.withDisclosures(SharingDecider.evolve(d.disclosures(), e.event())));
            case LeaningsChanged e -> withDossier(state, d -> leaning(d, e.event()));
            case ClockChanged e -> withDossier(state, d -> d.withClocks(ClockDecider.evolve(d.clocks(), e.event())));
            case MissingChecksChanged e -> withDossier(state, d -> d.withMissing(e.missing()));
            case ReviewRequired e -> withDossier(state, d -> d.toReview(e.cause()));
            case AssetNoted e -> withDossier(state, d -> d.noting(e.asset()));
            case AssetForgotten e -> withDossier(state, d -> d.forgetting(e.assetId()));
        };
    }

    private record Asked(Case state, CaseCommand command) {}

    private static List<CaseEvent> opening(OpenCase c) {
        var events = new ArrayList<CaseEvent>();
        events.add(new CaseOpened(
                c.caseId(), c.relation(), c.subject(), c.location(), c.allegation(), c.origin(), c.at()));
        for (var other : c.suspectedDuplicates()) {
            events.add(new DuplicateSuspected(c.caseId(), other, c.at()));
        }
        return events;
    }

    private static Decision<CaseEvent, CaseRefusal> noteAsset(Opened o, NoteAsset c) {
        var known = o.file().dossier().assets();
        var newer = known.stream()
                .filter(asset -> asset.assetId().equals(c.asset().assetId()))
                .allMatch(asset -> asset.version() < c.asset().version()
                        && !asset.state().equals(c.asset().state()));
        return newer && known.size() < Dossier.ASSETS_MAX
                ? accept(new AssetNoted(o.id(), c.asset(), c.at()))
                : nothingToDo();
    }

    private static Decision<CaseEvent, CaseRefusal> forgetAsset(Opened o, ForgetAsset c) {
        var known = o.file().dossier().assets().stream()
                .anyMatch(asset -> asset.assetId().equals(c.assetId()));
        return known ? accept(new AssetForgotten(o.id(), c.assetId(), c.at())) : nothingToDo();
    }

    private static Decision<CaseEvent, CaseRefusal> noteFallenNotice(Open o, NoteFallenNotice c) {
        return o.file().dossier().allLeanings().takes(c.notice())
                ? accept(new LeaningsChanged(o.id(), new FallenNoticeNoted(c.notice()), c.at()))
                : nothingToDo();
    }

    /** A case on which a notice of another one falls gets the mark that it gets for a notice of its own. */
    private static Dossier leaning(Dossier dossier, LeaningEvent event) {
        var next = dossier.withLeanings(LeaningDecider.evolve(dossier.allLeanings(), event));
        return event instanceof FallenNoticeNoted(var notice)
                ? next.toReview(notice.fate().cause())
                : next;
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

    private static Decision<CaseEvent, CaseRefusal> submit(Draft draft, SubmitForScreening c) {
        var missing = Submission.missing(draft.file());
        return missing.isEmpty()
                ? accept(new CaseSubmitted(draft.id(), c.at()))
                : refuse(new SubmissionIncomplete(missing));
    }

    private static Decision<CaseEvent, CaseRefusal> askForInformation(Screening screening, ReturnForInformation c) {
        return c.gaps().isEmpty()
                ? refuse(GAPS_REQUIRED)
                : accept(new CaseReturnedForInfo(
                        screening.id(),
                        new InformationRequest(
                                c.gaps(),
                                PolicyDay.of(PolicyDay.ANSWER, screening.file().relation(), c.occasion())
                                        .last()),
                        c.at()));
    }

    private static boolean isAskedFor(ReturnedForInfo returned, ReturnForInformation c) {
        return returned.file().request().filter(r -> r.gaps().equals(c.gaps())).isPresent();
    }

    private static Decision<CaseEvent, CaseRefusal> recordAnswer(ReturnedForInfo returned, RecordAnswer c) {
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
        return accept(new AnswerReceived(returned.id(), List.copyOf(c.answers()), c.at()));
    }

    private static boolean isHeldBy(OnHold hold, PutOnHold c) {
        return hold.reason().equals(c.reason()) && hold.reviewOn().equals(c.reviewOn());
    }

    private static Decision<CaseEvent, CaseRefusal> putOnHold(Open open, PutOnHold c) {
        var latest = PolicyDay.of(PolicyDay.HOLD_REVIEW, open.file().relation(), c.occasion());
        var inTime = c.reviewOn().isAfter(c.occasion().today()) && !c.reviewOn().isAfter(latest.last());
        return inTime
                ? accept(new CasePutOnHold(open.id(), open.stage(), c.reason(), c.reviewOn(), c.at()))
                : refuse(new Blocked("HOLD_REVIEW_NOT_IN_TIME", List.of(latest.reviewNotInTime())));
    }

    private static CaseFile newFile(CaseOpened e) {
        return new CaseFile(
                e.caseId(),
                e.relation(),
                e.subject(),
                e.location(),
                e.allegation(),
                e.origin(),
                e.at(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Dossier.empty());
    }

    private static CaseFile file(Case state) {
        return switch (state) {
            case Opened o -> o.file();
            case Unopened _ -> throw new IllegalStateException("an event before the case was opened");
            case ErasedStub _ -> throw new IllegalStateException("an event after the case was erased");
        };
    }

    private static Case withDossier(Case state, UnaryOperator<Dossier> change) {
        var file = file(state);
        return withFile(state, file.with(change.apply(file.dossier())));
    }

    private static Case withFile(Case state, CaseFile file) {
        return switch (state) {
            case Unopened u -> u;
            case ErasedStub e -> e;
            case Draft _ -> new Draft(file);
            case Screening _ -> new Screening(file);
            case ReturnedForInfo _ -> new ReturnedForInfo(file);
            case Underway u -> new Underway(file, u.stage());
            case OnHold h -> new OnHold(file, h.comesBackTo(), h.reason(), h.reviewOn());
            case NotAvailable _ -> new NotAvailable(file);
            case UnderChallenge u -> new UnderChallenge(file, u.comesBackTo(), u.reasons());
            case Resolved r -> new Resolved(file, r.outcome(), r.reasons());
            case NotAccepted n -> new NotAccepted(file, n.ground(), n.reasons(), n.at());
            case Closed c -> new Closed(file, c.outcome(), c.reasons(), c.closedAt());
            case Archived a -> new Archived(file, a.word(), a.reasons(), a.endedAt());
        };
    }

    private static boolean isUnderway(Stage stage) {
        return switch (stage) {
            case ACCEPTED, STRATEGY_PROPOSED, STRATEGY_AGREED, ACTIVE -> true;
            case DRAFT, SCREENING, RETURNED_FOR_INFO, NOT_ACCEPTED -> false;
            case ON_HOLD, UNDER_CHALLENGE, RESOLVED, CLOSED, ARCHIVED, ERASED_STUB, NOT_AVAILABLE -> false;
        };
    }

    private static Case at(Stage stage, CaseFile file) {
        return switch (stage) {
            case DRAFT -> new Draft(file);
            case SCREENING -> new Screening(file);
            case RETURNED_FOR_INFO -> new ReturnedForInfo(file);
            case ACCEPTED, STRATEGY_PROPOSED, STRATEGY_AGREED, ACTIVE -> new Underway(file, stage);
            case NOT_ACCEPTED, ON_HOLD, UNDER_CHALLENGE, RESOLVED, CLOSED, ARCHIVED, ERASED_STUB, NOT_AVAILABLE ->
                throw new IllegalStateException("no case comes back to " + stage);
        };
    }

    private static Case reached(Case state, StageReached e) {
        var step = new Step(e.from().name(), e.to().name(), e.happened(), e.at(), "", Optional.empty(), List.of());
        var before = file(state);
        var file = before.with(before.dossier().stepped(step));
        return switch (e.to()) {
            case DRAFT, SCREENING, RETURNED_FOR_INFO, ACCEPTED, STRATEGY_PROPOSED, STRATEGY_AGREED, ACTIVE ->
                at(e.to(), file);
            case UNDER_CHALLENGE -> new UnderChallenge(file, e.from(), e.reasons());
            case RESOLVED -> new Resolved(file, CaseOutcome.valueOf(word(e)), e.reasons());
            case NOT_ACCEPTED -> new NotAccepted(file, word(e), e.reasons(), e.at());
            case CLOSED -> new Closed(file, CaseOutcome.valueOf(word(e)), e.reasons(), e.at());
            case ARCHIVED -> new Archived(file, word(e), e.reasons(), e.at());
            case ERASED_STUB -> new ErasedStub(file.id(), file.relation(), file.openedAt(), e.at(), e.reasons());
            case ON_HOLD -> throw new IllegalStateException("a hold is an event of its own");
            case NOT_AVAILABLE -> throw new IllegalStateException("no case reaches what is only told");
        };
    }

    private static String word(StageReached e) {
        return e.word().orElseThrow(() -> new IllegalStateException("no case reaches " + e.to() + " without a word"));
    }
}
