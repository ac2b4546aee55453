package org.repatria.assets.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.assets.domain.Assets.AFTER_JUNE_14;
import static org.repatria.assets.domain.Assets.FIRST;
import static org.repatria.assets.domain.Assets.HELD;
import static org.repatria.assets.domain.Assets.HOLDINGS;
import static org.repatria.assets.domain.Assets.KESTREL;
import static org.repatria.assets.domain.Assets.LONGER;
import static org.repatria.assets.domain.Assets.NOON;
import static org.repatria.assets.domain.Assets.OWNED;
import static org.repatria.assets.domain.Assets.SECOND;
import static org.repatria.assets.domain.Assets.VINT;
import static org.repatria.assets.domain.Assets.appeared;
import static org.repatria.assets.domain.Assets.appraisal;
import static org.repatria.assets.domain.Assets.atNoon;
import static org.repatria.assets.domain.Assets.closed;
import static org.repatria.assets.domain.Assets.correct;
import static org.repatria.assets.domain.Assets.discharge;
import static org.repatria.assets.domain.Assets.dischargeLonger;
import static org.repatria.assets.domain.Assets.end;
import static org.repatria.assets.domain.Assets.extend;
import static org.repatria.assets.domain.Assets.holder;
import static org.repatria.assets.domain.Assets.link;
import static org.repatria.assets.domain.Assets.markLapsed;
import static org.repatria.assets.domain.Assets.nominee;
import static org.repatria.assets.domain.Assets.owns;
import static org.repatria.assets.domain.Assets.record;
import static org.repatria.assets.domain.Assets.registerHouse;
import static org.repatria.assets.domain.Assets.restrain;
import static org.repatria.assets.domain.Assets.unlink;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.AssetEvent.CaseLinked;
import org.repatria.assets.domain.AssetEvent.CaseNamed;
import org.repatria.assets.domain.AssetEvent.RestraintDischarged;
import org.repatria.assets.domain.AssetEvent.RestraintExtended;
import org.repatria.assets.domain.AssetEvent.RestraintLapsed;
import org.repatria.assets.domain.AssetEvent.RestraintRecorded;
import org.repatria.decider.Decision;
import org.repatria.decider.Decision.Accepted;
import org.repatria.testkit.decisions.Laws.Attempt;

/** Every sequence of commands up to a depth: what must hold whatever people do. */
class AssetLawsTest {

    private static final int DEPTH = 5;

    /** As deep as from the registration on. */
    private static final int DEPTH_BORNE = 4;

    private static final List<Attempt<AssetCommand>> ALPHABET = List.of(
            atNoon(registerHouse()),
            atNoon(link(VINT)),
            atNoon(unlink(VINT)),
            atNoon(appeared(VINT)),
            atNoon(closed(VINT)),
            atNoon(Assets.bears(VINT)),
            atNoon(appraisal("1850000.00", "USD")),
            atNoon(Assets.moved("abroad", "XK", Assets.MARCH_16)),
            atNoon(Assets.relocated("abroad", "corrected", "XE", Optional.of(Assets.MARCH_16))),
            atNoon(restrain(FIRST)),
            atNoon(restrain(SECOND)),
            extend(FIRST, LONGER, AFTER_JUNE_14),
            discharge(FIRST, AFTER_JUNE_14),
            dischargeLonger(),
            discharge(SECOND, NOON),
            markLapsed(FIRST, NOON),
            markLapsed(FIRST, AFTER_JUNE_14),
            markLapsed(LONGER, AFTER_JUNE_14),
            atNoon(record(OWNED, owns(holder(HOLDINGS), 3, 4))),
            atNoon(correct(OWNED, HELD, nominee(KESTREL, 3, 4))),
            atNoon(end(HELD)));

    private static final AssetDecider DECIDER = new AssetDecider();

    private final Set<AssetStatus> reached = EnumSet.noneOf(AssetStatus.class);

    @Test
    void whatever_is_asked_the_laws_hold() {
        explore(DECIDER.initial(), new ArrayList<>(), DEPTH);
        exploreBorne();
        assertThat(reached)
                .as("what restraints alone lead to; OrderLawsTest has the others")
                .containsExactlyInAnyOrder(
                        AssetStatus.IDENTIFIED,
                        AssetStatus.RELEASED,
                        AssetStatus.LAPSED_PRESUMED,
                        AssetStatus.RESTRAINED);
    }

    /** The same with an asset of which a case bears the orders. */
    private void exploreBorne() {
        var history = new ArrayList<AssetEvent>();
        var state = DECIDER.initial();
        for (var attempt : Stream.concat(Stream.of(registerHouse()), Assets.bearing(VINT).stream())
                .map(Assets::atNoon)
                .toList()) {
            var events = ((Accepted<AssetEvent>) decide(attempt, state)).events();
            history.addAll(events);
            state = DECIDER.foldFrom(state, events);
        }
        explore(state, history, DEPTH_BORNE);
    }

    private void explore(Asset state, List<AssetEvent> history, int depth) {
        if (state instanceof Registered registered) {
            reached.add(registered.status());
            the_status_is_what_the_history_of_orders_says(registered, history);
            every_link_was_named_once_and_linked_at_most_once(registered, history);
            values_are_only_ever_added(registered, history);
            no_entry_on_an_interest_is_ever_lost_and_no_title_is_more_than_whole(registered, history);
        }
        if (depth == 0) {
            return;
        }
        for (var attempt : ALPHABET) {
            if (!(decide(attempt, state) instanceof Accepted<AssetEvent>(var events))) {
                continue;
            }
            var after = DECIDER.foldFrom(state, events);
            asking_again_changes_nothing(attempt, after);
            if (!events.isEmpty()) {
                var longer = new ArrayList<>(history);
                longer.addAll(events);
                explore(after, longer, depth - 1);
            }
        }
    }

    /** An account of the orders kept beside the model, by other means. */
    private static void the_status_is_what_the_history_of_orders_says(Registered asset, List<AssetEvent> history) {
        Map<OrderId, Integer> weights = new HashMap<>();
        for (var event : history) {
            switch (event) {
                case RestraintRecorded e -> weights.put(e.order().id(), 3);
                case RestraintLapsed e -> weights.put(e.orderId(), 2);
                case RestraintDischarged e -> weights.put(e.orderId(), 1);
                case RestraintExtended e -> {
                    weights.put(e.orderId(), 0);
                    weights.put(e.successor().id(), 3);
                }
                default -> {}
            }
        }
        var strongest = weights.values().stream().max(Integer::compare).orElse(0);
        var expected = List.of(
                        AssetStatus.IDENTIFIED,
                        AssetStatus.RELEASED,
                        AssetStatus.LAPSED_PRESUMED,
                        AssetStatus.RESTRAINED)
                .get(strongest);
        assertThat(asset.status()).as("%s", history).isEqualTo(expected);
        assertThat(asset.liveOrders()).hasSize((int)
                weights.values().stream().filter(weight -> weight == 3).count());
    }

    private static void every_link_was_named_once_and_linked_at_most_once(Registered asset, List<AssetEvent> history) {
        var named = history.stream().filter(CaseNamed.class::isInstance).count();
        var linked = history.stream().filter(CaseLinked.class::isInstance).count();
        assertThat(linked).isLessThanOrEqualTo(named);
        assertThat(asset.links()).extracting(CaseLink::caseId).doesNotHaveDuplicates();
    }

    private static void values_are_only_ever_added(Registered asset, List<AssetEvent> history) {
        var added = history.stream()
                .filter(AssetEvent.AssetValued.class::isInstance)
                .map(event -> ((AssetEvent.AssetValued) event).valuation())
                .toList();
        assertThat(asset.valuations()).isEqualTo(added);
    }

    private static void no_entry_on_an_interest_is_ever_lost_and_no_title_is_more_than_whole(
            Registered asset, List<AssetEvent> history) {
        var recorded = history.stream()
                .filter(it -> it instanceof AssetEvent.InterestRecorded || it instanceof AssetEvent.InterestCorrected)
                .count();
        assertThat(asset.interests()).hasSize((int) recorded);
        assertThat(Interests.known(asset.interests(), Right.Whole.TITLE, Assets.MARCH_16)
                        .isMoreThanWhole())
                .isFalse();
    }

    /**
     * A repeat never happens twice. It is nothing to do, or refused as a second registration or a second taking back
     * is.
     */
    private static void asking_again_changes_nothing(Attempt<AssetCommand> attempt, Asset after) {
        if (decide(attempt, after) instanceof Accepted<AssetEvent>(var again)) {
            assertThat(again).as("%s twice", attempt).isEmpty();
        }
    }

    private static Decision<AssetEvent> decide(Attempt<AssetCommand> attempt, Asset state) {
        return DECIDER.answer(attempt.command(), state, attempt.occasion());
    }
}
