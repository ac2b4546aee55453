package org.repatria.cases.domain.safeguards;

import java.util.List;
import java.util.Optional;
import org.repatria.clocks.Happened;

/** What has happened to the checks of a case. */
public sealed interface CheckEvent extends SafeguardEvent {

    /** A check was made and waits for the second person. */
    record CheckRecorded(CheckEntry entry) implements CheckEvent {}

    /** The second person agreed. */
    record CheckApproved(String entryId, Signature signature) implements CheckEvent {}

    /** The second person did not agree. */
    record CheckRejected(String entryId, Signature signature) implements CheckEvent {}

    /** The conditions of the check are accepted. */
    record ConditionsAccepted(String entryId, Signature signature) implements CheckEvent {}

    /** The check was taken back. */
    record CheckWithdrawn(String entryId, Signature signature) implements CheckEvent {}

    /** The ground of these entries was called into question. */
    record CheckChallenged(
            String check, Optional<String> about, List<String> entryIds, Happened on, Signature signature)
            implements CheckEvent {
        public CheckChallenged {
            entryIds = List.copyOf(entryIds);
        }
    }

    /** The head let a failure not stand in the way of one gate. */
    record CheckOverridden(CheckOverride override) implements CheckEvent {}
}
