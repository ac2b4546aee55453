package org.repatria.cases.domain.access;

import java.util.Set;

/** What somebody may want to do here. */
public enum Act {
    HAND_OVER_LIST,
    READ_LIST,
    ACKNOWLEDGE_LIST,
    /** Proposes to release or reject a row that was held. */
    PROPOSE_ROW,
    /** Agrees with it as the second person. */
    APPROVE_ROW,
    OPEN_CASE,
    READ_CASE,
    SUBMIT_CASE,
    RETURN_CASE,
    RECORD_ANSWER,
    ASSIGN_CASE,
    HOLD_CASE,
    CLOSE_CASE,
    READ_JOURNAL,
    RECORD_FACTS,
    ASSESS,
    PROPOSE_STRATEGY,
    COUNTERSIGN,
    /** Opens or moves a pathway, a notice, an assurance or the case; the tables say which officer for which row. */
    MOVE,
    /** Says that another case leans on a notice; asked of both cases. */
    LEAN,
    /** Records or approves a check or a stay; the rule of the check says which officer. */
    CHECK,
    OVERRIDE,
    MARK_CONFLICT,
    SHARE,
    /** Opens a compartment of the case to an officer, or closes it. */
    GRANT,
    /** Opens a compartment alone, in an emergency. */
    BREAK_GLASS,
    /** Records what clocks hang on, and settles them. */
    KEEP_TIME,
    /** Reads what waits for whom across cases; what is seen of it is a question of each case. */
    READ_WORK,
    READ_SHARED;

    /** The roles that may at all (source: roles and permissions, rows of lists, cases and audit log). */
    public Set<String> roles() {
        return switch (this) {
            case HAND_OVER_LIST -> Set.of("AN", "CO", "LI", "SI");
            case ACKNOWLEDGE_LIST -> Set.of("CO", "LO", "SU");
            case PROPOSE_ROW -> Set.of("AN", "CO");
            case APPROVE_ROW -> Set.of("SU");
            case READ_LIST, READ_CASE -> Set.of("AN", "CO", "LO", "SU", "HD", "AU", "DPO");
            case OPEN_CASE -> Set.of("AN", "CO");
            case SUBMIT_CASE, RECORD_ANSWER -> Set.of("CO");
            case RETURN_CASE -> Set.of("LO");
            case ASSIGN_CASE -> Set.of("CO", "SU");
            case HOLD_CASE, CLOSE_CASE -> Set.of("SU");
            case READ_JOURNAL -> Set.of("SU", "HD", "AU", "DPO");
            case RECORD_FACTS -> Set.of("AN", "CO", "LO");
            case ASSESS, PROPOSE_STRATEGY -> Set.of("CO", "LO");
            case COUNTERSIGN -> Set.of("LO", "SU", "HD", "LI");
            case MOVE -> Set.of("AN", "CO", "LO", "AM", "SU", "HD", "LI", "DPO");
            case LEAN -> Set.of("CO", "LO", "SU");
            case CHECK -> Set.of("AN", "CO", "LO", "AM", "SU", "HD", "DPO");
            case OVERRIDE -> Set.of("HD");
            case MARK_CONFLICT -> Set.of("CO", "LO", "SU", "HD");
            case SHARE -> Set.of("CO", "LO", "SU", "DPO");
            case GRANT -> Set.of("SU", "HD");
            case BREAK_GLASS -> Set.of("AN", "CO", "LO", "SU", "HD", "DPO");
            case KEEP_TIME -> Set.of("CO", "LO", "SU");
            case READ_WORK -> Set.of("AN", "CO", "LO", "SU", "HD", "AU", "DPO", "LI");
            case READ_SHARED -> Set.of("LI", "SU", "HD");
        };
    }
}
