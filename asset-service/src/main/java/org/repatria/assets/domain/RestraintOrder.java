package org.repatria.assets.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A court's temporary ban on moving or changing an asset, with a life of its own.
 *
 * @param endsOn the last day on which the order holds, counted in {@code zone}
 * @param zone the time zone of the court
 * @param recordedAt when the order became known here, which may be long after it was issued
 * @param supersedes the order that this one extends
 * @param extendedBy the order that extends this one
 * @param discharge how the court ended it
 * @param presumedLapsedAt when its end was found to have passed with no successor recorded
 */
public record RestraintOrder(
        OrderId id,
        String courtReference,
        String legalBasis,
        LocalDate issuedOn,
        LocalDate endsOn,
        ZoneId zone,
        Instant recordedAt,
        Optional<OrderId> supersedes,
        Optional<OrderId> extendedBy,
        Optional<Discharge> discharge,
        Optional<Instant> presumedLapsedAt) {

    /** How a court ended an order. */
    public record Discharge(LocalDate dischargedOn, String reason, Instant recordedAt) {}

    /**
     * The status of the order: the court record weighs more than the passing of a date. A discharge or an extension
     * ends the presumption of a lapse.
     */
    public OrderStatus status() {
        if (discharge.isPresent()) {
            return OrderStatus.DISCHARGED;
        }
        if (extendedBy.isPresent()) {
            return OrderStatus.EXTENDED;
        }
        return presumedLapsedAt.isPresent() ? OrderStatus.EXPIRED : OrderStatus.ISSUED;
    }

    /** The first moment after the last day. */
    public Instant endsBefore() {
        return endsOn.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** Whether it holds on a day, as far as is known. */
    boolean holdsOn(LocalDate day) {
        var last =
                discharge.map(Discharge::dischargedOn).filter(endsOn::isAfter).orElse(endsOn);
        return !day.isBefore(issuedOn) && !day.isAfter(last);
    }

    boolean hasEnded(Instant at) {
        return !at.isBefore(endsBefore());
    }

    LocalDate dayAt(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    boolean statesSameAs(RestraintOrder other) {
        return sameDecisionAs(other)
                && legalBasis.equals(other.legalBasis)
                && endsOn.equals(other.endsOn)
                && zone.equals(other.zone)
                && supersedes.equals(other.supersedes);
    }

    /** A court gives one reference to one decision of one day. */
    boolean sameDecisionAs(RestraintOrder other) {
        return courtReference.equals(other.courtReference) && issuedOn.equals(other.issuedOn);
    }

    RestraintOrder extendedBy(OrderId successor) {
        return new RestraintOrder(
                id,
                courtReference,
                legalBasis,
                issuedOn,
                endsOn,
                zone,
                recordedAt,
                supersedes,
                Optional.of(successor),
                discharge,
                presumedLapsedAt);
    }

    RestraintOrder discharged(Discharge how) {
        return new RestraintOrder(
                id,
                courtReference,
                legalBasis,
                issuedOn,
                endsOn,
                zone,
                recordedAt,
                supersedes,
                extendedBy,
                Optional.of(how),
                presumedLapsedAt);
    }

    RestraintOrder presumedLapsed(Instant at) {
        return new RestraintOrder(
                id,
                courtReference,
                legalBasis,
                issuedOn,
                endsOn,
                zone,
                recordedAt,
                supersedes,
                extendedBy,
                discharge,
                Optional.of(at));
    }
}
