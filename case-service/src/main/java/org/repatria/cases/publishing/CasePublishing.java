package org.repatria.cases.publishing;

import java.util.Optional;
import org.repatria.cases.domain.cases.Case;
import org.repatria.cases.domain.cases.CaseEvent;
import org.repatria.cases.domain.cases.CaseEvent.AnswerReceived;
import org.repatria.cases.domain.cases.CaseEvent.CaseAssigned;
import org.repatria.cases.domain.cases.CaseEvent.CaseClosed;
import org.repatria.cases.domain.cases.CaseEvent.CaseOpened;
import org.repatria.cases.domain.cases.CaseEvent.CasePutOnHold;
import org.repatria.cases.domain.cases.CaseEvent.CaseResumed;
import org.repatria.cases.domain.cases.CaseEvent.CaseReturnedForInfo;
import org.repatria.cases.domain.cases.CaseEvent.CaseSubmitted;
import org.repatria.cases.domain.cases.CaseEvent.DuplicateSuspected;
import org.repatria.messaging.Publishing;

/** What the outside learns of a case: that things happened and when, not why, and never where the person is. */
public final class CasePublishing implements Publishing<Case, CaseEvent> {

    private static final String SAME_NAME = "SAME_NAME";

    @Override
    public Optional<Published> event(String aggregateId, CaseEvent event, Case after) {
        return Optional.of(
                switch (event) {
                    case CaseOpened e -> new Published("case.opened.v1", opened(e));
                    case DuplicateSuspected e ->
                        new Published(
                                "case.duplicate-suspected.v1",
                                new PublishedCase.DuplicateSuspected(
                                        e.caseId().value(), e.otherCaseId().value(), SAME_NAME, e.at()));
                    case CaseSubmitted e ->
                        new Published(
                                "case.submitted.v1",
                                new PublishedCase.Submitted(e.caseId().value(), e.at()));
                    case CaseReturnedForInfo e ->
                        new Published(
                                "case.returned-for-info.v1",
                                new PublishedCase.ReturnedForInfo(
                                        e.caseId().value(),
                                        e.request().gaps().size(),
                                        e.request().answerDueOn(),
                                        e.at()));
                    case AnswerReceived e ->
                        new Published(
                                "case.answer-received.v1",
                                new PublishedCase.AnswerReceived(
                                        e.caseId().value(), e.answers().size(), e.at()));
                    case CaseAssigned e ->
                        new Published(
                                "case.assigned.v1",
                                new PublishedCase.Assigned(e.caseId().value(), e.assignee(), e.at()));
                    case CasePutOnHold e ->
                        new Published(
                                "case.put-on-hold.v1",
                                new PublishedCase.PutOnHold(
                                        e.caseId().value(), e.from().name(), e.reviewOn(), e.at()));
                    case CaseResumed e ->
                        new Published(
                                "case.resumed.v1",
                                new PublishedCase.Resumed(e.caseId().value(), e.to().name(), e.at()));
                    case CaseClosed e ->
                        new Published(
                                "case.closed.v1",
                                new PublishedCase.Closed(
                                        e.caseId().value(), e.outcome().name(), e.at()));
                });
    }

    @Override
    public Optional<Published> snapshot(String aggregateId, Case state) {
        return switch (state) {
            case Case.Opened opened ->
                Optional.of(new Published("case.snapshot.v1", PublishedCase.Snapshot.of(opened)));
            case Case.Unopened _ -> Optional.empty();
        };
    }

    private static PublishedCase.Opened opened(CaseOpened e) {
        return new PublishedCase.Opened(
                e.caseId().value(),
                e.relation().requesting().value(),
                e.relation().requested().value(),
                PublishedCase.PersonSought.of(e.subject()),
                PublishedCase.amount(e.allegation()),
                e.allegation().kind().name(),
                PublishedCase.listId(e.origin()),
                e.origin().row(),
                e.origin().handedOverOn(),
                e.at());
    }
}
