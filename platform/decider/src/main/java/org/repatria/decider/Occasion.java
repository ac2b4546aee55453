package org.repatria.decider;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What every command brings along from outside: who acts, when it is recorded, and why.
 *
 * @param by who acts, for which authority
 * @param at when it is recorded; a time at which something happened is part of the command itself
 * @param purpose why the actor acts, in the actor's words or a code; empty when none was given
 */
public record Occasion(Actor by, Instant at, String purpose) {

    /** An occasion for which nobody gave a purpose. */
    public static Occasion of(Actor by, Instant at) {
        return new Occasion(by, at, "");
    }

    /** The day of recording, in UTC. */
    public LocalDate today() {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
