package org.repatria.cases.domain.safeguards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.cases.domain.safeguards.CheckResult.*;
import static org.repatria.cases.domain.safeguards.Safe.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.cases.domain.law.Gate;
import org.repatria.cases.domain.law.GateRule;
import org.repatria.cases.domain.law.GateRule.Demand;
import org.repatria.cases.domain.safeguards.CheckCommand.AcceptConditions;
import org.repatria.cases.domain.safeguards.CheckCommand.OverrideCheck;
import org.repatria.cases.domain.safeguards.CheckCommand.RecordCheck;
import org.repatria.cases.domain.safeguards.CheckCommand.RejectCheck;
import org.repatria.cases.domain.safeguards.CheckCommand.WithdrawCheck;
import org.repatria.clocks.Happened;
import org.repatria.decider.Obstacle;
import org.repatria.testkit.decisions.Laws.Attempt;

final class GatesTest {

    private static final Optional<String> CASE = Optional.empty();
    private static final Happened IN_A_YEAR_AND_A_DAY =
            Happened.on(MAY_1.plusYears(1).plusDays(1));

    private static ListAssert<String> assertThatCodes(GateRule cell, Safeguards state, Happened moment) {
        return assertThat(codes(cell.gate(), cell.check(), state, CASE, moment)).as(cell.gate() + " " + cell.check());
    }

    private static List<String> codes(
            Gate gate, String check, Safeguards state, Optional<String> about, Happened moment) {
        return Gates.missingAt(gate, state.checks(), about, moment, RULES).stream()
                .filter(obstacle -> obstacle.about().equals(check))
                .map(Obstacle::code)
                .toList();
    }

    private static Attempt<SafeguardCommand> recorded(RecordCheck record) {
        var recorder = record.check().equals("SG-13") ? RUVANIAN_LAWYER : EVERYTHING;
        return by(recorder, record);
    }

    private static Attempt<SafeguardCommand> approval(String entryId) {
        return by(EVERYTHING_TOO, new CheckCommand.ApproveCheck(entryId, Optional.of("agreed")));
    }

    private static Safeguards approved(String check, CheckResult result) {
        return after(recorded(check("e1", check, result)), approval("e1"));
    }

    private static boolean isHard(GateRule cell) {
        return RULES.safeguard(cell.check(), MAY_1).orElseThrow().hard();
    }

    private static boolean needsTwo(GateRule cell) {
        return cell.demand() == Demand.REQUIRED || cell.demand() == Demand.IF_APPLICABLE;
    }

    private static List<String> when(boolean condition, String code) {
        return condition ? List.of(code) : List.of();
    }

    @Nested
    class Each_cell {

        @Test
        void is_not_passed_blank() {
            for (var cell : RULES.gates()) {
                assertThatCodes(cell, Safeguards.none(), TODAY).containsExactly("CHECK_MISSING");
            }
        }

        @Test
        void needs_the_second_person_where_it_is_required() {
            for (var cell : RULES.gates()) {
                assertThatCodes(cell, after(recorded(check("e1", cell.check(), PASS))), TODAY)
                        .isEqualTo(when(needsTwo(cell), "CHECK_NOT_APPROVED"));
            }
        }

        @Test
        void is_passed_with_an_approved_pass() {
            for (var cell : RULES.gates()) {
                assertThatCodes(cell, approved(cell.check(), PASS), TODAY).isEmpty();
            }
        }

        @Test
        void a_failure_blocks_at_once_and_a_hard_one_also_where_it_is_only_noted() {
            for (var cell : RULES.gates()) {
                var failed = after(recorded(check("e1", cell.check(), FAIL)));

                assertThatCodes(cell, failed, TODAY)
                        .isEqualTo(
                                isHard(cell)
                                        ? List.of("HARD_BLOCK")
                                        : when(cell.demand() != Demand.NOTED, "CHECK_FAILED"));
            }
        }

        @Test
        void an_expired_check_is_none() {
            for (var cell : RULES.gates()) {
                var expires = RULES.safeguard(cell.check(), MAY_1)
                        .orElseThrow()
                        .validFor()
                        .isPresent();

                assertThatCodes(cell, approved(cell.check(), PASS), IN_A_YEAR_AND_A_DAY)
                        .isEqualTo(when(expires, "CHECK_EXPIRED"));
            }
        }

        @Test
        void a_conditional_one_waits_for_its_conditions() {
            for (var cell : RULES.gates()) {
                var open = approved(cell.check(), CONDITIONAL);
                var accepted =
                        after(open, List.of(by(EVERYTHING_TOO, new AcceptConditions("e1", Optional.of("kept")))));

                assertThatCodes(cell, open, TODAY).isEqualTo(when(needsTwo(cell), "CONDITIONS_NOT_ACCEPTED"));
                assertThatCodes(cell, accepted, TODAY).isEmpty();
            }
        }

        @Test
        void not_applicable_is_no_pass_where_the_rule_does_not_say_so() {
            for (var cell : RULES.gates()) {
                assertThatCodes(cell, approved(cell.check(), NOT_APPLICABLE), TODAY)
                        .isEqualTo(when(cell.demand() == Demand.REQUIRED, "CHECK_NOT_APPLICABLE"));
            }
        }

        @Test
        void the_head_overrides_a_failure_that_is_not_hard_and_that_is_listed() {
            for (var cell : RULES.gates()) {
                var failed = after(recorded(check("e1", cell.check(), FAIL)));
                var head = cell.check().equals("SG-13") ? HEDA : EVERYTHING_TOO;
                var override = by(head, new OverrideCheck(cell.check(), cell.gate(), CASE, "individual reasons"));
                var decision = decided(override, failed);

                if (isHard(cell)) {
                    assertThat(decision).isInstanceOf(org.repatria.decider.Decision.Refused.class);
                } else {
                    var overridden = after(failed, List.of(override));
                    assertThatCodes(cell, overridden, TODAY).isEmpty();
                    assertThat(Gates.overridden(cell.gate(), overridden.checks(), CASE, TODAY, RULES))
                            .extracting(CheckOverride::check)
                            .isEqualTo(when(cell.demand() != Demand.NOTED, cell.check()));
                }
            }
        }
    }

    @Nested
    class Counting {

        private static final String IDENTITY = "SG-01";

        private List<String> accept(Safeguards state) {
            return codes(Gate.ACCEPT_CASE, IDENTITY, state, CASE, TODAY);
        }

        @Test
        void an_approved_pass_stands_while_a_newer_one_waits() {
            var state = after(approved(IDENTITY, PASS), List.of(recorded(check("e2", IDENTITY, CONDITIONAL))));

            assertThat(accept(state)).isEmpty();
        }

        @Test
        void a_newer_failure_counts_before_it_is_approved() {
            var state = after(approved(IDENTITY, PASS), List.of(recorded(check("e2", IDENTITY, FAIL))));

            assertThat(accept(state)).containsExactly("CHECK_FAILED");
        }

        @Test
        void an_unapproved_pass_ends_no_failure() {
            var state = after(recorded(check("e1", IDENTITY, FAIL)), recorded(check("e2", IDENTITY, PASS)));

            assertThat(accept(state)).containsExactly("CHECK_FAILED");
        }

        @Test
        void a_later_approved_pass_ends_a_failure() {
            var state =
                    after(recorded(check("e1", IDENTITY, FAIL)), recorded(check("e2", IDENTITY, PASS)), approval("e2"));

            assertThat(accept(state)).isEmpty();
        }

        @Test
        void a_pass_of_an_earlier_day_recorded_later_ends_no_failure() {
            var yesterday = Happened.on(MAY_1.minusDays(1));
            var state = after(
                    recorded(check("e1", IDENTITY, FAIL)),
                    recorded(check("e2", IDENTITY, PASS, yesterday)),
                    approval("e2"));

            assertThat(accept(state)).containsExactly("CHECK_FAILED");
        }

        @Test
        void after_a_rejected_failure_the_check_is_made_anew() {
            var state = after(
                    approved(IDENTITY, PASS),
                    List.of(
                            recorded(check("e2", IDENTITY, FAIL)),
                            by(EVERYTHING_TOO, new RejectCheck("e2", Optional.of("not founded")))));

            assertThat(accept(state)).containsExactly("CHECK_MISSING");
        }

        @Test
        void a_first_look_is_no_longer_enough_after_a_withdrawn_failure() {
            var state = after(
                    recorded(check("e1", "SG-09", FAIL)),
                    by(EVERYTHING, new WithdrawCheck("e1", Optional.of("error"))),
                    recorded(check("e2", "SG-09", PASS)));

            assertThat(codes(Gate.PROVISIONAL_ARREST, "SG-09", state, CASE, TODAY))
                    .containsExactly("CHECK_NOT_APPROVED");
        }

        @Test
        void an_override_does_not_cover_a_later_failure() {
            var state = after(
                    recorded(check("e1", IDENTITY, FAIL)),
                    by(EVERYTHING_TOO, new OverrideCheck(IDENTITY, Gate.ACCEPT_CASE, CASE, "reasons")),
                    recorded(check("e2", IDENTITY, FAIL)));

            assertThat(accept(state)).containsExactly("CHECK_FAILED");
        }

        @Test
        void an_override_of_one_gate_opens_no_other() {
            var state = after(
                    recorded(check("e1", IDENTITY, FAIL)),
                    by(EVERYTHING_TOO, new OverrideCheck(IDENTITY, Gate.ACCEPT_CASE, CASE, "reasons")));

            assertThat(codes(Gate.RESTRAINT, IDENTITY, state, CASE, TODAY)).containsExactly("CHECK_FAILED");
        }

        @Test
        void a_check_of_tomorrow_does_not_count_today() {
            assertThat(codes(
                            Gate.ACCEPT_CASE,
                            IDENTITY,
                            approved(IDENTITY, PASS),
                            CASE,
                            Happened.on(MAY_1.minusDays(1))))
                    .containsExactly("CHECK_MISSING");
        }

        @Test
        void an_earlier_date_given_late_is_no_way_round_a_failure() {
            var lastMonth = Happened.on(MAY_1.minusMonths(1));
            var state = after(
                    recorded(check("e1", "SG-09", PASS, lastMonth)),
                    approval("e1"),
                    recorded(check("e2", "SG-09", FAIL)));

            assertThat(codes(Gate.SURRENDER, "SG-09", state, CASE, lastMonth)).containsExactly("HARD_BLOCK");
        }
    }

    @Nested
    class The_stay_check {

        private final Safeguards atSix =
                after(recorded(check("e1", "SG-22", PASS, at("2019-05-01T06:00:00Z"))), approval("e1"));

        @Test
        void is_good_on_its_day() {
            assertThat(codes(Gate.SURRENDER, "SG-22", atSix, CASE, at("2019-05-01T23:00:00Z")))
                    .isEmpty();
        }

        @Test
        void is_not_good_on_the_next_day_within_24_hours() {
            assertThat(codes(Gate.SURRENDER, "SG-22", atSix, CASE, at("2019-05-02T05:00:00Z")))
                    .containsExactly("CHECK_EXPIRED");
        }

        @Test
        void is_not_good_before_it_was_made() {
            assertThat(codes(Gate.SURRENDER, "SG-22", atSix, CASE, at("2019-05-01T05:59:00Z")))
                    .containsExactly("CHECK_MISSING");
        }
    }

    @Nested
    class A_pathway_of_its_own {

        private static final Optional<String> REMOVAL = Optional.of("removal-1");

        @Test
        void relies_on_the_checks_of_the_case() {
            assertThat(codes(Gate.REMOVAL_CHARGE, "SG-01", approved("SG-01", PASS), REMOVAL, TODAY))
                    .isEmpty();
        }

        @Test
        void does_not_rely_on_those_of_another_pathway() {
            var state = after(recorded(about("e1", "SG-01", PASS, TODAY, Optional.of("other"))), approval("e1"));

            assertThat(codes(Gate.REMOVAL_CHARGE, "SG-01", state, REMOVAL, TODAY))
                    .containsExactly("CHECK_MISSING");
        }

        @Test
        void a_hard_failure_of_another_pathway_blocks_until_this_one_is_assessed_after_it() {
            var failed = after(
                    approved("SG-06", PASS),
                    List.of(recorded(about("e2", "SG-06", FAIL, TODAY, Optional.of("other")))));
            var assessed = after(failed, List.of(recorded(about("e3", "SG-06", PASS, TODAY, REMOVAL)), approval("e3")));

            assertThat(codes(Gate.REMOVAL_CHARGE, "SG-06", failed, REMOVAL, TODAY))
                    .containsExactly("HARD_BLOCK");
            assertThat(codes(Gate.REMOVAL_CHARGE, "SG-06", assessed, REMOVAL, TODAY))
                    .isEmpty();
        }

        @Test
        void another_failure_of_another_pathway_does_not_block() {
            var state = after(
                    approved("SG-01", PASS),
                    List.of(recorded(about("e2", "SG-01", FAIL, TODAY, Optional.of("other")))));

            assertThat(codes(Gate.REMOVAL_CHARGE, "SG-01", state, REMOVAL, TODAY))
                    .isEmpty();
        }

        @Test
        void a_failure_of_the_case_is_not_healed_by_a_pass_of_the_pathway() {
            var state = after(
                    recorded(check("e1", "SG-06", FAIL)),
                    recorded(about("e2", "SG-06", PASS, TODAY, REMOVAL)),
                    approval("e2"));

            assertThat(codes(Gate.REMOVAL_CHARGE, "SG-06", state, REMOVAL, TODAY))
                    .containsExactly("HARD_BLOCK");
        }

        @Test
        void an_overridden_failure_of_the_case_does_not_hide_one_of_the_pathway() {
            var state = after(
                    recorded(check("e1", "SG-01", FAIL)),
                    by(EVERYTHING_TOO, new OverrideCheck("SG-01", Gate.REMOVAL_CHARGE, CASE, "reasons")),
                    recorded(about("e2", "SG-01", FAIL, TODAY, REMOVAL)));

            assertThat(codes(Gate.REMOVAL_CHARGE, "SG-01", state, REMOVAL, TODAY))
                    .containsExactly("CHECK_FAILED");
        }
    }

    @Test
    void a_gate_is_passed_exactly_when_all_of_its_cells_are() {
        for (var gate : Gate.values()) {
            var acts = new ArrayList<Attempt<SafeguardCommand>>();
            var cells = RULES.gate(gate, MAY_1);
            assertThat(cells).as(gate.name()).isNotEmpty();
            for (var cell : cells) {
                assertThat(Gates.missingAt(gate, after(Safeguards.none(), acts).checks(), CASE, TODAY, RULES))
                        .hasSize(cells.size() - acts.size() / 2);
                acts.addAll(Arrays.asList(recorded(check(cell.check(), cell.check(), PASS)), approval(cell.check())));
            }
            assertThat(Gates.missingAt(gate, after(Safeguards.none(), acts).checks(), CASE, TODAY, RULES))
                    .isEmpty();
        }
    }
}
