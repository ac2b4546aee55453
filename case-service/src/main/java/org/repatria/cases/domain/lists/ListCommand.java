package org.repatria.cases.domain.lists;

import java.time.Instant;
import org.repatria.cases.domain.ListId;

/** What may be asked of a list. */
public sealed interface ListCommand {

    Instant at();

    /** Takes a list in whose file was found readable. */
    record ReceiveList(ListId listId, ListDescription description, ListContent content, Instant at)
            implements ListCommand {}

    /**
     * Records that further rows have their outcome.
     *
     * @param fromRow the first of them, from 1
     * @param counts their outcomes; the last row is {@code fromRow + counts.rows() - 1}
     */
    record RecordScreenedRows(int fromRow, Funnel counts, Instant at) implements ListCommand {}
}
