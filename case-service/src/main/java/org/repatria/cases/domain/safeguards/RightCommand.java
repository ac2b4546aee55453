package org.repatria.cases.domain.safeguards;

import static org.repatria.cases.domain.CaseReason.*;

import java.time.LocalDate;
import java.util.Optional;
import org.repatria.decider.input.Fresh;
import org.repatria.decider.input.Printed;
import org.repatria.decider.input.Size;

/** What may be asked about the rights of the person. */
@RefusedFor(CASE_CLOSED)
public sealed interface RightCommand extends SafeguardCommand {

    /**
     * A right was observed, or the person chose not to use it.
     *
     * @param evidence the reference of a document, never its content
     */
    @RefusedFor({RIGHT_INCOMPLETE, RIGHT_EXISTS, WRONG_OFFICER, SAFEGUARDS_FULL})
    record RecordRight(
            @Fresh("right-") String rightId,
            RightKind right,
            LocalDate on,
            @Printed @Size(min = 1, max = 120) String evidence,
            Optional<@Size(max = 2_000) String> note)
            implements RightCommand {}
}
