package org.repatria.cases.publishing;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
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
import org.repatria.cases.domain.casefile.Case;
import org.repatria.cases.domain.casefile.CaseCourse;
import org.repatria.cases.domain.casefile.IdentityCorrection;
import org.repatria.cases.domain.casefile.InformationRequest;
import org.repatria.cases.domain.casefile.Origin;
import org.repatria.cases.domain.casefile.SharedWords;
import org.repatria.cases.domain.casefile.ToldCase;
import org.repatria.cases.domain.recovery.Ground;
import org.repatria.cases.domain.strategy.Run;

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

    /**
     * {@code case.identity-corrected.v1}: which parts changed. It never says what they were or are; the snapshot has
     * the person.
     */
    record IdentityCorrected(String caseId, List<IdentityCorrection.Part> changed, Instant correctedAt) {}

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

    /** {@code case.moved.v1}. */
    record CaseMoved(
            String caseId, String from, String to, Optional<String> word, LocalDate happenedOn, Instant movedAt) {}

    /** {@code case.facts-changed.v1}: which questions have another answer, never the answers. */
    record FactsHaveChanged(String caseId, List<String> facts, boolean offences, Instant changedAt) {}

    /** {@code case.assessed.v1}. */
    record Assessed(
            String caseId,
            String run,
            String edition,
            List<Standing> pathways,
            List<Shift> changes,
            Instant assessedAt) {}

    /** How a pathway stands. */
    record Standing(String pathway, String effect) {}

    /** A pathway or act that stands differently. */
    record Shift(String pathway, String from, String to) {}

    /** {@code case.strategy-changed.v1}. */
    record StrategyHasChanged(String caseId, int number, String state, List<String> pathways, Instant changedAt) {}

    /** {@code case.pathway-moved.v1}, {@code case.notice-moved.v1}, {@code case.assurance-moved.v1}. */
    record CourseMoved(
            String caseId,
            String courseId,
            String kind,
            Optional<String> from,
            String to,
            LocalDate happenedOn,
            Instant movedAt) {}

    /** {@code case.proposal-made.v1}. */
    record ProposalMade(
            String caseId,
            String proposalId,
            String kind,
            String to,
            List<String> waitsFor,
            Instant expiresAt,
            Instant madeAt) {}

    /** {@code case.proposal-ended.v1}. */
    record ProposalEnded(String caseId, String proposalId, String how, Instant endedAt) {}

    /** {@code case.later-charge-changed.v1}. */
    record LaterChargeChanged(String caseId, String courseId, String chargeId, String state, Instant changedAt) {}

    /** {@code case.check-changed.v1}: that a check was made or decided, never what it rests on. */
    record CheckChanged(String caseId, String check, String state, Instant changedAt) {}

    /** {@code case.stay-changed.v1}. */
    record StayChanged(String caseId, String stayId, String state, LocalDate on, Instant changedAt) {}

    /** {@code case.clock-changed.v1}. */
    record ClockHasChanged(
            String caseId,
            String clockId,
            Optional<String> rule,
            Optional<String> supersedes,
            Optional<String> kind,
            String state,
            Optional<LocalDate> lastDay,
            Optional<Integer> daysLeft,
            Instant changedAt) {}

    /** {@code case.checks-missing.v1}. */
    record ChecksMissing(String caseId, List<String> checks, Instant changedAt) {}

    /** {@code case.review-required.v1}. */
    record MustBeReviewed(String caseId, String cause, String source, Instant requiredAt) {}

    /** {@code case.notice-fell.v1}. */
    record NoticeHasFallen(
            String caseId,
            String requestingState,
            String requestedState,
            String noticeId,
            String fate,
            List<String> leaningCases,
            Instant fellAt) {}

    /** {@code case.glass-broken.v1}: who opened a compartment alone, never which one or why. */
    record GlassHasBeenBroken(String caseId, String grantId, String officer, Instant until, Instant brokenAt) {}

    /** {@code case.snapshot.v1}; the platform adds id and version. */
    record Snapshot(
            String fileNumber,
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
            Optional<Instant> closedAt,
            List<Way> pathways,
            List<WaitingProposal> proposals,
            List<RunningClock> clocks,
            List<String> missingChecks,
            boolean reviewRequired,
            String sharedWord,
            Optional<String> sharedAssetsWord,
            List<String> strategy,
            Optional<Instant> nextClockAt,
            Optional<Instant> assessedAt,
            Optional<Recovery> recovery) {

        /**
         * What a state of the case is to those who know it.
         *
         * @param state all of it, or what is told of it
         * @param whole of which the words are that both states share
         */
        static Snapshot of(Case.Opened state, Case.Opened whole) {
            var file = state.file();
            var shared = SharedWords.of(whole);
            return new Snapshot(
                    file.number(),
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
                    CaseCourse.word(state),
                    closedAt(state),
                    Dossiers.ways(file.dossier()),
                    Dossiers.proposals(file.dossier()),
                    Dossiers.clocks(file.dossier()),
                    file.dossier().missing(),
                    !file.dossier().reviews().isEmpty(),
                    shared.person().name(),
                    shared.assets().map(Enum::name),
                    Dossiers.strategy(file.dossier()),
                    file.dossier().nextAt(),
                    file.dossier().run().map(Run::at),
                    file.dossier().recovery().map(ground -> Recovery.of(ground.all())));
        }

        private static Optional<LocalDate> reviewOn(Case.Opened state) {
            return state instanceof Case.OnHold held ? Optional.of(held.reviewOn()) : Optional.empty();
        }

        private static Optional<Instant> closedAt(Case.Opened state) {
            return state instanceof Case.Closed closed ? Optional.of(closed.closedAt()) : Optional.empty();
        }
    }

    /**
     * {@code case.confided-snapshot.v1}; the platform adds id and versions.
     *
     * @param all for the state that holds the file
     * @param shared what the other state is told
     * @param checksEnding checks that may be relied on for a time only; none of a compartment, none of a closed case
     */
    record ConfidedSnapshot(Snapshot all, Snapshot shared, List<CheckEnding> checksEnding) {
        static ConfidedSnapshot of(Case.Opened state) {
            return new ConfidedSnapshot(
                    Snapshot.of(state, state), Snapshot.of(ToldCase.of(state), state), Dossiers.checksEnding(state));
        }
    }

    /**
     * On what steps on the assets of a case rest.
     *
     * @param number counts the changes of what is said here
     * @param returnRule the rule by which what is recovered goes back whole
     */
    record Recovery(int number, Optional<LocalDate> agreedOn, List<GateMet> gates, Optional<String> returnRule) {
        static Recovery of(Ground ground) {
            return new Recovery(
                    ground.number(),
                    ground.agreedOn(),
                    ground.gates().stream()
                            .map(gate -> new GateMet(gate.gate().name(), gate.from(), gate.through(), gate.missing()))
                            .toList(),
                    ground.returnRule());
        }
    }

    /** On which days a gate is met, and which checks it lacks; why they are lacking is not told. */
    record GateMet(String gate, Optional<LocalDate> from, Optional<LocalDate> through, List<String> missing) {}

    /** The last day on which a check may be relied on. */
    record CheckEnding(String check, LocalDate lastDay) {}

    /** An event of a case with the number of its file. */
    record Numbered(@JsonUnwrapped Object event, String fileNumber) {}

    /** {@code case.shared-status-changed.v1}. */
    record SharedStatusChanged(String caseId, String word, Optional<String> assetsWord, Instant changedAt) {}

    /** A pathway, notice or assurance in the snapshot; what only few may know has no word of its own. */
    record Way(String id, String kind, String state, boolean ended) {}

    /** What waits for a second person, for the lists of those for whom it waits. */
    record WaitingProposal(
            String id, String kind, String courseId, String to, String by, List<String> waitsFor, Instant expiresAt) {}

    /** A clock that has not ended. */
    record RunningClock(
            String id,
            String rule,
            String kind,
            String about,
            String state,
            LocalDate lastDay,
            Optional<LocalDate> otherLastDay,
            LocalDate actBy,
            String onExpiry) {}

    static Optional<Amount> amount(Allegation allegation) {
        return allegation.amount().map(money -> new Amount(money.amount(), money.currency()));
    }

    static Optional<String> listId(Origin origin) {
        return origin.listId().map(ListId::value);
    }
}
