package org.repatria.assets.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.UnaryOperator;

/**
 * One step in the life of an order.
 *
 * @param to what the order became by it
 * @param on the day on which it happened
 * @param recordedAt when it became known here, which may be long after it happened
 */
public record OrderChange(StepId id, OrderStatus to, LocalDate on, Particulars particulars, Instant recordedAt) {

    /** Where the order stands after it: what is lifted in part stands, changed. */
    OrderStatus reached() {
        return to == OrderStatus.DISCHARGED && particulars.part().isPresent() ? OrderStatus.VARIED : to;
    }

    OrderChange naming(UnaryOperator<OrderId> orders, UnaryOperator<InterestId> interests) {
        return new OrderChange(id, to, on, particulars.naming(orders, interests), recordedAt);
    }

    OrderChange recorded(Instant at) {
        return new OrderChange(id, to, on, particulars, at);
    }

    boolean statesSameAs(OrderChange other) {
        return to == other.to && on.equals(other.on) && particulars.equals(other.particulars);
    }
}
