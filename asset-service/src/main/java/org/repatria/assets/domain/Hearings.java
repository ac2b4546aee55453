package org.repatria.assets.domain;

import static org.repatria.assets.domain.AssetReason.ASSET_LIMIT_REACHED;
import static org.repatria.assets.domain.AssetReason.DATE_ORDER_WRONG;
import static org.repatria.assets.domain.AssetReason.ORDER_STEP_UNFIT;
import static org.repatria.assets.domain.AssetReason.REQUESTING_STATE_UNHEARD;
import static org.repatria.assets.domain.Checks.refusedIf;
import static org.repatria.assets.domain.Checks.unlessRefused;
import static org.repatria.decider.Decision.nothingToDo;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.AssetCommand.OrderCommand.RecordHearing;
import org.repatria.assets.domain.AssetEvent.HearingRecorded;
import org.repatria.clocks.Clock;
import org.repatria.clocks.ClockRule.OnExpiry;
import org.repatria.decider.Decision;
import org.repatria.decider.Obstacle;
import org.repatria.decider.Occasion;
import org.repatria.decider.Refusal;

/**
 * Hearing the requesting state before a measure is lifted (UNCAC art. 55(8)). A hearing is over once the state has
 * answered, or the days that a rule gives it have passed.
 */
final class Hearings {

    private static final String HEARD_ON = "particulars/requestingStateHeardOn";
    private static final String SOURCE = "UNCAC art. 55(8)";

    private Hearings() {}

    static Decision<AssetEvent> decide(RecordHearing command, CourtOrder order, Registered asset, Occasion on) {
        var hearing = new Hearing(
                order.id(),
                command.askedOn(),
                command.answeredOn(),
                command.paper().strip(),
                on.at());
        if (asset.hearings().stream().anyMatch(hearing::statesSameAs)) {
            return nothingToDo();
        }
        return unlessRefused(
                () -> new HearingRecorded(hearing),
                () -> Texts.line("paper", command.paper()),
                () -> refusedIf(
                        !order.kind().isHolding() || order.issuedOn().isEmpty(),
                        ORDER_STEP_UNFIT,
                        "",
                        "The requesting state is heard before a restraint or a seizure that a court made is lifted."),
                () -> refusedIf(
                        order.issuedOn().filter(hearing.askedOn()::isBefore).isPresent(),
                        DATE_ORDER_WRONG,
                        "askedOn",
                        "It is asked on the day of the order, or later."),
                () -> refusedIf(
                        hearing.answeredOn()
                                .filter(day -> day.isBefore(hearing.askedOn()))
                                .isPresent(),
                        DATE_ORDER_WRONG,
                        "answeredOn",
                        "It answers what it was asked before."),
                () -> Registers.inFuture("askedOn", Optional.of(hearing.askedOn()), order, on),
                () -> Registers.inFuture("answeredOn", hearing.answeredOn(), order, on),
                () -> refusedIf(
                        asset.hearings().size() >= Limits.HEARINGS_MAX
                                && asset.hearings().stream().noneMatch(hearing::isSameAs),
                        ASSET_LIMIT_REACHED,
                        "",
                        "The requesting state is asked about an asset at most %d times."
                                .formatted(Limits.HEARINGS_MAX)));
    }

    /** What is said of a step, with the day of the hearing that it rests on. Nobody says that a second time. */
    static Particulars withDay(Particulars said, CourtOrder order, OrderChange step, Registered asset) {
        return said.requestingStateHeardOn().isEmpty() && restsOnHearing(step, order)
                ? said.heardOn(over(order, asset)
                        .filter(day -> !day.isAfter(step.on()))
                        .max(Comparator.naturalOrder()))
                : said;
    }

    /** Why a measure cannot be lifted yet, where no court lifts it. */
    static Optional<Refusal> unheard(CourtOrder order, OrderChange step, Registered asset) {
        var day = step.particulars().requestingStateHeardOn();
        return restsOnHearing(step, order)
                        && day.filter(said -> over(order, asset).anyMatch(said::equals))
                                .isEmpty()
                ? Optional.of(new Refusal(
                        REQUESTING_STATE_UNHEARD,
                        List.of(Obstacle.of(
                                REQUESTING_STATE_UNHEARD.name(),
                                HEARD_ON,
                                whyUnheard(order, step, asset),
                                rule(order, asset)))))
                : Optional.empty();
    }

    private static String whyUnheard(CourtOrder order, OrderChange step, Registered asset) {
        var asked = about(order, asset)
                .filter(it -> !it.askedOn().isAfter(step.on()))
                .max(Comparator.comparing(Hearing::askedOn));
        return asked.map(hearing -> "The requesting state was asked on %s and has not answered by %s%s."
                        .formatted(
                                hearing.askedOn(),
                                step.on(),
                                waits(hearing, asset)
                                        .map(clock -> "; it may until the end of %s"
                                                .formatted(clock.effective().lastDay()))
                                        .findFirst()
                                        .orElse("")))
                .orElseGet(() ->
                        "The requesting state was not asked by %s why the measure should go on.".formatted(step.on()));
    }

    private static String rule(CourtOrder order, Registered asset) {
        return about(order, asset)
                .flatMap(hearing -> waits(hearing, asset))
                .map(clock -> clock.rule().id() + ", " + clock.rule().instrument())
                .reduce((_, last) -> last)
                .orElse(SOURCE);
    }

    /** A court may lift a measure at any time. Where none does, and of a lapse, the other state speaks first. */
    private static boolean restsOnHearing(OrderChange step, CourtOrder order) {
        return order.kind().isHolding()
                && (step.to() == OrderStatus.EXPIRED
                        || (step.to() == OrderStatus.DISCHARGED
                                && step.particulars().courtReference().isEmpty()));
    }

    /** The days on which hearings about a measure, or about one that it extends, were over. */
    private static Stream<LocalDate> over(CourtOrder order, Registered asset) {
        return about(order, asset)
                .flatMap(hearing -> Stream.concat(
                        hearing.answeredOn().stream(),
                        waits(hearing, asset)
                                .map(clock -> clock.effective().lastDay().plusDays(1)))
                        .min(Comparator.naturalOrder())
                        .stream());
    }

    private static Stream<Hearing> about(CourtOrder order, Registered asset) {
        var first = OrderHappenings.first(order, asset).id();
        return asset.hearings().stream()
                .filter(it -> asset.order(it.orderId())
                        .filter(asked ->
                                OrderHappenings.first(asked, asset).id().equals(first))
                        .isPresent());
    }

    /** The clocks that hold the lifting back until a hearing is over. Without one, only an answer ends it. */
    private static Stream<Clock> waits(Hearing hearing, Registered asset) {
        return asset.clocks().clocks().stream()
                .filter(clock -> isOfHearing(clock) && clock.rule().onExpiry() == OnExpiry.BLOCK)
                .filter(clock -> clock.state() != Clock.State.CANCELLED && clock.state() != Clock.State.SUPERSEDED)
                .filter(clock -> clock.trigger().day().equals(hearing.askedOn()))
                .filter(clock -> asset.order(hearing.orderId())
                        .filter(order -> OrderHappenings.orderOf(clock.about())
                                .equals(Optional.of(
                                        OrderHappenings.first(order, asset).id())))
                        .isPresent());
    }

    /** Whether a clock runs because the requesting state was asked, and not because an order was made. */
    static boolean isOfHearing(Clock clock) {
        return clock.rule().trigger().equals(OrderHappenings.RELEASE_INTENDED);
    }
}
