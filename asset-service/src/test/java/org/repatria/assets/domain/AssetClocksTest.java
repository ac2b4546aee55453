package org.repatria.assets.domain;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.repatria.assets.domain.Assets.CARL;
import static org.repatria.assets.domain.Assets.HELD;
import static org.repatria.assets.domain.Assets.HOUSE;
import static org.repatria.assets.domain.Assets.KESTREL;
import static org.repatria.assets.domain.Assets.LENA;
import static org.repatria.assets.domain.Assets.OWNED;
import static org.repatria.assets.domain.Assets.VINT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.AssetCommand.NoteTimePassed;
import org.repatria.assets.domain.AssetCommand.OrderCommand.ChangeOrder;
import org.repatria.assets.domain.AssetCommand.OrderCommand.RecordOrder;
import org.repatria.assets.domain.AssetCommand.Place;
import org.repatria.assets.domain.AssetCommand.RegisterAsset;
import org.repatria.assets.domain.AssetCommand.RestraintCommand.DischargeRestraint;
import org.repatria.assets.domain.AssetCommand.RestraintCommand.ExtendRestraint;
import org.repatria.assets.domain.AssetCommand.RestraintCommand.RecordRestraint;
import org.repatria.assets.domain.AssetEvent.ClockChanged;
import org.repatria.assets.domain.identifiers.Scheme;
import org.repatria.assets.law.ClocksOfAssets;
import org.repatria.clocks.Clock;
import org.repatria.clocks.ClockEvent;
import org.repatria.clocks.ClockEvent.ClockExpired;
import org.repatria.clocks.ClockEvent.WarningGiven;
import org.repatria.clocks.ClockRules;
import org.repatria.clocks.Happening;
import org.repatria.decider.Actor;
import org.repatria.decider.Decision.Accepted;
import org.repatria.decider.Decision.Refused;
import org.repatria.decider.Occasion;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The clocks of assets by the rules as they are shipped. */
class AssetClocksTest {

    private static final ClockRules LAW = ClocksOfAssets.shipped().at(Instant.EPOCH);
    private static final AssetDecider DECIDER = new AssetDecider(_ -> LAW);
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final OrderId ORDER = new OrderId("order-1");
    private static final OrderId LONGER = new OrderId("order-2");
    private static final InterestId SPOUSE = new InterestId("interest-spouse");

    /** One asset as a test drives it. */
    private static final class Play {
        private Asset asset = DECIDER.initial();
        private final List<ClockEvent> told = new ArrayList<>();

        private Play(String country) {
            does(
                    "2000-01-03",
                    CARL,
                    new RegisterAsset(
                            HOUSE,
                            AssetKind.REAL_ESTATE,
                            "House at the lake",
                            Optional.empty(),
                            List.of(new Identifier(Scheme.LAND_REGISTER, "Lake County folio 77", Optional.empty())),
                            new Place(country, Optional.empty()),
                            "Land register extract",
                            Confidence.HIGH));
            Assets.bearingAll(VINT).forEach(command -> does("2000-01-03", CARL, command));
        }

        private Play does(String day, AssetCommand command) {
            return does(day, LENA, command);
        }

        private Play does(String day, Actor by, AssetCommand command) {
            assertThat(may(LocalDate.parse(day), by, command)).as("%s", command).isTrue();
            return this;
        }

        private boolean may(LocalDate day, Actor by, AssetCommand command) {
            var at = day.atTime(18, 0).toInstant(ZoneOffset.UTC);
            if (!(DECIDER.answer(command, asset, Occasion.of(by, at)) instanceof Accepted<AssetEvent>(var events))) {
                return false;
            }
            asset = DECIDER.foldFrom(asset, events);
            events.stream()
                    .flatMap(event -> event instanceof ClockChanged(var change) ? Stream.of(change) : Stream.empty())
                    .forEach(told::add);
            return true;
        }

        private Play passes(String day) {
            return does(day, new NoteTimePassed());
        }

        private Registered asset() {
            return (Registered) asset;
        }

        private List<Clock> clocks() {
            return asset().clocks().clocks();
        }

        private Clock clock(String rule) {
            var found = clocks().stream()
                    .filter(clock -> clock.rule().id().equals(rule) && clock.state() != Clock.State.SUPERSEDED)
                    .toList();
            assertThat(found).as(rule).hasSize(1);
            return found.getFirst();
        }

        private List<String> lastDays() {
            return clocks().stream()
                    .map(clock -> clock.rule().id() + " " + clock.effective().lastDay())
                    .toList();
        }
    }

    private static Particulars said(
            Optional<Measure> measure, Optional<LocalDate> endsOn, Optional<InterestId> servedOn) {
        return new Particulars(
                Optional.of("15-misc-0042"),
                Optional.of("the complaint as filed"),
                Optional.of("for good cause"),
                endsOn,
                endsOn.map(_ -> NEW_YORK),
                Optional.of("the spouse by letter"),
                servedOn,
                servedOn.map(_ -> "by the marshal"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                measure,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static RecordOrder made(OrderId id, OrderKind kind, Optional<Measure> measure, String day) {
        var on = LocalDate.parse(day);
        var ends = Optional.of(on.plusYears(15)).filter(_ -> kind == OrderKind.RESTRAINT);
        return new RecordOrder(
                id, kind, "the law", Optional.empty(), OrderStatus.ISSUED, on, said(measure, ends, Optional.empty()));
    }

    private static RecordRestraint restraint(OrderId id, Measure measure, String day, String endsOn) {
        return new RecordRestraint(
                id,
                "15-misc-" + id,
                "the law",
                LocalDate.parse(day),
                LocalDate.parse(endsOn),
                NEW_YORK,
                Optional.of(measure));
    }

    private static ExtendRestraint longer(OrderId id, OrderId by, String day, String endsOn) {
        return new ExtendRestraint(id, by, "15-misc-" + by, "the law", LocalDate.parse(day), LocalDate.parse(endsOn));
    }

    private static DischargeRestraint lifted(OrderId id, String day) {
        return new DischargeRestraint(
                id,
                new StepId("step-lift-" + id),
                LocalDate.parse(day),
                "settled",
                Optional.of("15-misc-9"),
                Optional.empty());
    }

    private static ChangeOrder served(OrderId id, InterestId on, String day) {
        return new ChangeOrder(
                id,
                new StepId("step-" + on),
                OrderStatus.SERVED,
                LocalDate.parse(day),
                said(Optional.empty(), Optional.empty(), Optional.of(on)));
    }

    private static ChangeOrder published(OrderId id, String day) {
        return Assets.publish(id, LocalDate.parse(day));
    }

    private static RecordOrder proceedingsAbroad(String day) {
        return new RecordOrder(
                new OrderId("order-abroad"),
                OrderKind.FOREIGN_ORDER,
                "criminal procedure code of the requesting state",
                Optional.empty(),
                OrderStatus.APPLIED,
                LocalDate.parse(day),
                said(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private static RecordOrder complaint(String day) {
        return Assets.complaint(new OrderId("order-complaint"), LocalDate.parse(day));
    }

    @Nested
    class Starting {

        @ParameterizedTest
        @CsvSource({
            "US, RESTRAINT, EX_PARTE_FOREIGN_CHARGE, 2015-03-20, CLK-RST-US-30 2015-04-19",
            "US, RESTRAINT, TRO, 2015-03-20, CLK-RST-US-TRO 2015-04-03",
            "US, RESTRAINT, PRE_COMPLAINT, 2015-03-16, CLK-RST-US-90 2015-06-14",
            "XH, RESTRAINT, PRE_COMPLAINT, 2015-02-02, CLK-RST-US-90 2015-05-03",
            "US, RESTRAINT, FOREIGN_FORFEITURE, 2015-03-16, CLK-RST-US-2467 2015-06-14",
            "US, SEIZURE, NONJUDICIAL, 2015-06-09, CLK-AST-NOTICE-US 2015-08-08",
            "US, SEIZURE, ADOPTED, 2015-06-09, CLK-AST-NOTICE-US-ADOPTED 2015-09-07",
            "GB, RESTRAINT, ACCOUNT_FREEZING, 2019-11-04, CLK-UK-AFO 2021-11-03",
            "GB, SEIZURE, CASH, 2021-06-14, CLK-UK-CASH2Y 2023-06-13 CLK-UK-CASH48 2021-06-16",
            "GB, SEIZURE, CASH_ORDER, 2021-06-16, CLK-UK-CASH6 2021-12-15",
            "CH, RESTRAINT, FIAA_MLA, 2016-08-02, CLK-CH-FIAA3 2020-08-02",
            "CH, RESTRAINT, FIAA_CONFISCATION, 2016-08-02, CLK-CH-FIAA4 2026-08-02",
            "CA, RESTRAINT, FACFOA, 2014-03-05, CLK-CA-FACFOA 2019-03-05",
        })
        void an_order_starts_the_clock_of_its_measure_where_the_asset_is(
                String country, OrderKind kind, Measure measure, String day, String clocks) {
            var play = new Play(country).does(day, made(ORDER, kind, Optional.of(measure), day));

            assertThat(String.join(" ", play.lastDays())).isEqualTo(clocks);
            assertThat(play.clocks()).allMatch(Clock::runs);
            assertThat(AssetClocks.without(play.asset().order(ORDER).orElseThrow(), play.asset()))
                    .isEmpty();
        }

        /** 28 U.S.C. 2467(d)(3)(A): in the place of a complaint stand the proceedings abroad. */
        @Test
        void a_foreign_order_applied_for_is_what_a_restraint_for_foreign_forfeiture_waits_for() {
            var play = new Play("US")
                    .does(
                            "2015-03-16",
                            made(ORDER, OrderKind.RESTRAINT, Optional.of(Measure.FOREIGN_FORFEITURE), "2015-03-16"))
                    .does("2015-06-12", proceedingsAbroad("2015-06-12"));

            assertThat(play.clock("CLK-RST-US-2467").state()).isEqualTo(Clock.State.SATISFIED);
        }

        @Test
        void where_the_proceedings_abroad_came_first_their_restraint_waits_for_nothing() {
            var play = new Play("US")
                    .does("2015-02-02", proceedingsAbroad("2015-02-02"))
                    .does(
                            "2015-03-16",
                            made(ORDER, OrderKind.RESTRAINT, Optional.of(Measure.FOREIGN_FORFEITURE), "2015-03-16"));

            assertThat(play.clock("CLK-RST-US-2467").state()).isEqualTo(Clock.State.SATISFIED);
        }

        @Test
        void a_criminal_forfeiture_starts_the_time_to_petition_for_each_holder_when_it_is_served() {
            var play = new Play("US")
                    .does("2015-01-05", CARL, Assets.record(OWNED, Assets.owns(KESTREL, 1, 1)))
                    .does(
                            "2015-06-09",
                            made(
                                    ORDER,
                                    OrderKind.CONFISCATION,
                                    Optional.of(Measure.CRIMINAL_FORFEITURE),
                                    "2015-06-09"));
            assertThat(play.clocks()).isEmpty();

            play.does("2015-07-01", served(ORDER, OWNED, "2015-07-01"));

            assertThat(play.lastDays()).containsExactly("CLK-CLAIM-US-CRIM 2015-07-31");
            assertThat(AssetClocks.holderOf(play.clocks().getFirst())).contains(OWNED);
        }

        @Test
        void what_no_rule_of_the_place_speaks_of_has_no_clock_and_says_so() {
            var play = new Play("CH")
                    .does("2015-03-16", made(ORDER, OrderKind.RESTRAINT, Optional.of(Measure.TRO), "2015-03-16"));

            assertThat(play.clocks()).isEmpty();
            assertThat(AssetClocks.without(play.asset().order(ORDER).orElseThrow(), play.asset()))
                    .contains(AssetClocks.Without.NO_RULE);
        }

        @Test
        void an_order_of_which_nobody_said_what_it_is_has_no_clock_and_says_so() {
            var play =
                    new Play("US").does("2015-03-16", made(ORDER, OrderKind.RESTRAINT, Optional.empty(), "2015-03-16"));

            assertThat(play.clocks()).isEmpty();
            assertThat(AssetClocks.without(play.asset().order(ORDER).orElseThrow(), play.asset()))
                    .contains(AssetClocks.Without.MEASURE_NOT_SAID);
        }

        @Test
        void a_measure_of_another_kind_of_order_is_refused() {
            var play = new Play("US");
            var command = made(ORDER, OrderKind.RESTRAINT, Optional.of(Measure.CASH), "2015-03-16");

            assertThat(DECIDER.answer(command, play.asset(), Occasion.of(LENA, Instant.parse("2015-03-16T18:00:00Z"))))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.refusal().reason()).isEqualTo(AssetReason.MEASURE_UNFIT));
        }

        /** The court's midnight: the day is not over in New York when it is in UTC. */
        @Test
        void the_days_are_days_of_the_court() {
            var play = new Play("US").does("2015-03-20", restraint(ORDER, Measure.TRO, "2015-03-20", "2016-01-01"));

            assertThat(play.clock("CLK-RST-US-TRO")
                            .effective()
                            .overAt(play.clock("CLK-RST-US-TRO").zone()))
                    .isEqualTo("2015-04-04T04:00:00Z");
        }
    }

    @Nested
    class Following {

        @Test
        void an_extension_puts_a_clock_with_its_own_last_day_in_the_place_of_the_first() {
            var play = new Play("US")
                    .does("2015-03-16", restraint(ORDER, Measure.PRE_COMPLAINT, "2015-03-16", "2015-06-14"))
                    .does("2015-06-12", longer(ORDER, LONGER, "2015-06-12", "2015-09-12"));

            assertThat(play.clock("CLK-RST-US-90").effective().lastDay()).isEqualTo("2015-09-12");
            assertThat(play.clock("CLK-RST-US-90").supersedes()).contains("clk-h-1");
            assertThat(play.asset().clocks().clock("clk-h-1").orElseThrow().state())
                    .isEqualTo(Clock.State.SUPERSEDED);
        }

        /** FIAA art. 6(1): four years, and six more at most. */
        @Test
        void an_extension_goes_no_further_than_the_law() {
            var play = new Play("CH")
                    .does("2016-08-02", restraint(ORDER, Measure.FIAA_MLA, "2016-08-02", "2020-08-02"))
                    .does("2020-07-01", longer(ORDER, LONGER, "2020-07-01", "2028-08-02"));

            assertThat(play.clock("CLK-CH-FIAA3").effective().lastDay()).isEqualTo("2026-08-02");
        }

        @Test
        void an_extension_adds_nothing_where_the_law_provides_none() {
            var play = new Play("GB")
                    .does("2019-11-04", restraint(ORDER, Measure.ACCOUNT_FREEZING, "2019-11-04", "2020-05-04"))
                    .does("2020-05-01", longer(ORDER, LONGER, "2020-05-01", "2022-05-04"));

            assertThat(play.lastDays()).containsExactly("CLK-UK-AFO 2021-11-03");
        }

        @Test
        void a_discharge_ends_the_clock_of_the_whole_chain() {
            var play = new Play("US")
                    .does("2015-03-16", restraint(ORDER, Measure.PRE_COMPLAINT, "2015-03-16", "2015-06-14"))
                    .does("2015-06-12", longer(ORDER, LONGER, "2015-06-12", "2015-09-12"))
                    .does("2015-07-01", lifted(LONGER, "2015-07-01"));

            assertThat(play.clock("CLK-RST-US-90").satisfiedBy().map(Happening::token))
                    .contains("restraint.DISCHARGED");
        }

        @Test
        void a_complaint_in_time_ends_it_and_one_too_late_does_not() {
            var inTime = new Play("US")
                    .does("2015-03-16", restraint(ORDER, Measure.PRE_COMPLAINT, "2015-03-16", "2016-03-16"))
                    .does("2015-06-14", complaint("2015-06-14"));
            assertThat(inTime.clock("CLK-RST-US-90").state()).isEqualTo(Clock.State.SATISFIED);

            var late = new Play("US")
                    .does("2015-03-16", restraint(ORDER, Measure.PRE_COMPLAINT, "2015-03-16", "2016-03-16"))
                    .does("2015-06-15", complaint("2015-06-15"));
            assertThat(late.clock("CLK-RST-US-90").state()).isEqualTo(Clock.State.EXPIRED_PRESUMED);
            assertThat(late.clock("CLK-RST-US-90").tooLate().map(Happening::token))
                    .contains("complaint.FILED");
        }

        @Test
        void an_order_for_cash_ends_the_hours_before_it_and_not_the_two_years() {
            var play = new Play("GB")
                    .does("2021-06-14", made(ORDER, OrderKind.SEIZURE, Optional.of(Measure.CASH), "2021-06-14"))
                    .does("2021-06-15", made(LONGER, OrderKind.SEIZURE, Optional.of(Measure.CASH_ORDER), "2021-06-15"));

            assertThat(play.clock("CLK-UK-CASH48").state()).isEqualTo(Clock.State.SATISFIED);
            assertThat(play.clock("CLK-UK-CASH2Y").runs()).isTrue();
            assertThat(play.clock("CLK-UK-CASH6").runs()).isTrue();
        }

        @Test
        void what_is_over_is_presumed_and_releases_nothing() {
            var play = new Play("US")
                    .does("2015-03-20", restraint(ORDER, Measure.TRO, "2015-03-20", "2016-01-01"))
                    .passes("2015-04-05");

            assertThat(play.clock("CLK-RST-US-TRO").state()).isEqualTo(Clock.State.EXPIRED_PRESUMED);
            assertThat(play.asset().status()).isEqualTo(AssetStatus.RESTRAINED);
        }

        @Test
        void each_warning_and_the_end_are_told_once_however_often_time_is_noted() {
            var play = new Play("US").does("2015-03-20", restraint(ORDER, Measure.TRO, "2015-03-20", "2016-01-01"));
            for (var day = LocalDate.parse("2015-03-21");
                    day.isBefore(LocalDate.parse("2015-04-10"));
                    day = day.plusDays(1)) {
                play.passes(day.toString()).passes(day.toString());
            }

            assertThat(play.told.stream()
                            .flatMap(event -> event instanceof WarningGiven e
                                    ? Stream.of(e.day().toString())
                                    : Stream.empty()))
                    .containsExactly("2015-03-27", "2015-03-31", "2015-04-02");
            assertThat(play.told.stream().filter(ClockExpired.class::isInstance))
                    .hasSize(1);
        }
    }

    @Nested
    class Noticing {

        private Play seized() {
            return new Play("US")
                    .does("2015-01-05", CARL, Assets.record(OWNED, Assets.owns(KESTREL, 1, 2)))
                    .does("2015-01-05", CARL, Assets.record(HELD, Assets.nominee(Assets.holder(Assets.HOLDINGS), 1, 2)))
                    .does("2015-06-09", made(ORDER, OrderKind.SEIZURE, Optional.of(Measure.NONJUDICIAL), "2015-06-09"));
        }

        private static List<String> states(Play play, String rule) {
            return play.clocks().stream()
                    .filter(clock -> clock.rule().id().equals(rule))
                    .map(clock ->
                            AssetClocks.holderOf(clock).map(InterestId::value).orElse("-") + " "
                                    + clock.effective().lastDay() + " " + clock.state())
                    .toList();
        }

        @Test
        void a_duty_of_notice_runs_for_each_holder_and_is_met_by_service_on_that_one() {
            var play = seized().does("2015-07-01", served(ORDER, OWNED, "2015-07-01"));

            assertThat(states(play, "CLK-AST-NOTICE-US"))
                    .containsExactlyInAnyOrder(
                            "interest-owned 2015-08-08 SATISFIED", "interest-held 2015-08-08 RUNNING");
            assertThat(states(play, "CLK-CLAIM-US-ADM")).containsExactly("interest-owned 2015-08-05 RUNNING");
        }

        @Test
        void who_becomes_known_later_has_the_same_time_from_that_day() {
            var play = seized().does(
                            "2015-06-20",
                            CARL,
                            Assets.record(
                                    SPOUSE,
                                    Assets.entry(
                                            Right.SPOUSE,
                                            new InterestEntry.Named(
                                                    Optional.empty(),
                                                    Optional.of("Ada Kestrel"),
                                                    Optional.empty(),
                                                    Optional.empty()),
                                            Optional.empty(),
                                            "",
                                            "")));
            assertThat(states(play, "CLK-AST-NOTICE-US-PARTY")).containsExactly("interest-spouse 2015-08-19 RUNNING");

            play.does("2015-08-01", served(ORDER, SPOUSE, "2015-08-01"));
            assertThat(states(play, "CLK-AST-NOTICE-US-PARTY")).containsExactly("interest-spouse 2015-08-19 SATISFIED");
        }

        @Test
        void a_corrected_entry_is_the_same_holder_and_has_the_same_clock() {
            var right = new InterestId("interest-right");
            var play = seized().does("2015-06-20", CARL, Assets.correct(OWNED, right, Assets.owns(KESTREL, 1, 3)))
                    .does("2015-07-01", served(ORDER, right, "2015-07-01"));

            assertThat(states(play, "CLK-AST-NOTICE-US"))
                    .containsExactlyInAnyOrder(
                            "interest-owned 2015-08-08 SATISFIED", "interest-held 2015-08-08 RUNNING");
        }

        @Test
        void an_entry_that_was_somebody_else_takes_its_clock_with_it() {
            var right = new InterestId("interest-right");
            var play = seized().does(
                            "2015-06-20", CARL, Assets.correct(OWNED, right, Assets.owns(Assets.holder(VINT), 1, 2)));

            assertThat(states(play, "CLK-AST-NOTICE-US"))
                    .containsExactlyInAnyOrder(
                            "interest-owned 2015-08-08 CANCELLED", "interest-held 2015-08-08 RUNNING");
            assertThat(states(play, "CLK-AST-NOTICE-US-PARTY")).containsExactly("interest-right 2015-08-19 RUNNING");
        }

        @Test
        void where_nobody_is_known_the_duty_runs_for_the_order() {
            var play = new Play("US")
                    .does("2015-06-09", made(ORDER, OrderKind.SEIZURE, Optional.of(Measure.NONJUDICIAL), "2015-06-09"));

            assertThat(states(play, "CLK-AST-NOTICE-US")).containsExactly("- 2015-08-08 RUNNING");
        }
    }

    /** The time for claims, of whoever had a letter and of whoever had none. */
    @Nested
    class Publishing {

        private static Play made(OrderKind kind, Measure measure) {
            return new Play("US")
                    .does("2015-01-05", CARL, Assets.record(OWNED, Assets.owns(KESTREL, 1, 1)))
                    .does("2015-06-09", AssetClocksTest.made(ORDER, kind, Optional.of(measure), "2015-06-09"));
        }

        private static ChangeOrder published(String day) {
            return AssetClocksTest.published(ORDER, day);
        }

        private static List<String> timeForClaims(Play play) {
            return play.clocks().stream()
                    .filter(clock -> clock.rule().id().startsWith("CLK-CLAIM") && clock.runs())
                    .map(clock -> clock.rule().id() + " "
                            + AssetClocks.holderOf(clock).map(InterestId::value).orElse("-") + " "
                            + clock.effective().lastDay())
                    .sorted()
                    .toList();
        }

        /** 18 U.S.C. 983(a)(2)(B): 30 days, which end on Sunday 26 July; of a right of the person the later reading. */
        @Test
        void whoever_had_no_letter_has_thirty_days_from_the_last_publication() {
            var play = made(OrderKind.SEIZURE, Measure.NONJUDICIAL).does("2015-06-26", published("2015-06-26"));

            assertThat(timeForClaims(play)).containsExactly("CLK-CLAIM-US-ADM-PUB - 2015-07-27");
        }

        @Test
        void of_several_publications_the_last_one_counts() {
            var play = made(OrderKind.SEIZURE, Measure.ADOPTED)
                    .does("2015-06-26", published("2015-06-19"))
                    .does("2015-06-26", published("2015-06-26"))
                    .does("2015-06-26", published("2015-06-12"));

            assertThat(timeForClaims(play)).containsExactly("CLK-CLAIM-US-ADM-PUB - 2015-07-27");
        }

        @Test
        void a_letter_starts_its_own_time_beside_it() {
            var play = made(OrderKind.SEIZURE, Measure.NONJUDICIAL)
                    .does("2015-06-26", published("2015-06-26"))
                    .does("2015-07-01", served(ORDER, OWNED, "2015-07-01"));

            assertThat(timeForClaims(play))
                    .containsExactly("CLK-CLAIM-US-ADM interest-owned 2015-08-05", "CLK-CLAIM-US-ADM-PUB - 2015-07-27");
        }

        /** 21 U.S.C. 853(n)(2): the earlier of final publication and notice. */
        @Test
        void of_a_criminal_forfeiture_the_earlier_of_notice_and_publication_counts() {
            var later = made(OrderKind.CONFISCATION, Measure.CRIMINAL_FORFEITURE)
                    .does("2015-07-01", published("2015-06-30"))
                    .does("2015-07-01", served(ORDER, OWNED, "2015-07-01"));
            assertThat(timeForClaims(later)).containsExactly("CLK-CLAIM-US-CRIM - 2015-07-30");

            var earlier = made(OrderKind.CONFISCATION, Measure.CRIMINAL_FORFEITURE)
                    .does("2015-06-16", served(ORDER, OWNED, "2015-06-16"))
                    .does("2015-07-01", published("2015-06-30"));
            assertThat(timeForClaims(earlier))
                    .containsExactly("CLK-CLAIM-US-CRIM - 2015-07-30", "CLK-CLAIM-US-CRIM interest-owned 2015-07-16");
        }

        @Test
        void the_return_of_what_was_seized_ends_it() {
            var play = made(OrderKind.SEIZURE, Measure.NONJUDICIAL)
                    .does("2015-06-26", published("2015-06-26"))
                    .does("2015-07-10", lifted(ORDER, "2015-07-10"));

            assertThat(timeForClaims(play)).isEmpty();
        }

        @Test
        void a_restraint_is_not_published() {
            var play = new Play("US")
                    .does("2015-03-16", restraint(ORDER, Measure.PRE_COMPLAINT, "2015-03-16", "2015-06-14"));

            assertThat(play.may(LocalDate.parse("2015-03-20"), LENA, published("2015-03-20")))
                    .isFalse();
        }
    }

    @Nested
    class EnteringLate {

        private static final LocalDate BEGIN = LocalDate.parse("2015-01-05");
        private static final LocalDate END = LocalDate.parse("2016-12-31");
        private static final int HISTORIES = 500;

        private record Entry(LocalDate day, AssetCommand command) {}

        private static List<Entry> history(Random random) {
            var entries = new ArrayList<Entry>();
            for (var i = 0; i < 2 + random.nextInt(3); i++) {
                var id = new OrderId("order-" + i);
                var day = BEGIN.plusDays(1 + random.nextInt(60));
                if (random.nextBoolean()) {
                    var measures = List.of(Measure.TRO, Measure.PRE_COMPLAINT, Measure.EX_PARTE_FOREIGN_CHARGE);
                    var ends = day.plusDays(10 + random.nextInt(100));
                    entries.add(new Entry(
                            day, restraint(id, measures.get(random.nextInt(3)), day.toString(), ends.toString())));
                    for (var last = id; random.nextInt(3) > 0; ) {
                        var by = new OrderId(last + "x");
                        var on = day.plusDays(random.nextInt(60));
                        ends = ends.plusDays(1 + random.nextInt(60));
                        entries.add(new Entry(on, longer(last, by, on.toString(), ends.toString())));
                        last = by;
                    }
                    var on = day.plusDays(random.nextInt(150));
                    if (random.nextBoolean()) {
                        entries.add(new Entry(on, lifted(id, on.toString())));
                    }
                } else {
                    entries.add(new Entry(
                            day, made(id, OrderKind.SEIZURE, Optional.of(Measure.NONJUDICIAL), day.toString())));
                    for (var holder : List.of(OWNED, HELD)) {
                        var on = day.plusDays(random.nextInt(90));
                        if (random.nextBoolean()) {
                            entries.add(new Entry(on, served(id, holder, on.toString())));
                        }
                    }
                    for (var n = random.nextInt(3); n > 0; n--) {
                        var on = day.plusDays(random.nextInt(60));
                        entries.add(new Entry(on, published(id, on.toString())));
                    }
                }
            }
            if (random.nextBoolean()) {
                var on = BEGIN.plusDays(30 + random.nextInt(120));
                entries.add(new Entry(on, complaint(on.toString())));
            }
            return entries;
        }

        private static Play withHolders() {
            return new Play("US")
                    .does("2015-01-05", CARL, Assets.record(OWNED, Assets.owns(KESTREL, 1, 2)))
                    .does(
                            "2015-01-05",
                            CARL,
                            Assets.record(HELD, Assets.nominee(Assets.holder(Assets.HOLDINGS), 1, 2)));
        }

        /** In whatever order entries come, months after the facts, the clocks are those of entry day by day. */
        @Test
        void comes_to_the_same_clocks_as_entering_in_time() {
            var compared = 0;
            var states = new TreeSet<Clock.State>();
            for (var seed = 0; seed < HISTORIES; seed++) {
                var random = new Random(seed);
                var entries = history(random);
                Collections.shuffle(entries, random);
                var late = withHolders();
                var taken = entries.stream()
                        .filter(entry -> late.may(END, LENA, entry.command()))
                        .toList();
                var inTime = withHolders();
                var isTaken = taken.stream()
                        .sorted(Comparator.comparing(Entry::day).thenComparingInt(taken::indexOf))
                        .allMatch(entry -> {
                            inTime.passes(entry.day().toString());
                            return inTime.may(entry.day(), LENA, entry.command());
                        });
                if (isTaken) {
                    compared++;
                    inTime.passes(END.toString());
                    assertThat(standing(late)).as("seed %d: %s", seed, taken).isEqualTo(standing(inTime));
                    inTime.clocks().forEach(clock -> states.add(clock.state()));
                }
            }
            assertThat(compared).isGreaterThan(HISTORIES / 2);
            assertThat(states).contains(Clock.State.SATISFIED, Clock.State.EXPIRED_PRESUMED, Clock.State.SUPERSEDED);
        }

        private static Set<String> standing(Play play) {
            var standing = new TreeSet<String>();
            play.clocks().stream()
                    .filter(clock -> clock.state() != Clock.State.SUPERSEDED && clock.state() != Clock.State.CANCELLED)
                    .forEach(clock -> standing.add(clock.rule().id() + " " + clock.about() + " " + clock.trigger() + " "
                            + clock.state() + " " + clock.effective() + " " + clock.additions() + " "
                            + clock.satisfiedBy() + " " + clock.tooLate()));
            return standing;
        }
    }

    /** What an asset tells is not entered in a case as well. */
    @Nested
    class Telling {

        private static final YAMLMapper YAML = YAMLMapper.shared();

        private static Map<String, Optional<String>> words() throws IOException {
            var file = Path.of("../case-service/src/main/resources/reference/happenings.yaml");
            var words = new HashMap<String, Optional<String>>();
            YAML.readTree(Files.readString(file))
                    .path("recorded")
                    .forEach(word -> words.put(
                            word.path("token").asString(),
                            Optional.of(word.path("recordedAt").asString("")).filter(not(String::isEmpty))));
            return words;
        }

        private static Set<String> told() {
            var told = new TreeSet<String>();
            for (var seed = 0; seed < EnteringLate.HISTORIES; seed++) {
                var random = new Random(seed);
                var play = EnteringLate.withHolders();
                EnteringLate.history(random).forEach(entry -> play.may(EnteringLate.END, LENA, entry.command()));
                OrderHappenings.withClaims(play.asset()).forEach(it -> told.add(it.token()));
            }
            var abroad = new Play("US")
                    .does(
                            "2015-03-16",
                            made(ORDER, OrderKind.RESTRAINT, Optional.of(Measure.FOREIGN_FORFEITURE), "2015-03-16"))
                    .does("2015-04-01", proceedingsAbroad("2015-04-01"))
                    .does(
                            "2015-04-10",
                            Assets.hear(
                                    ORDER, LocalDate.parse("2015-04-08"), Optional.of(LocalDate.parse("2015-04-10"))))
                    .does("2015-05-04", made(LONGER, OrderKind.SEIZURE, Optional.of(Measure.NONJUDICIAL), "2015-05-04"))
                    .does(
                            "2015-06-01",
                            Assets.answering(
                                    Assets.claimShare("wife", 1, 2, LocalDate.parse("2015-06-01")),
                                    LONGER,
                                    Optional.empty()));
            var third = new OrderId("order-3");
            var ended = new Play("US")
                    .does("2015-03-16", made(ORDER, OrderKind.RESTRAINT, Optional.of(Measure.TRO), "2015-03-16"))
                    .does(
                            "2015-03-20",
                            made(LONGER, OrderKind.RESTRAINT, Optional.of(Measure.PRE_COMPLAINT), "2015-03-20"))
                    .does(
                            "2015-03-20",
                            Assets.change(
                                    ORDER,
                                    "replaced",
                                    OrderStatus.REPLACED,
                                    LocalDate.parse("2015-03-20"),
                                    new Said(
                                                    List.of(Line.Need.COURT_REFERENCE, Line.Need.REPLACED_BY),
                                                    Assets.JUNE_14,
                                                    Assets.MARCH_16,
                                                    LONGER)
                                            .particulars()))
                    .does("2015-05-04", made(third, OrderKind.SEIZURE, Optional.of(Measure.NONJUDICIAL), "2015-05-04"))
                    .does("2015-05-20", CARL, Assets.record(OWNED, Assets.owns(KESTREL, 1, 2)))
                    .does(
                            "2015-06-01",
                            Assets.change(
                                    third,
                                    "back",
                                    OrderStatus.DISCHARGED,
                                    LocalDate.parse("2015-06-01"),
                                    Said.of(Line.Need.COURT_REFERENCE, Line.Need.REASON)));
            OrderHappenings.withClaims(ended.asset()).forEach(it -> told.add(it.token()));
            OrderHappenings.withClaims(abroad.asset()).forEach(it -> told.add(it.token()));
            for (var measure : Measure.values()) {
                told.add(measure.trigger());
                measure.publication().ifPresent(told::add);
                told.addAll(measure.notice(true));
            }
            return told;
        }

        @Test
        void the_words_that_an_asset_tells_are_those_marked_as_told_there() throws IOException {
            var words = words();
            var told = told();

            assertThat(told.stream().filter(words::containsKey))
                    .containsExactlyInAnyOrderElementsOf(words.keySet().stream()
                            .filter(word -> words.get(word).isPresent())
                            .toList());
        }
    }

    /** A part of an asset is won while clocks of its orders run. */
    @Nested
    class Splitting {

        private static final LocalDate AWARDED = LocalDate.parse("2015-04-20");

        private static Play split() {
            return new Play("US")
                    .does("2015-03-16", restraint(ORDER, Measure.PRE_COMPLAINT, "2015-03-16", "2015-06-14"))
                    .does("2015-04-10", Assets.hear(ORDER, LocalDate.parse("2015-04-10"), Optional.empty()))
                    .does("2015-04-20", Assets.claimShare("wife", 1, 2, AWARDED))
                    .does(
                            "2015-04-20",
                            Assets.changeClaim(
                                    "wife", ClaimStatus.ADMITTED, AWARDED, Said.of(Line.Need.COURT_REFERENCE)))
                    .does(
                            "2015-04-20",
                            Assets.changeClaim(
                                    "wife",
                                    ClaimStatus.UPHELD_PART,
                                    AWARDED,
                                    Said.awarding(Optional.of(new Fraction(1, 3)), Optional.empty())));
        }

        private static Registered part(Registered whole, Split.Side side) {
            var at = AWARDED.atTime(19, 0).toInstant(ZoneOffset.UTC);
            var decision = DECIDER.answer(
                    new AssetCommand.RegisterPart(HOUSE, side, Optional.of(whole)),
                    DECIDER.initial(),
                    Occasion.of(CARL, at));
            return (Registered) DECIDER.foldFrom(DECIDER.initial(), ((Accepted<AssetEvent>) decision).events());
        }

        @Test
        void ends_the_clocks_of_the_whole() {
            assertThat(split().asset().clocks().open()).isEmpty();
        }

        @Test
        void lets_them_run_on_at_the_rest_which_alone_is_still_held() {
            assertThat(part(split().asset(), Split.Side.REST).clocks().clocks())
                    .extracting(
                            clock -> clock.rule().id(),
                            clock -> clock.effective().lastDay().toString(),
                            Clock::state)
                    .containsExactlyInAnyOrder(
                            tuple("CLK-RST-US-90", "2015-06-14", Clock.State.RUNNING),
                            tuple("CLK-UNCAC-55-8", "2015-04-25", Clock.State.RUNNING));
            assertThat(part(split().asset(), Split.Side.AWARDED).clocks().open())
                    .as("what is the claimant's waits for nothing")
                    .isEmpty();
        }
    }
}
