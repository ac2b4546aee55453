package org.repatria.cases.domain.amendments;

import org.repatria.cases.domain.amendments.AmendmentRegister.Change;

/** What may be asked of the register of amendments. */
public sealed interface AmendmentCommand {

    /**
     * Proposes a change that was found to fit all other rows.
     *
     * @param state for which the proposer acts
     */
    record ProposeAmendment(String id, Change change, String reasons, String state) implements AmendmentCommand {}

    /** Makes a proposed change known, as the second person. */
    record ApproveAmendment(String id, String reasons) implements AmendmentCommand {}

    /** Takes a proposed change back. */
    record WithdrawAmendment(String id, String reasons) implements AmendmentCommand {}
}
