package org.repatria.assets.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * That the requesting state was asked why a measure should go on, before it is lifted (UNCAC art. 55(8)).
 *
 * @param askedOn when it was told that the measure is to be lifted
 * @param answeredOn when it gave its reasons, or said that it has none; empty while it has not
 * @param paper the letter to it, or its answer; never leaves the service
 */
public record Hearing(
        OrderId orderId, LocalDate askedOn, Optional<LocalDate> answeredOn, String paper, Instant recordedAt) {

    boolean isSameAs(Hearing other) {
        return orderId.equals(other.orderId) && askedOn.equals(other.askedOn);
    }

    boolean statesSameAs(Hearing other) {
        return isSameAs(other) && answeredOn.equals(other.answeredOn) && paper.equals(other.paper);
    }
}
