package org.repatria.cases.domain.amendments;

import java.time.Instant;
import org.repatria.cases.domain.amendments.AmendmentRegister.Change;

/** What may be asked of the register of amendments. */
public sealed interface AmendmentCommand {

    /**
     * Proposes a change that was found to fit all other rows.
     *
     * @param state for which the proposer acts
     */
    record ProposeAmendment(String id, Change change, String reasons, String by, String state, Instant at)
            implements AmendmentCommand {}

    /** Makes a proposed change known, as the second person. */
    record ApproveAmendment(String id, String reasons, String by, Instant at) implements AmendmentCommand {}

    /** Takes a proposed change back. */
    record WithdrawAmendment(String id, String reasons, String by, Instant at) implements AmendmentCommand {}
}
