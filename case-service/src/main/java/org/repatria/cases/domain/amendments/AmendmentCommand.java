package org.repatria.cases.domain.amendments;

import static org.repatria.cases.domain.amendments.AmendmentReason.*;

import org.repatria.cases.domain.amendments.AmendmentRegister.Change;

/** What may be asked of the register of amendments. */
@RefusedFor(AMENDMENT_APPROVED)
public sealed interface AmendmentCommand {

    /**
     * Proposes a change that was found to fit all other rows.
     *
     * @param state for which the proposer acts
     */
    @RefusedFor({ROW_AWAITS_APPROVAL, AMENDMENTS_TOO_MANY})
    record ProposeAmendment(String id, Change change, String reasons, String state) implements AmendmentCommand {}

    /** Makes a proposed change known, as the second person. */
    @RefusedFor({AMENDMENT_NOT_FOUND, APPROVER_IS_PROPOSER, AMENDMENTS_TOO_MANY})
    record ApproveAmendment(String id, String reasons) implements AmendmentCommand {}

    /** Takes a proposed change back. */
    @RefusedFor(AMENDMENT_NOT_FOUND)
    record WithdrawAmendment(String id, String reasons) implements AmendmentCommand {}
}
