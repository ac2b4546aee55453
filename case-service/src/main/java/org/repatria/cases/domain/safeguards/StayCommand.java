package org.repatria.cases.domain.safeguards;

import java.util.Optional;
import org.repatria.cases.domain.Happened;

/** What may be asked about stays. */
public sealed interface StayCommand extends SafeguardCommand {

    /** A court or treaty body has said that the person is not to be moved. */
    record RecordStay(String stayId, String body, String measure, Happened receivedOn, Optional<String> document)
            implements StayCommand {}

    /** The body has ended the stay. */
    record LiftStay(String stayId, Happened liftedOn, String document) implements StayCommand {}
}
