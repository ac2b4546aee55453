package org.repatria.cases.publishing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.repatria.cases.domain.Allegation;
import org.repatria.cases.domain.BirthDate;
import org.repatria.cases.domain.CaseId;
import org.repatria.cases.domain.CountryCode;
import org.repatria.cases.domain.ListId;
import org.repatria.cases.domain.Subject;
import org.repatria.cases.domain.cases.Case;
import org.repatria.cases.domain.cases.InformationRequest;
import org.repatria.cases.domain.cases.Origin;

/** The published language of cases: {@code contracts/schemas/case.*.json} says the same. */
final class PublishedCase {

    private PublishedCase() {}

    /** An amount as it travels. */
    record Amount(BigDecimal amount, String currency) {}

    /** The person sought, as far as others need to know. */
    record PersonSought(String name, List<String> aliases, Optional<String> birthDate, List<String> nationalities) {
        static PersonSought of(Subject subject) {
            return new PersonSought(
                    subject.names().primary(),
                    subject.names().aliases(),
                    subject.birthDate().map(BirthDate::value),
                    subject.nationalities().stream().map(CountryCode::value).toList());
        }
    }

    /** {@code case.opened.v1}. */
    record Opened(
            String caseId,
            String requestingState,
            String requestedState,
            PersonSought person,
            Optional<Amount> amountAlleged,
            String assertion,
            Optional<String> listId,
            Optional<Integer> listRow,
            Optional<LocalDate> handedOverOn,
            Instant openedAt) {}

    /** {@code case.duplicate-suspected.v1}. */
    record DuplicateSuspected(String caseId, String otherCaseId, String ground, Instant suspectedAt) {}

    /** {@code case.submitted.v1}. */
    record Submitted(String caseId, Instant submittedAt) {}

    /** {@code case.returned-for-info.v1}. */
    record ReturnedForInfo(String caseId, int gaps, LocalDate answerDueOn, Instant returnedAt) {}

    /** {@code case.answer-received.v1}. */
    record AnswerReceived(String caseId, int gapsAnswered, Instant receivedAt) {}

    /** {@code case.assigned.v1}. */
    record Assigned(String caseId, String assignee, Instant assignedAt) {}

    /** {@code case.put-on-hold.v1}. */
    record PutOnHold(String caseId, String from, LocalDate reviewOn, Instant heldAt) {}

    /** {@code case.resumed.v1}. */
    record Resumed(String caseId, String to, Instant resumedAt) {}

    /** {@code case.closed.v1}. */
    record Closed(String caseId, String outcome, Instant closedAt) {}

    /** {@code case.snapshot.v1}; the platform adds id and version. */
    record Snapshot(
            String state,
            String requestingState,
            String requestedState,
            PersonSought person,
            Optional<Amount> amountAlleged,
            String assertion,
            Optional<String> assignee,
            Optional<String> listId,
            Optional<Integer> listRow,
            Optional<LocalDate> handedOverOn,
            Instant openedAt,
            List<String> suspectedDuplicates,
            Optional<LocalDate> answerDueOn,
            Optional<LocalDate> reviewOn,
            Optional<String> outcome,
            Optional<Instant> closedAt) {

        static Snapshot of(Case.Opened state) {
            var file = state.file();
            return new Snapshot(
                    state.stage().name(),
                    file.relation().requesting().value(),
                    file.relation().requested().value(),
                    PersonSought.of(file.subject()),
                    PublishedCase.amount(file.allegation()),
                    file.allegation().kind().name(),
                    file.assignee(),
                    PublishedCase.listId(file.origin()),
                    file.origin().row(),
                    file.origin().handedOverOn(),
                    file.openedAt(),
                    file.suspectedDuplicates().stream().map(CaseId::value).toList(),
                    file.request().map(InformationRequest::answerDueOn),
                    reviewOn(state),
                    outcome(state),
                    closedAt(state));
        }

        private static Optional<LocalDate> reviewOn(Case.Opened state) {
            return state instanceof Case.OnHold held ? Optional.of(held.reviewOn()) : Optional.empty();
        }

        private static Optional<String> outcome(Case.Opened state) {
            return state instanceof Case.Closed closed
                    ? Optional.of(closed.outcome().name())
                    : Optional.empty();
        }

        private static Optional<Instant> closedAt(Case.Opened state) {
            return state instanceof Case.Closed closed ? Optional.of(closed.closedAt()) : Optional.empty();
        }
    }

    static Optional<Amount> amount(Allegation allegation) {
        return allegation.amount().map(money -> new Amount(money.amount(), money.currency()));
    }

    static Optional<String> listId(Origin origin) {
        return origin.listId().map(ListId::value);
    }
}
