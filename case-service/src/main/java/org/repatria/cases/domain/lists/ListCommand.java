package org.repatria.cases.domain.lists;

import java.time.Instant;
import java.time.LocalDate;
import org.repatria.cases.domain.ListId;
import org.repatria.cases.domain.reference.Occasion;

/** What may be asked of a list. */
public sealed interface ListCommand {

    Instant at();

    /** Takes a list in whose file was found readable. */
    record ReceiveList(ListId listId, ListDescription description, ListContent content, Occasion occasion)
            implements OnOccasion {}

    /**
     * Records that further rows have their outcome.
     *
     * @param fromRow the first of them, from 1
     * @param counts their outcomes; the last row is {@code fromRow + counts.rows() - 1}
     */
    record RecordScreenedRows(int fromRow, Funnel counts, Instant at) implements ListCommand {}

    /** Records that the requested state has told the other that the list is here. */
    record AcknowledgeList(LocalDate on, Occasion occasion) implements OnOccasion {}

    /** Lets the list say what the time has brought. */
    record PassTime(Occasion occasion) implements OnOccasion {}

    /** What is asked on an occasion: by somebody, under the rules as they are known then. */
    sealed interface OnOccasion extends ListCommand {

        Occasion occasion();

        @Override
        default Instant at() {
            return occasion().at();
        }
    }
}
