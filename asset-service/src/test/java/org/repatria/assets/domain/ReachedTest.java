package org.repatria.assets.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.assets.domain.Assets.AMIR;
import static org.repatria.assets.domain.Assets.FIRST;
import static org.repatria.assets.domain.Assets.HANA;
import static org.repatria.assets.domain.Assets.HOUSE;
import static org.repatria.assets.domain.Assets.JUNE_14;
import static org.repatria.assets.domain.Assets.LENA;
import static org.repatria.assets.domain.Assets.MARCH_16;
import static org.repatria.assets.domain.Assets.SECOND;
import static org.repatria.assets.domain.Assets.SUE;
import static org.repatria.assets.domain.Assets.YEARS_LATER;
import static org.repatria.assets.domain.Assets.by;
import static org.repatria.assets.domain.Reached.CONFISCATED;
import static org.repatria.assets.domain.Reached.RESTRAINED;
import static org.repatria.assets.domain.Reached.RETURNED;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.AssetCommand.RegisterPart;
import org.repatria.assets.domain.Line.Need;
import org.repatria.decider.Decision.Accepted;
import org.repatria.testkit.decisions.Laws.Attempt;

/** For which measures an asset counts. */
class ReachedTest {

    private static final AssetDecider DECIDER = new AssetDecider();

    private static final List<Attempt<AssetCommand>> SOLD = Assets.soldHouse(HOUSE, "100.00");

    private static final List<Attempt<AssetCommand>> RETURNING = Stream.concat(
                    Assets.money(
                            "agreed",
                            Finding.Kind.DISTRIBUTION_AGREED,
                            8,
                            Said.summing(Optional.empty(), Optional.of(Said.allReturned(new Money("100.00", "USD")))),
                            LENA,
                            HANA)
                            .stream(),
                    Assets.money("returned", Finding.Kind.RETURNED, 9, Said.price("100.00"), AMIR, SUE).stream())
            .toList();

    private static final Attempt<AssetCommand> RESTRAINING = by(LENA, YEARS_LATER, Assets.restrain(SECOND));

    private static final Attempt<AssetCommand> REVERSAL = by(
            LENA,
            YEARS_LATER,
            Assets.change(
                    FIRST,
                    "reversed",
                    OrderStatus.DISCHARGED,
                    MARCH_16.plusDays(10),
                    Said.of(Need.COURT_REFERENCE, Need.REASON)));

    @Test
    void an_asset_that_nothing_held_counts_nowhere() {
        assertThat(reached(SOLD.subList(0, 4))).isEmpty();
    }

    @Test
    void what_was_restrained_counts_so_whatever_became_of_it() {
        assertThat(reached(SOLD.subList(0, 4), List.of(RESTRAINING))).containsExactly(RESTRAINED);
        var lifted = by(LENA, YEARS_LATER, Assets.lift(SECOND, JUNE_14, "security given"));
        assertThat(reached(SOLD.subList(0, 4), List.of(RESTRAINING, lifted))).containsExactly(RESTRAINED);
        assertThat(reached(SOLD, List.of(RESTRAINING))).containsExactly(RESTRAINED, CONFISCATED);
    }

    @Test
    void it_counts_in_each_measure_that_it_reached_and_once_in_each() {
        assertThat(reached(SOLD)).containsExactly(CONFISCATED);
        assertThat(reached(SOLD, List.of(RESTRAINING), RETURNING)).containsExactly(RESTRAINED, CONFISCATED, RETURNED);
    }

    @Test
    void a_judgment_that_falls_takes_the_confiscation_back_and_not_what_was_paid() {
        assertThat(reached(SOLD, List.of(REVERSAL))).isEmpty();
        assertThat(reached(SOLD, RETURNING, List.of(REVERSAL))).containsExactly(RETURNED);
    }

    @Test
    void a_judgment_that_can_still_be_appealed_is_none() {
        assertThat(reached(SOLD.subList(0, 5))).isEmpty();
    }

    @Test
    void the_parts_count_for_what_was_split_and_the_claimants_part_is_not_confiscated() {
        var third = Said.awarding(Optional.of(new Fraction(1, 3)), Optional.empty());
        var whole = whole(Stream.of(
                        SOLD,
                        List.of(
                                RESTRAINING,
                                by(LENA, YEARS_LATER, Assets.claimShare("wife", 1, 2, MARCH_16)),
                                by(
                                        LENA,
                                        YEARS_LATER,
                                        Assets.changeClaim(
                                                "wife", ClaimStatus.ADMITTED, MARCH_16, Said.of(Need.COURT_REFERENCE))),
                                by(
                                        LENA,
                                        YEARS_LATER,
                                        Assets.changeClaim("wife", ClaimStatus.UPHELD_PART, MARCH_16, third))))
                .flatMap(List::stream)
                .toList());
        assertThat(Reached.of(whole)).isEmpty();
        assertThat(Reached.of(part(whole, Split.Side.AWARDED))).containsExactly(RESTRAINED);
        assertThat(Reached.of(part(whole, Split.Side.REST))).containsExactly(RESTRAINED, CONFISCATED);
    }

    @Test
    void what_was_taken_on_file_by_mistake_counts_nowhere() {
        var lifted = by(LENA, YEARS_LATER, Assets.lift(SECOND, JUNE_14, "another person's house"));
        var withdrawn = Assets.money("mistake", Finding.Kind.WITHDRAWN_ERROR, 100, Said.of(Need.REASON), LENA, SUE);
        assertThat(reached(SOLD.subList(0, 4), List.of(RESTRAINING, lifted), withdrawn))
                .isEmpty();
    }

    @SafeVarargs
    private static List<Reached> reached(List<Attempt<AssetCommand>>... attempts) {
        var all = new ArrayList<Attempt<AssetCommand>>();
        for (var some : attempts) {
            all.addAll(some);
        }
        return Reached.of(whole(all));
    }

    private static Registered whole(List<Attempt<AssetCommand>> attempts) {
        var asset = DECIDER.initial();
        for (var attempt : attempts) {
            asset = after(asset, attempt);
        }
        return (Registered) asset;
    }

    private static Registered part(Registered whole, Split.Side side) {
        return (Registered)
                after(DECIDER.initial(), by(LENA, YEARS_LATER, new RegisterPart(HOUSE, side, Optional.of(whole))));
    }

    private static Asset after(Asset asset, Attempt<AssetCommand> attempt) {
        var decision = DECIDER.answer(attempt.command(), asset, attempt.occasion());
        assertThat(decision).as("%s", attempt).isInstanceOf(Accepted.class);
        return DECIDER.foldFrom(asset, ((Accepted<AssetEvent>) decision).events());
    }
}
