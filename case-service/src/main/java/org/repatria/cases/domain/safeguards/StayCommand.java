package org.repatria.cases.domain.safeguards;

import java.util.Optional;
import org.repatria.cases.domain.Happened;

/** What may be asked about stays. */
public sealed interface StayCommand extends SafeguardCommand {

    /** A court, a treaty body or another authority has said that something is not to be done. */
    record RecordStay(
            String stayId,
            Stay.Scope scope,
            String body,
            String measure,
            Happened receivedOn,
            Optional<String> document)
            implements StayCommand {}

    /** The body has ended the stay. */
    record LiftStay(String stayId, Happened liftedOn, String document) implements StayCommand {}
}
