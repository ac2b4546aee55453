package org.repatria.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.repatria.clocks.WrittenRule.days;
import static org.repatria.clocks.WrittenRule.period;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.repatria.clocks.ClockRule.Kind;
import org.repatria.clocks.ClockRule.StartCount;
import org.repatria.clocks.ClockRule.Unit;

final class CountingTest {

    private static final HolidayCalendar XH = new HolidayCalendar(
            "XH",
            Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
            Set.of(LocalDate.parse("2014-09-01"), LocalDate.parse("2016-05-30")),
            "test");
    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static Happened on(String day) {
        return Happened.on(LocalDate.parse(day));
    }

    private static Happened at(String instant, ZoneId zone) {
        return new Happened.At(Instant.parse(instant), zone);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    @Nested
    class CountingDays {

        /** The vectors of the reference document, one by one. */
        @ParameterizedTest(name = "{0}: {1} {2} {3} from {4} ends {5}")
        @CsvSource({
            "leap year,             40, CAL_DAY,   EXCL_TRIGGER, 2024-01-20, 2024-02-29",
            "day counted,           40, CAL_DAY,   INCL_TRIGGER, 2024-01-20, 2024-02-28",
            "UK s. 117,             28, CAL_DAY,   INCL_TRIGGER, 2024-03-01, 2024-03-28",
            "month-end clamp,        2, CAL_MONTH, EXCL_TRIGGER, 2023-12-31, 2024-02-29",
            "two months,             2, CAL_MONTH, EXCL_TRIGGER, 2016-01-29, 2016-03-29",
            "45 days,               45, CAL_DAY,   EXCL_TRIGGER, 2016-05-03, 2016-06-17",
            "60 days,               60, CAL_DAY,   EXCL_TRIGGER, 2015-03-02, 2015-05-01",
            "no roll,               90, CAL_DAY,   EXCL_TRIGGER, 2015-02-02, 2015-05-03",
            "TRO,                   14, CAL_DAY,   EXCL_TRIGGER, 2015-03-20, 2015-04-03",
            "PRC,                   30, CAL_DAY,   EXCL_TRIGGER, 2019-04-11, 2019-05-11",
            "INTERPOL,               5, YEAR,      EXCL_TRIGGER, 2012-06-01, 2017-06-01",
            "S1 order,              90, CAL_DAY,   EXCL_TRIGGER, 2015-03-16, 2015-06-14",
            "S2 arrest,             40, CAL_DAY,   EXCL_TRIGGER, 2018-09-03, 2018-10-13",
            "S6 CCF,                 9, CAL_MONTH, EXCL_TRIGGER, 2020-01-20, 2020-10-20",
            "S1 first follow-up,     6, CAL_MONTH, EXCL_TRIGGER, 2015-10-20, 2016-04-20",
            "S1 second follow-up,   12, CAL_MONTH, EXCL_TRIGGER, 2015-10-20, 2016-10-20",
            "S8 acknowledgement,    10, BUS_DAY,   EXCL_TRIGGER, 2014-08-29, 2014-09-15",
            "month counted in,       1, CAL_MONTH, INCL_TRIGGER, 2024-03-01, 2024-03-31",
            "clamp counted in,       1, CAL_MONTH, INCL_TRIGGER, 2024-01-31, 2024-02-29",
            "29 February,            1, YEAR,      EXCL_TRIGGER, 2024-02-29, 2025-02-28",
            "business day counted,   1, BUS_DAY,   INCL_TRIGGER, 2014-08-29, 2014-08-29",
            "holiday not counted,    1, BUS_DAY,   INCL_TRIGGER, 2014-09-01, 2014-09-02",
            "across the year,       10, BUS_DAY,   EXCL_TRIGGER, 2015-12-28, 2016-01-11",
        })
        void a_period_ends_on_its_last_day(
                String what, int amount, Unit unit, StartCount count, LocalDate from, LocalDate last) {
            var rule = period(amount, unit).startCount(count).rule();
            assertThat(Counting.lastDay(rule, Happened.on(from), XH)).as(what).isEqualTo(last);
        }

        @Test
        void a_grant_is_counted_from_the_last_day() {
            var rule = days(30).rule();
            var grant = new Addition(15, Unit.CAL_DAY, "at request", on("2019-05-08"));
            var term = Counting.of(rule, on("2019-04-11"), XH).term(on("2019-04-11"), List.of(grant), List.of());
            assertThat(term.lastDay()).isEqualTo(day("2019-05-26"));
        }

        @Test
        void a_warning_of_half_a_year_falls_on_the_day_that_is_six_months_before() {
            var rule = period(5, Unit.YEAR).warnsAt(182).rule();
            var counting = Counting.of(rule, on("2012-06-01"), XH);
            assertThat(counting.warnings(day("2012-06-01"), counting.term(on("2012-06-01"))))
                    .containsExactly(new Warning(182, day("2016-12-01"), false));
        }
    }

    @Nested
    class Rolling {

        @Test
        void a_last_day_moves_on_only_when_the_rule_says_so() {
            assertThat(Counting.lastDay(days(30).rolling().rule(), on("2016-07-08"), XH))
                    .isEqualTo(day("2016-08-08"));
            assertThat(Counting.lastDay(days(30).rule(), on("2016-07-08"), XH)).isEqualTo(day("2016-08-07"));
        }

        @Test
        void it_moves_over_a_holiday_too() {
            assertThat(Counting.lastDay(days(30).rolling().rule(), on("2016-04-28"), XH))
                    .isEqualTo(day("2016-05-31"));
        }

        @Test
        void a_business_day_stays() {
            assertThat(Counting.lastDay(days(31).rolling().rule(), on("2016-07-08"), XH))
                    .isEqualTo(day("2016-08-08"));
        }

        @Test
        void a_calendar_without_a_business_day_is_a_defect() {
            var never = new HolidayCalendar("never", EnumSet.allOf(DayOfWeek.class), Set.of(), "test");
            assertThatThrownBy(() -> Counting.lastDay(days(30).rolling().rule(), on("2016-07-08"), never))
                    .hasMessageContaining("never");
        }
    }

    @Nested
    class RollingInDoubt {

        /** 2016-08-07 is a Sunday. */
        @Test
        void the_state_s_day_stays_and_the_other_is_told() {
            var term = Counting.of(days(30).doubtful().rule(), on("2016-07-08"), XH)
                    .term(on("2016-07-08"));
            assertThat(term)
                    .isEqualTo(new Term(
                            day("2016-08-07"), Optional.empty(), day("2016-08-05"), Optional.of(day("2016-08-08"))));
        }

        @Test
        void the_person_s_day_runs_on_and_he_is_told_to_act_by_the_other() {
            var term = Counting.of(days(30).doubtful().ofThePerson().rule(), on("2016-07-08"), XH)
                    .term(on("2016-07-08"));
            assertThat(term)
                    .isEqualTo(new Term(
                            day("2016-08-08"), Optional.empty(), day("2016-08-05"), Optional.of(day("2016-08-07"))));
        }

        @Test
        void a_day_of_work_is_no_matter_of_doubt() {
            var term = Counting.of(days(31).doubtful().ofThePerson().rule(), on("2016-07-08"), XH)
                    .term(on("2016-07-08"));
            assertThat(term).isEqualTo(new Term(day("2016-08-08"), Optional.empty(), day("2016-08-08")));
        }

        @Test
        void what_was_granted_on_top_is_counted_before_it_is_asked() {
            var grant = new Addition(29, Unit.CAL_DAY, "court", on("2016-07-09"));
            var term = Counting.of(days(1).doubtful().rule(), on("2016-07-08"), XH)
                    .term(on("2016-07-08"), List.of(grant), List.of());
            assertThat(term.otherReading()).contains(day("2016-08-08"));
        }

        @Test
        void an_act_on_the_later_day_is_too_late_for_the_state_and_in_time_for_the_person() {
            var states = Counting.of(days(30).doubtful().rule(), on("2016-07-08"), XH);
            var persons = Counting.of(days(30).doubtful().ofThePerson().rule(), on("2016-07-08"), XH);
            assertThat(states.inTime(on("2016-08-08"), states.term(on("2016-07-08"))))
                    .isFalse();
            assertThat(persons.inTime(on("2016-08-08"), persons.term(on("2016-07-08"))))
                    .isTrue();
        }
    }

    @Nested
    class ActingInTime {

        @Test
        void a_hard_clock_that_ends_on_a_sunday_is_acted_on_by_friday() {
            var term = Counting.of(days(90).rule(), on("2015-03-16"), XH).term(on("2015-03-16"));
            assertThat(term).isEqualTo(new Term(day("2015-06-14"), Optional.empty(), day("2015-06-12")));
        }

        @Test
        void a_holiday_moves_the_day_to_act_on_too() {
            var term = Counting.of(days(30).rule(), on("2016-04-30"), XH).term(on("2016-04-30"));
            assertThat(term.lastDay()).isEqualTo(day("2016-05-30"));
            assertThat(term.actBy()).isEqualTo(day("2016-05-27"));
        }

        @Test
        void a_soft_clock_leaves_the_day_as_it_is() {
            var term = Counting.of(days(90).kind(Kind.SOFT).rule(), on("2015-03-16"), XH)
                    .term(on("2015-03-16"));
            assertThat(term.actBy()).isEqualTo(day("2015-06-14"));
        }

        @Test
        void a_period_without_a_business_day_is_acted_on_to_its_last() {
            var term = Counting.of(days(1).rule(), on("2015-06-13"), XH).term(on("2015-06-13"));
            assertThat(term.actBy()).isEqualTo(day("2015-06-14"));
        }
    }

    @Nested
    class GivingNotice {

        @Test
        void warnings_come_the_named_days_before_the_last_day() {
            var counting = Counting.of(days(90).warnsAt(7, 30, 14).rule(), on("2015-03-16"), XH);
            assertThat(counting.warnings(day("2015-03-16"), counting.term(on("2015-03-16"))))
                    .extracting(Warning::day)
                    .containsExactly(day("2015-05-15"), day("2015-05-31"), day("2015-06-07"));
        }

        @Test
        void warnings_are_given_only_as_far_as_they_fit_in_the_period() {
            var counting = Counting.of(days(14).warnsAt(30, 14, 7, 3, 1).rule(), on("2015-03-20"), XH);
            assertThat(counting.warnings(day("2015-03-20"), counting.term(on("2015-03-20"))))
                    .extracting(Warning::lead)
                    .containsExactly(7, 3, 1);
        }
    }

    @Nested
    class CountingHours {

        @Test
        void hours_pass_while_the_clocks_are_put_forward() {
            var arrest = at("2024-03-30T09:00:00Z", VIENNA);
            var rule = period(48, Unit.HOUR).rule();
            assertThat(Counting.endsAt(rule, arrest, XH)).contains(Instant.parse("2024-04-01T09:00:00Z"));
            assertThat(Counting.lastDay(rule, arrest, XH)).isEqualTo(day("2024-04-01"));
        }

        @Test
        void hours_pass_while_the_clocks_are_put_back() {
            var arrest = at("2024-10-26T22:30:00Z", VIENNA);
            assertThat(Counting.endsAt(period(24, Unit.HOUR).rule(), arrest, XH))
                    .contains(Instant.parse("2024-10-27T22:30:00Z"));
            assertThat(Counting.lastDay(period(24, Unit.HOUR).rule(), arrest, XH))
                    .isEqualTo(day("2024-10-27"));
        }

        @Test
        void a_day_without_an_hour_begins_the_states_deadline_early_and_the_persons_late() {
            var states = period(24, Unit.HOUR).zone(VIENNA).rule();
            var persons = period(24, Unit.HOUR).zone(VIENNA).ofThePerson().rule();
            assertThat(Counting.endsAt(states, on("2018-09-03"), XH)).contains(Instant.parse("2018-09-03T22:00:00Z"));
            assertThat(Counting.endsAt(persons, on("2018-09-03"), XH)).contains(Instant.parse("2018-09-04T22:00:00Z"));
        }

        @Test
        void days_off_do_not_count_where_the_rule_names_a_calendar() {
            var seized = at("2014-08-29T15:00:00Z", NEW_YORK);
            assertThat(Counting.endsAt(period(48, Unit.HOUR).calendar("XH").rule(), seized, XH))
                    .contains(Instant.parse("2014-09-03T15:00:00Z"));
        }

        @Test
        void a_term_of_days_has_no_hour() {
            assertThat(Counting.endsAt(days(40).rule(), at("2018-09-03T06:10:00Z", VIENNA), XH))
                    .isEmpty();
        }
    }

    @Nested
    class Placing {

        @Test
        void custody_ages_in_the_zone_of_its_place() {
            var lateEvening = at("2018-09-03T22:30:00Z", VIENNA);
            assertThat(Counting.lastDay(days(40).rule(), lateEvening, XH)).isEqualTo(day("2018-10-14"));
            assertThat(Counting.lastDay(days(40).rule(), at("2018-09-03T22:30:00Z", NEW_YORK), XH))
                    .isEqualTo(day("2018-10-13"));
        }

        @Test
        void a_day_begins_where_the_custody_is() {
            var term = new Term(day("2018-10-13"), Optional.empty(), day("2018-10-12"));
            assertThat(term.overAt(VIENNA)).isEqualTo(Instant.parse("2018-10-13T22:00:00Z"));
            assertThat(term.overAt(NEW_YORK)).isEqualTo(Instant.parse("2018-10-14T04:00:00Z"));
        }

        @Test
        void what_is_received_elsewhere_is_in_time_by_the_day_of_the_custody_place() {
            var arrest = at("2018-09-03T06:10:00Z", VIENNA);
            var counting = Counting.of(days(40).rule(), arrest, XH);
            var term = counting.term(arrest);
            assertThat(counting.inTime(at("2018-10-13T21:59:00Z", NEW_YORK), term))
                    .isTrue();
            assertThat(counting.inTime(at("2018-10-13T22:01:00Z", NEW_YORK), term))
                    .isFalse();
        }
    }

    @Nested
    class Doubting {

        private final Happened arrest = at("2018-09-03T08:00:00Z", VIENNA);

        @Test
        void an_act_on_the_day_on_which_hours_run_out_is_too_late_for_the_state() {
            var counting = Counting.of(period(24, Unit.HOUR).rule(), arrest, XH);
            assertThat(counting.inTime(on("2018-09-03"), counting.term(arrest))).isTrue();
            assertThat(counting.inTime(on("2018-09-04"), counting.term(arrest))).isFalse();
        }

        @Test
        void an_act_on_the_day_on_which_hours_run_out_is_in_time_for_the_person() {
            var counting = Counting.of(period(24, Unit.HOUR).ofThePerson().rule(), arrest, XH);
            assertThat(counting.inTime(on("2018-09-04"), counting.term(arrest))).isTrue();
            assertThat(counting.inTime(on("2018-09-05"), counting.term(arrest))).isFalse();
        }

        @Test
        void hours_suspended_by_the_day_are_few_for_the_state_and_many_for_the_person() {
            var pause =
                    List.of(new Suspension("stay", on("2018-09-03"), Optional.of(on("2018-09-05")), Optional.empty()));
            var states = Counting.of(period(24, Unit.HOUR).rule(), arrest, XH);
            var persons = Counting.of(period(24, Unit.HOUR).ofThePerson().rule(), arrest, XH);
            assertThat(states.term(arrest, List.of(), pause).endsAt()).contains(Instant.parse("2018-09-05T08:00:00Z"));
            assertThat(persons.term(arrest, List.of(), pause).endsAt()).contains(Instant.parse("2018-09-06T22:00:00Z"));
        }
    }

    @Nested
    class Suspending {

        private final Happened trigger = on("2018-09-03");
        private final Counting counting = Counting.of(days(40).rule(), trigger, XH);

        private LocalDate with(Suspension... suspensions) {
            return counting.term(trigger, List.of(), List.of(suspensions)).lastDay();
        }

        private static Suspension between(String from, String until) {
            return new Suspension("stay", on(from), Optional.of(on(until)), Optional.empty());
        }

        @Test
        void the_days_of_a_suspension_are_added() {
            assertThat(with(between("2018-09-13", "2018-09-23"))).isEqualTo(day("2018-10-23"));
        }

        @Test
        void days_suspended_twice_are_added_once() {
            assertThat(with(between("2018-09-13", "2018-09-23"), between("2018-09-18", "2018-09-25")))
                    .isEqualTo(day("2018-10-25"));
        }

        @Test
        void a_suspension_after_the_end_changes_nothing() {
            assertThat(with(between("2018-10-14", "2018-10-20"))).isEqualTo(day("2018-10-13"));
        }

        @Test
        void a_suspension_that_lasts_has_added_nothing_yet() {
            assertThat(with(new Suspension("stay", on("2018-09-13"), Optional.empty(), Optional.empty())))
                    .isEqualTo(day("2018-10-13"));
        }

        @Test
        void business_days_are_suspended_as_business_days() {
            var tenDays = Counting.of(period(10, Unit.BUS_DAY).rule(), on("2014-08-29"), XH);
            var pause = List.of(between("2014-09-05", "2014-09-09"));
            assertThat(tenDays.term(on("2014-08-29"), List.of(), pause).lastDay())
                    .isEqualTo(day("2014-09-17"));
        }

        @Test
        void a_suspension_from_before_lets_the_count_begin_when_it_ends() {
            assertThat(with(between("2018-08-01", "2018-09-13"))).isEqualTo(day("2018-10-22"));
        }
    }
}
