package org.repatria.cases.domain.lists;

import java.time.Instant;
import org.repatria.cases.domain.ListId;

/** A list of persons sought that one state handed to another. */
public sealed interface CaseList {

    /** Nobody has handed it over. */
    record Unknown() implements CaseList {}

    /** A list that is here, wholly or in part. */
    sealed interface Known extends CaseList {
        ListId id();

        ListDescription description();

        ListContent content();

        Instant receivedAt();

        /** Outcomes so far. */
        Funnel funnel();
    }

    /** Its rows are being looked at; a repeat of the same list goes on where this one stopped. */
    record Receiving(ListId id, ListDescription description, ListContent content, Funnel funnel, Instant receivedAt)
            implements Known {}

    /** Every row has its outcome. */
    record Received(
            ListId id,
            ListDescription description,
            ListContent content,
            Funnel funnel,
            Instant receivedAt,
            Instant completedAt)
            implements Known {}
}
