package org.repatria.cases.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.repatria.cases.domain.CaseId;
import org.repatria.cases.domain.IdentityMinimum;
import org.repatria.cases.domain.IdentityMinimum.Gap;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.access.CaseAccess;
import org.repatria.cases.domain.lists.CaseList;
import org.repatria.cases.domain.lists.CaseList.Received;
import org.repatria.cases.domain.lists.EntryOutcome;
import org.repatria.cases.domain.lists.HoldReason;
import org.repatria.cases.domain.lists.ListRow.PersonRow;
import org.repatria.cases.domain.lists.ListRow.UnusableCell;
import org.repatria.cases.domain.lists.ReportedStatus;
import org.repatria.cases.domain.lists.RowDecision;
import org.repatria.cases.flows.intake.ListEntry;
import org.repatria.cases.web.CaseAnswers.PersonAnswer;
import org.repatria.edge.Call;
import org.repatria.policy.Act;
import org.repatria.policy.Verdict;

/**
 * The rows of a list in the words of the API, as far as one reader may know them. Where a row places a person is a
 * compartment of the case, and so it is told to nobody here.
 */
final class EntryAnswers {

    private EntryAnswers() {}

    /** What can become of a row. */
    enum Outcome {
        OPENED,
        HELD,
        DUPLICATE_OF,
        REJECTED
    }

    static Outcome outcome(ListEntry entry) {
        return switch (entry.outcome()) {
            case EntryOutcome.Opened _ -> Outcome.OPENED;
            case EntryOutcome.Held _ -> Outcome.HELD;
            case EntryOutcome.DuplicateOf _ -> Outcome.DUPLICATE_OF;
            case EntryOutcome.Rejected _ -> Outcome.REJECTED;
        };
    }

    /** A page of rows with their outcomes. */
    record EntriesAnswer(List<EntryAnswer> items, Optional<String> next) {
        static final String EXAMPLE = """
                {"items": [
                  {"row": 1, "line": 2, "name": "Orla Vint", "outcome": "OPENED", \
                "caseId": "case-0f3kq8v5m2n7p1r4s6t9w0x2y"},
                  {"row": 2, "line": 3, "name": "Mila Lorvic", "outcome": "HELD",
                   "reasons": ["IDENTITY_INSUFFICIENT", "CELL_UNUSABLE"],
                   "cells": [{"field": "birth_date", "reason": "NOT_A_DATE", "values": ["1961-02-30"]}],
                   "says": {"person": {"name": "Mila Lorvic", "aliases": [], "nationalities": ["XR"], "documents": []},
                     "gaps": ["BIRTH_DATE_OR_DOCUMENT_NUMBER", "FURTHER_IDENTIFIER"], "reportedStatus": "LIVING"},
                   "proposal": {"verdict": "RELEASE", "at": "2014-09-02T10:15:00Z", "yours": false, "approved": false,
                     "by": "carl.officer", "reasons": "The register of Ruvania gives the date of birth"}},
                  {"row": 3, "line": 4, "name": "Orlah Vintt", "outcome": "DUPLICATE_OF",
                   "caseId": "case-0f3kq8v5m2n7p1r4s6t9w0x2y", "ground": "DOCUMENT_NUMBER"},
                  {"row": 4, "line": 5, "outcome": "REJECTED", "field": "name", "reason": "MISSING"}]}""";
    }

    /**
     * One row with what became of it.
     *
     * @param cells of a held row that could not be used
     * @param says what a held row says of the person, to those who decide on such rows
     * @param proposal what somebody proposed for a held row, until it is carried out
     */
    record EntryAnswer(
            int row,
            int line,
            Optional<String> name,
            Outcome outcome,
            Optional<CaseId> caseId,
            Optional<List<HoldReason>> reasons,
            Optional<List<UnusableCell>> cells,
            Optional<HeldRowAnswer> says,
            Optional<RowProposalAnswer> proposal,
            Optional<String> ground,
            Optional<String> field,
            Optional<String> reason) {}

    /**
     * What a held row says of the person.
     *
     * @param gaps what it lacks of the least that must be known of a person
     */
    record HeldRowAnswer(PersonAnswer person, List<Gap> gaps, ReportedStatus reportedStatus) {
        static HeldRowAnswer of(PersonRow row) {
            return new HeldRowAnswer(PersonAnswer.of(row.subject()), IdentityMinimum.gaps(row.subject()), row.status());
        }
    }

    /**
     * What is proposed for a held row.
     *
     * @param yours whether the reader proposed it, who then is not the second person
     * @param approved whether it waits no more for the second person, but only for being carried out
     * @param by told, as the reasons are, to those who read the journal of the list
     */
    record RowProposalAnswer(
            RowDecision.Verdict verdict,
            Instant at,
            boolean yours,
            boolean approved,
            Optional<String> by,
            Optional<String> reasons) {}

    /** Who reads: what the policy lets this person know of the rows of one list. */
    record Reader(String id, boolean decides, boolean readsJournal) {

        static Reader of(Call call, Relation relation) {
            return new Reader(
                    call.actor().id(),
                    may(call, Act.PROPOSE_ROW, relation) || may(call, Act.APPROVE_ROW, relation),
                    may(call, Act.READ_LIST_JOURNAL, relation));
        }

        private static boolean may(Call call, Act act, Relation relation) {
            return CaseAccess.mayWithList(call.actor(), act, call.purpose(), relation) == Verdict.ALLOWED;
        }

        EntryAnswer of(ListEntry entry, CaseList.Known list) {
            var opened = as(entry, EntryOutcome.Opened.class);
            var held = as(entry, EntryOutcome.Held.class);
            var duplicate = as(entry, EntryOutcome.DuplicateOf.class);
            var rejected = as(entry, EntryOutcome.Rejected.class);
            return new EntryAnswer(
                    entry.row(),
                    entry.line(),
                    entry.name(),
                    outcome(entry),
                    opened.map(EntryOutcome.Opened::caseId).or(() -> duplicate.map(EntryOutcome.DuplicateOf::caseId)),
                    held.map(EntryOutcome.Held::reasons),
                    entry.person().map(PersonRow::unusable).filter(cells -> !cells.isEmpty()),
                    held.filter(_ -> decides).flatMap(_ -> entry.person()).map(HeldRowAnswer::of),
                    held.flatMap(_ -> decision(list, entry.row())).map(this::proposal),
                    duplicate.map(it -> it.ground().name()),
                    rejected.map(EntryOutcome.Rejected::field),
                    rejected.map(it -> it.reason().name()));
        }

        private static <T extends EntryOutcome> Optional<T> as(ListEntry entry, Class<T> outcome) {
            return Optional.of(entry.outcome()).filter(outcome::isInstance).map(outcome::cast);
        }

        private static Optional<RowDecision> decision(CaseList.Known list, int row) {
            return list instanceof Received received ? received.decision(row) : Optional.empty();
        }

        private RowProposalAnswer proposal(RowDecision decision) {
            return new RowProposalAnswer(
                    decision.verdict(),
                    decision.proposedAt(),
                    decision.proposedBy().equals(id),
                    decision.approvedBy().isPresent(),
                    Optional.of(decision.proposedBy()).filter(_ -> readsJournal),
                    Optional.of(decision.reasons()).filter(_ -> readsJournal));
        }
    }
}
