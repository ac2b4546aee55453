package org.repatria.cases.domain.leaning;

import java.util.List;
import org.repatria.cases.domain.Obstacle;

/** Why a case does not lean on a notice, with everything that stands in the way. */
public record LeaningRefusal(Fact fact, List<Obstacle> obstacles) {

    public LeaningRefusal {
        obstacles = List.copyOf(obstacles);
    }

    static LeaningRefusal of(Fact fact, Obstacle... obstacles) {
        return new LeaningRefusal(fact, List.of(obstacles));
    }

    /** The fact in the way. */
    public enum Fact {
        NOTICE_NOT_FOUND,
        /** Nothing can begin to lean on what was taken away. */
        NOTICE_NOT_STANDING,
        /** The case in which a notice stands goes to re-review with it anyway. */
        LEANING_ON_OWN_NOTICE,
        /** It leans on it already, for another reason. */
        LEANING_EXISTS,
        LEANING_NOT_FOUND,
        REASONS_REQUIRED,
        CONFLICT_OF_INTEREST,
        LEANINGS_FULL
    }
}
