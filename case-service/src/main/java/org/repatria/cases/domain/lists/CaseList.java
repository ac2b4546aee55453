package org.repatria.cases.domain.lists;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.repatria.cases.domain.ListId;
import org.repatria.cases.domain.clocks.Clocks;

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

        /** When the requested state has told the other that the list is here. */
        Optional<LocalDate> acknowledgedOn();

        /** The clock of the acknowledgement; empty for a list of the time before there were clocks. */
        Optional<Clocks> clocks();
    }

    /** Its rows are being looked at; a repeat of the same list goes on where this one stopped. */
    record Receiving(
            ListId id,
            ListDescription description,
            ListContent content,
            Funnel funnel,
            Instant receivedAt,
            Optional<LocalDate> acknowledgedOn,
            Optional<Clocks> clocks)
            implements Known {}

    /** Every row has its outcome. */
    record Received(
            ListId id,
            ListDescription description,
            ListContent content,
            Funnel funnel,
            Instant receivedAt,
            Instant completedAt,
            Optional<LocalDate> acknowledgedOn,
            Optional<Clocks> clocks)
            implements Known {}
}
