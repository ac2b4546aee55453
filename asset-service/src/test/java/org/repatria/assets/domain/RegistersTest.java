package org.repatria.assets.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.assets.domain.Assets.ANA;
import static org.repatria.assets.domain.Assets.CLAIMED;
import static org.repatria.assets.domain.Assets.FIRST;
import static org.repatria.assets.domain.Assets.LENA;
import static org.repatria.assets.domain.Assets.MARCH_16;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.AssetCommand.OrderCommand.RecordRegisterEntry;
import org.repatria.assets.domain.Line.Need;
import org.repatria.decider.Decision;
import org.repatria.decider.Decision.Accepted;
import org.repatria.decider.Decision.Refused;
import org.repatria.decider.GeneralReason;
import org.repatria.decider.Occasion;
import org.repatria.decider.Reason;

/** How orders come into public registers, and the days until they do. */
class RegistersTest {

    private static final AssetDecider DECIDER = new AssetDecider();

    /** Four days after the order, in the zone of the court. */
    private static final Instant MARCH_20 = Instant.parse("2015-03-20T15:00:00Z");

    @Test
    void an_entry_is_applied_for_and_made_later_in_its_place() {
        var asked = accepted(Assets.enter(FIRST, day(17), Optional.empty()), restrained());
        assertThat(delays(asked))
                .isEqualTo(new Delays(Optional.of(4), Optional.of(1), Optional.empty(), Optional.empty()));

        var made = accepted(Assets.enter(FIRST, day(17), Optional.of(day(20))), asked);
        assertThat(made.registerEntries()).hasSize(1);
        assertThat(delays(made).entered()).contains(4);
    }

    @Test
    void an_order_is_in_once_every_register_that_was_asked_has_it() {
        var one = accepted(Assets.enter(FIRST, day(16), Optional.of(day(16))), restrained());
        var two = accepted(new RecordRegisterEntry(FIRST, "Ship register", day(19), Optional.empty()), one);
        assertThat(delays(one).entered()).contains(0);
        assertThat(delays(two).entered()).isEmpty();
        assertThat(delays(two).applied()).contains(0);
        var both = accepted(new RecordRegisterEntry(FIRST, "Ship register", day(19), Optional.of(day(20))), two);
        assertThat(delays(both).entered()).contains(4);
    }

    @Test
    void the_days_until_it_is_served_count_from_the_decision() {
        var served = accepted(
                Assets.change(FIRST, "served", OrderStatus.SERVED, day(18), Said.of(Need.SERVED_ON, Need.SERVED_HOW)),
                restrained());
        assertThat(delays(served).served()).contains(2);
    }

    @Test
    void the_same_said_again_is_nothing_new() {
        var asked = Assets.enter(FIRST, day(17), Optional.empty());
        assertThat(decide(asked, accepted(asked, restrained()))).isEqualTo(Decision.nothingToDo());
    }

    @Test
    void days_that_cannot_be_are_refused_at_their_field() {
        assertThat(obstacle(Assets.enter(FIRST, day(15), Optional.empty()))).isEqualTo("DATE_ORDER_WRONG appliedOn");
        assertThat(obstacle(Assets.enter(FIRST, day(18), Optional.of(day(17)))))
                .isEqualTo("DATE_ORDER_WRONG enteredOn");
        assertThat(obstacle(Assets.enter(FIRST, day(21), Optional.empty()))).isEqualTo("DATE_IN_FUTURE appliedOn");
        assertThat(obstacle(Assets.enter(FIRST, day(18), Optional.of(day(21))))).isEqualTo("DATE_IN_FUTURE enteredOn");
        assertThat(obstacle(new RecordRegisterEntry(FIRST, " ", day(18), Optional.empty())))
                .isEqualTo("TEXT_MISSING register");
    }

    @Test
    void only_an_order_that_a_court_made_and_that_is_there_is_entered() {
        var applied = accepted(Assets.complaint(CLAIMED, MARCH_16), restrained());
        assertThat(reason(decide(Assets.enter(CLAIMED, day(17), Optional.empty()), applied)))
                .isEqualTo(AssetReason.ORDER_STEP_UNFIT);
        assertThat(reason(decide(Assets.enter(Assets.SECOND, day(17), Optional.empty()), applied)))
                .isEqualTo(GeneralReason.NOT_FOUND);
    }

    private static Registered restrained() {
        var asset = DECIDER.initial();
        for (var command : List.of(
                Assets.registerHouse(),
                Assets.record(Assets.HELD, Assets.owns(Assets.holder(Assets.HOLDINGS), 1, 1)))) {
            asset = accepted(command, asset);
        }
        for (var command : Assets.bearing(Assets.VINT)) {
            asset = accepted(command, asset);
        }
        return accepted(Assets.restrain(FIRST), asset);
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2015, 3, day);
    }

    private static Delays delays(Registered asset) {
        return Delays.of(asset.order(FIRST).orElseThrow(), asset.registerEntries());
    }

    private static String obstacle(AssetCommand command) {
        var refusal = ((Refused<AssetEvent>) decide(command, restrained())).refusal();
        return refusal.obstacles().getFirst().code() + " "
                + refusal.obstacles().getFirst().about();
    }

    private static Decision<AssetEvent> decide(AssetCommand command, Asset state) {
        var by = command instanceof AssetCommand.OrderCommand ? LENA : ANA;
        return DECIDER.answer(command, state, Occasion.of(by, MARCH_20));
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
