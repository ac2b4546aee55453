package org.repatria.cases.domain.sharing;

import java.util.List;
import org.repatria.cases.domain.Obstacle;

/** Why data do not leave a case, with everything that stands in the way. */
public record SharingRefusal(Fact fact, List<Obstacle> obstacles) {

    public SharingRefusal {
        obstacles = List.copyOf(obstacles);
    }

    static SharingRefusal of(Fact fact, Obstacle... obstacles) {
        return new SharingRefusal(fact, List.of(obstacles));
    }

    /** The fact in the way. */
    public enum Fact {
        /** While identity or data are disputed nothing is sent. */
        CASE_UNDER_CHALLENGE,
        /** Checks are missing, failed, expired or used for an earlier disclosure. */
        DISCLOSURE_GATE_NOT_PASSED,
        /** The requesting state never gets data of this kind. */
        CONTENT_NEVER_SHARED,
        DISCLOSURE_INCOMPLETE,
        DISCLOSURE_EXISTS,
        CORRECTION_EXISTS,
        NOBODY_TO_NOTIFY,
        WRONG_OFFICER,
        CONFLICT_OF_INTEREST,
        SHARING_FULL,
        /** The id was used for another grant. */
        GRANT_EXISTS,
        GRANT_NOT_FOUND,
        /** The compartment is open to the officer already. */
        GRANT_IN_FORCE,
        GRANT_TO_ONESELF,
        GRANT_INCOMPLETE
    }
}
