package org.repatria.cases.domain.safeguards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.cases.domain.CaseReason.*;
import static org.repatria.cases.domain.safeguards.CheckResult.*;
import static org.repatria.cases.domain.safeguards.Safe.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.cases.domain.CaseReason;
import org.repatria.cases.domain.law.Gate;
import org.repatria.cases.domain.safeguards.CheckCommand.AcceptConditions;
import org.repatria.cases.domain.safeguards.CheckCommand.ApproveCheck;
import org.repatria.cases.domain.safeguards.CheckCommand.ChallengeCheck;
import org.repatria.cases.domain.safeguards.CheckCommand.OverrideCheck;
import org.repatria.cases.domain.safeguards.CheckCommand.RecordCheck;
import org.repatria.cases.domain.safeguards.CheckCommand.RejectCheck;
import org.repatria.cases.domain.safeguards.CheckCommand.WithdrawCheck;
import org.repatria.cases.domain.safeguards.CheckEvent.CheckApproved;
import org.repatria.cases.domain.safeguards.ConflictCommand.MarkConflict;
import org.repatria.clocks.Happened;
import org.repatria.decider.Actor;
import org.repatria.decider.Decision.Accepted;
import org.repatria.decider.Decision.Refused;
import org.repatria.decider.Obstacle;
import org.repatria.decider.Refusal;

final class CheckDeciderTest {

    private static final ApproveCheck APPROVE = new ApproveCheck("e1", Optional.of("agreed"));
    private static final RecordCheck TORTURE_RISK = check("e1", "SG-09", PASS);
    private static final RecordCheck DUAL_CRIMINALITY = check("e1", "SG-04", PASS);

    private static Refusal refusal(Safeguards state, Actor actor, SafeguardCommand command) {
        return decided(by(actor, command), state) instanceof Refused<SafeguardEvent>(var refusal)
                ? refusal
                : new Refusal(NOTHING_TO_OVERRIDE, List.of());
    }

    private static List<SafeguardEvent> events(Safeguards state, Actor actor, SafeguardCommand command) {
        return decided(by(actor, command), state) instanceof Accepted<SafeguardEvent>(var events) ? events : List.of();
    }

    private static CheckEntry entryOf(RecordCheck command, Actor actor) {
        return after(by(actor, command)).checks().entry(command.entryId()).orElseThrow();
    }

    @Nested
    class Recording {
        @Test
        void the_entry_keeps_the_rule_version_and_its_last_day() {
            var entry = entryOf(TORTURE_RISK, LENA);

            assertThat(entry.ruleVersion()).isEqualTo(3);
            assertThat(entry.hard()).isTrue();
            assertThat(entry.lastDay()).contains(LocalDate.of(2019, 7, 30));
            assertThat(entry.recorded()).isEqualTo(new Signature("lena", "XE-CA", NOON, "as found"));
        }

        @Test
        void a_check_without_a_period_is_good_until_it_is_challenged() {
            assertThat(entryOf(check("e1", "SG-01", PASS), ANA).lastDay()).isEmpty();
        }

        @Test
        void a_stay_check_is_good_for_24_hours_of_the_same_day() {
            var entry = entryOf(check("e1", "SG-22", PASS, at("2019-05-01T06:00:00Z")), LENA);

            assertThat(entry.until()).contains(Instant.parse("2019-05-02T06:00:00Z"));
            assertThat(entry.lastDay()).contains(MAY_1);
        }

        @Test
        void the_role_must_be_the_rules() {
            assertThat(refusal(Safeguards.none(), CARL, TORTURE_RISK))
                    .isEqualTo(Refusal.of(WRONG_OFFICER, Obstacle.of("WRONG_OFFICER", "SG-09", "This is for HS-LO.")));
        }

        @Test
        void the_side_must_be_the_rules() {
            assertThat(refusal(Safeguards.none(), RUVANIAN_LAWYER, TORTURE_RISK).reason())
                    .isEqualTo(WRONG_OFFICER);
        }

        @Test
        void a_pass_without_evidence_is_refused() {
            var command = new RecordCheck(
                    "e1",
                    "SG-04",
                    PASS,
                    "as found",
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(TODAY));

            assertThat(refusal(Safeguards.none(), LENA, command).obstacles())
                    .extracting(Obstacle::code)
                    .containsExactly("EVIDENCE_REQUIRED");
        }

        @Test
        void a_failure_needs_reasons_and_no_evidence() {
            var command = new RecordCheck(
                    "e1",
                    "SG-04",
                    FAIL,
                    " ",
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(TODAY));

            assertThat(refusal(Safeguards.none(), LENA, command).obstacles())
                    .extracting(Obstacle::code)
                    .containsExactly("REASONS_REQUIRED");
        }

        @Test
        void a_conditional_result_names_its_conditions() {
            var command = new RecordCheck(
                    "e1",
                    "SG-04",
                    CONDITIONAL,
                    "as found",
                    List.of("doc-1"),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(TODAY));

            assertThat(refusal(Safeguards.none(), LENA, command).obstacles())
                    .extracting(Obstacle::code)
                    .containsExactly("CONDITIONS_REQUIRED");
        }

        @Test
        void a_check_of_a_day_to_come_is_refused() {
            var command = check("e1", "SG-04", PASS, Happened.on(MAY_1.plusDays(2)));

            assertThat(refusal(Safeguards.none(), LENA, command).obstacles())
                    .extracting(Obstacle::code)
                    .containsExactly("NOT_YET_HAPPENED");
        }

        @Test
        void a_check_that_nobody_knows_is_refused() {
            assertThat(refusal(Safeguards.none(), LENA, check("e1", "SG-99", PASS))
                            .reason())
                    .isEqualTo(CHECK_UNKNOWN);
        }

        @Test
        void the_same_again_is_no_event() {
            assertThat(decided(by(LENA, DUAL_CRIMINALITY), after(by(LENA, DUAL_CRIMINALITY))))
                    .isEqualTo(new Accepted<>(List.of()));
        }

        @Test
        void another_content_under_the_same_id_is_refused() {
            assertThat(refusal(after(by(LENA, DUAL_CRIMINALITY)), LENA, check("e1", "SG-04", FAIL))
                            .reason())
                    .isEqualTo(CHECK_ENTRY_EXISTS);
        }
    }

    @Nested
    class Approving {
        @Test
        void the_second_person_agrees() {
            assertThat(events(after(by(LENA, TORTURE_RISK)), HEDA, APPROVE))
                    .containsExactly(new CheckApproved("e1", new Signature("heda", "XE-CA", NOON, "agreed")));
        }

        @Test
        void again_for_other_reasons_is_refused() {
            var approved = after(by(LENA, TORTURE_RISK), by(HEDA, APPROVE));

            assertThat(events(approved, HEDA, APPROVE)).isEmpty();
            assertThat(refusal(approved, HEDA, new ApproveCheck("e1", Optional.of("agreed, after all")))
                            .reason())
                    .isEqualTo(CHECK_ALREADY_DECIDED);
        }

        @Test
        void the_head_of_the_other_state_is_not_the_second_person() {
            assertThat(refusal(after(by(LENA, TORTURE_RISK)), RUVANIAN_HEAD, APPROVE)
                            .reason())
                    .isEqualTo(WRONG_OFFICER);
        }

        @Test
        void one_person_with_both_roles_is_not_two() {
            assertThat(refusal(after(by(EVERYTHING, TORTURE_RISK)), EVERYTHING, APPROVE)
                            .reason())
                    .isEqualTo(SAME_PERSON);
        }

        @Test
        void a_person_with_a_conflict_does_not_approve() {
            var state = after(by(LENA, TORTURE_RISK), by(SUSA, new MarkConflict("heda", "counsel is her brother")));

            assertThat(refusal(state, HEDA, APPROVE).reason()).isEqualTo(CONFLICT_OF_INTEREST);
        }

        @Test
        void what_a_person_with_a_conflict_recorded_is_not_approved() {
            var state = after(by(LENA, TORTURE_RISK), by(SUSA, new MarkConflict("lena", "counsel is her brother")));

            assertThat(refusal(state, HEDA, APPROVE).reason()).isEqualTo(CONFLICT_OF_INTEREST);
        }

        @Test
        void it_is_done_with_reasons() {
            assertThat(refusal(after(by(LENA, TORTURE_RISK)), HEDA, new ApproveCheck("e1", Optional.of(" ")))
                            .reason())
                    .isEqualTo(REASONS_REQUIRED);
        }

        @Test
        void what_was_rejected_is_not_approved() {
            var state = after(
                    by(LENA, TORTURE_RISK), by(HEDA, new RejectCheck("e1", Optional.of("country material is old"))));

            assertThat(refusal(state, HEDA, APPROVE).reason()).isEqualTo(CHECK_ALREADY_DECIDED);
        }

        @Test
        void an_unknown_entry_is_refused() {
            assertThat(refusal(Safeguards.none(), HEDA, APPROVE).reason()).isEqualTo(CHECK_ENTRY_UNKNOWN);
        }
    }

    @Nested
    class Accepting_conditions {
        private static final AcceptConditions ACCEPT = new AcceptConditions("e1", Optional.of("they can be kept"));

        @Test
        void comes_after_the_approval() {
            var state = after(by(LENA, check("e1", "SG-09", CONDITIONAL)));

            assertThat(refusal(state, HEDA, ACCEPT).reason()).isEqualTo(CaseReason.CHECK_NOT_APPROVED);
        }

        @Test
        void is_not_for_the_recorder() {
            var state = after(Safeguards.none(), approved(check("e1", "SG-09", CONDITIONAL)));

            assertThat(refusal(state, EVERYTHING, ACCEPT).reason()).isEqualTo(SAME_PERSON);
        }

        @Test
        void a_pass_has_none() {
            assertThat(refusal(after(by(LENA, TORTURE_RISK)), HEDA, ACCEPT).reason())
                    .isEqualTo(CHECK_HAS_NO_CONDITIONS);
        }
    }

    @Nested
    class Withdrawing {
        @Test
        void is_for_the_recorder_only() {
            assertThat(refusal(after(by(LENA, TORTURE_RISK)), LUIS, new WithdrawCheck("e1", Optional.of("error")))
                            .reason())
                    .isEqualTo(WRONG_OFFICER);
        }

        @Test
        void ends_with_the_decision() {
            var state = after(by(LENA, TORTURE_RISK), by(HEDA, APPROVE));

            assertThat(refusal(state, LENA, new WithdrawCheck("e1", Optional.of("error")))
                            .reason())
                    .isEqualTo(CHECK_ALREADY_DECIDED);
        }
    }

    @Nested
    class Ending {

        private static final LocalDate JULY_30 = LocalDate.of(2019, 7, 30);

        private static Map<String, LocalDate> lastDays(Safeguards state) {
            return state.checks().lastDays();
        }

        @Test
        void a_check_is_relied_on_until_its_last_day_once_a_second_person_agreed() {
            assertThat(lastDays(after(by(LENA, TORTURE_RISK)))).isEmpty();
            assertThat(lastDays(after(Safeguards.none(), approved(TORTURE_RISK))))
                    .containsExactly(Map.entry("SG-09", JULY_30));
        }

        @Test
        void one_without_a_period_has_no_last_day() {
            assertThat(lastDays(after(Safeguards.none(), approved(check("e1", "SG-01", PASS)))))
                    .isEmpty();
        }

        @Test
        void the_newer_one_counts_whichever_was_recorded_last() {
            var newer = after(Safeguards.none(), approved(TORTURE_RISK));
            var state = after(newer, approved(check("e2", "SG-09", PASS, Happened.on(MAY_1.minusDays(30)))));

            assertThat(lastDays(state)).containsExactly(Map.entry("SG-09", JULY_30));
        }

        @Test
        void what_has_failed_or_is_called_into_question_is_not_relied_on() {
            var passed = after(Safeguards.none(), approved(TORTURE_RISK));

            assertThat(lastDays(after(passed, List.of(by(LENA, check("e2", "SG-09", FAIL))))))
                    .isEmpty();
            assertThat(lastDays(after(
                            passed,
                            List.of(by(LENA, new ChallengeCheck("SG-09", Optional.empty(), MAY_1, "a new report"))))))
                    .isEmpty();
        }

        @Test
        void of_several_things_the_first_day_is_told() {
            var state = after(
                    after(Safeguards.none(), approved(TORTURE_RISK)),
                    approved(Safe.about(
                            "e2", "SG-09", PASS, Happened.on(MAY_1.minusDays(10)), Optional.of("pathway-1"))));

            assertThat(lastDays(state)).containsExactly(Map.entry("SG-09", JULY_30.minusDays(10)));
        }
    }

    @Nested
    class Challenging {
        private static final ChallengeCheck CHALLENGE =
                new ChallengeCheck("SG-01", Optional.empty(), TODAY.day(), "a namesake's birth date");

        @Test
        void the_identity_has_to_be_checked_anew() {
            var passed = after(Safeguards.none(), approved(check("e1", "SG-01", PASS)));

            var state = after(passed, List.of(by(LENA, CHALLENGE)));

            assertThat(Gates.missingAt(Gate.ACCEPT_CASE, state.checks(), Optional.empty(), TODAY, RULES))
                    .filteredOn(obstacle -> obstacle.about().equals("SG-01"))
                    .extracting(Obstacle::code)
                    .containsExactly("CHECK_MISSING");
        }

        @Test
        void without_an_entry_there_is_nothing_to_challenge() {
            assertThat(refusal(Safeguards.none(), LENA, CHALLENGE).reason()).isEqualTo(NOTHING_TO_CHALLENGE);
        }

        @Test
        void is_for_lawyers_and_data_protection() {
            var state = after(by(ANA, check("e1", "SG-01", PASS)));

            assertThat(refusal(state, CARL, CHALLENGE).reason()).isEqualTo(WRONG_OFFICER);
            assertThat(events(state, DORA, CHALLENGE)).hasSize(1);
        }
    }

    @Nested
    class Overriding {
        private static final Safeguards UNFAIR_TRIAL = after(by(LENA, check("e1", "SG-10", FAIL)));
        private static final OverrideCheck OVERRIDE =
                new OverrideCheck("SG-10", Gate.SURRENDER, Optional.empty(), "the court has tested it");

        @Test
        void is_for_the_head() {
            assertThat(refusal(UNFAIR_TRIAL, SUSA, OVERRIDE).reason()).isEqualTo(WRONG_OFFICER);
            assertThat(events(UNFAIR_TRIAL, HEDA, OVERRIDE)).hasSize(1);
        }

        @Test
        void is_for_the_head_of_the_state_that_answers_for_the_check() {
            assertThat(refusal(UNFAIR_TRIAL, RUVANIAN_HEAD, OVERRIDE).reason()).isEqualTo(WRONG_OFFICER);
        }

        @Test
        void needs_written_reasons() {
            var silent = new OverrideCheck("SG-10", Gate.SURRENDER, Optional.empty(), "");

            assertThat(refusal(UNFAIR_TRIAL, HEDA, silent).reason()).isEqualTo(REASONS_REQUIRED);
        }

        @Test
        void is_not_for_who_recorded_the_failure() {
            assertThat(refusal(after(by(EVERYTHING, check("e1", "SG-10", FAIL))), EVERYTHING, OVERRIDE)
                            .reason())
                    .isEqualTo(SAME_PERSON);
        }

        @Test
        void a_check_that_was_not_made_cannot_be_overridden() {
            assertThat(refusal(Safeguards.none(), HEDA, OVERRIDE).reason()).isEqualTo(NOTHING_TO_OVERRIDE);
        }

        @Test
        void a_hard_failure_cannot_be_overridden() {
            var state = after(by(LENA, check("e1", "SG-09", FAIL)));
            var hard = new OverrideCheck("SG-09", Gate.SURRENDER, Optional.empty(), "it must be");

            assertThat(refusal(state, HEDA, hard).obstacles())
                    .extracting(Obstacle::code)
                    .containsExactly("HARD_BLOCK");
        }
    }
}
