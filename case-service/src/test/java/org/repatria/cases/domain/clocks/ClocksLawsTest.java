package org.repatria.cases.domain.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.cases.domain.clocks.ClocksFixture.PATHWAY;
import static org.repatria.cases.domain.clocks.ClocksFixture.VIENNA;
import static org.repatria.cases.domain.clocks.ClocksFixture.XE_LO;
import static org.repatria.cases.domain.clocks.ClocksFixture.on;
import static org.repatria.cases.domain.clocks.ClocksFixture.under;
import static org.repatria.cases.domain.clocks.RuleFixture.days;
import static org.repatria.cases.domain.clocks.RuleFixture.period;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.repatria.cases.domain.clocks.ClockCommand.ExtendClock;
import org.repatria.clocks.Clock;
import org.repatria.clocks.ClockEvent;
import org.repatria.clocks.ClockEvent.ClockExpired;
import org.repatria.clocks.ClockEvent.WarningGiven;
import org.repatria.clocks.ClockRule;
import org.repatria.clocks.ClockRule.Kind;
import org.repatria.clocks.ClockRule.StartCount;
import org.repatria.clocks.ClockRule.Unit;
import org.repatria.clocks.Clocks;
import org.repatria.clocks.Counting;
import org.repatria.clocks.Happened;
import org.repatria.clocks.Happening;
import org.repatria.clocks.Suspension;

/** What must hold whatever happens, in whatever order it is recorded. */
final class ClocksLawsTest {

    private static final String BEGUN = "extradition.PROVISIONALLY_ARRESTED";
    private static final String DONE = "extradition.RECEIVED";
    private static final String STAY = "arrest.INTERIM_MEASURE";
    private static final LocalDate START = LocalDate.parse("2018-09-03");
    private static final int ROUNDS = 100;

    private static RuleFixture fortyDays() {
        return days(40).id("CLK-PA")
                .startsOn(BEGUN)
                .stopsOn(DONE)
                .suspendedBy(STAY)
                .warnsAt(30, 14, 7, 3, 1)
                .zone(VIENNA);
    }

    static Stream<ClockRule> everyWayOfCounting() {
        return Stream.of(Unit.values())
                .flatMap(unit -> Stream.of(StartCount.values())
                        .flatMap(count -> Stream.of(
                                period(12, unit).startCount(count).rule(),
                                period(12, unit).startCount(count).rolling().rule(),
                                period(12, unit).startCount(count).ofThePerson().rule())));
    }

    @ParameterizedTest
    @MethodSource("everyWayOfCounting")
    void suspending_never_shortens_and_a_longer_suspension_never_gives_less(ClockRule rule) {
        var random = new Random(1);
        for (var round = 0; round < ROUNDS; round++) {
            var trigger = Happened.on(START.plusDays(random.nextInt(400)));
            var counting = Counting.of(rule, trigger, Counting.WEEKENDS);
            var from = trigger.day().plusDays(random.nextInt(20) - 5L);
            var shorter = suspended(from, from.plusDays(random.nextInt(30)));
            var longer = suspended(from, shorter.until().orElseThrow().day().plusDays(random.nextInt(10)));

            var plain = counting.term(trigger);
            var once = counting.term(trigger, List.of(), List.of(shorter));
            var more = counting.term(trigger, List.of(), List.of(longer));

            assertThat(once.overAt(counting.zone())).isAfterOrEqualTo(plain.overAt(counting.zone()));
            assertThat(more.overAt(counting.zone())).isAfterOrEqualTo(once.overAt(counting.zone()));
        }
    }

    @ParameterizedTest
    @MethodSource("everyWayOfCounting")
    void a_later_trigger_never_ends_earlier(ClockRule rule) {
        var before = Counting.lastDay(rule, Happened.on(START), Counting.WEEKENDS);
        for (var day = 1; day < ROUNDS; day++) {
            var next = Counting.lastDay(rule, Happened.on(START.plusDays(day)), Counting.WEEKENDS);
            assertThat(next).isAfterOrEqualTo(before);
            before = next;
        }
    }

    @ParameterizedTest
    @MethodSource("everyWayOfCounting")
    void the_day_to_act_on_is_never_after_the_last_day_nor_before_the_trigger(ClockRule rule) {
        for (var day = 0; day < ROUNDS; day++) {
            var trigger = Happened.on(START.plusDays(day));
            var term = Counting.of(rule, trigger, Counting.WEEKENDS).term(trigger);
            assertThat(term.actBy()).isBetween(trigger.day(), term.lastDay());
        }
    }

    private static Suspension suspended(LocalDate from, LocalDate until) {
        return new Suspension(STAY, Happened.on(from), Optional.of(Happened.on(until)), Optional.empty());
    }

    @Test
    void whenever_time_is_noted_each_warning_and_the_expiry_come_exactly_once_and_in_order() {
        var random = new Random(2);
        for (var round = 0; round < ROUNDS; round++) {
            var arrested = under(fortyDays().rule());
            arrested.happens(BEGUN, START.toString());
            var said = new ArrayList<ClockEvent>();
            var now = START.atStartOfDay(VIENNA).toInstant().plus(Duration.ofHours(13));
            while (said.stream().noneMatch(ClockExpired.class::isInstance)) {
                now = now.plus(Duration.ofHours(1 + random.nextInt(1 + random.nextInt(900))));
                said.addAll(arrested.timeComesTo(now));
            }
            said.addAll(arrested.timeComesTo(now.plus(Duration.ofDays(100))));
            assertThat(said.subList(0, said.size() - 1))
                    .extracting(event -> ((WarningGiven) event).lead())
                    .containsExactly(30, 14, 7, 3, 1);
            assertThat(said.getLast()).isInstanceOf(ClockExpired.class);
        }
    }

    @Test
    void noting_time_at_the_next_moment_always_says_something_and_before_it_never() {
        var arrested = under(fortyDays().rule());
        arrested.happens(BEGUN, START.toString());
        var moments = 0;
        for (var next = arrested.clocks().nextAt();
                next.isPresent();
                next = arrested.clocks().nextAt()) {
            var moment = next.orElseThrow();
            assertThat(arrested.timeComesTo(moment.minusMillis(1))).isEmpty();
            assertThat(arrested.timeComesTo(moment)).hasSize(1);
            moments++;
        }
        assertThat(moments).isEqualTo(6);
    }

    @Test
    void a_chain_of_extensions_ends_on_the_same_day_as_one_of_their_sum() {
        var random = new Random(3);
        for (var round = 0; round < ROUNDS; round++) {
            var rule = days(30).startsOn(BEGUN).extendableWithoutEnd("CT").rule();
            var inSteps = under(rule);
            inSteps.happens(BEGUN, START.toString());
            var sum = 0;
            var steps = 1 + random.nextInt(5);
            for (var step = 1; step <= steps; step++) {
                var amount = 1 + random.nextInt(20);
                sum += amount;
                inSteps.does(XE_LO, "2018-09-10", extension("clk-" + step, amount));
            }
            var atOnce = under(rule);
            atOnce.happens(BEGUN, START.toString());
            atOnce.does(XE_LO, "2018-09-10", extension("clk-1", sum));

            assertThat(inSteps.clocks().open()).hasSize(1);
            assertThat(inSteps.clocks().open().getFirst().effective())
                    .isEqualTo(atOnce.clocks().open().getFirst().effective());
            assertThat(inSteps.clocks().clocks().subList(0, steps))
                    .allMatch(clock -> clock.state() == Clock.State.SUPERSEDED);
        }
    }

    private static ExtendClock extension(String clock, int amount) {
        return new ExtendClock(
                clock, "CT", on("2018-09-10"), Optional.of(amount), Optional.empty(), "good cause", "doc-1");
    }

    /** An arrest, its documents and a stay, each on some day. Every order of recording leads to the same clock. */
    @Test
    void the_order_in_which_the_past_is_recorded_does_not_matter() {
        var random = new Random(4);
        for (var round = 0; round < ROUNDS; round++) {
            var stay = random.nextInt(45);
            var history = new ArrayList<Happening>(List.of(
                    new Happening(BEGUN, Happened.on(START), PATHWAY),
                    new Happening(STAY, Happened.on(START.plusDays(stay)), PATHWAY),
                    new Happening(STAY + ".ended", Happened.on(START.plusDays(stay + random.nextInt(20))), PATHWAY)));
            if (random.nextBoolean()) {
                history.add(new Happening(DONE, Happened.on(START.plusDays(30 + random.nextInt(40))), PATHWAY));
            }
            var inOrder = recorded(history);
            Collections.shuffle(history, random);
            assertThat(essence(recorded(history))).as("%s", history).isEqualTo(essence(inOrder));
        }
    }

    private static Clock recorded(List<Happening> history) {
        var file = under(fortyDays().rule());
        var late = Instant.parse("2019-06-01T12:00:00Z");
        for (var happening : history) {
            file.isRecorded(happening.token(), happening.when(), happening.about(), late);
        }
        return file.only();
    }

    private static List<Object> essence(Clock clock) {
        return List.of(clock.state(), clock.effective(), clock.suspensions(), clock.satisfiedBy(), clock.tooLate());
    }

    @Test
    void of_reviews_the_latest_runs_in_whatever_order_they_are_recorded() {
        var random = new Random(5);
        var rule = days(180).kind(Kind.REVIEW).startsOn("case.REVIEWED").rule();
        for (var round = 0; round < ROUNDS; round++) {
            var reviews = new ArrayList<>(
                    IntStream.range(0, 5).mapToObj(n -> START.plusDays(n * 7L)).toList());
            Collections.shuffle(reviews, random);
            var reviewed = under(rule);
            reviews.forEach(day -> reviewed.isRecorded("case.REVIEWED", day.toString(), "2018-10-10"));
            assertThat(reviewed.clocks().open())
                    .extracting(Clock::trigger)
                    .containsExactly(Happened.on(START.plusDays(28)));
        }
    }

    @Test
    void whatever_becomes_of_the_rules_a_clock_keeps_its_own() {
        var random = new Random(6);
        for (var round = 0; round < ROUNDS; round++) {
            var born = fortyDays().rule();
            var arrested = under(born);
            arrested.happens(BEGUN, START.toString());
            arrested.rulesBecome(days(1 + random.nextInt(100))
                    .id("CLK-PA")
                    .version(2, START)
                    .startsOn(BEGUN)
                    .rule());
            arrested.timeComesTo(START.plusDays(random.nextInt(60)).toString());
            arrested.happens(DONE, START.plusDays(40).toString());
            assertThat(arrested.only().rule()).isEqualTo(born);
            assertThat(arrested.only().state()).isEqualTo(Clock.State.SATISFIED);
        }
    }

    @Test
    void the_state_stays_within_its_limits_however_much_happens() {
        var busy = under(days(10).startsOn(BEGUN).stopsOn(DONE).rule());
        for (var day = 0; day < 2 * Clocks.KEPT_MAX; day++) {
            busy.happens(BEGUN, START.plusDays(day).toString());
            busy.happens(DONE, START.plusDays(day).toString());
        }
        assertThat(busy.clocks().clocks()).hasSizeLessThanOrEqualTo(Clocks.KEPT_MAX);
        assertThat(busy.clocks().happenings()).hasSizeLessThanOrEqualTo(Clocks.HAPPENINGS_KEPT_MAX);
        assertThat(busy.clocks().clocks().getLast().id()).isEqualTo("clk-" + 2 * Clocks.KEPT_MAX);
    }
}
