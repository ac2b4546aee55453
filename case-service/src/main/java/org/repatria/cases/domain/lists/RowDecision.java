package org.repatria.cases.domain.lists;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What shall become of a row that was held. One person proposes it, and another approves it before it is carried out.
 *
 * @param heldBecause why the row was held
 * @param approvedBy empty while it waits for the second person
 */
public record RowDecision(
        int row,
        List<HoldReason> heldBecause,
        Verdict verdict,
        String proposedBy,
        String reasons,
        Instant proposedAt,
        Optional<String> approvedBy) {

    public RowDecision {
        heldBecause = List.copyOf(heldBecause);
    }

    /** What is proposed. */
    public enum Verdict {
        /** A case is opened on the person, unless the person has one already. */
        RELEASE,
        /** No case is opened. */
        REJECT
    }

    boolean isApproved() {
        return approvedBy.isPresent();
    }

    RowDecision approved(String by) {
        return new RowDecision(row, heldBecause, verdict, proposedBy, reasons, proposedAt, Optional.of(by));
    }
}
