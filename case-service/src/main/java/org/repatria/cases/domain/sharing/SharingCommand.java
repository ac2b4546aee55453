package org.repatria.cases.domain.sharing;

import static org.repatria.cases.domain.CaseReason.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.repatria.decider.input.Fresh;
import org.repatria.decider.input.Printed;
import org.repatria.decider.input.Size;

/** What may be asked about the data that leave a case, and about who sees its compartments. */
public sealed interface SharingCommand
        permits SharingCommand.RecordDisclosure, SharingCommand.CorrectRecipients, GrantCommand {

    /** Data are sent to authorities for a purpose. */
    @RefusedFor({
        CASE_UNDER_CHALLENGE,
        DISCLOSURE_GATE_NOT_PASSED,
        CONTENT_NEVER_SHARED,
        DISCLOSURE_INCOMPLETE,
        DISCLOSURE_EXISTS,
        WRONG_OFFICER,
        CONFLICT_OF_INTEREST,
        SHARING_FULL
    })
    record RecordDisclosure(
            @Fresh("disclosure-") String disclosureId,
            @Size(min = 1, max = 50) List<@Printed @Size(min = 1, max = 120) String> recipients,
            @Size(min = 1, max = 10) Set<Content> content,
            @Size(min = 1, max = 500) String purpose,
            LocalDate on)
            implements SharingCommand {
        public RecordDisclosure {
            recipients = List.copyOf(recipients);
            content = Set.copyOf(content);
        }
    }

    /**
     * What was sent is wrong; everybody who got it is told.
     *
     * @param content what was wrong; empty: anything that was sent
     */
    @RefusedFor({NOBODY_TO_NOTIFY, DISCLOSURE_INCOMPLETE, CORRECTION_EXISTS, WRONG_OFFICER, SHARING_FULL})
    record CorrectRecipients(
            @Fresh("correction-") String correctionId,
            @Size(max = 10) Set<Content> content,
            @Size(min = 1, max = 4000) String reasons,
            LocalDate on)
            implements SharingCommand {
        public CorrectRecipients {
            content = Set.copyOf(content);
        }
    }
}
