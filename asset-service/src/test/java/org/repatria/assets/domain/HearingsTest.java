package org.repatria.assets.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.assets.domain.Assets.FIRST;
import static org.repatria.assets.domain.Assets.LENA;
import static org.repatria.assets.domain.Assets.LONGER;
import static org.repatria.assets.domain.Assets.SECOND;
import static org.repatria.assets.domain.Assets.SUE;
import static org.repatria.assets.domain.Assets.VINT;
import static org.repatria.assets.domain.Assets.hear;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.AssetCommand.RestraintCommand.DischargeRestraint;
import org.repatria.assets.law.ClocksOfAssets;
import org.repatria.clocks.Clock;
import org.repatria.clocks.Clock.State;
import org.repatria.decider.Actor;
import org.repatria.decider.Decision;
import org.repatria.decider.Decision.Accepted;
import org.repatria.decider.Decision.Refused;
import org.repatria.decider.Obstacle;
import org.repatria.decider.Occasion;

/** No measure is lifted without a court before the requesting state answered, or its days have passed. */
class HearingsTest {

    private static final AssetDecider DECIDER = new AssetDecider(ClocksOfAssets.shipped()::at);
    private static final AssetDecider WITHOUT_LAW = new AssetDecider();
    private static final Instant YEARS_LATER = Instant.parse("2019-01-01T12:00:00Z");
    private static final LocalDate ASKED = day("2015-03-20");
    private static final LocalDate LAST_DAY = day("2015-04-04");

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static Registered after(AssetCommand command, Asset state, Actor by, AssetDecider decider) {
        var decision = decider.answer(command, state, Occasion.of(by, YEARS_LATER));
        assertThat(decision).as("%s", command).isInstanceOf(Accepted.class);
        return (Registered) decider.foldFrom(state, ((Accepted<AssetEvent>) decision).events());
    }

    private static Registered after(AssetCommand command, Asset state) {
        return after(command, state, LENA, DECIDER);
    }

    private static Registered restrained(AssetDecider decider) {
        Asset house = decider.initial();
        house = after(Assets.registerHouse(), house, LENA, decider);
        for (var command : Assets.bearingAll(VINT)) {
            house = after(command, house, LENA, decider);
        }
        return after(Assets.restrain(FIRST), house, LENA, decider);
    }

    private static Registered asked() {
        return after(hear(FIRST, ASKED, Optional.empty()), restrained(DECIDER));
    }

    private static DischargeRestraint lift(OrderId order, LocalDate on) {
        return new DischargeRestraint(
                order, new StepId("step-lifted"), on, "another person's house", Optional.empty(), Optional.empty());
    }

    private static AssetCommand.OrderCommand.ChangeOrder lapse(LocalDate on) {
        return Assets.change(FIRST, "lapsed", OrderStatus.EXPIRED, on, Particulars.none());
    }

    private static Obstacle obstacle(AssetCommand command, Asset state, Actor by) {
        var decision = DECIDER.answer(command, state, Occasion.of(by, YEARS_LATER));
        assertThat(decision).isInstanceOf(Refused.class);
        return ((Refused<AssetEvent>) decision).refusal().obstacles().getFirst();
    }

    private static Obstacle obstacle(AssetCommand command, Asset state) {
        return obstacle(command, state, LENA);
    }

    private static Clock clock(Registered asset) {
        assertThat(asset.clocks().clocks()).hasSize(1);
        return asset.clocks().clocks().getFirst();
    }

    @Nested
    class Asking {

        @Test
        void starts_the_fifteen_days_of_the_rule_and_tells_no_clock_of_the_order() {
            var asset = asked();
            assertThat(clock(asset).rule().id()).isEqualTo("CLK-UNCAC-55-8");
            assertThat(clock(asset).effective().lastDay()).isEqualTo(LAST_DAY);
            assertThat(AssetClocks.without(asset.order(FIRST).orElseThrow(), asset))
                    .contains(AssetClocks.Without.MEASURE_NOT_SAID);
        }

        @Test
        void the_same_again_is_nothing_and_the_answer_takes_its_place() {
            assertThat(DECIDER.answer(hear(FIRST, ASKED, Optional.empty()), asked(), Occasion.of(LENA, YEARS_LATER)))
                    .isEqualTo(Decision.nothingToDo());
            var answered = after(hear(FIRST, ASKED, Optional.of(day("2015-03-30"))), asked());
            assertThat(answered.hearings()).hasSize(1);
        }

        @Test
        void comes_to_the_same_where_it_becomes_known_late() {
            var late = after(hear(FIRST, ASKED, Optional.of(day("2015-03-30"))), restrained(DECIDER));
            assertThat(clock(late).state()).isEqualTo(State.SATISFIED);
            assertThat(clock(late).satisfiedBy().orElseThrow().when().day()).isEqualTo(day("2015-03-30"));
        }

        @Test
        void is_of_a_measure_that_a_court_made_and_of_days_that_can_be() {
            var complained = after(Assets.complaint(SECOND, day("2015-03-18")), restrained(DECIDER));
            assertThat(obstacle(hear(SECOND, ASKED, Optional.empty()), complained)
                            .code())
                    .isEqualTo("ORDER_STEP_UNFIT");
            assertThat(obstacle(hear(FIRST, day("2015-03-15"), Optional.empty()), complained)
                            .about())
                    .isEqualTo("askedOn");
            assertThat(obstacle(hear(FIRST, ASKED, Optional.of(day("2015-03-19"))), complained)
                            .about())
                    .isEqualTo("answeredOn");
            assertThat(obstacle(hear(FIRST, day("2019-01-02"), Optional.empty()), complained)
                            .code())
                    .isEqualTo("DATE_IN_FUTURE");
            assertThat(obstacle(hear(LONGER, ASKED, Optional.empty()), complained)
                            .code())
                    .isEqualTo("NOT_FOUND");
        }

        @Test
        void has_a_limit() {
            var asset = restrained(DECIDER);
            for (var times = 0; times < Limits.HEARINGS_MAX; times++) {
                asset = after(hear(FIRST, ASKED.plusDays(times), Optional.empty()), asset);
            }
            assertThat(obstacle(hear(FIRST, day("2016-01-01"), Optional.empty()), asset)
                            .code())
                    .isEqualTo("ASSET_LIMIT_REACHED");
            assertThat(after(hear(FIRST, ASKED, Optional.of(LAST_DAY)), asset).hearings())
                    .hasSize(Limits.HEARINGS_MAX);
        }
    }

    @Nested
    class Lifting {

        @Test
        void is_refused_where_the_state_was_not_asked() {
            assertThat(obstacle(lift(FIRST, LAST_DAY), restrained(DECIDER)))
                    .returns("REQUESTING_STATE_UNHEARD", Obstacle::code)
                    .returns("requestingStateHeardOn", Obstacle::about)
                    .returns(Optional.of("UNCAC art. 55(8)"), Obstacle::source);
        }

        @Test
        void is_refused_to_the_last_of_its_days_with_the_day_and_the_rule() {
            assertThat(obstacle(lift(FIRST, LAST_DAY), asked()))
                    .returns(
                            "The requesting state was asked on 2015-03-20 and has not answered by 2015-04-04; "
                                    + "it may until the end of 2015-04-04.",
                            Obstacle::detail)
                    .returns(Optional.of("CLK-UNCAC-55-8, UNCAC art. 55(8)"), Obstacle::source);
        }

        @Test
        void goes_once_the_days_have_passed() {
            var proposed = after(lift(FIRST, LAST_DAY.plusDays(1)), asked());
            var lifted = after(Assets.confirm("lifted"), proposed, SUE, DECIDER);
            assertThat(lifted.order(FIRST)
                            .orElseThrow()
                            .discharge()
                            .orElseThrow()
                            .requestingStateHeardOn())
                    .contains(LAST_DAY.plusDays(1));
            assertThat(lifted.status()).isEqualTo(AssetStatus.RELEASED);
            assertThat(clock(lifted).state()).isEqualTo(State.EXPIRED_PRESUMED);
        }

        @Test
        void goes_from_the_day_of_the_answer_on() {
            var answered = after(hear(FIRST, ASKED, Optional.of(day("2015-03-30"))), asked());
            assertThat(obstacle(lift(FIRST, day("2015-03-29")), answered).code())
                    .isEqualTo("REQUESTING_STATE_UNHEARD");
            var proposed = after(lift(FIRST, day("2015-03-30")), answered);
            assertThat(after(Assets.confirm("lifted"), proposed, SUE, DECIDER)
                            .order(FIRST)
                            .orElseThrow()
                            .discharge()
                            .orElseThrow()
                            .requestingStateHeardOn())
                    .contains(day("2015-03-30"));
        }

        @Test
        void in_part_and_the_confirming_of_a_lapse_wait_as_well() {
            var garage = Assets.change(FIRST, "garage", OrderStatus.DISCHARGED, LAST_DAY, Said.of(Line.Need.REASON));
            assertThat(obstacle(garage, asked()).code()).isEqualTo("REQUESTING_STATE_UNHEARD");
            assertThat(obstacle(lapse(day("2015-06-15")), restrained(DECIDER)).code())
                    .isEqualTo("REQUESTING_STATE_UNHEARD");
            assertThat(after(lapse(day("2015-06-15")), asked()).status()).isEqualTo(AssetStatus.LAPSED);
        }

        @Test
        void by_a_court_waits_for_nobody_and_ends_the_days() {
            var lifted = after(Assets.lift(FIRST, day("2015-03-25"), "security given"), asked());
            assertThat(lifted.status()).isEqualTo(AssetStatus.RELEASED);
            assertThat(clock(lifted).state()).isEqualTo(State.SATISFIED);
        }

        @Test
        void a_day_that_was_only_said_is_not_believed() {
            var said = new DischargeRestraint(
                    FIRST,
                    new StepId("step-lifted"),
                    LAST_DAY,
                    "another person's house",
                    Optional.empty(),
                    Optional.of(ASKED));
            assertThat(obstacle(said, asked()).code()).isEqualTo("REQUESTING_STATE_UNHEARD");
        }

        @Test
        void is_looked_at_again_when_the_second_person_agrees() {
            var answered = after(hear(FIRST, ASKED, Optional.of(day("2015-03-30"))), asked());
            var proposed = after(lift(FIRST, day("2015-03-30")), answered);
            var mistaken = after(hear(FIRST, ASKED, Optional.empty()), proposed);
            assertThat(obstacle(Assets.confirm("lifted"), mistaken, SUE).code()).isEqualTo("REQUESTING_STATE_UNHEARD");
        }

        @Test
        void of_an_extension_rests_on_what_was_asked_of_the_order_that_it_extends_and_of_no_other() {
            var extended =
                    after(Assets.extend(FIRST, LONGER, YEARS_LATER).command(), after(Assets.restrain(SECOND), asked()));
            assertThat(after(lift(LONGER, day("2015-06-12")), extended).waiting())
                    .hasSize(1);
            assertThat(obstacle(lift(SECOND, day("2015-06-12")), extended).code())
                    .isEqualTo("REQUESTING_STATE_UNHEARD");
        }

        @Test
        void where_no_rule_gives_days_waits_for_the_answer() {
            var asset = after(hear(FIRST, ASKED, Optional.empty()), restrained(WITHOUT_LAW), LENA, WITHOUT_LAW);
            assertThat(asset.clocks().clocks()).isEmpty();
            assertThat(WITHOUT_LAW.answer(lift(FIRST, day("2016-03-20")), asset, Occasion.of(LENA, YEARS_LATER)))
                    .isInstanceOf(Refused.class);
            var answered = after(hear(FIRST, ASKED, Optional.of(day("2016-03-20"))), asset, LENA, WITHOUT_LAW);
            assertThat(after(lift(FIRST, day("2016-03-20")), answered, LENA, WITHOUT_LAW)
                            .waiting())
                    .hasSize(1);
        }
    }
}
