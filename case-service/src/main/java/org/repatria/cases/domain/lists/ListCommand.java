package org.repatria.cases.domain.lists;

import static org.repatria.cases.domain.lists.ListReason.*;

import java.time.LocalDate;
import java.util.List;
import org.repatria.cases.domain.ListId;
import org.repatria.decider.Carrying;
import org.repatria.policy.Act;

/** What may be asked of a list. */
@RefusedFor(LIST_NOT_FOUND)
public sealed interface ListCommand {

    /** Takes a list in whose file was found readable. */
    @RefusedFor(LIST_REFERENCE_IN_USE)
    record ReceiveList(ListId listId, ListDescription description, ListContent content) implements ListCommand {}

    /**
     * Records that further rows have their outcome.
     *
     * @param fromRow the first of them, from 1
     * @param counts their outcomes; the last row is {@code fromRow + counts.rows() - 1}
     */
    @RefusedFor({LIST_ROWS_OUT_OF_ORDER, LIST_ROWS_TOO_MANY})
    record RecordScreenedRows(int fromRow, Funnel counts) implements ListCommand {}

    /** Records that the requested state has told the other that the list is here. */
    @RefusedFor({LIST_ALREADY_ACKNOWLEDGED, LIST_ACKNOWLEDGEMENT_OUT_OF_TIME})
    record AcknowledgeList(LocalDate on) implements ListCommand {}

    /** Lets the list say what the time has brought. */
    record PassTime() implements ListCommand {}

    /** What a person asks: decided only where it is for this person, on the list that was read for it. */
    record UnderPolicy(Act act, ListCommand command) implements ListCommand, Carrying {}

    /** What is asked of one row that was held. */
    @RefusedFor(LIST_STILL_RECEIVING)
    sealed interface OnRow extends ListCommand {

        int row();
    }

    /** Proposes what shall become of a held row. */
    @RefusedFor({LIST_ROW_REASONS_REQUIRED, LIST_ROW_DECIDED, LIST_DECISIONS_TOO_MANY})
    record ProposeRowDecision(int row, List<HoldReason> heldBecause, RowDecision.Verdict verdict, String reasons)
            implements OnRow {}

    /** Agrees with what is proposed, as the second person. */
    @RefusedFor({LIST_ROW_NOT_PROPOSED, LIST_ROW_SAME_PERSON, LIST_ROW_REASONS_REQUIRED})
    record ApproveRowDecision(int row, String reasons) implements OnRow {}

    /** Records what came of carrying a decision out. */
    @RefusedFor(LIST_ROW_NOT_PROPOSED)
    record SettleRow(int row, EntryOutcome outcome) implements OnRow {}
}
