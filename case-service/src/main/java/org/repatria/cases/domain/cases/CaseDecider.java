package org.repatria.cases.domain.cases;

import static org.repatria.cases.domain.cases.CaseRefusal.Fact.*;
import static org.repatria.decider.Decision.accept;
import static org.repatria.decider.Decision.acceptAll;
import static org.repatria.decider.Decision.nothingToDo;
import static org.repatria.decider.Decision.refuse;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.repatria.cases.domain.cases.Case.Closed;
import org.repatria.cases.domain.cases.Case.Draft;
import org.repatria.cases.domain.cases.Case.OnHold;
import org.repatria.cases.domain.cases.Case.Open;
import org.repatria.cases.domain.cases.Case.Opened;
import org.repatria.cases.domain.cases.Case.ReturnedForInfo;
import org.repatria.cases.domain.cases.Case.Screening;
import org.repatria.cases.domain.cases.Case.Unopened;
import org.repatria.cases.domain.cases.CaseCommand.AssignCase;
import org.repatria.cases.domain.cases.CaseCommand.CloseCase;
import org.repatria.cases.domain.cases.CaseCommand.OpenCase;
import org.repatria.cases.domain.cases.CaseCommand.PutOnHold;
import org.repatria.cases.domain.cases.CaseCommand.RecordAnswer;
import org.repatria.cases.domain.cases.CaseCommand.Resume;
import org.repatria.cases.domain.cases.CaseCommand.ReturnForInformation;
import org.repatria.cases.domain.cases.CaseCommand.SubmitForScreening;
import org.repatria.cases.domain.cases.CaseEvent.AnswerReceived;
import org.repatria.cases.domain.cases.CaseEvent.CaseAssigned;
import org.repatria.cases.domain.cases.CaseEvent.CaseClosed;
import org.repatria.cases.domain.cases.CaseEvent.CaseOpened;
import org.repatria.cases.domain.cases.CaseEvent.CasePutOnHold;
import org.repatria.cases.domain.cases.CaseEvent.CaseResumed;
import org.repatria.cases.domain.cases.CaseEvent.CaseReturnedForInfo;
import org.repatria.cases.domain.cases.CaseEvent.CaseSubmitted;
import org.repatria.cases.domain.cases.CaseEvent.DuplicateSuspected;
import org.repatria.cases.domain.cases.CaseRefusal.SubmissionIncomplete;
import org.repatria.decider.Decider;
import org.repatria.decider.Decision;

/** The life of a case as two tables. The compiler keeps both complete: there is no {@code default}. */
public final class CaseDecider implements Decider<CaseCommand, Case, CaseEvent, CaseRefusal> {

    @Override
    public Case initial() {
        return new Unopened();
    }

    /** What each command does in each stage. Asking twice for the same thing is no mistake and no event. */
    @Override
    public Decision<CaseEvent, CaseRefusal> decide(CaseCommand command, Case state) {
        return switch (new Asked(state, command)) {
            case Asked(Unopened _, OpenCase c) -> acceptAll(opening(c));
            case Asked(Unopened _, CaseCommand _) -> refuse(CASE_NOT_FOUND);
            case Asked(Opened o, OpenCase c) when wasOpenedBy(o.file(), c) -> nothingToDo();
            case Asked(Opened _, OpenCase _) -> refuse(CASE_ALREADY_EXISTS);

            case Asked(Draft d, SubmitForScreening c) -> submit(d, c);
            case Asked(Screening _, SubmitForScreening _) -> nothingToDo();
            case Asked(ReturnedForInfo _, SubmitForScreening _) -> refuse(CASE_AWAITS_INFORMATION);
            case Asked(OnHold _, SubmitForScreening _) -> refuse(CASE_ON_HOLD);

            case Asked(Draft _, ReturnForInformation _) -> refuse(CASE_NOT_SUBMITTED);
            case Asked(Screening s, ReturnForInformation c) -> askForInformation(s, c);
            case Asked(ReturnedForInfo r, ReturnForInformation c) when isAskedFor(r, c) -> nothingToDo();
            case Asked(ReturnedForInfo _, ReturnForInformation _) -> refuse(CASE_AWAITS_INFORMATION);
            case Asked(OnHold _, ReturnForInformation _) -> refuse(CASE_ON_HOLD);

            case Asked(Draft _, RecordAnswer _) -> refuse(CASE_AWAITS_NO_INFORMATION);
            case Asked(Screening _, RecordAnswer _) -> refuse(CASE_AWAITS_NO_INFORMATION);
            case Asked(ReturnedForInfo r, RecordAnswer c) -> recordAnswer(r, c);
            case Asked(OnHold _, RecordAnswer _) -> refuse(CASE_ON_HOLD);

            case Asked(Open o, AssignCase c) when o.file().isAssignedTo(c.assignee()) -> nothingToDo();
            case Asked(Open o, AssignCase c) -> accept(new CaseAssigned(o.id(), c.assignee(), c.at()));

            case Asked(OnHold h, PutOnHold c) when isHeldBy(h, c) -> nothingToDo();
            case Asked(OnHold _, PutOnHold _) -> refuse(CASE_ON_HOLD);
            case Asked(Open o, PutOnHold c) -> putOnHold(o, c);
            case Asked(OnHold h, Resume c) -> accept(new CaseResumed(h.id(), h.comesBackTo(), c.at()));
            case Asked(Open _, Resume _) -> refuse(CASE_NOT_ON_HOLD);

            case Asked(Open _, CloseCase c) when c.outcome().needsPathway() -> refuse(OUTCOME_NEEDS_PATHWAY);
            case Asked(Open o, CloseCase c) -> accept(new CaseClosed(o.id(), c.outcome(), c.reasons(), c.at()));
            case Asked(Closed d, CloseCase c) when d.outcome() == c.outcome() -> nothingToDo();
            case Asked(Closed _, CaseCommand _) -> refuse(CASE_CLOSED);
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

    private static boolean wasOpenedBy(CaseFile file, OpenCase c) {
        return file.relation().equals(c.relation())
                && file.subject().equals(c.subject())
                && file.origin().equals(c.origin());
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
                        new InformationRequest(c.gaps(), day(c.at()).plusDays(Policy.ANSWER_DUE_DAYS)),
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
        var today = day(c.at());
        var inTime = c.reviewOn().isAfter(today) && !c.reviewOn().isAfter(today.plusDays(Policy.HOLD_REVIEW_DAYS_MAX));
        return inTime
                ? accept(new CasePutOnHold(open.id(), open.stage(), c.reason(), c.reviewOn(), c.at()))
                : refuse(HOLD_REVIEW_NOT_IN_TIME);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
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
                Optional.empty());
    }

    private static CaseFile file(Case state) {
        return switch (state) {
            case Opened o -> o.file();
            case Unopened _ -> throw new IllegalStateException("an event before the case was opened");
        };
    }

    private static Case withFile(Case state, CaseFile file) {
        return switch (state) {
            case Unopened u -> u;
            case Draft _ -> new Draft(file);
            case Screening _ -> new Screening(file);
            case ReturnedForInfo _ -> new ReturnedForInfo(file);
            case OnHold h -> new OnHold(file, h.comesBackTo(), h.reason(), h.reviewOn());
            case Closed c -> new Closed(file, c.outcome(), c.reasons(), c.closedAt());
        };
    }

    private static Case at(Stage stage, CaseFile file) {
        return switch (stage) {
            case DRAFT -> new Draft(file);
            case SCREENING -> new Screening(file);
            case RETURNED_FOR_INFO -> new ReturnedForInfo(file);
            case ON_HOLD, CLOSED -> throw new IllegalStateException("no case comes back to " + stage);
        };
    }
}
