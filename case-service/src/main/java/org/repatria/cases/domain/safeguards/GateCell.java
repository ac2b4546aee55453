package org.repatria.cases.domain.safeguards;

import java.util.Optional;
import org.repatria.cases.domain.law.GateRule.Demand;
import org.repatria.decider.Obstacle;

/**
 * One check that a gate asks for, and how it stands.
 *
 * @param entryId the entry that it rests on or that stands in the way
 * @param missing what stands in the way; empty when it is satisfied or overridden
 * @param override the head's decision by which a failure does not stand in the way
 */
public record GateCell(
        String check,
        String title,
        Demand demand,
        Optional<String> entryId,
        Optional<Obstacle> missing,
        Optional<CheckOverride> override) {}
