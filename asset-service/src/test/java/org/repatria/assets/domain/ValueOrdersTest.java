package org.repatria.assets.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.assets.domain.Assets.FIRST;
import static org.repatria.assets.domain.Assets.LENA;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.AssetCommand.OrderCommand.ChangeOrder;
import org.repatria.assets.domain.AssetCommand.OrderCommand.RecordOrder;
import org.repatria.decider.Decision.Accepted;
import org.repatria.decider.Decision.Refused;
import org.repatria.decider.Obstacle;
import org.repatria.decider.Occasion;

/** On a value no more is brought in than the court confiscated; the rest is outstanding. */
class ValueOrdersTest {

    private static final AssetDecider DECIDER = new AssetDecider();
    private static final Instant YEARS_LATER = Instant.parse("2020-01-01T12:00:00Z");
    private static final LocalDate ISSUED = LocalDate.parse("2017-12-15");
    private static final LocalDate FINAL = LocalDate.parse("2018-01-15");
    private static final LocalDate SOLD = LocalDate.parse("2018-06-08");
    private static final LocalDate SENT = LocalDate.parse("2018-07-06");

    private static Money pounds(String amount) {
        return new Money(amount, "GBP");
    }

    private static Registered after(AssetCommand command, Asset state) {
        var decision = DECIDER.answer(command, state, Occasion.of(LENA, YEARS_LATER));
        assertThat(decision).as("%s", command).isInstanceOf(Accepted.class);
        return (Registered) DECIDER.foldFrom(state, ((Accepted<AssetEvent>) decision).events());
    }

    private static Obstacle obstacle(AssetCommand command, Asset state) {
        var decision = DECIDER.answer(command, state, Occasion.of(LENA, YEARS_LATER));
        assertThat(decision).as("%s", command).isInstanceOf(Refused.class);
        return ((Refused<AssetEvent>) decision).refusal().obstacles().getFirst();
    }

    private static Registered ordered(OrderKind kind) {
        var house = after(Assets.registerHouse(), DECIDER.initial());
        var made = after(
                new RecordOrder(
                        FIRST,
                        kind,
                        "law of the place",
                        Optional.empty(),
                        OrderStatus.ISSUED,
                        ISSUED,
                        Said.awarding(Optional.empty(), Optional.of(pounds("3400000.00")))),
                house);
        return after(Assets.change(FIRST, "final", OrderStatus.FINAL, FINAL, Said.of(Line.Need.PAPER)), made);
    }

    private static ChangeOrder broughtIn(LocalDate day, Money soFar) {
        return Assets.change(
                FIRST,
                "sum-" + day,
                OrderStatus.PARTLY_SATISFIED,
                day,
                Said.awarding(Optional.empty(), Optional.of(soFar)));
    }

    private static Optional<Money> outstanding(Registered asset) {
        return asset.order(FIRST).orElseThrow().outstanding();
    }

    @Nested
    class Outstanding {

        @Test
        void is_all_of_it_while_nothing_came_in() {
            assertThat(outstanding(ordered(OrderKind.VALUE_CONFISCATION))).contains(pounds("3400000.00"));
        }

        @Test
        void is_what_the_latest_day_leaves_in_whatever_order_it_became_known() {
            var late = after(broughtIn(SENT, pounds("2305850.00")), ordered(OrderKind.VALUE_CONFISCATION));
            assertThat(outstanding(late)).contains(pounds("1094150.00"));
            assertThat(outstanding(after(broughtIn(SOLD, pounds("1958750.00")), late)))
                    .contains(pounds("1094150.00"));
        }

        @Test
        void is_nothing_once_the_order_is_satisfied() {
            var satisfied = after(
                    Assets.change(FIRST, "satisfied", OrderStatus.SATISFIED, SENT, Said.of(Line.Need.PAPER)),
                    ordered(OrderKind.VALUE_CONFISCATION));
            assertThat(outstanding(satisfied)).contains(pounds("0.00"));
        }

        @Test
        void is_not_said_of_an_order_that_was_lifted() {
            var lifted = after(
                    Assets.change(
                            FIRST,
                            "lifted",
                            OrderStatus.DISCHARGED,
                            SENT,
                            Said.of(Line.Need.COURT_REFERENCE, Line.Need.REASON)),
                    ordered(OrderKind.VALUE_CONFISCATION));
            assertThat(outstanding(lifted)).isEmpty();
        }

        @Test
        void is_not_said_of_an_order_that_confiscates_no_value() {
            assertThat(outstanding(ordered(OrderKind.FOREIGN_ORDER))).isEmpty();
        }
    }

    @Nested
    class BringingIn {

        @Test
        void comes_to_the_whole_of_it_at_most() {
            var order = ordered(OrderKind.VALUE_CONFISCATION);
            assertThat(outstanding(after(broughtIn(SOLD, pounds("3400000.00")), order)))
                    .contains(pounds("0.00"));
            var refused = obstacle(broughtIn(SOLD, pounds("3400000.01")), order);
            assertThat(refused.code()).isEqualTo(AssetReason.MONEY_INVALID.name());
            assertThat(refused.about()).isEqualTo("particulars/amount/amount");
        }

        @Test
        void counts_in_the_currency_of_the_order_alone() {
            var refused =
                    obstacle(broughtIn(SOLD, new Money("390000.00", "EUR")), ordered(OrderKind.VALUE_CONFISCATION));
            assertThat(refused.code()).isEqualTo(AssetReason.MONEY_INVALID.name());
            assertThat(refused.about()).isEqualTo("particulars/amount/currency");
        }

        @Test
        void on_an_order_of_another_state_is_in_any_currency() {
            after(broughtIn(SOLD, new Money("9000000.00", "EUR")), ordered(OrderKind.FOREIGN_ORDER));
        }
    }
}
