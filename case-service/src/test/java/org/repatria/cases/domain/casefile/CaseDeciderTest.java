package org.repatria.cases.domain.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.cases.domain.CaseReason.*;
import static org.repatria.cases.domain.casefile.Cases.*;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.cases.Named;
import org.repatria.cases.domain.access.NamedOfficer;
import org.repatria.cases.domain.assets.AssetsOfTests;
import org.repatria.cases.domain.assets.KnownAssets;
import org.repatria.cases.domain.assets.LinkedAsset;
import org.repatria.cases.domain.casefile.CaseCommand.AssignCase;
import org.repatria.cases.domain.casefile.CaseCommand.CloseCase;
import org.repatria.cases.domain.casefile.CaseCommand.HoldCase;
import org.repatria.cases.domain.casefile.CaseCommand.NoteAssets;
import org.repatria.cases.domain.casefile.CaseCommand.OpenCase;
import org.repatria.cases.domain.casefile.CaseCommand.RecordAnswer;
import org.repatria.cases.domain.casefile.CaseCommand.ResumeCase;
import org.repatria.cases.domain.casefile.CaseCommand.ReturnCase;
import org.repatria.cases.domain.casefile.CaseCommand.SubmitCase;
import org.repatria.cases.domain.casefile.CaseCommand.UnderPolicy;
import org.repatria.cases.domain.casefile.CaseEvent.AssetsNoted;
import org.repatria.cases.domain.casefile.CaseEvent.CaseAssigned;
import org.repatria.cases.domain.casefile.CaseEvent.CasePutOnHold;
import org.repatria.cases.domain.casefile.CaseEvent.CaseResumed;
import org.repatria.cases.domain.casefile.CaseEvent.OtherStateTold;
import org.repatria.cases.domain.casefile.CaseEvent.Telling;
import org.repatria.decider.Actor;
import org.repatria.decider.Decision;
import org.repatria.decider.Obstacle;
import org.repatria.decider.Occasion;
import org.repatria.decider.Refusal;
import org.repatria.policy.Act;
import org.repatria.testkit.decisions.Given;

final class CaseDeciderTest {

    private static final SubmitCase SUBMIT = new SubmitCase();
    private static final ReturnCase ASK = new ReturnCase(GAPS);
    private static final RecordAnswer ANSWER = new RecordAnswer(List.of(new GapAnswer(1, "enclosed")));
    private static final HoldCase HOLD = new HoldCase("competing request", IN_A_MONTH);
    private static final Refusal REVIEW_NOT_IN_TIME = Refusal.of(
            HOLD_REVIEW_NOT_IN_TIME,
            Obstacle.of(
                    "HOLD_REVIEW_NOT_IN_TIME",
                    "reviewOn",
                    "The review is after today and not after 2014-11-27.",
                    HOUSE_RULES.clockRules().getLast().source()));
    private static final ResumeCase RESUME = new ResumeCase();
    private static final CloseCase CLOSE = new CloseCase(CaseOutcome.WITHDRAWN_BY_RS, "note of the requesting state");

    private static Given<CaseCommand, Case, CaseEvent> given(CaseEvent... events) {
        return Given.given(new CaseDecider(_ -> HOUSE_RULES), events);
    }

    @Nested
    class Opening {
        @Test
        void a_case_starts_as_a_draft() {
            given().when(OPEN, AT_NOON)
                    .then(OPENED)
                    .thenState(state -> assertThat(state).isInstanceOf(Case.Draft.class));
        }

        @Test
        void a_possible_duplicate_is_noted_with_it() {
            var suspecting =
                    new OpenCase(ORLAS, XR_TO_XH, ORLA, Optional.of(XH), EMBEZZLEMENT, FROM_LIST, List.of(ANOTHER));

            given().when(suspecting, AT_NOON).then(OPENED, SUSPECTED);
        }

        @Test
        void the_same_again_is_no_event() {
            given(OPENED).when(OPEN, AT_NOON).thenNothing();
        }

        @Test
        void another_person_under_the_same_id_is_refused() {
            given(OPENED).when(OPEN_THIN, AT_NOON).thenRefused(CASE_ALREADY_EXISTS);
        }

        @Test
        void an_unopened_case_cannot_be_worked_on() {
            given().when(SUBMIT, AT_NOON).thenRefused(CASE_NOT_FOUND);
        }
    }

    @Nested
    class Submitting {
        @Test
        void a_complete_draft_goes_to_screening() {
            given(OPENED).when(SUBMIT, AT_NOON).then(SUBMITTED);
        }

        @Test
        void a_thin_draft_is_refused_with_everything_it_lacks() {
            assertThat(given(OPENED_THIN).when(SUBMIT, AT_NOON).decision())
                    .isInstanceOfSatisfying(Decision.Refused.class, refused -> {
                        assertThat(refused.refusal().reason()).isEqualTo(SUBMISSION_INCOMPLETE);
                        assertThat(refused.refusal().obstacles())
                                .extracting(Obstacle::code)
                                .containsExactly(
                                        "MISSING_BIRTH_DATE_OR_DOCUMENT_NUMBER",
                                        "MISSING_FURTHER_IDENTIFIER",
                                        "MISSING_OFFENCE_SUMMARY",
                                        "MISSING_AUTHORITY",
                                        "MISSING_LIST_DATE");
                    });
        }

        @Test
        void twice_is_no_event() {
            given(OPENED, SUBMITTED).when(SUBMIT, AT_NOON).thenNothing();
        }

        @Test
        void a_held_draft_is_refused() {
            given(OPENED, new CasePutOnHold(ORLAS, Stage.DRAFT, "competing request", IN_A_MONTH, NOON))
                    .when(SUBMIT, AT_NOON)
                    .thenRefused(CASE_ON_HOLD);
        }
    }

    @Nested
    class AskingForInformation {
        @Test
        void the_answer_is_due_in_sixty_days() {
            given(OPENED, SUBMITTED).when(ASK, AT_NOON).then(RETURNED);
        }

        @Test
        void a_draft_has_not_been_looked_at() {
            given(OPENED).when(ASK, AT_NOON).thenRefused(CASE_NOT_SUBMITTED);
        }

        @Test
        void no_gap_is_no_question() {
            given(OPENED, SUBMITTED).when(new ReturnCase(List.of()), AT_NOON).thenRefused(GAPS_REQUIRED);
        }

        @Test
        void the_same_question_again_is_no_event() {
            given(OPENED, SUBMITTED, RETURNED).when(ASK, AT_NOON).thenNothing();
        }

        @Test
        void another_question_waits_for_the_answer_to_the_first() {
            given(OPENED, SUBMITTED, RETURNED)
                    .when(new ReturnCase(List.of("something else")), AT_NOON)
                    .thenRefused(CASE_AWAITS_INFORMATION);
        }
    }

    @Nested
    class Answering {
        @Test
        void one_answered_gap_brings_the_case_back_to_screening() {
            given(OPENED, SUBMITTED, RETURNED)
                    .when(ANSWER, AT_NOON)
                    .then(ANSWERED)
                    .thenState(state -> assertThat(state).isInstanceOf(Case.Screening.class));
        }

        @Test
        void a_gap_that_nobody_named_is_refused() {
            given(OPENED, SUBMITTED, RETURNED)
                    .when(new RecordAnswer(List.of(new GapAnswer(3, "?"))), AT_NOON)
                    .thenRefused(GAP_UNKNOWN);
        }

        @Test
        void a_gap_answered_twice_is_refused() {
            given(OPENED, SUBMITTED, RETURNED)
                    .when(new RecordAnswer(List.of(new GapAnswer(1, "a"), new GapAnswer(1, "b"))), AT_NOON)
                    .thenRefused(GAP_UNKNOWN);
        }

        @Test
        void nothing_answered_is_refused() {
            given(OPENED, SUBMITTED, RETURNED)
                    .when(new RecordAnswer(List.of()), AT_NOON)
                    .thenRefused(ANSWER_REQUIRED);
        }

        @Test
        void without_a_question_there_is_no_answer() {
            given(OPENED, SUBMITTED).when(ANSWER, AT_NOON).thenRefused(CASE_AWAITS_NO_INFORMATION);
        }
    }

    @Nested
    class Assigning {

        private static final Occasion BY_SARA = Occasion.of(new Actor("sara.supervisor", Set.of("SU"), "XH-CA"), NOON);
        private static final Refusal NOT_OF_THE_OWN_STATE = Refusal.of(
                ASSIGNEE_UNKNOWN,
                Obstacle.of(
                        "OFFICER",
                        "assignee",
                        "must be the id of an analyst, case officer or legal officer of your state"));

        @Test
        void an_officer_becomes_responsible() {
            given(OPENED).when(new AssignCase(Named.stranger(CARL)), AT_NOON).then(new CaseAssigned(ORLAS, CARL, NOON));
        }

        @Test
        void the_same_officer_again_is_no_event() {
            given(OPENED, ASSIGNED)
                    .when(new AssignCase(Named.stranger(CARL)), AT_NOON)
                    .thenNothing();
        }

        @Test
        void a_held_case_can_change_hands() {
            given(OPENED, SUBMITTED, HELD_IN_SCREENING)
                    .when(new AssignCase(Named.stranger(CARL)), AT_NOON)
                    .then(ASSIGNED);
        }

        @Test
        void an_officer_of_the_own_side_is_made_responsible() {
            given(OPENED)
                    .when(assigning(Named.officer(CARL, "CO", "XH-PG")), BY_SARA)
                    .then(ASSIGNED);
        }

        @Test
        void nobody_known_another_states_officer_and_one_without_the_office_are_refused_alike() {
            given(OPENED).when(assigning(Named.stranger(CARL)), BY_SARA).thenRefused(NOT_OF_THE_OWN_STATE);
            given(OPENED)
                    .when(assigning(Named.officer(CARL, "CO", "XR-CA")), BY_SARA)
                    .thenRefused(NOT_OF_THE_OWN_STATE);
            given(OPENED)
                    .when(assigning(Named.officer(CARL, "SU", "XH-CA")), BY_SARA)
                    .thenRefused(NOT_OF_THE_OWN_STATE);
        }

        private static UnderPolicy assigning(NamedOfficer officer) {
            return new UnderPolicy(Act.ASSIGN_CASE, new AssignCase(officer));
        }

        @Test
        void a_closed_case_stays_with_its_officer() {
            given(OPENED, CLOSED)
                    .when(new AssignCase(Named.stranger(CARL)), AT_NOON)
                    .thenRefused(CASE_CLOSED);
        }
    }

    @Nested
    class NotingAssets {

        private static final KnownAssets ONE = AssetsOfTests.known(1, new LinkedAsset("asset-house", 1, "RESTRAINED"));
        private static final KnownAssets NONE = AssetsOfTests.known(2);

        @Test
        void a_case_takes_over_how_its_assets_stand() {
            given(OPENED)
                    .when(new NoteAssets(ONE, NOON), AT_NOON)
                    .thenState(state -> assertThat(dossier(state))
                            .extracting(Dossier::knownAssets)
                            .isEqualTo(Optional.of(ONE)));
        }

        @Test
        void what_was_said_before_undoes_nothing_that_was_said_later() {
            given(OPENED, new AssetsNoted(ORLAS, NONE, NOON))
                    .when(new NoteAssets(ONE, NOON), AT_NOON)
                    .thenNothing();
        }

        @Test
        void the_same_again_is_nothing_new() {
            given(OPENED, new AssetsNoted(ORLAS, ONE, NOON))
                    .when(new NoteAssets(ONE, NOON), AT_NOON)
                    .thenNothing();
        }

        @Test
        void a_case_that_is_not_there_takes_no_note() {
            given().when(new NoteAssets(ONE, NOON), AT_NOON).thenNothing();
        }

        private static Dossier dossier(Case state) {
            return ((Case.Opened) state).file().dossier();
        }
    }

    @Nested
    class Holding {
        private static CaseEvent told(String from, String to) {
            return new OtherStateTold(ORLAS, new Telling.OfStage(from, to), NOON);
        }

        @Test
        void the_hold_remembers_where_the_case_was() {
            given(OPENED, SUBMITTED).when(HOLD, AT_NOON).then(HELD_IN_SCREENING, told("SCREENING", "NOT_AVAILABLE"));
        }

        @Test
        void the_question_to_the_requesting_state_survives_the_hold() {
            given(
                            OPENED,
                            SUBMITTED,
                            RETURNED,
                            new CasePutOnHold(ORLAS, Stage.RETURNED_FOR_INFO, "pause", IN_A_MONTH, NOON))
                    .when(RESUME, AT_NOON)
                    .then(
                            new CaseResumed(ORLAS, Stage.RETURNED_FOR_INFO, NOON),
                            told("NOT_AVAILABLE", "RETURNED_FOR_INFO"))
                    .thenState(state -> assertThat(
                                    ((Case.ReturnedForInfo) state).file().request())
                            .contains(RETURNED.request()));
        }

        @Test
        void the_review_lies_in_the_future() {
            given(OPENED).when(new HoldCase("pause", TODAY), AT_NOON).thenRefused(REVIEW_NOT_IN_TIME);
        }

        @Test
        void the_review_is_due_within_ninety_days() {
            given(OPENED)
                    .when(new HoldCase("pause", TODAY.plusDays(90)), AT_NOON)
                    .then(
                            new CasePutOnHold(ORLAS, Stage.DRAFT, "pause", TODAY.plusDays(90), NOON),
                            told("DRAFT", "NOT_AVAILABLE"));
        }

        @Test
        void the_review_is_not_put_off_beyond_ninety_days() {
            given(OPENED)
                    .when(new HoldCase("pause", TODAY.plusDays(91)), AT_NOON)
                    .thenRefused(REVIEW_NOT_IN_TIME);
        }

        @Test
        void the_same_hold_again_is_no_event() {
            given(OPENED, SUBMITTED, HELD_IN_SCREENING).when(HOLD, AT_NOON).thenNothing();
        }

        @Test
        void work_that_does_not_rest_cannot_be_resumed() {
            given(OPENED).when(RESUME, AT_NOON).thenRefused(CASE_NOT_ON_HOLD);
        }

        @Test
        void work_goes_on_where_it_rested() {
            given(OPENED, SUBMITTED, HELD_IN_SCREENING)
                    .when(RESUME, AT_NOON)
                    .then(RESUMED_TO_SCREENING, told("NOT_AVAILABLE", "SCREENING"))
                    .thenState(state -> assertThat(state).isInstanceOf(Case.Screening.class));
        }
    }

    @Nested
    class Closing {
        @Test
        void an_open_case_ends_with_its_outcome() {
            given(OPENED).when(CLOSE, AT_NOON).then(CLOSED);
        }

        @Test
        void an_outcome_of_a_pathway_needs_one() {
            given(OPENED)
                    .when(new CloseCase(CaseOutcome.SURRENDERED, "?"), AT_NOON)
                    .thenRefused(OUTCOME_NEEDS_PATHWAY);
        }

        @Test
        void a_held_case_can_end() {
            given(OPENED, SUBMITTED, HELD_IN_SCREENING).when(CLOSE, AT_NOON).then(CLOSED);
        }

        @Test
        void the_same_end_again_is_no_event() {
            given(OPENED, CLOSED).when(CLOSE, AT_NOON).thenNothing();
        }

        @Test
        void the_same_end_for_other_reasons_is_refused() {
            given(OPENED, CLOSED)
                    .when(new CloseCase(CLOSE.outcome(), CLOSE.reasons() + ", corrected"), AT_NOON)
                    .thenRefused(CASE_CLOSED);
        }

        @Test
        void another_end_is_refused() {
            given(OPENED, CLOSED)
                    .when(new CloseCase(CaseOutcome.DECEASED, "certificate"), AT_NOON)
                    .thenRefused(CASE_CLOSED);
        }
    }
}
