package org.repatria.cases.domain.lists;

import java.time.Instant;
import java.time.LocalDate;
import org.repatria.cases.domain.ListId;
import org.repatria.clocks.ClockEvent;

/** What can have happened to a list. */
public sealed interface ListEvent {

    ListId listId();

    Instant at();

    /** A readable list is here; its rows have no outcome yet. */
    record ListReceived(ListId listId, ListDescription description, ListContent content, Instant at)
            implements ListEvent {}

    /** Further rows have their outcome. */
    record RowsScreened(ListId listId, int fromRow, Funnel counts, Instant at) implements ListEvent {}

    /** Every row has its outcome. */
    record ListHandedOver(ListId listId, Funnel funnel, Instant at) implements ListEvent {}

    /** The requested state has told the other that the list is here. */
    record ListAcknowledged(ListId listId, LocalDate on, Instant at) implements ListEvent {}

    /** It is proposed what shall become of a held row; an earlier proposal for it is gone. */
    record RowDecisionProposed(ListId listId, RowDecision decision, Instant at) implements ListEvent {}

    /** A second person agrees. */
    record RowDecisionApproved(ListId listId, int row, String by, String reasons, Instant at) implements ListEvent {}

    /** A held row has its outcome. */
    record HeldRowSettled(ListId listId, int row, EntryOutcome outcome, Funnel funnel, Instant at)
            implements ListEvent {}

    /** The clock of the acknowledgement started, warned or ended. */
    record ListClockChanged(ListId listId, ClockEvent event, Instant at) implements ListEvent {}
}
