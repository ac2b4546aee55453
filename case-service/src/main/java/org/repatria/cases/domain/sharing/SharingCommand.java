package org.repatria.cases.domain.sharing;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What may be asked about the data that leave a case, and about who sees its compartments. */
public sealed interface SharingCommand
        permits SharingCommand.RecordDisclosure, SharingCommand.NotifyRecipients, GrantCommand {

    /** Data are sent to authorities for a purpose. */
    record RecordDisclosure(
            String disclosureId, List<String> recipients, Set<Content> content, String purpose, LocalDate on)
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
    record NotifyRecipients(String correctionId, Set<Content> content, String reasons, LocalDate on)
            implements SharingCommand {
        public NotifyRecipients {
            content = Set.copyOf(content);
        }
    }
}
