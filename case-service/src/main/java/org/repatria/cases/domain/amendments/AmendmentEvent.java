package org.repatria.cases.domain.amendments;

import java.time.Instant;
import java.util.Optional;
import org.repatria.cases.domain.amendments.AmendmentRegister.Change;

/** What happened to amendments of reference data. */
public sealed interface AmendmentEvent {

    /**
     * A change waits for a second person.
     *
     * @param state for which the proposer acts; unknown where nobody noted it yet
     */
    record AmendmentProposed(String id, Change change, String reasons, String by, Optional<String> state, Instant at)
            implements AmendmentEvent {}

    /** A change is known from now on. */
    record AmendmentApproved(String id, Change change, String reasons, String proposedBy, String by, Instant at)
            implements AmendmentEvent {}

    /** A change was taken back before it was known. */
    record AmendmentWithdrawn(String id, String reasons, String by, Instant at) implements AmendmentEvent {}
}
