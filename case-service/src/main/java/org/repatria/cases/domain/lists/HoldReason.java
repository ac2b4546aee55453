package org.repatria.cases.domain.lists;

/** Why a row waits for a person's eye before a case is opened. */
public enum HoldReason {
    /** The row tells too little to know whom it means. */
    IDENTITY_INSUFFICIENT,
    /** The requesting state itself says that the person has died. */
    REPORTED_DECEASED,
    /** The row places the person in another state than the one asked. */
    NOT_LOCATED_IN_HOST,
    /** The row contradicts itself. */
    UNCLEAR,
    /** A cell of the row could not be used. */
    CELL_UNUSABLE
}
