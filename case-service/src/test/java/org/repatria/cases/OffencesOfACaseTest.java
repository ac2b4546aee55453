package org.repatria.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.repatria.cases.OffencesOfTests.FLAT;
import static org.repatria.cases.OffencesOfTests.GRAIN;
import static org.repatria.cases.OffencesOfTests.VISA;
import static org.repatria.cases.OffencesOfTests.alleged;
import static org.repatria.cases.OffencesOfTests.laundering;
import static org.repatria.cases.OffencesOfTests.ofHost;
import static org.repatria.cases.OffencesOfTests.visaFraud;
import static org.repatria.cases.Play.move;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.repatria.cases.domain.Side;
import org.repatria.cases.domain.Ternary;
import org.repatria.cases.domain.casefile.CaseCommand;
import org.repatria.cases.domain.casefile.CaseCommand.AssessCase;
import org.repatria.cases.domain.casefile.CaseCommand.CloseCase;
import org.repatria.cases.domain.casefile.CaseCommand.OfClocks;
import org.repatria.cases.domain.casefile.CaseCommand.OfLifecycle;
import org.repatria.cases.domain.casefile.CaseCommand.PassTime;
import org.repatria.cases.domain.casefile.CaseCommand.ReassessCase;
import org.repatria.cases.domain.casefile.CaseDecider;
import org.repatria.cases.domain.casefile.CaseEvent;
import org.repatria.cases.domain.casefile.CaseEvent.CaseAssessed;
import org.repatria.cases.domain.casefile.CaseEvent.ClockChanged;
import org.repatria.cases.domain.casefile.CaseOutcome;
import org.repatria.cases.domain.casefile.ToldCase;
import org.repatria.cases.domain.clocks.ClockCommand;
import org.repatria.cases.domain.clocks.ClockCommand.CancelClock;
import org.repatria.cases.domain.clocks.ClockCommand.ConcludeClock;
import org.repatria.cases.domain.clocks.ClockCommand.NoteHappening;
import org.repatria.cases.domain.clocks.ClockCommand.RebaseClock;
import org.repatria.cases.domain.clocks.ClockSetting;
import org.repatria.cases.domain.clocks.RuleFixture;
import org.repatria.cases.domain.facts.HostOffence;
import org.repatria.cases.domain.facts.Penalty;
import org.repatria.cases.domain.law.LimitationRule;
import org.repatria.cases.domain.law.LimitationRule.Band;
import org.repatria.cases.domain.law.RuleBook;
import org.repatria.cases.domain.law.SafeguardRule.Period;
import org.repatria.cases.domain.lifecycle.LifecycleCommand.OpenCourse;
import org.repatria.cases.domain.strategy.PathwayKind;
import org.repatria.cases.law.ReferenceFiles;
import org.repatria.clocks.Clock;
import org.repatria.clocks.ClockEvent.ClockExpired;
import org.repatria.clocks.ClockEvent.ClockStarted;
import org.repatria.clocks.ClockEvent.WarningGiven;
import org.repatria.clocks.ClockRule;
import org.repatria.clocks.ClockRule.Unit;
import org.repatria.clocks.Happened;
import org.repatria.clocks.Happening;
import org.repatria.clocks.KnownTo;
import org.repatria.decider.Actor;
import org.repatria.decider.Decision;
import org.repatria.decider.Obstacle;
import org.repatria.decider.Occasion;

/**
 * Several offences in one case, each with its own time in each state. The reference data is the one that is shipped.
 */
final class OffencesOfACaseTest {

    private static final String OF_HOST = "CLK-LIM-HOST-OFFENCE";
    private static final String ALLEGED_RS = "CLK-LIM-ALLEGED-RS";
    private static final String ALLEGED_HS = "CLK-LIM-ALLEGED-HS";
    private static final Instant ON_3_OCTOBER = Instant.parse("2014-10-03T09:00:00Z");

    /** On 2 October 2014. */
    private static Play withTwoOfHost() {
        return CaseLifeTest.accepted()
                .does("LO", laundering().recorded())
                .does("LO", visaFraud().recorded());
    }

    private static List<Clock> clocks(Play play, String rule) {
        return play.opened().file().dossier().clocks().clocks().stream()
                .filter(clock -> clock.rule().id().equals(rule))
                .toList();
    }

    private static Clock clock(Play play, String rule, String offence) {
        return clocks(play, rule).stream()
                .filter(clock -> clock.about().equals(offence))
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    private static LocalDate lastDay(Play play, String rule, String offence) {
        return clock(play, rule, offence).effective().lastDay();
    }

    private static <E> List<E> ofClocks(Play play, Class<E> type) {
        return play.events().stream()
                .filter(ClockChanged.class::isInstance)
                .map(event -> ((ClockChanged) event).event())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static CaseCommand clocks(ClockCommand command) {
        return new OfClocks(command);
    }

    private static Function<Occasion, CaseCommand> charged(String token, String offence) {
        return at -> new OfClocks(new NoteHappening(new Happening(token, Happened.on(at.today()), offence)));
    }

    private static List<String> codes(List<Obstacle> obstacles) {
        return obstacles.stream().map(Obstacle::code).toList();
    }

    @Nested
    class Watching {

        @Test
        void each_offence_of_the_host_state_has_a_clock_and_the_earlier_one_ends_first() {
            var play = withTwoOfHost();
            // 2012-09-30 and five years; 2010-03-10 and five years.
            assertThat(lastDay(play, OF_HOST, FLAT)).hasToString("2017-09-30");
            assertThat(lastDay(play, OF_HOST, VISA)).hasToString("2015-03-10");
            assertThat(clocks(play, OF_HOST)).hasSize(2).allMatch(Clock::runs);
            assertThat(clocks(play, OF_HOST)).allMatch(clock -> clock.rule().knownTo() == KnownTo.HOST);
        }

        @Test
        void what_is_alleged_has_a_clock_in_each_state() {
            var play = CaseLifeTest.accepted()
                    .does(
                            "CO",
                            alleged(GRAIN, LocalDate.of(2011, 4, 11))
                                    .punishedWith(new Penalty.Years(7))
                                    .recorded());
            // Ruvania: below 10 years of penalty 10 years. Host state: five years.
            assertThat(lastDay(play, ALLEGED_RS, GRAIN)).hasToString("2021-04-11");
            assertThat(lastDay(play, ALLEGED_HS, GRAIN)).hasToString("2016-04-11");
            assertThat(clock(play, ALLEGED_RS, GRAIN).rule().knownTo()).isEqualTo(KnownTo.BOTH);
        }

        /**
         * The last day is 2015-03-10. 365 days before is 2014-03-10 and long past. 180 is 2014-09-11, 90 is 2014-12-10,
         * 30 is 2015-02-08.
         */
        @Test
        void warns_with_its_leads_and_of_those_missed_with_the_last_one() {
            var play = withTwoOfHost();
            for (var day : List.of("2014-12-09", "2014-12-10", "2015-02-07", "2015-02-08", "2015-03-10")) {
                play.on(day).does("LO", new PassTime());
            }
            assertThat(ofClocks(play, WarningGiven.class))
                    .filteredOn(warning ->
                            warning.clockId().equals(clock(play, OF_HOST, VISA).id()))
                    .extracting(WarningGiven::lead, warning -> warning.day().toString())
                    .containsExactly(tuple(180, "2014-09-11"), tuple(90, "2014-12-10"), tuple(30, "2015-02-08"));
            assertThat(ofClocks(play, ClockExpired.class))
                    .noneMatch(expired ->
                            expired.clockId().equals(clock(play, OF_HOST, VISA).id()));
        }

        @Test
        void is_over_by_the_calendar_on_the_day_after_and_waits_for_a_legal_officer() {
            var play = withTwoOfHost().on("2015-03-11").does("LO", new PassTime());
            var visa = clock(play, OF_HOST, VISA);
            assertThat(visa.state()).isEqualTo(Clock.State.EXPIRED_PRESUMED);
            play.does("LO", clocks(new ConcludeClock(visa.id(), true, "note 7", "nobody was charged")));
            assertThat(clock(play, OF_HOST, VISA).state()).isEqualTo(Clock.State.EXPIRED_CONFIRMED);
            assertThat(clocks(play, OF_HOST)).hasSize(2);
        }

        @Test
        void what_was_over_before_it_was_recorded_has_no_clock() {
            var play = CaseLifeTest.accepted()
                    .does(
                            "LO",
                            ofHost(VISA, HostOffence.VISA_FRAUD, LocalDate.of(2009, 10, 1))
                                    .recorded());
            assertThat(clocks(play, OF_HOST)).isEmpty();
        }

        @Test
        void an_end_of_the_day_of_recording_has_one() {
            var play = CaseLifeTest.accepted()
                    .does(
                            "LO",
                            ofHost(VISA, HostOffence.VISA_FRAUD, LocalDate.of(2009, 10, 2))
                                    .recorded());
            assertThat(lastDay(play, OF_HOST, VISA)).hasToString("2014-10-02");
        }

        /** An amended row has other leads; what it gives no length to keeps the one that was counted. */
        @Test
        void ends_on_the_same_day_under_an_amended_rule() {
            var play = withTwoOfHost();
            var visa = clock(play, OF_HOST, VISA);
            var amended = RuleFixture.days(0)
                    .id(OF_HOST)
                    .version(2, LocalDate.of(2014, 1, 1))
                    .startsOn("offence.COMMITTED")
                    .limitationOf(Side.REQUESTED, Side.REQUESTED)
                    .knownTo(KnownTo.HOST)
                    .warnsAt(10)
                    .rule();
            var decided = new CaseDecider(_ -> withClockRule(amended))
                    .decide(
                            clocks(new RebaseClock(visa.id(), "amended")),
                            play.opened(),
                            Occasion.of(new Actor("lena.legal", Set.of("LO"), "XH-CA"), ON_3_OCTOBER));
            assertThat(decided)
                    .isInstanceOfSatisfying(
                            Decision.Accepted.class,
                            accepted -> assertThat(accepted.events().toString())
                                    .contains("ClockRebased", "lastDay=2015-03-10", "lead=10"));
        }

        private static RuleBook withClockRule(ClockRule amended) {
            var law = ReferenceFiles.load();
            return new RuleBook(
                    "amended",
                    Stream.concat(law.clockRules().stream(), Stream.of(amended)).toList(),
                    law.safeguards(),
                    law.gates(),
                    law.relations(),
                    law.strategyRules(),
                    law.profiles(),
                    law.calendars(),
                    law.limitation());
        }

        @Test
        void comes_back_from_the_store_as_it_was() {
            var play = withTwoOfHost();
            var before = clocks(play, OF_HOST);
            assertThat(clocks(play.reloaded(), OF_HOST)).isEqualTo(before);
        }
    }

    @Nested
    class CountingAnew {

        /** 2014-06-02 to 2014-09-10 are 100 days; 2015-03-10 and 100 days are 2015-06-18. */
        @Test
        void a_time_of_rest_puts_a_later_clock_in_the_place_of_the_old_one() {
            var play = withTwoOfHost();
            var before = clock(play, OF_HOST, VISA);
            play.does(
                    "LO",
                    visaFraud()
                            .restingWhileAskedAbroad("2014-06-02", "2014-09-10")
                            .recorded());
            var after = clock(play, OF_HOST, VISA);
            assertThat(after.effective().lastDay()).hasToString("2015-06-18");
            assertThat(after.supersedes()).contains(before.id());
            assertThat(play.opened()
                            .file()
                            .dossier()
                            .clocks()
                            .clock(before.id())
                            .orElseThrow()
                            .state())
                    .isEqualTo(Clock.State.SUPERSEDED);
            assertThat(lastDay(play, OF_HOST, FLAT)).hasToString("2017-09-30");
        }

        @Test
        void what_gives_the_same_last_day_changes_no_clock() {
            var play = withTwoOfHost();
            var before = clocks(play, OF_HOST);
            play.does("LO", visaFraud().fleeing(Ternary.NO).recorded());
            assertThat(clocks(play, OF_HOST)).isEqualTo(before);
        }

        @Test
        void an_opinion_that_no_limit_runs_ends_the_clock_and_its_contrary_starts_it_again() {
            var play =
                    withTwoOfHost().does("LO", visaFraud().fleeing(Ternary.YES).recorded());
            assertThat(clock(play, OF_HOST, VISA).state()).isEqualTo(Clock.State.CANCELLED);
            assertThat(clock(play, OF_HOST, VISA).reasons())
                    .hasValueSatisfying(why -> assertThat(why).contains("18 U.S.C. 3290"));

            play.does("LO", visaFraud().fleeing(Ternary.YES).fleeing(Ternary.NO).recorded());
            assertThat(clock(play, OF_HOST, VISA).runs()).isTrue();
            assertThat(lastDay(play, OF_HOST, VISA)).hasToString("2015-03-10");
        }

        @Test
        void a_time_of_rest_that_is_recorded_when_it_seemed_over_revives_it() {
            var play = withTwoOfHost().on("2015-03-11").does("LO", new PassTime());
            play.does(
                    "LO",
                    visaFraud()
                            .restingWhileAskedAbroad("2014-06-02", "2014-09-10")
                            .recorded());
            assertThat(clock(play, OF_HOST, VISA).runs()).isTrue();
            assertThat(lastDay(play, OF_HOST, VISA)).hasToString("2015-06-18");
        }

        @Test
        void an_earlier_conduct_may_show_that_it_was_over_already() {
            var play = withTwoOfHost()
                    .does(
                            "LO",
                            ofHost(VISA, HostOffence.VISA_FRAUD, LocalDate.of(2008, 3, 10))
                                    .recorded());
            assertThat(clock(play, OF_HOST, VISA).state()).isEqualTo(Clock.State.EXPIRED_PRESUMED);
            assertThat(lastDay(play, OF_HOST, VISA)).hasToString("2013-03-10");
        }

        /** As if the five years of 18 U.S.C. 3282 were seven. */
        @Test
        void a_law_that_changes_gives_another_clock_with_the_next_look() {
            var play = withTwoOfHost();
            var decided = new CaseDecider(_ -> sevenYears())
                    .decide(
                            new ReassessCase("run-1"),
                            play.opened(),
                            Occasion.of(Actor.system("reassessment"), ON_3_OCTOBER));
            assertThat(started(decided))
                    .extracting(
                            Clock::about, clock -> clock.effective().lastDay().toString())
                    .containsExactlyInAnyOrder(tuple(VISA, "2017-03-10"), tuple(FLAT, "2019-09-30"));
        }

        private static List<Clock> started(Decision<CaseEvent> decided) {
            return decided instanceof Decision.Accepted<CaseEvent>(var events)
                    ? events.stream()
                            .flatMap(
                                    event -> event instanceof ClockChanged(var _, ClockStarted(var clock, var _), var _)
                                            ? Stream.of(clock)
                                            : Stream.of())
                            .toList()
                    : List.of();
        }

        private static RuleBook sevenYears() {
            var law = ReferenceFiles.load();
            return new RuleBook(
                    "seven years",
                    law.clockRules(),
                    law.safeguards(),
                    law.gates(),
                    law.relations(),
                    law.strategyRules(),
                    law.profiles(),
                    law.calendars(),
                    law.limitation().stream()
                            .map(rule -> rule.id().equals("SOL-US-3282") ? lastingSeven(rule) : rule)
                            .toList());
        }

        private static LimitationRule lastingSeven(LimitationRule rule) {
            return new LimitationRule(
                    rule.id(),
                    2,
                    rule.jurisdiction(),
                    rule.title(),
                    rule.instrument(),
                    rule.effect(),
                    List.of(new Band.Otherwise(new Period(7, Unit.YEAR))),
                    rule.conditions(),
                    rule.suspensionMax(),
                    rule.needsOpinion(),
                    rule.source(),
                    rule.confidence(),
                    rule.validity());
        }
    }

    @Nested
    class Ending {

        @Test
        void a_charge_ends_the_clock_of_its_offence_and_of_no_other() {
            var play = withTwoOfHost().on("2015-03-10").does("LO", charged("offence.CHARGED_IN_HOST_STATE", VISA));
            assertThat(clock(play, OF_HOST, VISA).state()).isEqualTo(Clock.State.SATISFIED);
            assertThat(clock(play, OF_HOST, FLAT).runs()).isTrue();
        }

        @Test
        void a_charge_in_one_state_ends_no_clock_of_the_other() {
            var play = CaseLifeTest.accepted()
                    .does(
                            "CO",
                            alleged(GRAIN, LocalDate.of(2011, 4, 11))
                                    .punishedWith(new Penalty.Years(7))
                                    .recorded())
                    .does("LO", charged("offence.CHARGED_IN_REQUESTING_STATE", GRAIN));
            assertThat(clock(play, ALLEGED_RS, GRAIN).state()).isEqualTo(Clock.State.SATISFIED);
            assertThat(clock(play, ALLEGED_HS, GRAIN).runs()).isTrue();
        }

        @Test
        void a_charge_stays_one_when_the_last_day_is_counted_anew() {
            var play = withTwoOfHost()
                    .does("LO", charged("offence.CHARGED_IN_HOST_STATE", VISA))
                    .does(
                            "LO",
                            visaFraud()
                                    .restingWhileAskedAbroad("2014-06-02", "2014-09-10")
                                    .recorded());
            assertThat(clock(play, OF_HOST, VISA).state()).isEqualTo(Clock.State.SATISFIED);
        }

        @Test
        void a_charge_after_the_last_day_came_too_late() {
            var play = withTwoOfHost().on("2015-03-11").does("LO", charged("offence.CHARGED_IN_HOST_STATE", VISA));
            assertThat(clock(play, OF_HOST, VISA).state()).isEqualTo(Clock.State.EXPIRED_PRESUMED);
            assertThat(clock(play, OF_HOST, VISA).tooLate()).isPresent();
        }

        @Test
        void a_charge_says_of_which_offence() {
            assertThat(withTwoOfHost()
                            .isRefused("LO", charged("offence.CHARGED_IN_HOST_STATE", ClockSetting.WHOLE_CASE)))
                    .extracting(Obstacle::code, Obstacle::about)
                    .containsExactly(tuple("OFFENCE_UNKNOWN", "about"));
        }

        @Test
        void that_it_was_committed_is_never_recorded_by_itself() {
            assertThat(codes(withTwoOfHost().isRefused("LO", charged("offence.COMMITTED", VISA))))
                    .containsExactly("HAPPENING_UNKNOWN");
        }

        @Test
        void the_end_of_the_case_ends_all() {
            var play = new Play()
                    .opens()
                    .on("2014-09-01")
                    .does("LO", visaFraud().recorded())
                    .does("LO", laundering().recorded())
                    .does("SU", new CloseCase(CaseOutcome.WITHDRAWN_BY_RS, "withdrawn"));
            assertThat(clocks(play, OF_HOST)).extracting(Clock::state).containsOnly(Clock.State.CANCELLED);
        }

        @Test
        void what_an_officer_ended_stays_ended_until_it_is_counted_otherwise() {
            var play = withTwoOfHost();
            var visa = clock(play, OF_HOST, VISA);
            play.does("LO", clocks(new CancelClock(visa.id(), "recorded twice")))
                    .on("2014-10-05")
                    .does("LO", new PassTime());
            assertThat(clock(play, OF_HOST, VISA).id()).isEqualTo(visa.id());
            assertThat(clock(play, OF_HOST, VISA).state()).isEqualTo(Clock.State.CANCELLED);
        }
    }

    @Nested
    class Charging {

        private static final Map<String, String> SAID = Map.of(
                "jurisdiction", "bought here", "limitationConfirmed", "YES", "neBisInIdem", "no judgment is known");

        private static Play investigated() {
            return CaseLifeTest.agreed(PathwayKind.HOST_PROSECUTION, PathwayKind.ASSET_RECOVERY)
                    .does(
                            "CO",
                            at -> new OfLifecycle(new OpenCourse(
                                    "hp-1",
                                    "hostProsecution",
                                    "hostProsecution",
                                    Happened.on(at.today()),
                                    "as agreed",
                                    Map.of(),
                                    List.of())))
                    .does(
                            "LO",
                            move(
                                    "hp-1",
                                    "REVIEW",
                                    "p-1",
                                    Map.of(
                                            "chainOfCustody", "sealed",
                                            "provenance", "bank records",
                                            "offenceTheory", "visa fraud and laundering"),
                                    "index"))
                    .does("LO", move("hp-1", "INVESTIGATING", "p-2", Map.of()))
                    .passes("SG-04", "SG-05", "SG-06", "SG-17");
        }

        private static Function<Occasion, CaseCommand> charge(String offences) {
            return offences.isEmpty()
                    ? move("hp-1", "CHARGED", "p-3", SAID, "indictment")
                    : move(
                            "hp-1",
                            "CHARGED",
                            "p-3",
                            Stream.concat(SAID.entrySet().stream(), Stream.of(Map.entry("offence", offences)))
                                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                            "indictment");
        }

        private static Play withBoth() {
            return investigated()
                    .does("LO", laundering().recorded())
                    .does("LO", visaFraud().recorded());
        }

        @Test
        void names_the_offence_where_there_are_several() {
            assertThat(withBoth().isRefused("LO", charge("")))
                    .filteredOn(obstacle -> obstacle.code().equals("LIMITATION_NOT_EXPIRED"))
                    .singleElement()
                    .satisfies(obstacle -> {
                        assertThat(obstacle.about()).isEqualTo("offence");
                        assertThat(obstacle.detail()).contains(VISA, FLAT);
                    });
        }

        @Test
        void is_refused_for_an_offence_that_is_over_and_done_for_one_that_is_not() {
            var play = withBoth().on("2015-03-11");
            assertThat(play.isRefused("LO", charge(VISA + ", " + FLAT)))
                    .filteredOn(obstacle -> obstacle.code().equals("LIMITATION_NOT_EXPIRED"))
                    .extracting(Obstacle::about)
                    .containsExactly(VISA);
        }

        @ParameterizedTest
        @ValueSource(strings = {VISA, FLAT, VISA + "," + FLAT})
        void ends_the_clocks_of_the_offences_that_are_charged(String offences) {
            var play = withBoth().does("LO", charge(offences));
            for (var offence : List.of(VISA, FLAT)) {
                assertThat(clock(play, OF_HOST, offence).state())
                        .as(offence)
                        .isEqualTo(offences.contains(offence) ? Clock.State.SATISFIED : Clock.State.RUNNING);
            }
        }

        @Test
        void of_what_is_alleged_is_possible_where_the_host_state_has_no_offence_of_its_own() {
            var play = investigated()
                    .does(
                            "CO",
                            alleged(GRAIN, LocalDate.of(2011, 4, 11))
                                    .punishedWith(new Penalty.Years(7))
                                    .recorded())
                    .does("LO", charge(""));
            assertThat(clock(play, ALLEGED_HS, GRAIN).state()).isEqualTo(Clock.State.SATISFIED);
            assertThat(clock(play, ALLEGED_RS, GRAIN).runs()).isTrue();
        }

        /**
         * The requesting state cannot read off which offence it is. Nor can it read off whether the host state has one
         * of its own.
         */
        @Test
        void is_told_alike_whatever_it_is_about() {
            var alleged = alleged(GRAIN, LocalDate.of(2011, 4, 11))
                    .punishedWith(new Penalty.Years(7))
                    .recorded();
            var ofAlleged = investigated().does("CO", alleged).does("LO", charge(GRAIN));
            var ofOwn = withBoth().does("CO", alleged).does("LO", charge(VISA));

            assertThat(ToldCase.of(ofOwn.opened())).isEqualTo(ToldCase.of(ofAlleged.opened()));
        }

        @Test
        void of_an_offence_that_the_case_does_not_have_is_refused() {
            assertThat(withBoth().isRefused("LO", charge("host-offence-boat")))
                    .filteredOn(obstacle -> obstacle.code().equals("LIMITATION_NOT_EXPIRED"))
                    .extracting(Obstacle::detail)
                    .containsExactly("The case has no offence host-offence-boat.");
        }
    }

    @Nested
    class Keeping {

        @Test
        void the_requesting_state_records_no_offence_of_the_host_state_s_own_law() {
            assertThat(CaseLifeTest.accepted().isRefused("RS-LO", visaFraud().recorded()))
                    .extracting(Obstacle::code, Obstacle::about)
                    .containsExactly(tuple("RECORDED_BY_OTHER_SIDE", "side"));
        }

        /** It is the same whether the host state has recorded one under that id or not. */
        @Test
        void nor_learns_by_an_id_that_there_is_one() {
            var overwriting = alleged(VISA, LocalDate.of(2010, 3, 10)).recorded();
            var there = withTwoOfHost().isRefused("RS-LO", overwriting);
            assertThat(there).isEqualTo(CaseLifeTest.accepted().isRefused("RS-LO", overwriting));
            assertThat(codes(there)).containsExactly("OFFENCE_ID_OF_OTHER_SIDE");
        }

        @Test
        void nor_by_a_command_on_its_clock() {
            var play = withTwoOfHost();
            var id = clock(play, OF_HOST, VISA).id();
            for (var command : List.<ClockCommand>of(
                    new CancelClock(id, "why"),
                    new RebaseClock(id, "why"),
                    new ConcludeClock(id, true, "doc", "why"))) {
                assertThat(codes(play.isRefused("RS-LO", clocks(command))))
                        .as(command.toString())
                        .containsExactly("CLOCK_NOT_FOUND");
            }
        }

        @Test
        void nor_by_a_charge_with_it() {
            var charge = charged("offence.CHARGED_IN_HOST_STATE", VISA);
            assertThat(withTwoOfHost().isRefused("RS-LO", charge))
                    .isEqualTo(CaseLifeTest.accepted().isRefused("RS-LO", charge));
        }
    }

    @Nested
    class Assessing {

        @Test
        void a_run_keeps_the_last_day_of_each_offence_in_each_state_with_rules_and_reason() {
            var play = withTwoOfHost()
                    .does(
                            "CO",
                            alleged(GRAIN, LocalDate.of(2011, 4, 11))
                                    .punishedWith(new Penalty.Years(7))
                                    .recorded())
                    .does("LO", new AssessCase("run-1"));
            var offences =
                    play.opened().file().dossier().run().orElseThrow().input().offences();
            assertThat(offences)
                    .filteredOn(o -> o.id().equals(VISA))
                    .singleElement()
                    .satisfies(o -> {
                        assertThat(o.countedRequesting()).isEmpty();
                        assertThat(o.countedRequested().orElseThrow().lastDay()).contains(LocalDate.of(2015, 3, 10));
                        assertThat(o.countedRequested().orElseThrow().rules())
                                .containsExactly("SOL-US-3282 v1", "SOL-US-3290 v1", "SOL-US-3292 v1");
                        assertThat(o.countedRequested().orElseThrow().reason())
                                .isEqualTo("It does not end before 2015-03-10.");
                    });
            assertThat(offences)
                    .filteredOn(o -> o.id().equals(GRAIN))
                    .singleElement()
                    .satisfies(o -> {
                        assertThat(o.countedRequesting().orElseThrow().lastDay())
                                .contains(LocalDate.of(2021, 4, 11));
                        assertThat(o.countedRequested().orElseThrow().lastDay()).contains(LocalDate.of(2016, 4, 11));
                    });
        }

        @Test
        void another_last_day_is_another_run_even_if_no_way_stands_differently() {
            var play = withTwoOfHost()
                    .does("LO", new AssessCase("run-1"))
                    .does(
                            "LO",
                            laundering()
                                    .restingWhileAskedAbroad("2014-06-02", "2014-09-10")
                                    .recorded());
            assertThat(play.events().stream().filter(CaseAssessed.class::isInstance))
                    .hasSize(2);
        }

        @Test
        void is_done_once_for_offences_that_stay_as_they_are() {
            var play = withTwoOfHost()
                    .does("LO", new AssessCase("run-1"))
                    .on("2014-10-20")
                    .does("LO", new ReassessCase("run-2"));
            assertThat(play.events().stream().filter(CaseAssessed.class::isInstance))
                    .hasSize(1);
        }
    }
}
