package org.repatria.assets.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.UnaryOperator;

/**
 * One step in the life of a claim.
 *
 * @param to what the claim became by it
 * @param on the day on which it happened
 * @param recordedAt when it became known here, which may be long after it happened
 */
public record ClaimChange(StepId id, ClaimStatus to, LocalDate on, Particulars particulars, Instant recordedAt) {

    ClaimChange recorded(Instant at) {
        return new ClaimChange(id, to, on, particulars, at);
    }

    ClaimChange naming(UnaryOperator<OrderId> orders, UnaryOperator<InterestId> interests) {
        return new ClaimChange(id, to, on, particulars.naming(orders, interests), recordedAt);
    }

    boolean statesSameAs(ClaimChange other) {
        return to == other.to && on.equals(other.on) && particulars.equals(other.particulars);
    }
}
