package org.repatria.assets.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.repatria.assets.domain.AssetReason.STEP_WITHOUT_GROUND;
import static org.repatria.assets.domain.Assets.AFTER_JUNE_14;
import static org.repatria.assets.domain.Assets.FIRST;
import static org.repatria.assets.domain.Assets.LONGER;
import static org.repatria.assets.domain.Assets.MARCH_16;
import static org.repatria.assets.domain.Assets.NOON;
import static org.repatria.assets.domain.Assets.SECOND;
import static org.repatria.assets.domain.Assets.SEPTEMBER_12;
import static org.repatria.assets.domain.Assets.SISTER;
import static org.repatria.assets.domain.Assets.VINT;
import static org.repatria.assets.domain.Assets.appeared;
import static org.repatria.assets.domain.Assets.atNoon;
import static org.repatria.assets.domain.Assets.bears;
import static org.repatria.assets.domain.Assets.closed;
import static org.repatria.assets.domain.Assets.discharge;
import static org.repatria.assets.domain.Assets.extend;
import static org.repatria.assets.domain.Assets.link;
import static org.repatria.assets.domain.Assets.registerHouse;
import static org.repatria.assets.domain.Assets.restrain;
import static org.repatria.assets.domain.Assets.sound;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.repatria.assets.domain.AssetCommand.NoteCaseGround;
import org.repatria.assets.domain.AssetEvent.FindingRecorded;
import org.repatria.assets.domain.AssetEvent.OrderChanged;
import org.repatria.assets.domain.AssetEvent.OrderRecorded;
import org.repatria.assets.domain.AssetEvent.StepProposed;
import org.repatria.assets.domain.CaseGround.GateDays;
import org.repatria.decider.Decision;
import org.repatria.decider.Decision.Accepted;
import org.repatria.decider.Decision.Refused;
import org.repatria.decider.Obstacle;
import org.repatria.testkit.decisions.Laws.Attempt;

/** A court's order is recorded where a case bears it. Where none does, it is refused with all that is lacking. */
final class CaseGroundTest {

    private static final AssetDecider DECIDER = new AssetDecider();
    private static final LocalDate AGREED_ON = LocalDate.parse("2014-12-05");

    private static NoteCaseGround says(CaseId caseId, CaseGround ground) {
        return new NoteCaseGround(caseId, Map.of("XH", ground));
    }

    private static CaseGround lacking(String... checks) {
        return new CaseGround(
                1,
                Optional.of(AGREED_ON),
                List.of(new GateDays("RESTRAINT", Optional.empty(), Optional.empty(), List.of(checks))),
                Optional.empty());
    }

    private static CaseGround met(Optional<LocalDate> agreedOn, LocalDate from, LocalDate through) {
        return new CaseGround(
                1,
                agreedOn,
                List.of(new GateDays("RESTRAINT", Optional.of(from), Optional.of(through), List.of())),
                Optional.empty());
    }

    /** A house that names a case which says this of its ground. */
    private static Asset house(AssetCommand... news) {
        var state = DECIDER.initial();
        for (var command : Stream.concat(Stream.of(registerHouse(), link(VINT)), Stream.of(news))
                .toList()) {
            state = after(state, atNoon(command));
        }
        return state;
    }

    private static Asset after(Asset state, Attempt<AssetCommand> attempt) {
        return DECIDER.foldFrom(state, events(decided(state, attempt)));
    }

    private static Decision<AssetEvent> decided(Asset state, Attempt<AssetCommand> attempt) {
        return DECIDER.answer(attempt.command(), state, attempt.occasion());
    }

    private static List<AssetEvent> events(Decision<AssetEvent> decision) {
        assertThat(decision).isInstanceOf(Accepted.class);
        return ((Accepted<AssetEvent>) decision).events();
    }

    private static List<Obstacle> against(Asset state) {
        var decision = decided(state, atNoon(restrain(FIRST)));
        assertThat(decision).isInstanceOf(Refused.class);
        var refusal = ((Refused<AssetEvent>) decision).refusal();
        assertThat(refusal.reason()).isEqualTo(STEP_WITHOUT_GROUND);
        assertThat(refusal.obstacles())
                .allSatisfy(obstacle -> assertThat(obstacle.source()).isPresent());
        return refusal.obstacles();
    }

    private static void isRefusedFor(Asset state, String code, String about) {
        assertThat(against(state)).extracting(Obstacle::code, Obstacle::about).containsExactly(tuple(code, about));
    }

    private static void isRecorded(Asset state) {
        assertThat(events(decided(state, atNoon(restrain(FIRST))))).hasSize(1);
    }

    @Nested
    class Refusing {

        @Test
        void an_asset_that_names_no_case() {
            var alone = after(DECIDER.initial(), atNoon(registerHouse()));
            isRefusedFor(alone, "CASE_MISSING", "cases");
        }

        @Test
        void a_case_of_which_nothing_is_known_yet() {
            isRefusedFor(house(), "CASE_UNKNOWN", VINT.value());
            isRefusedFor(house(appeared(VINT)), "GROUND_UNKNOWN", VINT.value());
        }

        @Test
        void a_case_that_is_closed() {
            isRefusedFor(house(bears(VINT), closed(VINT)), "CASE_CLOSED", VINT.value());
        }

        @Test
        void a_case_in_which_both_sides_have_not_agreed_on_recovery() {
            var none = new CaseGround(1, Optional.empty(), List.of(), Optional.empty());
            isRefusedFor(house(appeared(VINT), says(VINT, none)), "STRATEGY_NOT_AGREED", VINT.value());
        }

        @Test
        void an_order_older_than_the_agreement() {
            var late = met(Optional.of(MARCH_16.plusDays(1)), AGREED_ON, SEPTEMBER_12);
            assertThat(against(house(appeared(VINT), says(VINT, late))))
                    .singleElement()
                    .satisfies(obstacle -> assertThat(obstacle.detail()).contains("2015-03-17", "2015-03-16"));
        }

        @Test
        void every_check_that_is_lacking_by_its_code() {
            assertThat(against(house(appeared(VINT), says(VINT, lacking("SG-17", "SG-18")))))
                    .extracting(Obstacle::about)
                    .containsExactly("SG-17", "SG-18");
        }

        @Test
        void checks_that_had_ended_by_the_day_of_the_order_or_were_made_after_it() {
            var ended = met(Optional.of(AGREED_ON), AGREED_ON, MARCH_16.minusDays(1));
            var later = met(Optional.of(AGREED_ON), MARCH_16.plusDays(1), SEPTEMBER_12);
            isRefusedFor(house(appeared(VINT), says(VINT, ended)), "CHECK_MISSING", VINT.value());
            isRefusedFor(house(appeared(VINT), says(VINT, later)), "CHECK_MISSING", VINT.value());
        }

        @Test
        void what_a_case_says_of_the_assets_of_another_state() {
            var ofOthers = new NoteCaseGround(VINT, Map.of("XR", sound(1)));
            isRefusedFor(house(appeared(VINT), ofOthers), "GROUND_UNKNOWN", VINT.value());
        }

        @Test
        void names_what_each_of_its_cases_lacks() {
            var two = house(appeared(VINT), says(VINT, lacking("SG-18")), link(SISTER));
            assertThat(against(two)).extracting(Obstacle::about).containsExactly("SG-18", SISTER.value());
        }
    }

    @Nested
    class AskingForTheGateOfEachStep {

        private final Asset.Registered house = ((Asset.Registered) house(
                        appeared(VINT),
                        says(VINT, new CaseGround(1, Optional.of(AGREED_ON), List.of(), Optional.empty()))))
                .withOrder(order(FIRST, OrderKind.SEIZURE, OrderStatus.APPLIED, Optional.empty()));

        private Optional<String> lacked(AssetEvent event) {
            return CaseGround.lackedBy(List.of(event), house)
                    .map(refusal ->
                            refusal.obstacles().stream().map(Obstacle::detail).collect(Collectors.joining()));
        }

        private static CourtOrder order(OrderId id, OrderKind kind, OrderStatus to, Optional<OrderId> enforces) {
            return CourtOrder.beginning(id, kind, "a law", enforces, step(to));
        }

        private static OrderChange step(OrderStatus to) {
            return new OrderChange(new StepId("step-of-the-court"), to, MARCH_16, Particulars.none(), NOON);
        }

        private static Finding found(Finding.Kind kind) {
            return new Finding(new StepId("step-found"), kind, MARCH_16, Particulars.none(), NOON);
        }

        @ParameterizedTest
        @CsvSource({
            "RESTRAINT, for a restraint",
            "SEIZURE, for a restraint",
            "INTERLOCUTORY_SALE, for a disposal",
            "RETURN, for a return"
        })
        void an_order_that_was_made_asks_for_that_of_its_kind(OrderKind kind, String gate) {
            assertThat(lacked(new OrderRecorded(order(SECOND, kind, OrderStatus.ISSUED, Optional.empty()))))
                    .hasValueSatisfying(detail -> assertThat(detail).contains(gate));
        }

        @Test
        void an_order_that_carries_out_one_of_another_state_asks_for_that() {
            assertThat(lacked(new OrderRecorded(
                            order(SECOND, OrderKind.CONFISCATION, OrderStatus.ISSUED, Optional.of(LONGER)))))
                    .hasValueSatisfying(detail -> assertThat(detail).contains("for carrying out a foreign order"));
        }

        @Test
        void an_order_that_was_asked_for_asks_once_it_is_made() {
            assertThat(lacked(
                            new OrderRecorded(order(SECOND, OrderKind.SEIZURE, OrderStatus.APPLIED, Optional.empty()))))
                    .isEmpty();
            assertThat(lacked(new OrderChanged(FIRST, step(OrderStatus.REFUSED))))
                    .isEmpty();
            assertThat(lacked(new OrderChanged(FIRST, step(OrderStatus.ISSUED))))
                    .isPresent();
        }

        @Test
        void a_disposal_asks_when_it_is_proposed_already() {
            var disposal = found(Finding.Kind.DISPOSAL);
            var proposal = new Proposal(new Proposal.Step.OfAsset(disposal), Set.of("SU"), "amir.assets", NOON);
            assertThat(lacked(new FindingRecorded(disposal)))
                    .hasValueSatisfying(detail -> assertThat(detail).contains("for a disposal"));
            assertThat(lacked(new StepProposed(proposal))).isPresent();
            assertThat(lacked(new FindingRecorded(found(Finding.Kind.TRACED)))).isEmpty();
        }

        @ParameterizedTest
        @EnumSource(names = {"CONFISCATION", "VALUE_CONFISCATION", "FOREIGN_ORDER"})
        void a_confiscation_by_a_court_of_this_state_and_an_order_of_another_ask_for_nothing(OrderKind kind) {
            assertThat(lacked(new OrderRecorded(order(SECOND, kind, OrderStatus.ISSUED, Optional.empty()))))
                    .isEmpty();
        }
    }

    @Nested
    class Recording {

        @Test
        void an_order_on_the_first_and_on_the_last_day_of_what_it_rests_on() {
            isRecorded(house(appeared(VINT), says(VINT, met(Optional.of(MARCH_16), MARCH_16, SEPTEMBER_12))));
            isRecorded(house(appeared(VINT), says(VINT, met(Optional.of(AGREED_ON), AGREED_ON, MARCH_16))));
        }

        @Test
        void an_order_that_one_of_several_cases_bears() {
            isRecorded(
                    house(link(SISTER), appeared(VINT), says(VINT, lacking("SG-18")), appeared(SISTER), bears(SISTER)));
        }

        @Test
        void an_order_that_was_refused_while_the_news_was_late() {
            var waiting = house(appeared(VINT));
            isRefusedFor(waiting, "GROUND_UNKNOWN", VINT.value());
            isRecorded(after(waiting, atNoon(bears(VINT))));
        }
    }

    @Nested
    class Lasting {

        private final Asset restrained = after(house(appeared(VINT), bears(VINT)), atNoon(restrain(FIRST)));
        private final Asset fallen =
                after(restrained, atNoon(says(VINT, new CaseGround(2, Optional.empty(), List.of(), Optional.empty()))));

        @Test
        void an_order_stands_when_what_it_rested_on_has_fallen() {
            assertThat(((Asset.Registered) fallen).status()).isEqualTo(AssetStatus.RESTRAINED);
        }

        @Test
        void the_same_order_said_again_is_nothing_new() {
            assertThat(events(decided(fallen, atNoon(restrain(FIRST))))).isEmpty();
        }

        @Test
        void an_extension_and_an_end_of_it_need_no_new_ground() {
            assertThat(events(decided(fallen, extend(FIRST, LONGER, AFTER_JUNE_14))))
                    .isNotEmpty();
            assertThat(events(decided(fallen, discharge(FIRST, NOON)))).isNotEmpty();
        }
    }

    @Nested
    class Hearing {

        @Test
        void the_newest_word_counts_in_every_order_each_heard_twice() {
            var words = List.of(lacking("SG-18"), sound(2), lacking2(3), sound(4));
            for (var order : orders(words)) {
                var state = house(appeared(VINT));
                for (var word : order) {
                    state = after(after(state, atNoon(says(VINT, word))), atNoon(says(VINT, word)));
                }
                assertThat(((Asset.Registered) state).link(VINT).orElseThrow().ground())
                        .as("%s", order)
                        .contains(sound(4));
            }
        }

        private static CaseGround lacking2(int number) {
            var as = lacking("SG-18");
            return new CaseGround(number, as.agreedOn(), as.gates(), as.returnRule());
        }
    }

    private static <T> List<List<T>> orders(List<T> of) {
        if (of.isEmpty()) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<T>>();
        for (var i = 0; i < of.size(); i++) {
            var rest = new ArrayList<>(of);
            var first = rest.remove(i);
            for (var tail : orders(rest)) {
                var order = new ArrayList<T>(List.of(first));
                order.addAll(tail);
                all.add(order);
            }
        }
        return all;
    }
}
