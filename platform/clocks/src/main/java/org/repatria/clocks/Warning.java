package org.repatria.clocks;

import java.time.LocalDate;

/**
 * A day on which the officers are told that a clock is about to end.
 *
 * @param lead days before the last day
 */
public record Warning(int lead, LocalDate day, boolean given) {

    public Warning asGiven() {
        return new Warning(lead, day, true);
    }
}
