package org.repatria.cases.domain.access;

import java.util.Set;

/** What somebody may want to do here. */
public enum Act {
    HAND_OVER_LIST,
    READ_LIST,
    OPEN_CASE,
    READ_CASE,
    SUBMIT_CASE,
    RETURN_CASE,
    RECORD_ANSWER,
    ASSIGN_CASE,
    HOLD_CASE,
    CLOSE_CASE,
    READ_JOURNAL;

    /** The roles that may at all (source: roles and permissions, rows of lists, cases and audit log). */
    public Set<String> roles() {
        return switch (this) {
            case HAND_OVER_LIST -> Set.of("AN", "CO", "LI", "SI");
            case READ_LIST, READ_CASE -> Set.of("AN", "CO", "LO", "SU", "HD", "AU", "DPO");
            case OPEN_CASE -> Set.of("AN", "CO");
            case SUBMIT_CASE, RECORD_ANSWER -> Set.of("CO");
            case RETURN_CASE -> Set.of("LO");
            case ASSIGN_CASE -> Set.of("CO", "SU");
            case HOLD_CASE, CLOSE_CASE -> Set.of("SU");
            case READ_JOURNAL -> Set.of("SU", "HD", "AU", "DPO");
        };
    }
}
