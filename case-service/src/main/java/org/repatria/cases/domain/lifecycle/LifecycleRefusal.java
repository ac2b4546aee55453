package org.repatria.cases.domain.lifecycle;

import java.util.List;
import org.repatria.cases.domain.Obstacle;

/** Why the courses of a case stay as they are, with everything that stands in the way at once. */
public record LifecycleRefusal(Fact fact, List<Obstacle> obstacles) {

    public LifecycleRefusal {
        obstacles = List.copyOf(obstacles);
    }

    /** The fact in the way. */
    public enum Fact {
        KIND_UNKNOWN,
        COURSE_NOT_FOUND,
        COURSE_EXISTS,
        /** The course has ended for good. */
        COURSE_ENDED,
        /** The table has no such row. */
        NO_SUCH_MOVE,
        /** Another command makes this move. */
        MOVED_BY_ANOTHER_COMMAND,
        /** The actor is not one of those who may; other obstacles are named as well. */
        NOT_THE_OFFICER,
        /** Something is missing. */
        MOVE_BLOCKED,
        ALREADY_PROPOSED,
        PROPOSAL_NOT_OPEN,
        PROPOSAL_EXPIRED,
        SAME_PERSON,
        NOT_THE_PROPOSER,
        NOT_IN_SPECIALTY_WATCH,
        CHARGE_NOT_FOUND,
        CHARGE_EXISTS,
        CHARGE_DECIDED,
        TOO_MANY
    }

    static LifecycleRefusal of(Fact fact, Obstacle... obstacles) {
        return new LifecycleRefusal(fact, List.of(obstacles));
    }
}
