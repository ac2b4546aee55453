package org.repatria.assets.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * That the requesting state was asked why a measure should go on, before it is lifted (UNCAC art. 55(8)).
 *
 * @param askedOn when it was told that the measure is to be lifted
 * @param answeredOn when it gave its reasons, or said that it has none; empty while it has not
 * @param paper the letter to it, or its answer; never leaves the service
 */
public record Hearing(
        OrderId orderId, LocalDate askedOn, Optional<LocalDate> answeredOn, String paper, Instant recordedAt) {

    /** The same where orders go by other ids. */
    Hearing naming(UnaryOperator<OrderId> orders) {
        return new Hearing(orders.apply(orderId), askedOn, answeredOn, paper, recordedAt);
    }

    /** On one day the requesting state is asked about an order once. */
    record Question(OrderId orderId, LocalDate askedOn) {}

    Question question() {
        return new Question(orderId, askedOn);
    }

    boolean isSameAs(Hearing other) {
        return question().equals(other.question());
    }

    boolean statesSameAs(Hearing other) {
        return isSameAs(other) && answeredOn.equals(other.answeredOn) && paper.equals(other.paper);
    }
}
