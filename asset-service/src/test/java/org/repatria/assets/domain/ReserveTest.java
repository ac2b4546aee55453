package org.repatria.assets.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.assets.domain.Assets.LENA;
import static org.repatria.assets.domain.Assets.MARCH_16;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.Line.Need;
import org.repatria.decider.Decision.Accepted;
import org.repatria.decider.Occasion;

/** What is kept for claims, by examples. */
class ReserveTest {

    private static final AssetDecider DECIDER = new AssetDecider();
    private static final Instant LATER = Instant.parse("2017-03-16T12:00:00Z");

    @Test
    void claims_to_different_parts_are_added_and_never_come_to_more_than_the_whole() {
        var asset = with(Assets.claimShare("a", 1, 3, MARCH_16), Assets.claimAmount("b", "400.00", MARCH_16));
        assertThat(kept(asset)).containsExactly("733.34", "266.66");
        var more = with(
                Assets.claimShare("a", 1, 3, MARCH_16),
                Assets.claimShare("b", 1, 2, MARCH_16),
                Assets.claimAmount("c", "900.00", MARCH_16));
        assertThat(kept(more)).containsExactly("1000.00", "0.00");
        assertThat(Reserve.of(more).share()).hasToString("5/6");
        assertThat(Reserve.of(more).amounts()).containsExactly(new Money("900.00", "USD"));
    }

    @Test
    void of_claims_to_the_same_part_the_largest_counts_once() {
        var asset = with(
                Assets.claimShare("a", 1, 2, MARCH_16),
                Assets.competing(Assets.claimShare("b", 1, 3, MARCH_16), "a"),
                Assets.competing(Assets.claimAmount("c", "600.00", MARCH_16), "b"));
        assertThat(kept(asset)).containsExactly("600.00", "400.00");
        assertThat(Reserve.of(asset).share()).hasToString("1/2");
    }

    @Test
    void what_is_over_keeps_nothing_until_an_appeal_opens_it() {
        var asset = with(
                Assets.claimShare("a", 1, 2, MARCH_16),
                Assets.changeClaim("a", ClaimStatus.ADMITTED, MARCH_16, Said.of(Need.COURT_REFERENCE)),
                Assets.changeClaim("a", ClaimStatus.DISMISSED, MARCH_16, Said.of(Need.COURT_REFERENCE, Need.REASON)));
        assertThat(kept(asset)).containsExactly("0.00", "1000.00");
        var appealed = after(
                asset, Assets.changeClaim("a", ClaimStatus.UNDER_APPEAL, MARCH_16.plusDays(9), Said.of(Need.PAPER)));
        assertThat(kept(appealed)).containsExactly("500.00", "500.00");
    }

    @Test
    void an_amount_in_another_currency_is_told_beside_the_values_and_is_nothing_of_them() {
        var claim = Assets.claim("a", Optional.empty(), Optional.of(new Money("70", "JPY")), MARCH_16);
        var asset = with(claim);
        assertThat(kept(asset)).containsExactly("0.00", "1000.00");
        assertThat(Reserve.of(asset).amounts()).containsExactly(new Money("70", "JPY"));
    }

    private static List<String> kept(Registered asset) {
        var one = Reserve.of(asset).kept().getFirst();
        return List.of(one.reserved().amount(), one.free().amount());
    }

    private static Registered with(AssetCommand... commands) {
        var asset = after(DECIDER.initial(), Assets.registerHouse(), Assets.appraisal("1000.00", "USD"));
        return after(asset, commands);
    }

    private static Registered after(Asset before, AssetCommand... commands) {
        var asset = before;
        for (var command : commands) {
            var answer = DECIDER.answer(command, asset, Occasion.of(LENA, LATER));
            assertThat(answer).as("%s", command).isInstanceOf(Accepted.class);
            asset = DECIDER.foldFrom(asset, ((Accepted<AssetEvent>) answer).events());
        }
        return (Registered) asset;
    }
}
