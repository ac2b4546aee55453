package org.repatria.assets.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.clocks.Addition;
import org.repatria.clocks.Clock;
import org.repatria.clocks.ClockEvent;
import org.repatria.clocks.ClockEvent.ClockExtended;
import org.repatria.clocks.ClockRule;
import org.repatria.clocks.ClockRule.Unit;
import org.repatria.clocks.ClockRules;
import org.repatria.clocks.Counting;
import org.repatria.clocks.Forum;
import org.repatria.clocks.Happened;
import org.repatria.clocks.Happening;
import org.repatria.clocks.HolidayCalendar;
import org.repatria.clocks.PairOfStates;
import org.repatria.clocks.Unfolding;

/**
 * The clocks of an asset. They follow from its orders: nobody starts one, and none contradicts its order.
 *
 * <p>The law is that of the state where the asset was on the day of the order, since its courts alone reached it then
 * (ADR-0022).
 */
public final class AssetClocks {

    /** Why an order has no clock of the law. */
    public enum Without {
        /** Nobody said what the order is in the words of the law. */
        MEASURE_NOT_SAID,
        /** The law of the place has no rule on such a measure. */
        NO_RULE
    }

    private AssetClocks() {}

    /** What follows for the clocks of an asset from all that is known of it, at a moment. */
    static List<ClockEvent> next(Registered asset, ClockRules rules, Instant now) {
        var forum = new OfAsset(asset, rules, now);
        var unfolding = Unfolding.of(asset.clocks(), forum).knowing(OrderHappenings.of(asset));
        for (var clock : List.copyOf(unfolding.mayChange())) {
            extended(clock, asset, forum).ifPresent(additions -> extend(clock, additions, asset, forum, unfolding));
        }
        return unfolding.timePassed().events();
    }

    /** The order that a clock runs for, the first where others extend it. */
    public static Optional<OrderId> orderOf(Clock clock) {
        return OrderHappenings.orderOf(clock.about());
    }

    /** The holder whom a clock is about, as the first entry on what that one has. */
    public static Optional<InterestId> holderOf(Clock clock) {
        return OrderHappenings.holderOf(clock.about());
    }

    /** Why no clock of the law runs for an order; empty where one does, or where none could. */
    public static Optional<Without> without(CourtOrder order, Registered asset) {
        var first = OrderHappenings.first(order, asset);
        if (!order.kind().isHolding() || order.issuedOn().isEmpty()) {
            return Optional.empty();
        }
        if (first.measure().isEmpty()) {
            return Optional.of(Without.MEASURE_NOT_SAID);
        }
        return asset.clocks().clocks().stream()
                        .filter(clock -> !Hearings.isOfHearing(clock))
                        .anyMatch(clock -> orderOf(clock).equals(Optional.of(first.id())))
                ? Optional.empty()
                : Optional.of(Without.NO_RULE);
    }

    /** The law of the place, and what belongs together. */
    record OfAsset(Registered asset, ClockRules law, Instant now) implements Forum {

        @Override
        public List<ClockRule> rules() {
            return law.rules();
        }

        @Override
        public List<ClockRule> startedBy(Happening happening) {
            return law.startedBy(
                    happening.token(),
                    states(happening.about(), happening.when()),
                    happening.when().day());
        }

        /**
         * The state whose law it is. What follows from an order is under the law that the order is under, wherever the
         * asset has gone since. No rule that an order starts asks for the other state; who holds the file stands in its
         * place.
         */
        private PairOfStates states(String about, Happened trigger) {
            var day = OrderHappenings.orderOf(about)
                    .flatMap(asset::order)
                    .flatMap(CourtOrder::issuedOn)
                    .orElseGet(trigger::day);
            return new PairOfStates(asset.state(), asset.places().on(day).country());
        }

        @Override
        public HolidayCalendar calendar(ClockRule rule) {
            return law.calendarOf(
                    rule, new PairOfStates(asset.state(), asset.location().country()));
        }

        /** An asset that moves takes no clock with it. Each runs on by the law of where its order was made. */
        @Override
        public HolidayCalendar calendar(Clock clock) {
            return law.calendarOf(clock.rule(), states(clock.about(), clock.trigger()));
        }

        /** The days of an order are days of its court. */
        @Override
        public Counting counting(ClockRule rule, Happening happening) {
            var days = law.calendarOf(rule, states(happening.about(), happening.when()));
            var counting = Counting.of(rule, happening.when(), days);
            return OrderHappenings.orderOf(happening.about())
                    .flatMap(asset::order)
                    .flatMap(CourtOrder::zone)
                    .map(zone -> new Counting(rule, zone, counting.calendar()))
                    .orElse(counting);
        }

        @Override
        public boolean concerns(Happening happening, Clock clock) {
            return OrderHappenings.concerns(happening, clock);
        }

        @Override
        public boolean stops(ClockRule rule, String token) {
            return Forum.super.stops(rule, token) || OrderHappenings.isEndOfOrder(token);
        }

        @Override
        public boolean waitsFor(ClockRule rule, String token) {
            return Forum.super.waitsFor(rule, token) || OrderHappenings.isEndOfOrder(token);
        }
    }

    /** What the court granted on top of what the clock has, where that is not what it counts already. */
    private static Optional<List<Addition>> extended(Clock clock, Registered asset, OfAsset forum) {
        return clock.rule()
                .extendable()
                .filter(_ -> holderOf(clock).isEmpty())
                .flatMap(extension ->
                        orderOf(clock).flatMap(asset::order).map(order -> granted(clock, extension, order, forum)))
                .filter(granted -> !granted.equals(clock.additions()));
    }

    /** Up to the last day of each extension, as far as the rule goes. What came too late grants nothing. */
    private static List<Addition> granted(Clock clock, ClockRule.Extension extension, CourtOrder first, OfAsset forum) {
        var counting = new Counting(clock.rule(), clock.zone(), forum.calendar(clock));
        var most = extension
                .max()
                .map(max ->
                        lastDay(counting, clock, List.of(new Addition(max, extension.unit(), "", clock.trigger()))));
        var granted = new ArrayList<Addition>();
        for (var order : OrderHappenings.extensions(first, forum.asset())) {
            var lastDay = lastDay(counting, clock, granted);
            var on = order.begunOn();
            if (on.isAfter(lastDay)) {
                return granted;
            }
            var wanted = order.endsOn().orElse(lastDay);
            var until = most.filter(wanted::isAfter).orElse(wanted);
            if (until.isAfter(lastDay)) {
                granted.add(new Addition(
                        Math.toIntExact(ChronoUnit.DAYS.between(lastDay, until)),
                        Unit.CAL_DAY,
                        extension.by(),
                        Happened.on(on)));
            }
        }
        return granted;
    }

    private static LocalDate lastDay(Counting counting, Clock clock, List<Addition> additions) {
        return counting.term(clock.trigger(), additions, List.of()).lastDay();
    }

    private static void extend(
            Clock clock, List<Addition> additions, Registered asset, OfAsset forum, Unfolding unfolding) {
        var counting = new Counting(clock.rule(), clock.zone(), forum.calendar(clock));
        var successor = clock.successor(
                unfolding.nextId(clock.rule()),
                counting,
                additions,
                additions.getLast().granted());
        var paper = orderOf(clock)
                .flatMap(asset::order)
                .flatMap(order ->
                        OrderHappenings.extensions(order, asset).getLast().courtReference())
                .orElse("");
        unfolding.and(new ClockExtended(clock.id(), successor, "The order was extended", paper, forum.now()));
        unfolding.settle(successor.id());
    }
}
