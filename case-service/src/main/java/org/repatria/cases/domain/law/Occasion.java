package org.repatria.cases.domain.law;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.repatria.decider.Actor;

/**
 * What a command brings along from outside: the moment of recording, who acts, and the rules as they are known then.
 *
 * <p>Rules are read here while deciding only; what an event needs of them is written into the event.
 */
public record Occasion(Instant at, Actor by, RuleBook rules) {

    /** The day of recording, in UTC. */
    public LocalDate today() {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
