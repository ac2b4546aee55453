package org.repatria.cases.domain.clocks;

import java.util.List;
import org.repatria.cases.domain.Obstacle;

/**
 * Why a command on a clock is refused.
 *
 * @param obstacles each names the rule, its source and what stands in the way
 */
public record ClockRefusal(Fact fact, List<Obstacle> obstacles) {

    public ClockRefusal {
        obstacles = List.copyOf(obstacles);
    }

    /** The fact that stands in the way. */
    public enum Fact {
        CLOCK_NOT_FOUND,
        CLOCK_ENDED,
        CLOCK_NOT_EXPIRED,
        CLOCKS_FULL,
        EXTENSION_NOT_PROVIDED,
        EXTENSION_BY_ANOTHER,
        EXTENSION_EMPTY,
        EXTENSION_TOO_LONG,
        EXTENSION_TOO_LATE,
        SUSPENSION_NOT_PROVIDED,
        SUSPENSION_OUTSIDE_PERIOD,
        SUSPENSIONS_FULL,
        CLOCK_SUSPENDED,
        CLOCK_NOT_SUSPENDED,
        RULE_UNCHANGED,
        RULE_NOT_IN_FORCE,
        OFFICER_NOT_ENTITLED,
        REASONS_REQUIRED,
        DOCUMENT_REQUIRED,
        NOT_YET_HAPPENED,
        HAPPENING_UNKNOWN
    }
}
