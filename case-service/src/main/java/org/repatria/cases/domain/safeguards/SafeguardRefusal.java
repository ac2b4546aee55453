package org.repatria.cases.domain.safeguards;

import java.util.List;
import org.repatria.cases.domain.Obstacle;

/** Why a command to the safeguards of a case is refused, with everything that stands in its way. */
public record SafeguardRefusal(Fact fact, List<Obstacle> obstacles) {

    public SafeguardRefusal {
        obstacles = List.copyOf(obstacles);
    }

    static SafeguardRefusal of(Fact fact, Obstacle... obstacles) {
        return new SafeguardRefusal(fact, List.of(obstacles));
    }

    /** The fact in the way. */
    public enum Fact {
        /** No such check is in the reference data for that day. */
        CHECK_UNKNOWN,
        /** Evidence, reasons or conditions are missing, or it has not happened yet. */
        CHECK_INCOMPLETE,
        CHECK_ENTRY_UNKNOWN,
        /** The id was used for an entry of other content. */
        CHECK_ENTRY_EXISTS,
        /** Somebody has approved, rejected or withdrawn it. */
        CHECK_ALREADY_DECIDED,
        CHECK_NOT_APPROVED,
        /** Only a conditional result has conditions to accept. */
        CHECK_HAS_NO_CONDITIONS,
        /** Nothing that was recorded could be called into question. */
        NOTHING_TO_CHALLENGE,
        /** Only a failure that stands can be overridden. */
        NOTHING_TO_OVERRIDE,
        /** No role overrides this failure. */
        HARD_BLOCK,
        STAY_UNKNOWN,
        /** The id was used for a stay of other content. */
        STAY_EXISTS,
        STAY_INCOMPLETE,
        STAY_ALREADY_LIFTED,
        /** The id was used for other evidence. */
        RIGHT_EXISTS,
        RIGHT_INCOMPLETE,
        /** The role or the side does not allow it. */
        WRONG_OFFICER,
        /** Two persons are needed. */
        SAME_PERSON,
        CONFLICT_OF_INTEREST,
        /** The officer is marked already, by somebody else or for other reasons. */
        CONFLICT_MARKED,
        CONFLICT_NOT_MARKED,
        REASONS_REQUIRED,
        SAFEGUARDS_FULL
    }
}
