package org.repatria.assets.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An order as a public register shows it: land, companies, ships, vehicles, aircraft, securities.
 *
 * @param register by its name, such as Land register of Lake County
 * @param appliedOn when the entry was applied for
 * @param enteredOn when the register made it; empty while it has not
 */
public record RegisterEntry(
        OrderId orderId, String register, LocalDate appliedOn, Optional<LocalDate> enteredOn, Instant recordedAt) {

    /** The same where orders go by other ids. */
    RegisterEntry naming(UnaryOperator<OrderId> orders) {
        return new RegisterEntry(orders.apply(orderId), register, appliedOn, enteredOn, recordedAt);
    }

    /** Of an order a register has one entry. */
    record AtRegister(OrderId orderId, String register) {}

    AtRegister atRegister() {
        return new AtRegister(orderId, register);
    }

    boolean isSameEntryAs(RegisterEntry other) {
        return atRegister().equals(other.atRegister());
    }

    boolean statesSameAs(RegisterEntry other) {
        return isSameEntryAs(other) && appliedOn.equals(other.appliedOn) && enteredOn.equals(other.enteredOn);
    }
}
