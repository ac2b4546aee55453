package org.repatria.assets.domain;

import static org.repatria.assets.domain.AssetReason.ASSET_LIMIT_REACHED;
import static org.repatria.assets.domain.AssetReason.DATE_IN_FUTURE;
import static org.repatria.assets.domain.AssetReason.DATE_ORDER_WRONG;
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

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.AssetCommand.RestraintCommand;
import org.repatria.assets.domain.AssetCommand.RestraintCommand.DischargeRestraint;
import org.repatria.assets.domain.AssetCommand.RestraintCommand.ExtendRestraint;
import org.repatria.assets.domain.AssetCommand.RestraintCommand.MarkRestraintLapsed;
import org.repatria.assets.domain.AssetCommand.RestraintCommand.RecordRestraint;
import org.repatria.assets.domain.AssetEvent.RestraintDischarged;
import org.repatria.assets.domain.AssetEvent.RestraintExtended;
import org.repatria.assets.domain.AssetEvent.RestraintLapsed;
import org.repatria.assets.domain.AssetEvent.RestraintRecorded;
import org.repatria.assets.domain.RestraintOrder.Discharge;
import org.repatria.decider.Decision;
import org.repatria.decider.Occasion;
import org.repatria.decider.Refusal;

/**
 * The life of a restraint order as a table. A court decides, people record it; only the presumption that an order
 * lapsed comes from the clock, and the court record beats it.
 */
final class Restraints {

    private Restraints() {}

    static Decision<AssetEvent> decide(RestraintCommand command, Registered asset, Occasion on) {
        return switch (command) {
            case RecordRestraint c -> record(order(c, on), asset);
            case ExtendRestraint c ->
                asset.order(c.orderId()).map(o -> extend(c, o, asset, on)).orElseGet(Restraints::unknown);
            case DischargeRestraint c ->
                asset.order(c.orderId()).map(o -> discharge(c, o, on)).orElseGet(Restraints::unknown);
            case MarkRestraintLapsed c ->
                asset.order(c.orderId()).map(o -> lapse(o, on)).orElseGet(Restraints::unknown);
        };
    }

    private static Decision<AssetEvent> record(RestraintOrder order, Registered asset) {
        if (asset.order(order.id()).filter(order::statesSameAs).isPresent()) {
            return nothingToDo();
        }
        return unlessRefused(
                () -> new RestraintRecorded(order),
                () -> newInAsset(order, asset),
                () -> textsOf(order),
                () -> datesOf(order));
    }

    private static Decision<AssetEvent> extend(
            ExtendRestraint command, RestraintOrder order, Registered asset, Occasion on) {
        var successor = successor(command, order, on);
        if (asset.order(successor.id()).filter(successor::statesSameAs).isPresent()) {
            return nothingToDo();
        }
        return switch (order.status()) {
            case DISCHARGED -> discharged();
            case EXTENDED -> extended();
            case ISSUED, EXPIRED ->
                unlessRefused(
                        () -> new RestraintExtended(order.id(), successor),
                        () -> newInAsset(successor, asset),
                        () -> textsOf(successor),
                        () -> refusedIf(
                                successor.issuedOn().isBefore(order.issuedOn()),
                                DATE_ORDER_WRONG,
                                "issuedOn",
                                "An extension cannot be older than the order it extends."),
                        () -> refusedIf(
                                successor.issuedOn().isAfter(order.endsOn()),
                                RESTRAINT_ENDED_BEFORE_EXTENSION,
                                "issuedOn",
                                "The order had ended by then; what a court ordered later is a new restraint."),
                        () -> refusedIf(
                                !successor.endsOn().isAfter(order.endsOn()),
                                DATE_ORDER_WRONG,
                                "endsOn",
                                "An extension ends later than the order it extends."),
                        () -> datesOf(successor));
        };
    }

    private static Decision<AssetEvent> discharge(DischargeRestraint command, RestraintOrder order, Occasion on) {
        var discharge = new Discharge(command.dischargedOn(), command.reason().strip(), on.at());
        return switch (order.status()) {
            case DISCHARGED ->
                order.discharge().filter(was -> sameDischarge(was, discharge)).isPresent()
                        ? nothingToDo()
                        : discharged();
            case EXTENDED -> extended();
            case ISSUED, EXPIRED ->
                unlessRefused(
                        () -> new RestraintDischarged(order.id(), discharge),
                        () -> Texts.paragraph("reason", command.reason()),
                        () -> refusedIf(
                                command.dischargedOn().isBefore(order.issuedOn()),
                                DATE_ORDER_WRONG,
                                "dischargedOn",
                                "An order cannot be discharged before it was issued."),
                        () -> refusedIf(
                                command.dischargedOn().isAfter(order.dayAt(on.at())),
                                DATE_IN_FUTURE,
                                "dischargedOn",
                                "A discharge is recorded once it has happened."));
        };
    }

    private static Decision<AssetEvent> lapse(RestraintOrder order, Occasion on) {
        return switch (order.status()) {
            case EXPIRED -> nothingToDo();
            case DISCHARGED -> discharged();
            case EXTENDED -> extended();
            case ISSUED ->
                unlessRefused(
                        () -> new RestraintLapsed(order.id(), on.at()),
                        () -> refusedIf(
                                !order.hasEnded(on.at()),
                                RESTRAINT_STILL_RUNNING,
                                "",
                                "The order holds until the end of %s.".formatted(order.endsOn())));
        };
    }

    private static Optional<Refusal> newInAsset(RestraintOrder order, Registered asset) {
        var known = asset.orders().stream()
                .filter(other -> other.id().equals(order.id()) || other.sameDecisionAs(order))
                .findFirst();
        return known.map(other -> RESTRAINT_ALREADY_RECORDED.because(
                        "This decision of the court is recorded as %s.".formatted(other.id())))
                .or(() -> refusedIf(
                        asset.orders().size() >= Limits.ORDERS_MAX,
                        ASSET_LIMIT_REACHED,
                        "",
                        "An asset has at most %d restraint orders.".formatted(Limits.ORDERS_MAX)));
    }

    private static Optional<Refusal> textsOf(RestraintOrder order) {
        return Texts.line("courtReference", order.courtReference())
                .or(() -> Texts.paragraph("legalBasis", order.legalBasis()));
    }

    private static Optional<Refusal> datesOf(RestraintOrder order) {
        return refusedIf(
                        order.issuedOn().isAfter(order.dayAt(order.recordedAt())),
                        DATE_IN_FUTURE,
                        "issuedOn",
                        "An order is recorded once it was issued.")
                .or(() -> refusedIf(
                        order.endsOn().isBefore(order.issuedOn()),
                        DATE_ORDER_WRONG,
                        "endsOn",
                        "An order cannot end before it was issued."))
                .or(() -> refusedIf(
                        order.endsOn().isAfter(order.issuedOn().plusYears(Limits.RESTRAINT_YEARS_MAX)),
                        RESTRAINT_TOO_LONG,
                        "endsOn",
                        "An order runs for at most %d years.".formatted(Limits.RESTRAINT_YEARS_MAX)));
    }

    private static boolean sameDischarge(Discharge was, Discharge now) {
        return was.dischargedOn().equals(now.dischargedOn()) && was.reason().equals(now.reason());
    }

    private static RestraintOrder order(RecordRestraint c, Occasion on) {
        return issued(
                c.orderId(),
                c.courtReference(),
                c.legalBasis(),
                c.issuedOn(),
                c.endsOn(),
                c.zone(),
                on.at(),
                Optional.empty());
    }

    /** The successor is a court's order like the first, in the zone of the same court. */
    private static RestraintOrder successor(ExtendRestraint c, RestraintOrder order, Occasion on) {
        return issued(
                c.successorId(),
                c.courtReference(),
                c.legalBasis(),
                c.issuedOn(),
                c.endsOn(),
                order.zone(),
                on.at(),
                Optional.of(order.id()));
    }

    private static RestraintOrder issued(
            OrderId id,
            String courtReference,
            String legalBasis,
            LocalDate issuedOn,
            LocalDate endsOn,
            ZoneId zone,
            Instant recordedAt,
            Optional<OrderId> supersedes) {
        return new RestraintOrder(
                id,
                courtReference.strip(),
                legalBasis.strip(),
                issuedOn,
                endsOn,
                zone,
                recordedAt,
                supersedes,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Decision<AssetEvent> unknown() {
        return Decision.refuse(Refusal.of(NOT_FOUND, "The asset has no restraint order of this id."));
    }

    private static Decision<AssetEvent> discharged() {
        return Decision.refuse(RESTRAINT_DISCHARGED.because("The court has ended this order."));
    }

    private static Decision<AssetEvent> extended() {
        return Decision.refuse(RESTRAINT_EXTENDED.because("A later order extends this one; act on that one."));
    }
}
