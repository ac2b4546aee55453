package org.repatria.cases.domain.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.repatria.cases.domain.clocks.ClocksFixture.PATHWAY;
import static org.repatria.cases.domain.clocks.ClocksFixture.VIENNA;
import static org.repatria.cases.domain.clocks.ClocksFixture.XE_CO;
import static org.repatria.cases.domain.clocks.ClocksFixture.XE_LO;
import static org.repatria.cases.domain.clocks.ClocksFixture.XR_LO;
import static org.repatria.cases.domain.clocks.ClocksFixture.day;
import static org.repatria.cases.domain.clocks.ClocksFixture.noon;
import static org.repatria.cases.domain.clocks.ClocksFixture.on;
import static org.repatria.cases.domain.clocks.ClocksFixture.under;
import static org.repatria.cases.domain.clocks.RuleFixture.days;
import static org.repatria.cases.domain.clocks.RuleFixture.period;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.cases.domain.CaseReason;
import org.repatria.cases.domain.clocks.ClockCommand.CancelClock;
import org.repatria.cases.domain.clocks.ClockCommand.ConcludeClock;
import org.repatria.cases.domain.clocks.ClockCommand.ExtendClock;
import org.repatria.cases.domain.clocks.ClockCommand.NoteHappening;
import org.repatria.cases.domain.clocks.ClockCommand.RebaseClock;
import org.repatria.cases.domain.clocks.ClockCommand.ResumeClock;
import org.repatria.cases.domain.clocks.ClockCommand.SuspendClock;
import org.repatria.clocks.Clock;
import org.repatria.clocks.Clock.State;
import org.repatria.clocks.ClockEvent;
import org.repatria.clocks.ClockEvent.ClockExpired;
import org.repatria.clocks.ClockEvent.ClockExtended;
import org.repatria.clocks.ClockEvent.ClockRebased;
import org.repatria.clocks.ClockEvent.ClockResumed;
import org.repatria.clocks.ClockEvent.ClockSatisfied;
import org.repatria.clocks.ClockEvent.ClockStarted;
import org.repatria.clocks.ClockEvent.ClockSuspended;
import org.repatria.clocks.ClockEvent.LateHappeningNoted;
import org.repatria.clocks.ClockEvent.WarningGiven;
import org.repatria.clocks.ClockRule;
import org.repatria.clocks.ClockRule.Kind;
import org.repatria.clocks.ClockRule.OnExpiry;
import org.repatria.clocks.ClockRule.Unit;
import org.repatria.clocks.Clocks;
import org.repatria.clocks.Happened;
import org.repatria.clocks.Happening;
import org.repatria.clocks.Suspension;
import org.repatria.clocks.Term;
import org.repatria.clocks.Warning;
import org.repatria.decider.Obstacle;

final class ClocksTest {

    private static final String ARREST = "extradition.PROVISIONALLY_ARRESTED";
    private static final String RECEIVED = "extradition.RECEIVED";
    private static final String STAY = "arrest.INTERIM_MEASURE";

    private static final ClockRule FORTY_DAYS = days(40).id("CLK-PA-ECE40")
            .startsOn(ARREST)
            .stopsOn(RECEIVED)
            .suspendedBy(STAY)
            .warnsAt(30, 14, 7, 3, 1)
            .zone(VIENNA)
            .onExpiry(OnExpiry.PRESUME_RELEASED)
            .rule();

    private static final ClockRule EXTENDABLE = days(30).id("CLK-PA-CN")
            .startsOn(ARREST)
            .stopsOn(RECEIVED)
            .warnsAt(7)
            .extendable("CT", 15, Unit.CAL_DAY)
            .rule();

    private final ClocksFixture brell = under(FORTY_DAYS);

    private static ExtendClock extension(String clock, int amount, String granted) {
        return new ExtendClock(
                clock, "CT", on(granted), Optional.of(amount), Optional.empty(), "the request is on its way", "doc-7");
    }

    private static List<Class<?>> kinds(List<ClockEvent> events) {
        return events.stream().<Class<?>>map(Object::getClass).toList();
    }

    @Nested
    class Starting {

        @Test
        void a_happening_starts_the_clocks_of_its_rules() {
            brell.happens(ARREST, "2018-09-03");
            var clock = brell.only();
            assertThat(clock.effective()).isEqualTo(new Term(day("2018-10-13"), Optional.empty(), day("2018-10-12")));
            assertThat(clock.state()).isEqualTo(State.RUNNING);
            assertThat(clock.about()).isEqualTo(PATHWAY);
            assertThat(clock.warnings())
                    .extracting(Warning::day)
                    .containsExactly(
                            day("2018-09-13"),
                            day("2018-09-29"),
                            day("2018-10-06"),
                            day("2018-10-10"),
                            day("2018-10-12"));
        }

        @Test
        void the_same_happening_twice_starts_nothing_twice() {
            brell.happens(ARREST, "2018-09-03");
            assertThat(brell.happens(ARREST, "2018-09-03")).isEmpty();
        }

        @Test
        void the_same_happening_with_another_document_is_the_same() {
            brell.happens(RECEIVED, "2018-09-01");
            var again = new Happening(RECEIVED, on("2018-09-01"), PATHWAY, Optional.of("stamp 12"));
            assertThat(brell.does(XE_LO, "2018-09-02", new NoteHappening(again)))
                    .isEmpty();
        }

        @Test
        void a_second_arrest_starts_a_second_clock_beside_the_first() {
            brell.happens(ARREST, "2018-09-03");
            brell.happens(ARREST, "2018-09-20");
            assertThat(brell.clocks().open()).hasSize(2);
        }

        @Test
        void a_review_begins_anew_and_the_former_one_is_superseded() {
            var reviews =
                    under(days(180).kind(Kind.REVIEW).startsOn("case.REVIEWED").rule());
            reviews.happens("case.REVIEWED", "2018-01-10");
            reviews.happens("case.REVIEWED", "2018-06-10");
            assertThat(reviews.clock("clk-1").state()).isEqualTo(State.SUPERSEDED);
            assertThat(reviews.clock("clk-1").supersededBy()).contains("clk-2");
            assertThat(reviews.clocks().open()).extracting(Clock::id).containsExactly("clk-2");
        }

        @Test
        void a_review_that_stops_on_what_starts_it_runs_on() {
            var reviews = under(days(180)
                    .kind(Kind.REVIEW)
                    .startsOn("case.REVIEWED")
                    .stopsOn("case.REVIEWED")
                    .rule());
            reviews.happens("case.REVIEWED", "2018-01-10");
            reviews.happens("case.REVIEWED", "2018-06-10");
            assertThat(reviews.clock("clk-1").state()).isEqualTo(State.SATISFIED);
            assertThat(reviews.clock("clk-2").state()).isEqualTo(State.RUNNING);
        }

        @Test
        void a_vacated_rule_starts_nothing() {
            assertThat(under(days(10).startsOn(ARREST).vacated().rule()).happens(ARREST, "2018-09-03"))
                    .isEmpty();
        }

        @Test
        void a_rule_of_later_law_starts_nothing() {
            var later = under(
                    days(10).startsOn(ARREST).version(2, day("2026-03-09")).rule());
            assertThat(later.happens(ARREST, "2018-09-03")).isEmpty();
        }
    }

    @Nested
    class Satisfying {

        @Test
        void what_the_rule_waits_for_in_time_satisfies_it() {
            brell.happens(ARREST, "2018-09-03");
            brell.happens(RECEIVED, "2018-10-12");
            assertThat(brell.only().state()).isEqualTo(State.SATISFIED);
            assertThat(brell.only().satisfiedBy()).contains(new Happening(RECEIVED, on("2018-10-12"), PATHWAY));
        }

        @Test
        void the_last_day_is_in_time() {
            brell.happens(ARREST, "2018-09-03");
            brell.happens(RECEIVED, "2018-10-13");
            assertThat(brell.only().state()).isEqualTo(State.SATISFIED);
        }

        @Test
        void what_happened_before_the_trigger_satisfies_nothing() {
            brell.happens(RECEIVED, "2018-09-02");
            brell.happens(ARREST, "2018-09-03");
            assertThat(brell.only().state()).isEqualTo(State.RUNNING);
        }

        @Test
        void what_happens_to_another_pathway_of_the_kind_satisfies_nothing() {
            brell.happens(ARREST, "2018-09-03");
            brell.isRecorded(RECEIVED, on("2018-10-12"), "extradition-2", noon("2018-10-12"));
            assertThat(brell.only().state()).isEqualTo(State.RUNNING);
        }

        @Test
        void a_step_of_another_kind_of_pathway_may_satisfy_it() {
            var referral = under(days(60).startsOn("extradition.REFERRED_AUT_DEDERE")
                    .stopsOn("hostProsecution.REVIEW")
                    .rule());
            referral.happens("extradition.REFERRED_AUT_DEDERE", "2016-02-12");
            referral.isRecorded("hostProsecution.REVIEW", on("2016-03-01"), "hostProsecution-1", noon("2016-03-01"));
            assertThat(referral.only().state()).isEqualTo(State.SATISFIED);
        }

        @Test
        void it_says_nothing_any_more() {
            brell.happens(ARREST, "2018-09-03");
            brell.happens(RECEIVED, "2018-09-05");
            assertThat(brell.timeComesTo("2019-01-01")).isEmpty();
            assertThat(brell.clocks().nextAt()).isEmpty();
        }
    }

    @Nested
    class EnteringLate {

        @Test
        void documents_of_day_39_recorded_on_day_45_satisfy_what_was_presumed_over() {
            brell.happens(ARREST, "2018-09-03");
            brell.timeComesTo("2018-10-14");
            assertThat(brell.only().state()).isEqualTo(State.EXPIRED_PRESUMED);
            assertThat(kinds(brell.isRecorded(RECEIVED, "2018-10-12", "2018-10-18")))
                    .contains(ClockSatisfied.class);
            assertThat(brell.only().state()).isEqualTo(State.SATISFIED);
        }

        @Test
        void documents_after_the_last_day_are_noted_and_the_expiry_too() {
            brell.happens(ARREST, "2018-09-03");
            var events = brell.happens(RECEIVED, "2018-10-15");
            assertThat(events)
                    .contains(new ClockExpired(
                            "clk-1",
                            day("2018-10-13"),
                            Optional.empty(),
                            OnExpiry.PRESUME_RELEASED,
                            true,
                            noon("2018-10-15")))
                    .endsWith(new LateHappeningNoted(
                            "clk-1", new Happening(RECEIVED, on("2018-10-15"), PATHWAY), noon("2018-10-15")));
            assertThat(brell.only().state()).isEqualTo(State.EXPIRED_PRESUMED);
            assertThat(brell.only().tooLate()).isPresent();
        }

        @Test
        void an_arrest_recorded_months_later_shows_what_was_missed() {
            var events = brell.isRecorded(ARREST, "2018-09-03", "2018-12-01");
            assertThat(kinds(events))
                    .containsExactly(
                            ClockStarted.class,
                            WarningGiven.class,
                            WarningGiven.class,
                            WarningGiven.class,
                            WarningGiven.class,
                            WarningGiven.class,
                            ClockExpired.class);
            assertThat(events.stream().filter(WarningGiven.class::isInstance).map(WarningGiven.class::cast))
                    .allMatch(WarningGiven::missed);
            assertThat(brell.only().state()).isEqualTo(State.EXPIRED_PRESUMED);
        }

        @Test
        void an_arrest_recorded_after_the_documents_finds_them() {
            brell.happens(RECEIVED, "2018-10-12");
            var events = brell.isRecorded(ARREST, "2018-09-03", "2018-12-01");
            assertThat(kinds(events)).containsExactly(ClockStarted.class, ClockSatisfied.class);
            assertThat(brell.only().state()).isEqualTo(State.SATISFIED);
        }

        @Test
        void an_older_review_recorded_late_is_superseded_by_the_newer_one() {
            var reviews =
                    under(days(180).kind(Kind.REVIEW).startsOn("case.REVIEWED").rule());
            reviews.happens("case.REVIEWED", "2018-06-10");
            reviews.isRecorded("case.REVIEWED", "2018-01-10", "2018-06-11");
            assertThat(reviews.clock("clk-2").supersededBy()).contains("clk-1");
            assertThat(reviews.clocks().open()).extracting(Clock::id).containsExactly("clk-1");
        }

        @Test
        void a_suspension_recorded_late_makes_late_documents_timely() {
            brell.happens(ARREST, "2018-09-03");
            brell.happens(RECEIVED, "2018-10-15");
            brell.isRecorded(STAY, "2018-09-10", "2018-10-20");
            brell.isRecorded(STAY + ".ended", "2018-09-15", "2018-10-20");
            assertThat(brell.only().effective().lastDay()).isEqualTo(day("2018-10-18"));
            assertThat(brell.only().state()).isEqualTo(State.SATISFIED);
        }
    }

    @Nested
    class CorrectingWhatWasSatisfied {

        @Test
        void documents_during_a_stay_turn_out_too_late_when_the_stay_had_ended_long_before() {
            brell.happens(ARREST, "2018-09-03");
            brell.happens(STAY, "2018-09-10");
            brell.happens(RECEIVED, "2018-10-15");
            assertThat(brell.only().state()).isEqualTo(State.SATISFIED);
            brell.isRecorded(STAY + ".ended", "2018-09-11", "2018-10-20");
            assertThat(brell.only().effective().lastDay()).isEqualTo(day("2018-10-14"));
            assertThat(brell.only().state()).isEqualTo(State.EXPIRED_PRESUMED);
            assertThat(brell.only().satisfiedBy()).isEmpty();
            assertThat(brell.only().tooLate()).isPresent();
        }
    }

    @Nested
    class PassingTime {

        @Test
        void each_warning_comes_on_its_day_and_once() {
            brell.happens(ARREST, "2018-09-03");
            assertThat(brell.timeComesTo("2018-09-12")).isEmpty();
            assertThat(brell.timeComesTo("2018-09-13"))
                    .containsExactly(new WarningGiven(
                            "clk-1", 30, day("2018-09-13"), day("2018-10-13"), false, noon("2018-09-13")));
            assertThat(brell.timeComesTo("2018-09-13")).isEmpty();
        }

        @Test
        void several_missed_at_once_come_in_order() {
            brell.happens(ARREST, "2018-09-03");
            var events = brell.timeComesTo("2018-10-06");
            assertThat(events)
                    .extracting(e -> ((WarningGiven) e).lead(), e -> ((WarningGiven) e).missed())
                    .containsExactly(tuple(30, true), tuple(14, true), tuple(7, false));
        }

        @Test
        void it_is_over_when_the_last_day_is_over_where_the_custody_is() {
            brell.happens(ARREST, "2018-09-03");
            brell.timeComesTo("2018-10-13");
            assertThat(brell.clocks().nextAt()).contains(Instant.parse("2018-10-13T22:00:00Z"));
            assertThat(brell.timeComesTo(Instant.parse("2018-10-13T21:59:59Z"))).isEmpty();
            assertThat(kinds(brell.timeComesTo(Instant.parse("2018-10-13T22:00:00Z"))))
                    .containsExactly(ClockExpired.class);
            assertThat(brell.only().state()).isEqualTo(State.EXPIRED_PRESUMED);
        }

        @Test
        void the_next_moment_is_the_beginning_of_the_next_day_that_says_something() {
            brell.happens(ARREST, "2018-09-03");
            assertThat(brell.clocks().nextAt()).contains(Instant.parse("2018-09-12T22:00:00Z"));
        }

        @Test
        void hours_are_over_at_their_moment() {
            var judge = under(period(24, Unit.HOUR).startsOn(ARREST).rule());
            judge.isRecorded(
                    ARREST,
                    new Happened.At(Instant.parse("2018-09-03T06:10:00Z"), VIENNA),
                    PATHWAY,
                    noon("2018-09-03"));
            assertThat(judge.clocks().nextAt()).contains(Instant.parse("2018-09-04T06:10:00Z"));
            assertThat(judge.timeComesTo(Instant.parse("2018-09-04T06:10:00Z"))).hasSize(1);
        }
    }

    @Nested
    class Concluding {

        private void runOut() {
            brell.happens(ARREST, "2018-09-03");
            brell.timeComesTo("2018-10-15");
        }

        @Test
        void a_legal_officer_confirms_from_the_record() {
            runOut();
            brell.does(XE_LO, "2018-10-16", new ConcludeClock("clk-1", true, "doc-9", "release order of 13 October"));
            assertThat(brell.only().state()).isEqualTo(State.EXPIRED_CONFIRMED);
            assertThat(brell.only().reasons()).contains("release order of 13 October");
        }

        @Test
        void a_legal_officer_refutes_from_the_record() {
            runOut();
            brell.does(XE_LO, "2018-10-16", new ConcludeClock("clk-1", false, "doc-9", "held on another ground"));
            assertThat(brell.only().state()).isEqualTo(State.REFUTED);
        }

        @Test
        void what_was_confirmed_is_not_confirmed_once_more_from_another_record() {
            runOut();
            brell.does(XE_LO, "2018-10-16", new ConcludeClock("clk-1", true, "doc-9", "released"));
            assertThat(brell.isRefused(XE_LO, "2018-10-17", new ConcludeClock("clk-1", true, "doc-10", "released"))
                            .reason())
                    .isEqualTo(CaseReason.CLOCK_NOT_EXPIRED);
        }

        @Test
        void custody_is_confirmed_by_the_state_that_holds_the_person() {
            runOut();
            var confirmation = new ConcludeClock("clk-1", true, "doc-9", "released");
            assertThat(brell.isRefused(XR_LO, "2018-10-16", confirmation).reason())
                    .isEqualTo(CaseReason.OFFICER_NOT_ENTITLED);
            assertThat(brell.isRefused(XE_CO, "2018-10-16", confirmation).reason())
                    .isEqualTo(CaseReason.OFFICER_NOT_ENTITLED);
        }

        @Test
        void a_clock_that_runs_cannot_be_confirmed() {
            brell.happens(ARREST, "2018-09-03");
            assertThat(brell.isRefused(XE_LO, "2018-09-04", new ConcludeClock("clk-1", true, "doc-9", "released"))
                            .reason())
                    .isEqualTo(CaseReason.CLOCK_NOT_EXPIRED);
        }

        @Test
        void nothing_is_confirmed_without_document_and_reasons() {
            runOut();
            assertThat(brell.isRefused(XE_LO, "2018-10-16", new ConcludeClock("clk-1", true, " ", "released"))
                            .reason())
                    .isEqualTo(CaseReason.DOCUMENT_REQUIRED);
            assertThat(brell.isRefused(XE_LO, "2018-10-16", new ConcludeClock("clk-1", true, "doc-9", ""))
                            .reason())
                    .isEqualTo(CaseReason.REASONS_REQUIRED);
        }

        @Test
        void an_officer_ends_a_clock_that_should_not_run() {
            brell.happens(ARREST, "2018-09-03");
            brell.does(XE_LO, "2018-09-04", new CancelClock("clk-1", "entered on the wrong case"));
            assertThat(brell.only().state()).isEqualTo(State.CANCELLED);
            assertThat(brell.timeComesTo("2019-01-01")).isEmpty();
        }
    }

    @Nested
    class Extending {

        private final ClocksFixture custody = under(EXTENDABLE);

        @Test
        void thirty_days_and_fifteen_more() {
            custody.happens(ARREST, "2019-04-11");
            assertThat(custody.only().effective().lastDay()).isEqualTo(day("2019-05-11"));
            assertThat(kinds(custody.does(XE_LO, "2019-05-08", extension("clk-1", 15, "2019-05-08"))))
                    .containsExactly(ClockExtended.class);
            assertThat(custody.clock("clk-2").effective().lastDay()).isEqualTo(day("2019-05-26"));
            assertThat(custody.clock("clk-2").supersedes()).contains("clk-1");
        }

        @Test
        void the_old_clock_keeps_its_due_date() {
            custody.happens(ARREST, "2019-04-11");
            custody.does(XE_LO, "2019-05-08", extension("clk-1", 15, "2019-05-08"));
            assertThat(custody.clock("clk-1").state()).isEqualTo(State.SUPERSEDED);
            assertThat(custody.clock("clk-1").effective().lastDay()).isEqualTo(day("2019-05-11"));
            assertThat(custody.clock("clk-1").supersededBy()).contains("clk-2");
        }

        @Test
        void the_order_may_name_the_day_instead() {
            custody.happens(ARREST, "2019-04-11");
            custody.does(
                    XE_LO,
                    "2019-05-08",
                    new ExtendClock(
                            "clk-1",
                            "CT",
                            on("2019-05-08"),
                            Optional.empty(),
                            Optional.of(day("2019-05-20")),
                            "as ordered",
                            "doc-7"));
            assertThat(custody.clock("clk-2").effective().lastDay()).isEqualTo(day("2019-05-20"));
        }

        @Test
        void more_than_the_rule_gives_in_all_is_refused_with_rule_and_source() {
            custody.happens(ARREST, "2019-04-11");
            custody.does(XE_LO, "2019-05-08", extension("clk-1", 10, "2019-05-08"));
            var refusal = custody.isRefused(XE_LO, "2019-05-09", extension("clk-2", 6, "2019-05-09"));
            assertThat(refusal.reason()).isEqualTo(CaseReason.EXTENSION_TOO_LONG);
            assertThat(refusal.obstacles())
                    .containsExactly(Obstacle.of(
                            "EXTENSION_TOO_LONG",
                            "clk-2",
                            "The clock of CLK-PA-CN (an instrument, article 1) is extended by 15 CAL_DAY in "
                                    + "all at most.",
                            "source of CLK-PA-CN"));
        }

        @Test
        void up_to_what_the_rule_gives_in_all_is_granted() {
            custody.happens(ARREST, "2019-04-11");
            custody.does(XE_LO, "2019-05-08", extension("clk-1", 10, "2019-05-08"));
            custody.does(XE_LO, "2019-05-09", extension("clk-2", 5, "2019-05-09"));
            assertThat(custody.clock("clk-3").effective().lastDay()).isEqualTo(day("2019-05-26"));
        }

        @Test
        void what_the_rule_does_not_provide_is_refused() {
            brell.happens(ARREST, "2018-09-03");
            assertThat(brell.isRefused(XE_LO, "2018-10-01", extension("clk-1", 5, "2018-10-01"))
                            .reason())
                    .isEqualTo(CaseReason.EXTENSION_NOT_PROVIDED);
        }

        @Test
        void somebody_else_cannot_grant_it() {
            custody.happens(ARREST, "2019-04-11");
            var byTheMinister = new ExtendClock(
                    "clk-1", "HD", on("2019-05-08"), Optional.of(5), Optional.empty(), "urgent", "doc-7");
            assertThat(custody.isRefused(XE_LO, "2019-05-08", byTheMinister).reason())
                    .isEqualTo(CaseReason.EXTENSION_BY_ANOTHER);
        }

        @Test
        void who_grants_it_is_named_as_the_rule_names_it() {
            var restraint = under(days(90).startsOn("restraint.PRE_COMPLAINT")
                    .extendableWithoutEnd("Court for good cause, or consent")
                    .rule());
            restraint.happens("restraint.PRE_COMPLAINT", "2015-03-16");
            assertThat(restraint
                            .isRefused(XE_LO, "2015-06-09", granted("clk-1", "for good cause"))
                            .reason())
                    .isEqualTo(CaseReason.EXTENSION_BY_ANOTHER);
            restraint.does(XE_LO, "2015-06-09", granted("clk-1", "court"));
            restraint.does(XE_LO, "2015-06-10", granted("clk-2", "Consent"));
            assertThat(restraint.clock("clk-3").effective().lastDay()).isEqualTo(day("2015-06-16"));
        }

        private static ExtendClock granted(String clock, String by) {
            return new ExtendClock(
                    clock, by, on("2015-06-09"), Optional.of(1), Optional.empty(), "a day more", "doc-7");
        }

        @Test
        void what_is_over_cannot_be_extended() {
            custody.happens(ARREST, "2019-04-11");
            custody.timeComesTo("2019-05-13");
            assertThat(custody.isRefused(XE_LO, "2019-05-13", extension("clk-1", 5, "2019-05-13"))
                            .reason())
                    .isEqualTo(CaseReason.EXTENSION_TOO_LATE);
        }

        @Test
        void a_grant_in_time_that_is_recorded_late_counts() {
            custody.happens(ARREST, "2019-04-11");
            custody.timeComesTo("2019-05-13");
            custody.does(XE_LO, "2019-05-14", extension("clk-1", 15, "2019-05-10"));
            assertThat(custody.clock("clk-2").state()).isEqualTo(State.RUNNING);
            assertThat(custody.clock("clk-2").effective().lastDay()).isEqualTo(day("2019-05-26"));
        }

        @Test
        void documents_that_were_too_late_are_in_time_of_an_extension_granted_in_time() {
            custody.happens(ARREST, "2019-04-11");
            custody.happens(RECEIVED, "2019-05-20");
            custody.does(XE_LO, "2019-05-21", extension("clk-1", 15, "2019-05-10"));
            assertThat(custody.clock("clk-2").state()).isEqualTo(State.SATISFIED);
        }

        @Test
        void nothing_is_no_extension() {
            custody.happens(ARREST, "2019-04-11");
            assertThat(custody.isRefused(XE_LO, "2019-05-08", extension("clk-1", 0, "2019-05-08"))
                            .reason())
                    .isEqualTo(CaseReason.EXTENSION_EMPTY);
        }

        @Test
        void warnings_that_lie_before_the_grant_are_not_missed() {
            var custody30 = under(days(30).startsOn(ARREST)
                    .warnsAt(30, 7)
                    .extendableWithoutEnd("CT")
                    .rule());
            custody30.happens(ARREST, "2019-04-11");
            custody30.timeComesTo("2019-05-09");
            assertThat(kinds(custody30.does(XE_LO, "2019-05-09", extension("clk-1", 15, "2019-05-09"))))
                    .containsExactly(ClockExtended.class);
            assertThat(custody30.clock("clk-2").warnings()).containsExactly(new Warning(7, day("2019-05-19"), false));
        }
    }

    @Nested
    class Suspending {

        @Test
        void a_ground_of_the_rule_suspends_and_its_end_lets_it_run() {
            brell.happens(ARREST, "2018-09-03");
            assertThat(kinds(brell.happens(STAY, "2018-09-10"))).contains(ClockSuspended.class);
            assertThat(brell.only().state()).isEqualTo(State.SUSPENDED);
            assertThat(brell.timeComesTo("2018-12-01")).isEmpty();
            assertThat(kinds(brell.happens(STAY + ".ended", "2018-12-09"))).contains(ClockResumed.class);
            assertThat(brell.only().effective().lastDay()).isEqualTo(day("2019-01-11"));
            assertThat(brell.only().counted().lastDay()).isEqualTo(day("2018-10-13"));
        }

        @Test
        void a_stay_that_ends_on_its_first_day_has_ended_and_one_that_follows_at_once_lasts() {
            brell.happens(ARREST, "2018-09-03");
            brell.happens(STAY, "2018-09-10");
            brell.happens(STAY + ".ended", "2018-09-10");
            assertThat(brell.only().state()).isEqualTo(State.RUNNING);
            brell.happens(STAY, "2018-09-12");
            brell.happens(STAY + ".ended", "2018-09-15");
            brell.happens(STAY, "2018-09-15");
            assertThat(brell.only().state()).isEqualTo(State.SUSPENDED);
        }

        @Test
        void a_suspended_clock_is_satisfied_in_time() {
            brell.happens(ARREST, "2018-09-03");
            brell.happens(STAY, "2018-09-10");
            brell.happens(RECEIVED, "2018-12-01");
            assertThat(brell.only().state()).isEqualTo(State.SATISFIED);
        }

        @Test
        void an_officer_suspends_and_resumes_one_clock_by_a_document() {
            brell.happens(ARREST, "2018-09-03");
            brell.does(XE_LO, "2018-09-10", new SuspendClock("clk-1", STAY, on("2018-09-10"), "doc-3"));
            brell.does(XE_LO, "2018-09-20", new ResumeClock("clk-1", on("2018-09-20"), "doc-4"));
            assertThat(brell.only().effective().lastDay()).isEqualTo(day("2018-10-23"));
            assertThat(brell.only().suspensions())
                    .containsExactly(new Suspension(
                            STAY, on("2018-09-10"), Optional.of(on("2018-09-20")), Optional.of("doc-3")));
        }

        @Test
        void a_ground_that_the_rule_does_not_name_is_refused() {
            brell.happens(ARREST, "2018-09-03");
            assertThat(brell.isRefused(
                                    XE_LO,
                                    "2018-09-10",
                                    new SuspendClock("clk-1", "case.ON_HOLD", on("2018-09-10"), "doc-3"))
                            .reason())
                    .isEqualTo(CaseReason.SUSPENSION_NOT_PROVIDED);
        }

        @Test
        void what_a_happening_suspended_is_resumed_by_its_end() {
            brell.happens(ARREST, "2018-09-03");
            brell.happens(STAY, "2018-09-10");
            var refusal = brell.isRefused(XE_LO, "2018-09-20", new ResumeClock("clk-1", on("2018-09-20"), "doc-4"));
            assertThat(refusal.obstacles().getFirst().detail()).contains(STAY + ".ended");
        }

        @Test
        void a_suspension_begins_within_the_period() {
            brell.happens(ARREST, "2018-09-03");
            assertThat(brell.isRefused(XE_LO, "2018-10-20", new SuspendClock("clk-1", STAY, on("2018-10-14"), "doc-3"))
                            .reason())
                    .isEqualTo(CaseReason.SUSPENSION_OUTSIDE_PERIOD);
        }

        @Test
        void a_warning_given_before_is_given_again_when_its_day_moves_into_the_future() {
            brell.happens(ARREST, "2018-09-03");
            brell.timeComesTo("2018-10-06");
            brell.happens(STAY, "2018-10-08");
            brell.happens(STAY + ".ended", "2018-10-18");
            assertThat(brell.only().effective().lastDay()).isEqualTo(day("2018-10-23"));
            assertThat(brell.only().warnings())
                    .containsExactly(
                            new Warning(3, day("2018-10-20"), false), new Warning(1, day("2018-10-22"), false));
        }
    }

    @Nested
    class Rebasing {

        private final ClockRule thirty = days(30).id("CLK-BIA")
                .startsOn("removal.ORDERED")
                .until(day("2026-03-08"))
                .rule();
        private final ClockRule ten = days(10).id("CLK-BIA")
                .startsOn("removal.ORDERED")
                .version(2, day("2026-03-09"))
                .rule();
        private final ClocksFixture appeal = under(thirty);

        @Test
        void a_later_version_changes_nothing_of_a_clock_that_runs() {
            appeal.happens("removal.ORDERED", "2026-03-01");
            appeal.rulesBecome(thirty, ten);
            appeal.timeComesTo("2026-03-20");
            assertThat(appeal.only().state()).isEqualTo(State.RUNNING);
            assertThat(appeal.only().rule().version()).isEqualTo(1);
        }

        @Test
        void a_legal_officer_puts_it_under_the_rule_as_it_now_reads() {
            appeal.happens("removal.ORDERED", "2026-03-01");
            appeal.rulesBecome(thirty, ten);
            var events = appeal.does(XE_LO, "2026-03-10", new RebaseClock("clk-1", "the change applies to it"));
            assertThat(kinds(events)).containsExactly(ClockRebased.class);
            assertThat(appeal.clock("clk-2").effective().lastDay()).isEqualTo(day("2026-03-11"));
            assertThat(appeal.clock("clk-2").supersedes()).contains("clk-1");
            assertThat(appeal.clock("clk-1").effective().lastDay()).isEqualTo(day("2026-03-31"));
        }

        @Test
        void a_rebased_clock_that_is_over_by_the_new_rule_says_so_at_once() {
            appeal.happens("removal.ORDERED", "2026-03-01");
            appeal.rulesBecome(thirty, ten);
            var events = appeal.does(XE_LO, "2026-03-20", new RebaseClock("clk-1", "the change applies to it"));
            assertThat(kinds(events)).containsExactly(ClockRebased.class, ClockExpired.class);
        }

        @Test
        void a_vacated_rule_is_no_rule_to_go_to() {
            appeal.happens("removal.ORDERED", "2026-03-01");
            appeal.rulesBecome(
                    thirty,
                    days(10).id("CLK-BIA")
                            .version(2, day("2026-03-09"))
                            .vacated()
                            .rule());
            assertThat(appeal.isRefused(XE_LO, "2026-03-10", new RebaseClock("clk-1", "new law"))
                            .reason())
                    .isEqualTo(CaseReason.RULE_NOT_IN_FORCE);
        }

        @Test
        void the_version_in_force_is_nothing_to_go_to() {
            appeal.happens("removal.ORDERED", "2026-03-01");
            assertThat(appeal.isRefused(XE_LO, "2026-03-02", new RebaseClock("clk-1", "new law"))
                            .reason())
                    .isEqualTo(CaseReason.RULE_UNCHANGED);
        }

        @Test
        void only_a_legal_officer_does_it_and_with_reasons() {
            appeal.happens("removal.ORDERED", "2026-03-01");
            appeal.rulesBecome(thirty, ten);
            assertThat(appeal.isRefused(XE_CO, "2026-03-10", new RebaseClock("clk-1", "new law"))
                            .reason())
                    .isEqualTo(CaseReason.OFFICER_NOT_ENTITLED);
            assertThat(appeal.isRefused(XE_LO, "2026-03-10", new RebaseClock("clk-1", " "))
                            .reason())
                    .isEqualTo(CaseReason.REASONS_REQUIRED);
        }
    }

    @Nested
    class Refusing {

        @Test
        void an_unknown_clock_is_refused() {
            assertThat(brell.isRefused(XE_LO, "2018-09-04", new CancelClock("clk-9", "no"))
                            .reason())
                    .isEqualTo(CaseReason.CLOCK_NOT_FOUND);
        }

        @Test
        void an_ended_clock_is_refused() {
            brell.happens(ARREST, "2018-09-03");
            brell.happens(RECEIVED, "2018-09-05");
            assertThat(brell.isRefused(XE_LO, "2018-09-06", new CancelClock("clk-1", "no"))
                            .reason())
                    .isEqualTo(CaseReason.CLOCK_ENDED);
        }

        @Test
        void documents_that_are_still_to_come_have_not_been_received() {
            brell.happens(ARREST, "2018-09-03");
            var nextWeek = new NoteHappening(new Happening(RECEIVED, on("2018-09-12"), PATHWAY));
            assertThat(brell.isRefused(XE_LO, "2018-09-05", nextWeek).reason()).isEqualTo(CaseReason.NOT_YET_HAPPENED);
        }

        @Test
        void what_no_rule_speaks_of_is_refused_instead_of_lost() {
            var misspelt =
                    new NoteHappening(new Happening("extradition.PROVISIONALY_ARRESTED", on("2018-09-03"), PATHWAY));
            var refusal = brell.isRefused(XE_LO, "2018-09-03", misspelt);
            assertThat(refusal.reason()).isEqualTo(CaseReason.HAPPENING_UNKNOWN);
            assertThat(refusal.obstacles()).singleElement().satisfies(obstacle -> {
                assertThat(obstacle.about()).isEqualTo("token");
                assertThat(obstacle.detail()).contains("extradition.PROVISIONALY_ARRESTED");
            });
        }

        @Test
        void a_day_that_is_appointed_starts_its_clock_before_it_comes() {
            var handOver = under(days(15).startsOn("handover.APPOINTED").rule());
            handOver.does(
                    XE_LO,
                    "2019-03-05",
                    new NoteHappening(new Happening("handover.APPOINTED", on("2019-03-11"), PATHWAY)));
            assertThat(handOver.only().effective().lastDay()).isEqualTo(day("2019-03-26"));
        }

        @Test
        void a_case_full_of_open_clocks_takes_no_more() {
            for (var i = 0; i < Clocks.OPEN_MAX; i++) {
                brell.happens(ARREST, day("2018-09-03").plusDays(i).toString());
            }
            var last = LocalDate.parse("2018-09-03").plusDays(Clocks.OPEN_MAX).toString();
            assertThat(brell.isRefused(XE_LO, last, new NoteHappening(new Happening(ARREST, on(last), PATHWAY)))
                            .reason())
                    .isEqualTo(CaseReason.CLOCKS_FULL);
        }
    }

    /** The asset service tells some happenings by what is recorded there, and starts their clocks itself. */
    @Nested
    class LeavingToAssets {

        private static final String ORDERED = "seizure.CASH";
        private static final String KEPT = "seizure.CASH_ORDER";

        private final ClocksFixture cash = under(
                days(2).id("CLK-TWO").startsOn(ORDERED).stopsOn(KEPT).rule(),
                days(90).id("CLK-MORE").startsOn(KEPT).rule(),
                days(30).id("CLK-OTHER").startsOn(ARREST).stopsOn(RECEIVED).rule());

        private static NoteHappening note(String token, String day) {
            return new NoteHappening(new Happening(token, on(day), PATHWAY));
        }

        @Test
        void what_an_asset_tells_is_refused_with_the_field_the_rule_and_where_it_is_recorded() {
            cash.assetsTell(ORDERED, KEPT);

            var refusal = cash.isRefused(XE_LO, "2018-09-03", note(ORDERED, "2018-09-03"));

            assertThat(refusal.reason()).isEqualTo(CaseReason.HAPPENING_OF_ASSET);
            assertThat(refusal.obstacles()).singleElement().satisfies(obstacle -> {
                assertThat(obstacle.about()).isEqualTo("token");
                assertThat(obstacle.detail()).contains(ORDERED, "/v1/assets/{id}/orders");
                assertThat(obstacle.source()).contains("CLK-TWO");
            });
        }

        @Test
        void none_of_it_starts_a_clock_whatever_tells_the_case_of_it() {
            cash.assetsTell(ORDERED, KEPT);

            assertThat(kinds(cash.happens(ORDERED, "2018-09-03"))).doesNotContain(ClockStarted.class);
            assertThat(cash.clocks().clocks()).isEmpty();
        }

        @Test
        void a_clock_of_before_goes_on_and_is_met_by_what_it_waits_for_which_starts_no_other() {
            cash.happens(ORDERED, "2018-09-03");
            cash.assetsTell(ORDERED, KEPT);

            cash.does(XE_LO, "2018-09-04", note(KEPT, "2018-09-04"));

            assertThat(cash.only().state()).isEqualTo(State.SATISFIED);
            assertThat(cash.isRefused(XE_LO, "2018-09-05", note(KEPT, "2018-09-05"))
                            .reason())
                    .isEqualTo(CaseReason.HAPPENING_OF_ASSET);
        }

        @Test
        void a_clock_of_before_is_told_as_over_and_settled_by_people() {
            cash.happens(ORDERED, "2018-09-03");
            cash.assetsTell(ORDERED, KEPT);

            cash.timeComesTo("2018-09-10");
            cash.does(XE_LO, "2018-09-10", new ConcludeClock("clk-1", true, "docket 7", "no order was made"));

            assertThat(cash.only().state()).isEqualTo(State.EXPIRED_CONFIRMED);
        }

        @Test
        void what_the_case_itself_tells_starts_clocks_as_before() {
            cash.assetsTell(ORDERED, KEPT);

            cash.does(XE_LO, "2018-09-03", note(ARREST, "2018-09-03"));

            assertThat(cash.only().rule().id()).isEqualTo("CLK-OTHER");
        }
    }

    @Nested
    class Storylines {

        @Test
        void s2_documents_on_day_39_keep_the_arrest_alive() {
            brell.happens(ARREST, "2018-09-03");
            brell.timeComesTo("2018-10-11");
            brell.happens(RECEIVED, "2018-10-12");
            assertThat(brell.only().state()).isEqualTo(State.SATISFIED);
        }

        @Test
        void s2_variant_b_is_over_on_13_october_and_a_new_arrest_is_counted_anew() {
            brell.happens(ARREST, "2018-09-03");
            brell.happens(RECEIVED, "2018-10-15");
            assertThat(brell.clock("clk-1").state()).isEqualTo(State.EXPIRED_PRESUMED);
            assertThat(brell.clock("clk-1").effective().lastDay()).isEqualTo(day("2018-10-13"));
            brell.does(XE_LO, "2018-10-15", new ConcludeClock("clk-1", true, "doc-9", "released on 13 October"));
            brell.happens(ARREST, "2018-10-22");
            assertThat(brell.clock("clk-2").state()).isEqualTo(State.RUNNING);
        }

        @Test
        void s2_hand_over_windows() {
            var agreed = "extradition.HAND_OVER_AGREED";
            var windows = under(
                    days(15).id("ECE15").kind(Kind.SOFT).startsOn(agreed).rule(),
                    days(30).id("ECE30").startsOn(agreed).rule());
            windows.happens(agreed, "2019-03-11");
            assertThat(windows.clocks().clocks())
                    .extracting(clock -> clock.effective().lastDay())
                    .containsExactly(day("2019-03-26"), day("2019-04-10"));
        }

        @Test
        void s6_the_commission_decides_within_nine_months() {
            var quor = under(period(9, Unit.CAL_MONTH)
                    .kind(Kind.TREATY_DUTY)
                    .startsOn("ccf.ADMISSIBLE")
                    .stopsOn("ccf.DECIDED")
                    .rule());
            quor.happens("ccf.ADMISSIBLE", "2020-01-20");
            assertThat(quor.only().effective().lastDay()).isEqualTo(day("2020-10-20"));
            quor.happens("ccf.DECIDED", "2020-09-29");
            assertThat(quor.only().state()).isEqualTo(State.SATISFIED);
        }

        @Test
        void s8_the_list_is_acknowledged_within_ten_business_days_around_a_holiday() {
            var list = under(period(10, Unit.BUS_DAY)
                    .kind(Kind.POLICY)
                    .calendar("XH")
                    .startsOn("list.HANDED_OVER")
                    .stopsOn("list.ACKNOWLEDGED")
                    .rule());
            list.happens("list.HANDED_OVER", "2014-08-29");
            assertThat(list.only().effective().lastDay()).isEqualTo(day("2014-09-15"));
            list.happens("list.ACKNOWLEDGED", "2014-09-11");
            assertThat(list.only().state()).isEqualTo(State.SATISFIED);
        }

        @Test
        void s1_follow_ups_come_half_a_year_and_a_year_after_the_return() {
            var vint = under(
                    period(6, Unit.CAL_MONTH)
                            .id("FU-6")
                            .kind(Kind.POLICY)
                            .startsOn("voluntaryReturn.RETURNED")
                            .rule(),
                    period(12, Unit.CAL_MONTH)
                            .id("FU-12")
                            .kind(Kind.POLICY)
                            .startsOn("voluntaryReturn.RETURNED")
                            .rule());
            vint.happens("voluntaryReturn.RETURNED", "2015-10-20");
            assertThat(vint.clocks().clocks())
                    .extracting(clock -> clock.effective().lastDay())
                    .containsExactlyInAnyOrder(day("2016-04-20"), day("2016-10-20"));
        }
    }
}
