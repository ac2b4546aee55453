package org.repatria.cases.domain.law;

import java.time.Instant;
import java.time.LocalDate;
import org.repatria.decider.Actor;
import org.repatria.decider.Occasion;

/**
 * The occasion of a command with the rules as they are known then.
 *
 * <p>Rules are read while deciding only; what an event needs of them is written into the event.
 */
public record LegalOccasion(Occasion occasion, RuleBook rules) {

    public static LegalOccasion of(Actor by, Instant at, RuleBook rules) {
        return new LegalOccasion(Occasion.of(by, at), rules);
    }

    public Actor by() {
        return occasion.by();
    }

    public Instant at() {
        return occasion.at();
    }

    /** The day of recording, in UTC. */
    public LocalDate today() {
        return occasion.today();
    }
}
