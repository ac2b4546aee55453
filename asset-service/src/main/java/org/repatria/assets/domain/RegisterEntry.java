package org.repatria.assets.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An order as a public register shows it: land, companies, ships, vehicles, aircraft, securities.
 *
 * @param register by its name, such as Land register of Lake County
 * @param appliedOn when the entry was applied for
 * @param enteredOn when the register made it; empty while it has not
 */
public record RegisterEntry(
        OrderId orderId, String register, LocalDate appliedOn, Optional<LocalDate> enteredOn, Instant recordedAt) {

    boolean isSameEntryAs(RegisterEntry other) {
        return orderId.equals(other.orderId) && register.equals(other.register);
    }

    boolean statesSameAs(RegisterEntry other) {
        return isSameEntryAs(other) && appliedOn.equals(other.appliedOn) && enteredOn.equals(other.enteredOn);
    }
}
