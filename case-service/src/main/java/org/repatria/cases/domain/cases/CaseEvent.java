package org.repatria.cases.domain.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.repatria.cases.domain.Allegation;
import org.repatria.cases.domain.CaseId;
import org.repatria.cases.domain.CountryCode;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.Subject;

/** What can have happened to a case. */
public sealed interface CaseEvent {

    CaseId caseId();

    Instant at();

    /** A file on a person sought exists. */
    record CaseOpened(
            CaseId caseId,
            Relation relation,
            Subject subject,
            Optional<CountryCode> location,
            Allegation allegation,
            Origin origin,
            Instant at)
            implements CaseEvent {}

    /** Another case has the same name, but not enough to be sure that it is the same person. */
    record DuplicateSuspected(CaseId caseId, CaseId otherCaseId, Instant at) implements CaseEvent {}

    /** The file is complete enough to be looked at. */
    record CaseSubmitted(CaseId caseId, Instant at) implements CaseEvent {}

    /** The requesting state was asked for what is missing. */
    record CaseReturnedForInfo(CaseId caseId, InformationRequest request, Instant at) implements CaseEvent {}

    /** The requesting state answered at least one gap. */
    record AnswerReceived(CaseId caseId, List<GapAnswer> answers, Instant at) implements CaseEvent {}

    /** One officer is responsible. */
    record CaseAssigned(CaseId caseId, String assignee, Instant at) implements CaseEvent {}

    /** Work rests; the case will come back to where it was. */
    record CasePutOnHold(CaseId caseId, Stage from, String reason, LocalDate reviewOn, Instant at)
            implements CaseEvent {}

    /** Work goes on where it rested. */
    record CaseResumed(CaseId caseId, Stage to, Instant at) implements CaseEvent {}

    /** The case has ended. */
    record CaseClosed(CaseId caseId, CaseOutcome outcome, String reasons, Instant at) implements CaseEvent {}
}
