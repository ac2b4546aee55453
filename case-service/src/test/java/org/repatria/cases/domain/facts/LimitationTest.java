package org.repatria.cases.domain.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.cases.domain.facts.LimitationStanding.EXPIRED;
import static org.repatria.cases.domain.facts.LimitationStanding.NOT_EXPIRED;
import static org.repatria.cases.domain.facts.LimitationStanding.UNKNOWN;
import static org.repatria.cases.domain.facts.Offences.*;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.repatria.cases.domain.Side;
import org.repatria.cases.domain.Ternary;

final class LimitationTest {

    @Nested
    class Counting {
        @ParameterizedTest(name = "from {0} with {1} years of penalty to {2}")
        @CsvSource({
            "2010-03-01,  4, 2015-03-01",
            "2010-03-01,  5, 2020-03-01",
            "2010-03-01,  9, 2020-03-01",
            "2010-03-01, 10, 2025-03-01",
            "2012-02-29,  3, 2017-02-28",
            "2011-02-28,  3, 2016-02-28",
            "2012-02-29,  7, 2022-02-28",
        })
        void the_last_day_is_the_anniversary_and_the_end_of_february_is_clamped(
                LocalDate committed, int years, LocalDate lastDay) {
            var offence = offence(committed).punishedWith(new Penalty.Years(years));
            assertThat(inRuvania(offence, lastDay).standing()).isEqualTo(NOT_EXPIRED);
            assertThat(inRuvania(offence, lastDay).lastDay()).contains(lastDay);
            assertThat(inRuvania(offence.absconded(Ternary.NO), lastDay.plusDays(1))
                            .standing())
                    .isEqualTo(EXPIRED);
        }

        @Test
        void a_leap_day_is_met_again_after_four_years() {
            assertThat(Limitation.of(offence(LEAP_DAY).offence(), Side.REQUESTING, List.of(years(4)), LEAP_DAY)
                            .lastDay())
                    .contains(LocalDate.of(2016, 2, 29));
        }

        @Test
        void life_and_death_have_a_period_of_their_own() {
            assertThat(inRuvania(offence(MARCH).punishedWith(new Penalty.ForLife()), MARCH)
                            .lastDay())
                    .contains(MARCH.plusYears(20));
            assertThat(inRuvania(offence(MARCH).punishedWith(new Penalty.Death()), MARCH)
                            .lastDay())
                    .contains(MARCH.plusYears(20));
        }

        @Test
        void a_class_of_offence_may_have_a_longer_period() {
            var bankFraud = offence(MARCH).ofClass("BANK_FRAUD");
            assertThat(inHost(bankFraud, MARCH).lastDay()).contains(MARCH.plusYears(10));
            assertThat(inHost(offence(MARCH).ofClass("OTHER"), MARCH).lastDay()).contains(MARCH.plusYears(5));
        }

        @Test
        void the_two_states_are_counted_apart() {
            var offence = offence(MARCH)
                    .punishedWith(new Penalty.Years(12))
                    .ofClass("OTHER")
                    .absconded(Ternary.NO)
                    .withOpinion(Side.REQUESTED, FLIGHT, Ternary.NO);
            assertThat(inRuvania(offence, MARCH.plusYears(6)).standing()).isEqualTo(NOT_EXPIRED);
            assertThat(inHost(offence, MARCH.plusYears(6)).standing()).isEqualTo(EXPIRED);
        }

        @Test
        void the_rules_that_were_looked_at_are_named_with_their_version() {
            assertThat(inRuvania(offence(MARCH), MARCH).rules()).containsExactly("SOL-XR-1 v1", "SOL-XR-2 v1");
        }
    }

    @Nested
    class NotKnowing {
        @Test
        void no_day_of_conduct_is_unknown() {
            assertThat(inRuvania(undatedOffence(), MARCH).standing()).isEqualTo(UNKNOWN);
        }

        @Test
        void no_rule_is_unknown() {
            assertThat(Limitation.of(offence(MARCH).offence(), Side.REQUESTED, List.of(), MARCH)
                            .standing())
                    .isEqualTo(UNKNOWN);
        }

        @Test
        void a_law_without_any_limit_needs_no_date() {
            var finding = Limitation.of(undatedOffence().offence(), Side.REQUESTED, List.of(noLimitAtAll()), MARCH);
            assertThat(finding.standing()).isEqualTo(NOT_EXPIRED);
        }

        @Test
        void no_penalty_is_unknown_only_between_the_shortest_and_the_longest_period() {
            var offence = offence(MARCH).absconded(Ternary.NO);
            assertThat(inRuvania(offence, MARCH.plusYears(5)).standing()).isEqualTo(NOT_EXPIRED);
            assertThat(inRuvania(offence, MARCH.plusYears(5).plusDays(1)).standing())
                    .isEqualTo(UNKNOWN);
            assertThat(inRuvania(offence, MARCH.plusYears(20)).standing()).isEqualTo(UNKNOWN);
            assertThat(inRuvania(offence, MARCH.plusYears(20).plusDays(1)).standing())
                    .isEqualTo(EXPIRED);
        }

        @Test
        void the_reason_names_what_is_missing() {
            assertThat(inRuvania(offence(MARCH).absconded(Ternary.NO), MARCH.plusYears(6))
                            .reason())
                    .isEqualTo("It hangs on the gravest penalty.");
        }

        @Test
        void a_first_day_alone_can_show_that_it_still_runs_but_never_that_it_is_over() {
            var offence = undatedOffence().begunOn(MARCH).punishedWith(new Penalty.Years(4));
            assertThat(inRuvania(offence, MARCH.plusYears(5)).standing()).isEqualTo(NOT_EXPIRED);
            assertThat(inRuvania(offence.absconded(Ternary.NO), MARCH.plusYears(30))
                            .standing())
                    .isEqualTo(UNKNOWN);
        }
    }

    @Nested
    class Evading {
        private static final LocalDate LONG_AFTER = MARCH.plusYears(30);
        private final OffenceFixture petty = offence(MARCH).punishedWith(new Penalty.Years(4));

        @Test
        void no_limit_runs_for_a_person_who_evades_a_case_that_was_filed_in_time() {
            var evading = petty.filedOn(MARCH.plusYears(5)).absconded(Ternary.YES);
            assertThat(inRuvania(evading, LONG_AFTER).standing()).isEqualTo(NOT_EXPIRED);
            assertThat(inRuvania(evading, LONG_AFTER).lastDay()).isEmpty();
        }

        @Test
        void a_case_filed_when_it_was_over_revives_nothing() {
            var late = petty.filedOn(MARCH.plusYears(5).plusDays(1)).absconded(Ternary.YES);
            assertThat(inRuvania(late, LONG_AFTER).standing()).isEqualTo(EXPIRED);
        }

        @Test
        void not_knowing_whether_the_person_evades_is_unknown() {
            assertThat(inRuvania(petty.filedOn(MARCH), LONG_AFTER).standing()).isEqualTo(UNKNOWN);
        }

        @Test
        void a_person_who_does_not_evade_is_protected_by_time() {
            assertThat(inRuvania(petty.filedOn(MARCH).absconded(Ternary.NO), LONG_AFTER)
                            .standing())
                    .isEqualTo(EXPIRED);
        }

        @Test
        void a_rule_that_needs_an_opinion_is_unknown_until_a_legal_officer_has_one() {
            var fled = offence(MARCH).ofClass("OTHER").absconded(Ternary.YES);
            assertThat(inHost(fled, LONG_AFTER).standing()).isEqualTo(UNKNOWN);
            assertThat(inHost(fled.withOpinion(Side.REQUESTED, FLIGHT, Ternary.YES), LONG_AFTER)
                            .standing())
                    .isEqualTo(NOT_EXPIRED);
            assertThat(inHost(fled.withOpinion(Side.REQUESTED, FLIGHT, Ternary.NO), LONG_AFTER)
                            .standing())
                    .isEqualTo(EXPIRED);
        }

        @Test
        void the_later_opinion_counts() {
            var fled = offence(MARCH)
                    .ofClass("OTHER")
                    .withOpinion(Side.REQUESTED, FLIGHT, Ternary.YES)
                    .withOpinion(Side.REQUESTED, FLIGHT, Ternary.NO);
            assertThat(inHost(fled, LONG_AFTER).standing()).isEqualTo(EXPIRED);
        }
    }

    @Nested
    class Resting {
        private static final LocalDate END = MARCH.plusYears(5);
        private final OffenceFixture still =
                offence(MARCH).ofClass("OTHER").absconded(Ternary.NO).withOpinion(Side.REQUESTED, FLIGHT, Ternary.NO);

        @Test
        void the_days_of_rest_are_added() {
            var rested = still.rested("2012-01-01", "2012-03-01");
            assertThat(inHost(rested, END).lastDay()).contains(END.plusDays(60));
            assertThat(inHost(rested, END.plusDays(60)).standing()).isEqualTo(NOT_EXPIRED);
            assertThat(inHost(rested, END.plusDays(61)).standing()).isEqualTo(EXPIRED);
        }

        @Test
        void days_that_two_times_of_rest_share_are_added_once() {
            var rested = still.rested("2012-01-01", "2012-03-01").rested("2012-02-01", "2012-04-01");
            assertThat(inHost(rested, END).lastDay()).contains(END.plusDays(91));
        }

        @Test
        void what_rested_before_the_offence_is_not_added() {
            var rested = still.rested("2009-01-01", "2010-03-12");
            assertThat(inHost(rested, END).lastDay()).contains(END.plusDays(10));
        }

        @Test
        void a_rest_that_begins_too_late_revives_nothing() {
            assertThat(inHost(still.rested("2015-03-02", "2016-03-02"), END).lastDay())
                    .contains(END);
        }

        @Test
        void a_rest_may_begin_in_the_time_that_another_rest_has_won() {
            var rested = still.rested("2015-01-01", "2015-02-01").rested("2015-03-20", "2015-04-19");
            assertThat(inHost(rested, END).lastDay()).contains(END.plusDays(31 + 30));
        }

        @Test
        void it_never_rests_for_longer_than_the_rule_allows() {
            assertThat(inHost(still.rested("2012-01-01", "2019-01-01"), END).lastDay())
                    .contains(END.plusDays(1096));
        }

        @Test
        void a_rest_without_end_is_ended_by_the_rule() {
            assertThat(inHost(still.rested("2012-01-01", ""), END).lastDay()).contains(END.plusDays(1096));
        }

        @Test
        void a_rest_of_a_rule_without_maximum_has_no_last_day() {
            var rested = offence(MARCH).resting(Side.REQUESTING, "SOL-TEST-REST", "2012-01-01", "", Ternary.YES);
            var finding = Limitation.of(
                    rested.offence(), Side.REQUESTING, List.of(years(5), restWithoutMaximum()), MARCH.plusYears(40));
            assertThat(finding.standing()).isEqualTo(NOT_EXPIRED);
            assertThat(finding.lastDay()).isEmpty();
        }

        @Test
        void only_a_rest_that_is_made_out_counts() {
            var open = still.resting(Side.REQUESTED, EVIDENCE, "2012-01-01", "2012-03-01", Ternary.UNKNOWN);
            assertThat(inHost(open, END).lastDay()).contains(END);
            assertThat(inHost(open, END.plusDays(60)).standing()).isEqualTo(UNKNOWN);
            assertThat(inHost(open, END.plusDays(61)).standing()).isEqualTo(EXPIRED);
            var none = still.resting(Side.REQUESTED, EVIDENCE, "2012-01-01", "2012-03-01", Ternary.NO);
            assertThat(inHost(none, END.plusDays(1)).standing()).isEqualTo(EXPIRED);
        }

        @Test
        void the_other_state_s_rest_changes_nothing_here() {
            var elsewhere = still.resting(Side.REQUESTING, EVIDENCE, "2012-01-01", "2012-03-01", Ternary.YES);
            assertThat(inHost(elsewhere, END).lastDay()).contains(END);
        }
    }

    private static LimitationFinding inRuvania(OffenceFixture offence, LocalDate on) {
        return Limitation.of(offence.offence(), Side.REQUESTING, RUVANIAN_RULES, on);
    }

    private static LimitationFinding inHost(OffenceFixture offence, LocalDate on) {
        return Limitation.of(offence.offence(), Side.REQUESTED, HOST_RULES, on);
    }
}
