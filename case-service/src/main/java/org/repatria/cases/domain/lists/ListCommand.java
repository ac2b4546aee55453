package org.repatria.cases.domain.lists;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.repatria.cases.domain.ListId;
import org.repatria.cases.domain.law.Occasion;
import org.repatria.decider.Actor;
import org.repatria.policy.Act;

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

    /** What a person asks: decided only where it is for this person, on the list that was read for it. */
    record AskedBy(Actor actor, Act act, String purpose, ListCommand command) implements ListCommand {

        @Override
        public Instant at() {
            return command.at();
        }
    }

    /** What is asked of one row that was held. */
    sealed interface OnRow extends ListCommand {

        int row();
    }

    /** Proposes what shall become of a held row. */
    record ProposeRowDecision(
            int row, List<HoldReason> heldBecause, RowDecision.Verdict verdict, String reasons, Occasion occasion)
            implements OnRow {

        @Override
        public Instant at() {
            return occasion.at();
        }
    }

    /** Agrees with what is proposed, as the second person. */
    record ApproveRowDecision(int row, String reasons, Occasion occasion) implements OnRow {

        @Override
        public Instant at() {
            return occasion.at();
        }
    }

    /** Records what came of carrying a decision out. */
    record SettleRow(int row, EntryOutcome outcome, Instant at) implements OnRow {}

    /** What is asked on an occasion: by somebody, under the rules as they are known then. */
    sealed interface OnOccasion extends ListCommand {

        Occasion occasion();

        @Override
        default Instant at() {
            return occasion().at();
        }
    }
}
