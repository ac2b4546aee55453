package org.repatria.cases.domain.safeguards;

import static org.repatria.cases.domain.CaseReason.*;

import org.repatria.decider.input.Printed;
import org.repatria.decider.input.Size;

/** What may be asked about conflicts of interest. */
@RefusedFor(CASE_CLOSED)
public sealed interface ConflictCommand extends SafeguardCommand {

    /** A person has an interest of their own in the case; anybody may say it of themselves. */
    @RefusedFor({CONFLICT_MARKED, REASONS_REQUIRED, WRONG_OFFICER, SAFEGUARDS_FULL})
    record MarkConflict(
            @Printed @Size(min = 1, max = 100) String officer,
            @Size(min = 1, max = 2000) String reasons) implements ConflictCommand {}

    /** The interest is no more; never said by the person concerned. */
    @RefusedFor({CONFLICT_NOT_MARKED, REASONS_REQUIRED, SAME_PERSON, WRONG_OFFICER, CONFLICT_OF_INTEREST})
    record UnmarkConflict(
            @Printed @Size(min = 1, max = 100) String officer,
            @Size(min = 1, max = 2000) String reasons) implements ConflictCommand {}
}
