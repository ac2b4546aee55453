package org.repatria.assets.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.AssetClocks.OfAsset;
import org.repatria.clocks.Clock;
import org.repatria.clocks.ClockEvent;
import org.repatria.clocks.ClockRule;
import org.repatria.clocks.ClockRules;
import org.repatria.clocks.Counting;
import org.repatria.clocks.Forum;
import org.repatria.clocks.Happening;
import org.repatria.clocks.HolidayCalendar;
import org.repatria.clocks.Unfolding;

/**
 * The clocks that claims start. They are kept apart from those of orders, so that these are the same whether there is a
 * claim or none: whoever may not know claims learns of none by a clock (ADR-0027).
 */
public final class ClaimClocks {

    /** Why a claim started no clock, where one might have been expected. */
    public enum Without {
        /** Nobody said which order it answers. */
        ORDER_NOT_SAID,
        /** The law of the place has no rule on a claim to what such an order forfeits. */
        NO_RULE
    }

    private ClaimClocks() {}

    /** What follows for the clocks of claims from all that is known of an asset, at a moment. */
    static List<ClockEvent> next(Registered asset, ClockRules rules, Instant now) {
        return Unfolding.of(asset.clocksOfClaims(), new OfClaims(new OfAsset(asset, rules, now)))
                .knowing(OrderHappenings.withClaims(asset))
                .timePassed()
                .events();
    }

    /** The clocks that a claim started. */
    public static List<Clock> of(Claim claim, Registered asset) {
        return asset.clocksOfClaims().clocks().stream()
                .filter(clock -> claimOf(clock).equals(claim.id()))
                .toList();
    }

    /** Why a claim started no clock; empty where one did, and where no court is left to be asked. */
    public static Optional<Without> without(Claim claim, Registered asset) {
        if (OrderHappenings.isBeforeCourt(claim.filedOn(), asset)) {
            return Optional.empty();
        }
        var answered = claim.answers().flatMap(asset::order);
        if (answered.isEmpty()) {
            return asset.orders().stream().anyMatch(ClaimClocks::isWithoutCourt)
                    ? Optional.of(Without.ORDER_NOT_SAID)
                    : Optional.empty();
        }
        return answered.map(order -> OrderHappenings.first(order, asset))
                .filter(ClaimClocks::isWithoutCourt)
                .filter(_ -> of(claim, asset).isEmpty())
                .map(_ -> Without.NO_RULE);
    }

    private static boolean isWithoutCourt(CourtOrder order) {
        return order.measure().filter(Measure::isWithoutCourt).isPresent();
    }

    /** The claim that started a clock. */
    public static ClaimId claimOf(Clock clock) {
        return new ClaimId(clock.about().substring(clock.about().indexOf('/') + 1));
    }

    /**
     * The times within which a claim had to be filed. They run from notice to its claimant, or else from publication,
     * and are clocks of the order. No claim ends them, since others than those who may know of it see them.
     */
    public static List<Clock> timesFor(Claim claim, Registered asset) {
        var ofOrder = claim.answers()
                .flatMap(asset::order)
                .map(order -> OrderHappenings.first(order, asset).id());
        var times = asset.clocks().clocks().stream()
                .filter(clock -> clock.rule().stopOn().contains(OrderHappenings.CLAIM_FILED))
                .filter(clock -> clock.state() != Clock.State.CANCELLED && clock.state() != Clock.State.SUPERSEDED)
                .filter(clock ->
                        ofOrder.isPresent() && AssetClocks.orderOf(clock).equals(ofOrder))
                .toList();
        var own = times.stream()
                .filter(clock -> AssetClocks.holderOf(clock).isPresent()
                        && AssetClocks.holderOf(clock).equals(claimant(claim, asset)))
                .toList();
        return own.isEmpty()
                ? times.stream()
                        .filter(clock -> AssetClocks.holderOf(clock).isEmpty())
                        .toList()
                : own;
    }

    /** The first entry on the claimant, where that one is known as a holder. */
    private static Optional<InterestId> claimant(Claim claim, Registered asset) {
        return claim.claimant()
                .interestId()
                .flatMap(id -> asset.interests().stream()
                        .filter(it -> it.id().equals(id))
                        .findFirst())
                .map(interest -> OrderHappenings.firstEntry(interest, asset));
    }

    /** The law and the days of orders; what starts and ends is said of claims. */
    private record OfClaims(OfAsset orders) implements Forum {

        @Override
        public Instant now() {
            return orders.now();
        }

        @Override
        public List<ClockRule> rules() {
            return orders.rules();
        }

        /** A court has to be asked, where none has been, once somebody claims what is forfeited without one. */
        @Override
        public List<ClockRule> startedBy(Happening happening) {
            return happening.token().equals(OrderHappenings.CLAIM_FILED) && isWithoutCourt(happening)
                    ? orders.startedBy(happening)
                    : List.of();
        }

        private boolean isWithoutCourt(Happening filed) {
            return OrderHappenings.orderOf(filed.about())
                            .flatMap(orders.asset()::order)
                            .filter(ClaimClocks::isWithoutCourt)
                            .isPresent()
                    && !OrderHappenings.isBeforeCourt(filed.when().day(), orders.asset());
        }

        @Override
        public HolidayCalendar calendar(ClockRule rule) {
            return orders.calendar(rule);
        }

        @Override
        public HolidayCalendar calendar(Clock clock) {
            return orders.calendar(clock);
        }

        @Override
        public Counting counting(ClockRule rule, Happening happening) {
            return orders.counting(rule, happening);
        }

        @Override
        public boolean concerns(Happening happening, Clock clock) {
            return orders.concerns(happening, clock);
        }

        /** The numbers of the clocks of orders tell of no claim, and no number is given twice. */
        @Override
        public String named(String id) {
            return id.replaceFirst("^clk-(h-)?", "clk-c-");
        }

        @Override
        public boolean stops(ClockRule rule, String token) {
            return orders.stops(rule, token) || token.equals(OrderHappenings.CLAIM_DECIDED);
        }

        @Override
        public boolean waitsFor(ClockRule rule, String token) {
            return orders.waitsFor(rule, token) || token.equals(OrderHappenings.CLAIM_DECIDED);
        }
    }
}
