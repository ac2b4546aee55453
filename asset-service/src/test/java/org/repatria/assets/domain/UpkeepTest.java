package org.repatria.assets.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.assets.domain.Assets.AMIR;
import static org.repatria.assets.domain.Assets.JUNE_14;
import static org.repatria.assets.domain.Assets.MARCH_16;
import static org.repatria.assets.domain.Assets.NOON;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.AssetCommand.UpkeepCommand.RecordUpkeepPaid;
import org.repatria.decider.Decision;
import org.repatria.decider.Decision.Accepted;
import org.repatria.decider.Decision.Refused;
import org.repatria.decider.GeneralReason;
import org.repatria.decider.Occasion;
import org.repatria.decider.Reason;

/** What is due for an asset, and what it costs of its value. */
class UpkeepTest {

    private static final AssetDecider DECIDER = new AssetDecider();

    @Test
    void is_due_until_it_is_paid() {
        var due = accepted(Assets.due("premium", "2400.00", "USD", JUNE_14), house());
        assertThat(due.upkeep())
                .singleElement()
                .satisfies(it -> assertThat(it.paidOn()).isEmpty());
        var paid = accepted(pay("premium", MARCH_16), due);
        assertThat(paid.upkeep().getFirst().paidOn()).contains(MARCH_16);
    }

    @Test
    void said_or_paid_twice_is_nothing_new_and_another_day_is_refused() {
        var due = accepted(Assets.due("premium", "2400.00", "USD", JUNE_14), house());
        assertThat(decide(Assets.due("again", "2400.0", "USD", JUNE_14), due)).isEqualTo(Decision.nothingToDo());
        var paid = accepted(pay("premium", MARCH_16), due);
        assertThat(decide(pay("premium", MARCH_16), paid)).isEqualTo(Decision.nothingToDo());
        assertThat(reason(decide(pay("premium", MARCH_16.minusDays(1)), paid))).isEqualTo(AssetReason.UPKEEP_PAID);
    }

    @Test
    void nothing_is_paid_in_the_future_or_that_is_not_due() {
        var due = accepted(Assets.due("premium", "2400.00", "USD", JUNE_14), house());
        assertThat(reason(decide(pay("premium", MARCH_16.plusDays(1)), due))).isEqualTo(AssetReason.DATE_IN_FUTURE);
        assertThat(reason(decide(pay("other", MARCH_16), due))).isEqualTo(GeneralReason.NOT_FOUND);
        assertThat(reason(decide(Assets.due("premium", "2400.001", "USD", JUNE_14), house())))
                .isEqualTo(AssetReason.MONEY_INVALID);
    }

    @Test
    void the_costs_of_a_year_are_told_of_the_latest_appraisal_in_the_same_currency() {
        var valued = accepted(Assets.appraisal("10000.00", "USD"), house());
        valued = accepted(Assets.due("old", "9000.00", "USD", JUNE_14.minusDays(365)), valued);
        valued = accepted(Assets.due("tax", "1500.00", "USD", JUNE_14.minusDays(364)), valued);
        valued = accepted(Assets.due("abroad", "9000.00", "EUR", JUNE_14), valued);
        valued = accepted(Assets.due("premium", "1099.99", "USD", JUNE_14), valued);
        assertThat(cost("premium", valued)).contains(25);
        assertThat(cost("abroad", valued)).as("no appraisal in that currency").isEmpty();
        assertThat(cost("old", valued)).contains(90);
    }

    private static Optional<Integer> cost(String what, Registered asset) {
        return asset.upkeep().stream()
                .filter(it -> it.id().value().equals("upkeep-" + what))
                .findFirst()
                .orElseThrow()
                .yearsCostOf(asset.upkeep(), asset.valuations());
    }

    private static RecordUpkeepPaid pay(String what, LocalDate on) {
        return new RecordUpkeepPaid(new UpkeepId("upkeep-" + what), on);
    }

    private static Registered house() {
        return accepted(Assets.registerHouse(), DECIDER.initial());
    }

    private static Decision<AssetEvent> decide(AssetCommand command, Asset state) {
        return DECIDER.answer(command, state, Occasion.of(AMIR, NOON));
    }

    private static Registered accepted(AssetCommand command, Asset state) {
        var decision = decide(command, state);
        assertThat(decision).as("%s", command).isInstanceOf(Accepted.class);
        return (Registered) DECIDER.foldFrom(state, ((Accepted<AssetEvent>) decision).events());
    }

    private static Reason reason(Decision<AssetEvent> decision) {
        return ((Refused<AssetEvent>) decision).refusal().reason();
    }
}
