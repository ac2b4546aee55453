package org.repatria.cases.domain.safeguards;

import static org.repatria.cases.domain.CaseReason.*;

import java.time.LocalDate;
import java.util.Optional;
import org.repatria.decider.input.Fresh;
import org.repatria.decider.input.InPath;
import org.repatria.decider.input.Printed;
import org.repatria.decider.input.Size;

/** What may be asked about stays. */
public sealed interface StayCommand extends SafeguardCommand {

    /**
     * A court, a treaty body or another authority has said that something is not to be done.
     *
     * @param scope MOVEMENT where nothing is said: the person is not to be moved; DATA: a legal hold on what is on file
     */
    @RefusedFor({STAY_INCOMPLETE, STAY_EXISTS, WRONG_OFFICER, SAFEGUARDS_FULL})
    record RecordStay(
            @Fresh("stay-") String stayId,
            Optional<Stay.Scope> scope,
            @Size(min = 1, max = 120) String body,
            @Size(min = 1, max = 500) String measure,
            LocalDate receivedOn,
            Optional<@Printed @Size(max = 120) String> document)
            implements StayCommand {}

    /** The body has ended the stay. */
    @RefusedFor({STAY_UNKNOWN, STAY_ALREADY_LIFTED, STAY_INCOMPLETE, WRONG_OFFICER, CONFLICT_OF_INTEREST})
    record LiftStay(
            @InPath String stayId,
            LocalDate liftedOn,
            @Printed @Size(min = 1, max = 120) String document) implements StayCommand {}
}
