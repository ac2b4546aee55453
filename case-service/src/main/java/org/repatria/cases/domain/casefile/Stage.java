package org.repatria.cases.domain.casefile;

/** Where a case stands, in the words of its lifecycle. */
public enum Stage {
    DRAFT,
    SCREENING,
    RETURNED_FOR_INFO,
    NOT_ACCEPTED,
    ACCEPTED,
    STRATEGY_PROPOSED,
    STRATEGY_AGREED,
    ACTIVE,
    ON_HOLD,
    UNDER_CHALLENGE,
    RESOLVED,
    CLOSED,
    ARCHIVED,
    ERASED_STUB,
    /**
     * What the other state is told while work rests or the person's identity is under challenge. No case is in this
     * stage.
     */
    NOT_AVAILABLE
}
