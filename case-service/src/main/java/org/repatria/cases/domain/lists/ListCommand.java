package org.repatria.cases.domain.lists;

import java.time.LocalDate;
import java.util.List;
import org.repatria.cases.domain.ListId;
import org.repatria.policy.Act;

/** What may be asked of a list. */
public sealed interface ListCommand {

    /** Takes a list in whose file was found readable. */
    record ReceiveList(ListId listId, ListDescription description, ListContent content) implements ListCommand {}

    /**
     * Records that further rows have their outcome.
     *
     * @param fromRow the first of them, from 1
     * @param counts their outcomes; the last row is {@code fromRow + counts.rows() - 1}
     */
    record RecordScreenedRows(int fromRow, Funnel counts) implements ListCommand {}

    /** Records that the requested state has told the other that the list is here. */
    record AcknowledgeList(LocalDate on) implements ListCommand {}

    /** Lets the list say what the time has brought. */
    record PassTime() implements ListCommand {}

    /** What a person asks: decided only where it is for this person, on the list that was read for it. */
    record UnderPolicy(Act act, ListCommand command) implements ListCommand {}

    /** What is asked of one row that was held. */
    sealed interface OnRow extends ListCommand {

        int row();
    }

    /** Proposes what shall become of a held row. */
    record ProposeRowDecision(int row, List<HoldReason> heldBecause, RowDecision.Verdict verdict, String reasons)
            implements OnRow {}

    /** Agrees with what is proposed, as the second person. */
    record ApproveRowDecision(int row, String reasons) implements OnRow {}

    /** Records what came of carrying a decision out. */
    record SettleRow(int row, EntryOutcome outcome) implements OnRow {}
}
