package org.repatria.cases.domain.amendments;

/** Why the register of amendments says no. */
public enum AmendmentRefusal {
    AMENDMENT_NOT_FOUND,
    /** It was approved before. */
    AMENDMENT_APPROVED,
    /** Another change of the same row waits. */
    ROW_AWAITS_APPROVAL,
    APPROVER_IS_PROPOSER,
    AMENDMENTS_TOO_MANY
}
