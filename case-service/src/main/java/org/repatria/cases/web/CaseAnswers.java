package org.repatria.cases.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.repatria.cases.domain.AssertionKind;
import org.repatria.cases.domain.BirthDate;
import org.repatria.cases.domain.CaseId;
import org.repatria.cases.domain.CountryCode;
import org.repatria.cases.domain.IdentityDocument;
import org.repatria.cases.domain.ListId;
import org.repatria.cases.domain.Subject;
import org.repatria.cases.domain.access.CaseAccess;
import org.repatria.cases.domain.casefile.Case;
import org.repatria.cases.domain.casefile.CaseCourse;
import org.repatria.cases.domain.casefile.IdentityCorrection;
import org.repatria.cases.domain.casefile.InformationRequest;
import org.repatria.cases.domain.casefile.Origin;
import org.repatria.cases.domain.leaning.Leanings;
import org.repatria.cases.domain.leaning.NoticeFate;
import org.repatria.decider.Actor;
import org.repatria.edge.Money;

/** What callers read about one case. Where the person is, is in a compartment of its own and not in here. */
final class CaseAnswers {

    private CaseAnswers() {}

    /** A case as its team reads it. */
    record CaseAnswer(
            CaseId id,
            long version,
            String fileNumber,
            String state,
            CountryCode requestingState,
            CountryCode requestedState,
            PersonAnswer person,
            AllegationAnswer allegation,
            Optional<String> assignee,
            Origin origin,
            Instant openedAt,
            List<CaseId> suspectedDuplicates,
            Optional<IdentityCorrectionAnswer> identityCorrection,
            Optional<List<String>> gaps,
            Optional<LocalDate> answerDueOn,
            Optional<HoldAnswer> hold,
            Optional<ClosureAnswer> closure,
            Optional<String> outcome,
            List<String> reviews,
            List<FallenNoticeAnswer> fallenNotices,
            Map<String, String> links) {

        static final String EXAMPLE = """
                {"id": "case-0f3kq8v5m2n7p1r4s6t9w0x2y", "version": 2, "fileNumber": "XR-XH/2014-08-29/1", \
                "state": "DRAFT",
                 "requestingState": "XR", "requestedState": "XH",
                 "person": {"name": "Orla Vint", "aliases": ["O. Vint"], "birthDate": "1958-02-17", \
                "nationalities": ["XR"],
                   "documents": [{"kind": "PASSPORT", "country": "XR", "number": "R4471902"}]},
                 "allegation": {"kind": "RS_ALLEGATION", "offenceSummary": "Embezzlement of public funds between 1997 \
                and 2001",
                   "authority": "General Prosecution of Ruvania", "amountAlleged": {"amount": "2462400.00", \
                "currency": "USD"}},
                 "assignee": "carl.officer",
                 "origin": {"listId": "list-5n8p2r4t6v0w1x3y7z9a2b4cd", "row": 1, "handedOverOn": "2014-08-29",
                   "source": "list XR-2014-1"},
                 "openedAt": "2014-08-29T09:00:00Z", "suspectedDuplicates": [], "reviews": [], "fallenNotices": [],
                 "links": {"self": "/v1/cases/case-0f3kq8v5m2n7p1r4s6t9w0x2y"}}""";

        static CaseAnswer of(Case.Opened state, long version, Actor reader) {
            var file = state.file();
            var allegation = file.allegation();
            return new CaseAnswer(
                    file.id(),
                    version,
                    file.number(),
                    state.stage().name(),
                    file.relation().requesting(),
                    file.relation().requested(),
                    PersonAnswer.of(file.subject()),
                    new AllegationAnswer(
                            allegation.kind(),
                            allegation.offenceSummary(),
                            allegation.authority(),
                            allegation.amount().map(m -> new Money(m.amount(), m.currency()))),
                    file.assignee(),
                    file.origin(),
                    file.openedAt(),
                    file.suspectedDuplicates(),
                    file.correction().map(IdentityCorrectionAnswer::of),
                    file.request().map(InformationRequest::gaps),
                    file.request().map(InformationRequest::answerDueOn),
                    state instanceof Case.OnHold h
                            ? Optional.of(new HoldAnswer(h.comesBackTo().name(), h.reason(), h.reviewOn()))
                            : Optional.empty(),
                    state instanceof Case.Closed c
                            ? Optional.of(new ClosureAnswer(
                                    c.outcome().name(),
                                    Optional.of(c.reasons()).filter(reasons -> !reasons.isEmpty()),
                                    c.closedAt()))
                            : Optional.empty(),
                    CaseCourse.word(state),
                    file.dossier().reviews(),
                    fallen(file.dossier().allLeanings(), reader),
                    links(file.id().value(), file.origin().listId()));
        }

        /** Of a case with other states the reader learns that a notice fell, and not in which case it stands. */
        private static List<FallenNoticeAnswer> fallen(Leanings leanings, Actor reader) {
            return leanings.fallen().stream()
                    .filter(notice -> CaseAccess.knowsOfCasesBetween(notice.relation(), reader))
                    .map(notice ->
                            new FallenNoticeAnswer(notice.noticeId(), notice.caseId(), notice.fate(), notice.at()))
                    .toList();
        }

        private static Map<String, String> links(String id, Optional<ListId> list) {
            var links = new java.util.TreeMap<String, String>();
            links.put("self", "/v1/cases/" + id);
            for (var part : List.of(
                    "facts", "assessment", "strategies", "pathways", "notices", "assurances", "checks", "clocks")) {
                links.put(part, "/v1/cases/" + id + "/" + part);
            }
            links.put("journal", "/v1/cases/" + id + "/journal");
            list.ifPresent(l -> links.put("list", "/v1/lists/" + l));
            return links;
        }
    }

    /** A notice of another case on which this one leans, and how it fell. */
    record FallenNoticeAnswer(String noticeId, CaseId caseId, NoticeFate fate, Instant at) {}

    /** Who the person is said to be instead, while a second person has not agreed. */
    record IdentityCorrectionAnswer(
            String id, PersonAnswer person, String source, String reasons, String proposedBy, Instant proposedAt) {
        static IdentityCorrectionAnswer of(IdentityCorrection waiting) {
            return new IdentityCorrectionAnswer(
                    waiting.id(),
                    PersonAnswer.of(waiting.subject()),
                    waiting.source(),
                    waiting.proposed().reasons(),
                    waiting.proposed().officer(),
                    waiting.proposed().at());
        }
    }

    /** The person sought. */
    record PersonAnswer(
            String name,
            List<String> aliases,
            Optional<BirthDate> birthDate,
            List<CountryCode> nationalities,
            List<IdentityDocument> documents) {
        static PersonAnswer of(Subject subject) {
            return new PersonAnswer(
                    subject.names().primary(),
                    subject.names().aliases(),
                    subject.birthDate(),
                    subject.nationalities(),
                    subject.documents());
        }
    }

    /** What the requesting state alleges. */
    record AllegationAnswer(
            AssertionKind kind,
            Optional<String> offenceSummary,
            Optional<String> authority,
            Optional<Money> amountAlleged) {}

    /** Why the work rests. */
    record HoldAnswer(String comesBackTo, String reason, LocalDate reviewOn) {}

    /** How the case ended; why is the host state's to tell. */
    record ClosureAnswer(String outcome, Optional<String> reasons, Instant closedAt) {}
}
