package org.repatria.clocks;

import java.util.Optional;

/**
 * A stretch during which a clock does not run.
 *
 * @param ground the happening that began it, one of those that the rule names
 * @param until empty while it lasts
 * @param document what shows it, where an officer entered it for this clock alone; empty where a happening of the case
 *     did it
 */
public record Suspension(String ground, Happened from, Optional<Happened> until, Optional<String> document) {

    public boolean lasts() {
        return until.isEmpty();
    }

    public boolean wasEntered() {
        return document.isPresent();
    }

    public Suspension endedOn(Happened end) {
        return new Suspension(ground, from, Optional.of(end), document);
    }
}
