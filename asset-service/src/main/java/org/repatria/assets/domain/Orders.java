package org.repatria.assets.domain;

import static org.repatria.assets.domain.AssetReason.ASSET_HAS_LEFT;
import static org.repatria.assets.domain.AssetReason.ASSET_LIMIT_REACHED;
import static org.repatria.assets.domain.AssetReason.ASSET_NOT_TRACED;
import static org.repatria.assets.domain.AssetReason.CLAIM_NOT_RESERVED;
import static org.repatria.assets.domain.AssetReason.DATE_IN_FUTURE;
import static org.repatria.assets.domain.AssetReason.DATE_ORDER_WRONG;
import static org.repatria.assets.domain.AssetReason.INTEREST_UNKNOWN;
import static org.repatria.assets.domain.AssetReason.MEASURE_UNFIT;
import static org.repatria.assets.domain.AssetReason.MONEY_INVALID;
import static org.repatria.assets.domain.AssetReason.ORDER_STEP_UNFIT;
import static org.repatria.assets.domain.AssetReason.ORDER_UNKNOWN;
import static org.repatria.assets.domain.AssetReason.RESTRAINT_ALREADY_RECORDED;
import static org.repatria.assets.domain.AssetReason.RESTRAINT_DISCHARGED;
import static org.repatria.assets.domain.AssetReason.RESTRAINT_ENDED_BEFORE_EXTENSION;
import static org.repatria.assets.domain.AssetReason.RESTRAINT_EXTENDED;
import static org.repatria.assets.domain.AssetReason.RESTRAINT_STILL_RUNNING;
import static org.repatria.assets.domain.AssetReason.RESTRAINT_TOO_LONG;
import static org.repatria.assets.domain.Checks.refusedIf;
import static org.repatria.assets.domain.Checks.unlessRefused;
import static org.repatria.decider.Decision.nothingToDo;
import static org.repatria.decider.GeneralReason.NOT_FOUND;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.AssetCommand.OrderCommand;
import org.repatria.assets.domain.AssetCommand.OrderCommand.ChangeOrder;
import org.repatria.assets.domain.AssetCommand.OrderCommand.RecordHearing;
import org.repatria.assets.domain.AssetCommand.OrderCommand.RecordOrder;
import org.repatria.assets.domain.AssetCommand.OrderCommand.RecordRegisterEntry;
import org.repatria.assets.domain.AssetCommand.RestraintCommand;
import org.repatria.assets.domain.AssetCommand.RestraintCommand.DischargeRestraint;
import org.repatria.assets.domain.AssetCommand.RestraintCommand.ExtendRestraint;
import org.repatria.assets.domain.AssetCommand.RestraintCommand.MarkRestraintLapsed;
import org.repatria.assets.domain.AssetCommand.RestraintCommand.RecordRestraint;
import org.repatria.assets.domain.AssetEvent.OrderChanged;
import org.repatria.assets.domain.AssetEvent.OrderRecorded;
import org.repatria.assets.domain.AssetEvent.RestraintDischarged;
import org.repatria.assets.domain.AssetEvent.RestraintExtended;
import org.repatria.assets.domain.AssetEvent.RestraintLapsed;
import org.repatria.assets.domain.AssetEvent.RestraintRecorded;
import org.repatria.assets.domain.CourtOrder.Discharge;
import org.repatria.decider.Decision;
import org.repatria.decider.Obstacle;
import org.repatria.decider.Occasion;
import org.repatria.decider.Refusal;

/**
 * What may be asked of court orders. A court decides, people record it; only the presumption that an order lapsed comes
 * from the clock, and the court record beats it. Which step leads where says {@link StepTables}.
 */
final class Orders {

    private Orders() {}

    static Decision<AssetEvent> decide(RestraintCommand command, Registered asset, Occasion on) {
        return switch (command) {
            case RecordRestraint c -> record(order(c, on), asset, on);
            case ExtendRestraint c ->
                asset.order(c.orderId()).map(o -> extend(c, o, asset, on)).orElseGet(Orders::unknown);
            case DischargeRestraint c ->
                asset.order(c.orderId()).map(o -> discharge(c, o, asset, on)).orElseGet(Orders::unknown);
            case MarkRestraintLapsed c ->
                asset.order(c.orderId()).map(o -> lapse(o, on)).orElseGet(Orders::unknown);
        };
    }

    static Decision<AssetEvent> decide(OrderCommand command, Registered asset, Occasion on) {
        return switch (command) {
            case RecordOrder c -> begin(c, asset, on);
            case ChangeOrder c ->
                asset.order(c.orderId())
                        .map(o -> change(
                                o, new OrderChange(c.stepId(), c.to(), c.on(), c.particulars(), on.at()), asset, on))
                        .orElseGet(Orders::unknown);
            case RecordRegisterEntry c ->
                asset.order(c.orderId())
                        .map(o -> Registers.decide(c, o, asset, on))
                        .orElseGet(Orders::unknown);
            case RecordHearing c ->
                asset.order(c.orderId())
                        .map(o -> Hearings.decide(c, o, asset, on))
                        .orElseGet(Orders::unknown);
        };
    }

    private static Decision<AssetEvent> record(CourtOrder order, Registered asset, Occasion on) {
        if (asset.order(order.id()).filter(order::statesSameAs).isPresent()) {
            return nothingToDo();
        }
        return unlessRefused(
                () -> new RestraintRecorded(order),
                () -> ofAnotherKind(order, order.measure(), "measure"),
                () -> newInAsset(order, asset),
                () -> textsOf(order),
                () -> datesOf(order, "issuedOn", "endsOn", on),
                () -> hasLeft(asset, order.begunOn()));
    }

    private static Decision<AssetEvent> begin(RecordOrder command, Registered asset, Occasion on) {
        var lines = StepTables.beginning(command.kind(), command.to());
        if (lines.isEmpty()) {
            return Decision.refuse(ORDER_STEP_UNFIT.because("An order begins as APPLIED or ISSUED."));
        }
        var flaw = command.particulars().flaw().or(() -> Texts.paragraph("legalBasis", command.legalBasis()));
        if (flaw.isPresent()) {
            return Decision.refuse(flaw.get());
        }
        var first = new OrderChange(
                new StepId("step-" + command.orderId().value().substring("order-".length())),
                command.to(),
                command.on(),
                command.particulars().inFull(),
                on.at());
        var order = CourtOrder.beginning(
                command.orderId(), command.kind(), command.legalBasis().strip(), command.enforces(), first);
        if (asset.order(order.id()).filter(order::statesSameAs).isPresent()) {
            return nothingToDo();
        }
        return Stream.of(
                        ofAnotherKind(order, first.particulars().measure(), "particulars/measure"),
                        newInAsset(order, asset),
                        inFuture(order, command.on(), "on", on),
                        datesOf(order, "on", "particulars/endsOn", on),
                        heardInTime(first),
                        enforcesForeignOrder(order, asset),
                        tracedFirst(order, asset),
                        hasLeft(asset, command.on()))
                .flatMap(Optional::stream)
                .findFirst()
                .<Decision<AssetEvent>>map(Decision::refuse)
                .orElseGet(() -> Steps.alone(lines, first.particulars(), on, begun(order)));
    }

    /** What holds an asset until a named day is a restraint to those who watch for its end. */
    private static AssetEvent begun(CourtOrder order) {
        return order.isWatched() ? new RestraintRecorded(order) : new OrderRecorded(order);
    }

    private static Decision<AssetEvent> change(CourtOrder order, OrderChange asked, Registered asset, Occasion on) {
        var flaw = asked.particulars().flaw();
        if (flaw.isPresent()) {
            return Decision.refuse(flaw.get());
        }
        var said = Hearings.withDay(asked.particulars().inFull(), order, asked, asset);
        var change = new OrderChange(asked.id(), asked.to(), asked.on(), said, asked.recordedAt());
        if (isKnown(order, change)) {
            return nothingToDo();
        }
        return unfit(order, change, asset, on)
                .<Decision<AssetEvent>>map(Decision::refuse)
                .orElseGet(() ->
                        Steps.take(linesFor(order, change), new Proposal.Step.OfOrder(order.id(), change), asset, on));
    }

    /** The event of a step whose lines, papers and people are in order. */
    static AssetEvent changed(CourtOrder order, OrderChange change) {
        var said = change.particulars();
        return order.kind().isHolding() && change.reached() == OrderStatus.DISCHARGED
                ? new RestraintDischarged(
                        order.id(),
                        new Discharge(
                                change.on(),
                                said.reason().orElseThrow(),
                                said.courtReference(),
                                said.requestingStateHeardOn(),
                                change.recordedAt()))
                : new OrderChanged(order.id(), change);
    }

    private static boolean isKnown(CourtOrder order, OrderChange change) {
        return order.changes().stream().anyMatch(change::statesSameAs)
                || (change.reached() == OrderStatus.DISCHARGED
                        && order.discharge()
                                .filter(was -> was.dischargedOn().equals(change.on())
                                        && change.particulars().reason().equals(Optional.of(was.reason())))
                                .isPresent());
    }

    /** Why an order cannot take a step, whoever takes it; checked again where a second person agrees. */
    static Optional<Refusal> unfit(CourtOrder order, OrderChange change, Registered asset, Occasion on) {
        if (change.on().isBefore(order.begunOn())) {
            return Optional.of(DATE_ORDER_WRONG.at("on", "Nothing happens to an order before it has begun."));
        }
        if (linesFor(order, change).isEmpty() || !follows(order.changed(change))) {
            return Optional.of(whereItStands(order, change));
        }
        return Stream.of(
                        inFuture(order, change.on(), "on", on),
                        measureSaidLate(order, change),
                        heardInTime(change),
                        Hearings.unheard(order, change, asset),
                        hasLeft(asset, change.on()),
                        through(order, change),
                        lapsed(order, change, on),
                        servedOnKnown(change, asset),
                        replacedByKnown(order, change, asset),
                        madeTwice(order, change, asset),
                        reserved(order, change, asset),
                        broughtIn(order, change),
                        datesOf(order.changed(change), "on", "particulars/endsOn", on),
                        refusedIf(
                                order.changes().size() >= Limits.CHANGES_MAX,
                                ASSET_LIMIT_REACHED,
                                "",
                                "An order has at most %d steps.".formatted(Limits.CHANGES_MAX)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The lines by which an order takes a step, from where it stood on that day. */
    static List<Line<OrderStatus>> linesFor(CourtOrder order, OrderChange change) {
        return order.statusBefore(change)
                .map(from -> StepTables.between(order.kind(), from, change.to()))
                .orElseGet(List::of);
    }

    /** Whether each step of a life follows from the one before, however late it became known. */
    private static boolean follows(CourtOrder order) {
        var life = order.life();
        return Stream.iterate(1, i -> i < life.size(), i -> i + 1)
                .allMatch(i -> !StepTables.between(
                                order.kind(),
                                life.get(i - 1).status(),
                                life.get(i).status())
                        .isEmpty());
    }

    private static Refusal whereItStands(CourtOrder order, OrderChange change) {
        return switch (order.status()) {
            case DISCHARGED -> RESTRAINT_DISCHARGED.because("This order was lifted.");
            case EXTENDED -> RESTRAINT_EXTENDED.because("A later order extends this one; act on that one.");
            case OrderStatus status ->
                ORDER_STEP_UNFIT.because("A %s that is %s does not become %s on %s."
                        .formatted(order.kind(), status, change.to(), change.on()));
        };
    }

    private static Optional<Refusal> through(CourtOrder order, OrderChange change) {
        return linesFor(order, change).stream()
                .flatMap(line -> line.through().stream())
                .findFirst()
                .map(operation -> ORDER_STEP_UNFIT.because("This step is taken by %s.".formatted(operation)));
    }

    private static Optional<Refusal> lapsed(CourtOrder order, OrderChange change, Occasion on) {
        return change.to() == OrderStatus.EXPIRED
                ? refusedIf(
                        !order.hasEnded(on.at())
                                || order.endsOn().filter(change.on()::isAfter).isEmpty(),
                        RESTRAINT_STILL_RUNNING,
                        "",
                        "The order holds until the end of its last day, and lapses on a later one.")
                : Optional.empty();
    }

    private static Optional<Refusal> servedOnKnown(OrderChange change, Registered asset) {
        return refusedIf(
                change.particulars()
                        .servedOn()
                        .filter(id -> asset.interests().stream()
                                .noneMatch(it -> it.id().equals(id) && it.counts()))
                        .isPresent(),
                INTEREST_UNKNOWN,
                "particulars/servedOn",
                "The asset has no such interest; record who has one first.");
    }

    private static Optional<Refusal> replacedByKnown(CourtOrder order, OrderChange change, Registered asset) {
        return refusedIf(
                change.particulars()
                        .replacedBy()
                        .filter(id -> id.equals(order.id())
                                || asset.order(id)
                                        .flatMap(CourtOrder::issuedOn)
                                        .filter(day -> !day.isAfter(change.on()))
                                        .isEmpty())
                        .isPresent(),
                ORDER_UNKNOWN,
                "particulars/replacedBy",
                "The asset has no other order of this id that was made by then.");
    }

    /**
     * Nothing is returned that a third party may still get. Source: ledger, no return before claims are closed or
     * reserved.
     */
    private static Optional<Refusal> reserved(CourtOrder order, OrderChange change, Registered asset) {
        var returns = order.kind() == OrderKind.RETURN
                && (change.to() == OrderStatus.SATISFIED || change.to() == OrderStatus.PARTLY_SATISFIED);
        return returns ? reserved(change.particulars(), asset).or(() -> Distributing.locked(asset)) : Optional.empty();
    }

    /**
     * What is brought in on a value is in the currency of the order, and never more. Source: ledger, what is recovered
     * against an order on a value.
     */
    private static Optional<Refusal> broughtIn(CourtOrder order, OrderChange change) {
        return change.to() == OrderStatus.PARTLY_SATISFIED
                ? order.value().flatMap(value -> change.particulars().amount().flatMap(sum -> exceeding(sum, value)))
                : Optional.empty();
    }

    private static Optional<Refusal> exceeding(Money sum, Money value) {
        return refusedIf(
                        !sum.currency().equals(value.currency()),
                        MONEY_INVALID,
                        "particulars/amount/currency",
                        "The order is in %s; what was brought in counts at the rate that the order fixes."
                                .formatted(value.currency()))
                .or(() -> refusedIf(
                        sum.units().compareTo(value.units()) > 0,
                        MONEY_INVALID,
                        "particulars/amount/amount",
                        "The order is on %s %s; no more is brought in on it."
                                .formatted(value.amount(), value.currency())));
    }

    static Optional<Refusal> reserved(Particulars said, Registered asset) {
        return refusedIf(
                !Distributing.keepsForClaims(asset, said.amount()) && !Reserve.leaves(asset, said.amount()),
                CLAIM_NOT_RESERVED,
                "",
                "Claims on the asset are not over; an amount may be returned that leaves free what is kept for them.");
    }

    private static Optional<Refusal> madeTwice(CourtOrder order, OrderChange change, Registered asset) {
        var changed = order.changed(change);
        return change.to() == OrderStatus.ISSUED
                ? asset.orders().stream()
                        .filter(other -> !other.id().equals(order.id()) && other.sameDecisionAs(changed))
                        .findFirst()
                        .map(Orders::alreadyRecorded)
                : Optional.empty();
    }

    private static Refusal alreadyRecorded(CourtOrder order) {
        return RESTRAINT_ALREADY_RECORDED.because(
                "This decision of the court is recorded as %s.".formatted(order.id()));
    }

    private static Optional<Refusal> enforcesForeignOrder(CourtOrder order, Registered asset) {
        return refusedIf(
                order.enforces()
                        .filter(id -> asset.order(id)
                                .filter(it -> it.kind() == OrderKind.FOREIGN_ORDER)
                                .isEmpty())
                        .isPresent(),
                ORDER_UNKNOWN,
                "enforces",
                "The asset has no order of another state of this id; record that one first.");
    }

    /** What the authority itself asks for rests on a documented link; what a court made is a fact. */
    private static Optional<Refusal> tracedFirst(CourtOrder order, Registered asset) {
        return refusedIf(
                order.kind().isHolding()
                        && order.issuedOn().isEmpty()
                        && asset.findings().stream()
                                .noneMatch(it -> it.kind() == Finding.Kind.TRACED
                                        && !it.on().isAfter(order.begunOn())),
                ASSET_NOT_TRACED,
                "",
                "Before a court is asked to hold it, what links the asset to the person or the offence is documented.");
    }

    /** A measure belongs to one kind of order. */
    private static Optional<Refusal> ofAnotherKind(CourtOrder order, Optional<Measure> said, String field) {
        return refusedIf(
                said.filter(measure -> !measure.isOf(order.kind())).isPresent(),
                MEASURE_UNFIT,
                field,
                "No %s is such a measure.".formatted(order.kind()));
    }

    /** What an order is, is said when it is made. */
    private static Optional<Refusal> measureSaidLate(CourtOrder order, OrderChange change) {
        return change.to() == OrderStatus.ISSUED
                ? ofAnotherKind(order, change.particulars().measure(), "particulars/measure")
                : refusedIf(
                        change.particulars().measure().isPresent(),
                        MEASURE_UNFIT,
                        "particulars/measure",
                        "The measure is said with the application or the decision.");
    }

    private static Optional<Refusal> heardInTime(OrderChange change) {
        return refusedIf(
                change.particulars()
                        .requestingStateHeardOn()
                        .filter(day -> day.isAfter(change.on()))
                        .isPresent(),
                DATE_ORDER_WRONG,
                "particulars/requestingStateHeardOn",
                "The requesting state is heard before the measure is lifted.");
    }

    static Optional<Refusal> hasLeft(Registered asset, LocalDate day) {
        return asset.leftOn()
                .filter(day::isAfter)
                .map(left -> ASSET_HAS_LEFT.because("Nothing happens to the asset after %s.".formatted(left)));
    }

    private static Optional<Refusal> inFuture(CourtOrder order, LocalDate day, String field, Occasion on) {
        return refusedIf(
                day.isAfter(order.dayAt(on.at())), DATE_IN_FUTURE, field, "A step is recorded once it has happened.");
    }

    private static Decision<AssetEvent> extend(
            ExtendRestraint command, CourtOrder order, Registered asset, Occasion on) {
        var endsOn = order.endsOn();
        if (endsOn.isEmpty()) {
            return Decision.refuse(ORDER_STEP_UNFIT.because("Only an order with a last day is extended."));
        }
        var successor = successor(command, order, on);
        if (asset.order(successor.id()).filter(successor::statesSameAs).isPresent()) {
            return nothingToDo();
        }
        var extended = new OrderChange(
                new StepId("step-" + successor.id().value().substring("order-".length())),
                OrderStatus.EXTENDED,
                endsOn.get(),
                Particulars.none(),
                on.at());
        if (linesFor(order, extended).isEmpty() || !follows(order.extendedBy(successor.id()))) {
            return Decision.refuse(whereItStands(order, extended));
        }
        return unlessRefused(
                () -> new RestraintExtended(order.id(), successor),
                () -> newInAsset(successor, asset),
                () -> textsOf(successor),
                () -> refusedIf(
                        successor.begunOn().isBefore(order.begunOn()),
                        DATE_ORDER_WRONG,
                        "issuedOn",
                        "An extension cannot be older than the order it extends."),
                () -> refusedIf(
                        successor.begunOn().isAfter(endsOn.get()),
                        RESTRAINT_ENDED_BEFORE_EXTENSION,
                        "issuedOn",
                        "The order had ended by then; what a court ordered later is a new restraint."),
                () -> refusedIf(
                        !command.endsOn().isAfter(endsOn.get()),
                        DATE_ORDER_WRONG,
                        "endsOn",
                        "An extension ends later than the order it extends."),
                () -> datesOf(successor, "issuedOn", "endsOn", on),
                () -> hasLeft(asset, successor.begunOn()));
    }

    /** The whole of an order is lifted: one step like others, asked for in fewer words. */
    private static Decision<AssetEvent> discharge(
            DischargeRestraint c, CourtOrder order, Registered asset, Occasion on) {
        var said = Particulars.said(c.courtReference(), Optional.of(c.reason()), c.requestingStateHeardOn());
        var change = new OrderChange(c.stepId(), OrderStatus.DISCHARGED, c.dischargedOn(), said, on.at());
        return switch (change(order, change, asset, on)) {
            case Decision.Refused<AssetEvent>(var refusal) ->
                Decision.refuse(new Refusal(
                        refusal.reason(),
                        refusal.obstacles().stream().map(Orders::inFewerWords).toList()));
            case Decision.Accepted<AssetEvent> accepted -> accepted;
        };
    }

    private static Obstacle inFewerWords(Obstacle it) {
        var field = it.about().equals("on") ? "dischargedOn" : it.about().replace("particulars/", "");
        return new Obstacle(it.code(), field, it.detail(), it.source());
    }

    private static Decision<AssetEvent> lapse(CourtOrder order, Occasion on) {
        var lapsed = new OrderChange(
                new StepId("step-clock"), OrderStatus.EXPIRED, order.begunOn(), Particulars.none(), on.at());
        if (order.status() == OrderStatus.EXPIRED) {
            return nothingToDo();
        }
        return order.kind().isHolding() && order.status().isRunning()
                ? unlessRefused(
                        () -> new RestraintLapsed(order.id(), on.at()),
                        () -> refusedIf(
                                !order.hasEnded(on.at()),
                                RESTRAINT_STILL_RUNNING,
                                "",
                                "The order holds until the end of its last day."))
                : Decision.refuse(whereItStands(order, lapsed));
    }

    private static Optional<Refusal> newInAsset(CourtOrder order, Registered asset) {
        var known = asset.orders().stream()
                .filter(other -> other.id().equals(order.id()) || other.sameDecisionAs(order))
                .findFirst();
        return known.map(Orders::alreadyRecorded)
                .or(() -> refusedIf(
                        asset.orders().size() >= Limits.ORDERS_MAX,
                        ASSET_LIMIT_REACHED,
                        "",
                        "An asset has at most %d court orders.".formatted(Limits.ORDERS_MAX)));
    }

    private static Optional<Refusal> textsOf(CourtOrder order) {
        return order.courtReference()
                .flatMap(it -> Texts.line("courtReference", it))
                .or(() -> Texts.paragraph("legalBasis", order.legalBasis()));
    }

    private static Optional<Refusal> datesOf(CourtOrder order, String issuedOn, String endsOn, Occasion on) {
        if (order.issuedOn().isEmpty()) {
            return Optional.empty();
        }
        var issued = order.issuedOn().get();
        return refusedIf(
                        issued.isAfter(order.dayAt(on.at())),
                        DATE_IN_FUTURE,
                        issuedOn,
                        "An order is recorded once it was issued.")
                .or(() -> refusedIf(
                        order.endsOn().filter(issued::isAfter).isPresent(),
                        DATE_ORDER_WRONG,
                        endsOn,
                        "An order cannot end before it was issued."))
                .or(() -> refusedIf(
                        order.endsOn()
                                .filter(issued.plusYears(Limits.RESTRAINT_YEARS_MAX)::isBefore)
                                .isPresent(),
                        RESTRAINT_TOO_LONG,
                        endsOn,
                        "An order runs for at most %d years.".formatted(Limits.RESTRAINT_YEARS_MAX)));
    }

    private static CourtOrder order(RecordRestraint c, Occasion on) {
        return CourtOrder.restraint(
                c.orderId(),
                c.courtReference().strip(),
                c.legalBasis().strip(),
                c.issuedOn(),
                c.endsOn(),
                c.zone(),
                on.at(),
                c.measure());
    }

    /** The successor is a court's order like the first, in the zone of the same court. */
    private static CourtOrder successor(ExtendRestraint c, CourtOrder order, Occasion on) {
        return CourtOrder.restraint(
                        c.successorId(),
                        c.courtReference().strip(),
                        c.legalBasis().strip(),
                        c.issuedOn(),
                        c.endsOn(),
                        order.zone().orElse(ZoneOffset.UTC),
                        on.at(),
                        Optional.empty())
                .extending(order.id(), order.kind());
    }

    private static Decision<AssetEvent> unknown() {
        return Decision.refuse(Refusal.of(NOT_FOUND, "The asset has no court order of this id."));
    }
}
