package org.repatria.cases.domain.lifecycle;

import java.time.Duration;
import java.util.List;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.law.Gate;
import org.repatria.cases.domain.law.LegalOccasion;
import org.repatria.clocks.Happened;
import org.repatria.decider.Obstacle;

/** What the rest of the case answers to a move. */
public interface LifecycleSetting {

    Relation relation();

    LegalOccasion occasion();

    /** What a gate still lacks for a course on the day; empty when it is open. */
    List<Obstacle> missingAt(Gate gate, Course course, Happened on);

    /** What stands against a guard; empty when it is met. {@code LATER_CHARGES_DECIDED} is never asked. */
    List<Obstacle> against(Guard guard, Course course, Move move);

    /** Whether an officer bears a mark of conflict of interest in this case. */
    boolean hasConflict(String officerId);

    /** How long a proposal stays open: the house's policy, from reference data. */
    Duration proposalsOpenFor();
}
