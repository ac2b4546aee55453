package org.repatria.cases.domain.cases;

/** Where a case stands, in the words of its lifecycle. */
public enum Stage {
    DRAFT,
    SCREENING,
    RETURNED_FOR_INFO,
    ON_HOLD,
    CLOSED
}
