package org.repatria.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.repatria.clocks.WrittenRule.TRIGGER;
import static org.repatria.clocks.WrittenRule.days;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.clocks.ClockRule.Kind;
import org.repatria.clocks.ClockRule.Level;
import org.repatria.clocks.ClockRule.Party;

final class ClockRulesTest {

    private static final PairOfStates XR_TO_XE = new PairOfStates("XR", "XE");
    private static final LocalDate TODAY = LocalDate.of(2020, 5, 4);
    private static final LocalDate NEW_LAW = LocalDate.of(2020, 6, 1);
    private static final HolidayCalendar OF_XR = calendar("XR");
    private static final HolidayCalendar OF_XE = calendar("XE");

    private static HolidayCalendar calendar(String id) {
        return new HolidayCalendar(id, Set.of(DayOfWeek.SUNDAY), Set.of(), "test");
    }

    private static ClockRules rules(Map<String, List<String>> systems, WrittenRule... rules) {
        return new ClockRules(
                Arrays.stream(rules).map(WrittenRule::rule).toList(),
                Map.of("XR", OF_XR, "XE", OF_XE),
                (state, _) -> systems.getOrDefault(state, List.of()));
    }

    private static ClockRules rules(WrittenRule... rules) {
        return rules(Map.of(), rules);
    }

    private static List<String> started(ClockRules rules, PairOfStates states, LocalDate day) {
        return rules.startedBy(TRIGGER, states, day).stream().map(ClockRule::id).toList();
    }

    @Nested
    final class Starting {

        private static WrittenRule treaty() {
            return days(40).id("TREATY").family("PA").lawOf("XE-XR", Level.BILATERAL_TREATY);
        }

        private static WrittenRule statute() {
            return days(30).id("STATUTE").family("PA").lawOf("XE", Level.STATUTE);
        }

        private static WrittenRule convention() {
            return days(18).id("CONVENTION").family("PA").lawOf("ECE", Level.CONVENTION);
        }

        @Test
        void a_treaty_of_the_pair_beats_the_rest_of_its_family_whichever_asks() {
            var rules = rules(Map.of("XR", List.of("ECE"), "XE", List.of("ECE")), statute(), convention(), treaty());

            assertThat(started(rules, XR_TO_XE, TODAY)).containsExactly("TREATY");
            assertThat(started(rules, new PairOfStates("XE", "XR"), TODAY)).containsExactly("TREATY");
        }

        @Test
        void a_statute_binds_the_state_that_is_asked_alone() {
            assertThat(started(rules(statute()), XR_TO_XE, TODAY)).containsExactly("STATUTE");
            assertThat(started(rules(statute()), new PairOfStates("XE", "XR"), TODAY))
                    .isEmpty();
        }

        @Test
        void a_statute_of_a_system_applies_where_the_system_does() {
            var ofSystem = days(30).id("US-STATUTE").lawOf("US", Level.STATUTE);

            assertThat(started(rules(Map.of("XE", List.of("US")), ofSystem), XR_TO_XE, TODAY))
                    .containsExactly("US-STATUTE");
            assertThat(started(rules(Map.of("XR", List.of("US")), ofSystem), XR_TO_XE, TODAY))
                    .isEmpty();
        }

        @Test
        void a_convention_binds_its_parties_only() {
            assertThat(started(rules(Map.of("XE", List.of("ECE")), convention()), XR_TO_XE, TODAY))
                    .isEmpty();
            assertThat(started(
                            rules(Map.of("XE", List.of("ECE"), "XR", List.of("ECE")), convention()), XR_TO_XE, TODAY))
                    .containsExactly("CONVENTION");
        }

        @Test
        void rules_of_one_family_and_level_run_side_by_side() {
            var longer = days(40).id("CONVENTION-40").family("PA").lawOf("UNCAC", Level.CONVENTION);
            var shorter = days(18).id("CONVENTION-18").family("PA").lawOf("UNCAC", Level.CONVENTION);

            assertThat(started(rules(longer, shorter), XR_TO_XE, TODAY))
                    .containsExactly("CONVENTION-18", "CONVENTION-40");
        }

        @Test
        void a_model_text_what_was_vacated_and_what_limitation_counts_never_start() {
            var rules = rules(
                    days(40).id("MODEL").lawOf("XE", Level.MODEL),
                    days(40).id("VACATED").vacated(),
                    days(40).id("LIMITATION").limitationIn(Party.REQUESTED));

            assertThat(started(rules, XR_TO_XE, TODAY)).isEmpty();
        }

        @Test
        void a_rule_starts_from_its_first_day_to_its_last() {
            var rules = rules(
                    days(30).id("OLD").until(NEW_LAW.minusDays(1)),
                    days(60).id("NEW").version(2, NEW_LAW));

            assertThat(started(rules, XR_TO_XE, NEW_LAW.minusDays(1))).containsExactly("OLD");
            assertThat(started(rules, XR_TO_XE, NEW_LAW)).containsExactly("NEW");
        }

        @Test
        void the_rules_between_two_states_are_those_that_something_may_start() {
            var rules = rules(
                    treaty(),
                    statute(),
                    convention(),
                    days(40).id("MODEL").lawOf("XE", Level.MODEL),
                    days(3).id("OWN"));

            assertThat(rules.between(XR_TO_XE, TODAY).stream().map(ClockRule::id))
                    .containsExactly("OWN", "STATUTE", "TREATY");
        }

        @Test
        void nothing_starts_with_what_no_rule_speaks_of() {
            assertThat(rules(days(30)).startedBy("test.ELSE", XR_TO_XE, TODAY)).isEmpty();
        }
    }

    @Nested
    final class Naming {

        @Test
        void the_latest_version_in_force_is_the_rule_of_an_id() {
            var rules = rules(days(30), days(60).version(2, NEW_LAW));

            assertThat(rules.rule("CLK-TEST", TODAY)).map(ClockRule::amount).contains(30);
            assertThat(rules.rule("CLK-TEST", NEW_LAW)).map(ClockRule::amount).contains(60);
            assertThat(rules.rule("CLK-ELSE", TODAY)).isEmpty();
        }
    }

    @Nested
    final class DaysOff {

        private static HolidayCalendar of(WrittenRule rule) {
            return rules().calendarOf(rule.rule(), XR_TO_XE);
        }

        @Test
        void are_those_of_the_state_that_is_asked_unless_the_rule_says_otherwise() {
            assertThat(of(days(30))).isEqualTo(OF_XE);
            assertThat(of(days(30).calendar(ClockRule.OF_REQUESTED_STATE))).isEqualTo(OF_XE);
            assertThat(of(days(30).calendar(ClockRule.OF_REQUESTING_STATE))).isEqualTo(OF_XR);
            assertThat(of(days(30).calendar("XR"))).isEqualTo(OF_XR);
        }

        @Test
        void are_those_of_the_state_by_whose_law_limitation_is_counted() {
            assertThat(of(days(30).limitationIn(Party.REQUESTING))).isEqualTo(OF_XR);
            assertThat(of(days(30).limitationIn(Party.REQUESTED))).isEqualTo(OF_XE);
        }

        @Test
        void are_weekends_where_nothing_is_known_of_the_state() {
            assertThat(rules().calendarOf(days(30).rule(), new PairOfStates("XR", "XK")))
                    .isEqualTo(Counting.WEEKENDS);
        }

        @Test
        void of_a_calendar_that_is_not_there_are_a_defect() {
            assertThatThrownBy(() -> of(days(30).calendar("XX"))).hasMessageContaining("XX");
        }
    }

    @Nested
    final class Waiting {

        @Test
        void a_rule_waits_for_what_ends_it_and_for_both_ends_of_what_suspends_it() {
            var rule = days(30).stopsOn("test.DONE").suspendedBy("test.STAYED").rule();

            assertThat(List.of("test.DONE", "test.STAYED", "test.STAYED.ended")).allMatch(rule::waitsFor);
            assertThat(List.of(TRIGGER, "test.DONE.ended", "test.ELSE")).noneMatch(rule::waitsFor);
        }

        @Test
        void what_the_house_sets_itself_begins_anew_and_a_period_of_the_law_runs_on() {
            assertThat(days(30).kind(Kind.REVIEW).rule().beginsAnew()).isTrue();
            assertThat(days(30).kind(Kind.POLICY).rule().beginsAnew()).isTrue();
            assertThat(days(30).kind(Kind.HARD).rule().beginsAnew()).isFalse();
        }
    }
}
