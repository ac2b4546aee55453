package org.repatria.cases.domain.cases;

import java.time.Instant;
import java.time.LocalDate;
import org.repatria.cases.domain.CaseId;

/** One person sought in one relation of two states; each stage is a type of its own. */
public sealed interface Case {

    /** Nothing has happened yet. */
    record Unopened() implements Case {}

    /** A case with a file, open or closed. */
    sealed interface Opened extends Case {

        CaseFile file();

        Stage stage();

        default CaseId id() {
            return file().id();
        }
    }

    /** A case on which work may go on. */
    sealed interface Open extends Opened {}

    /** Named by the requesting state, not yet looked at. */
    record Draft(CaseFile file) implements Open {
        @Override
        public Stage stage() {
            return Stage.DRAFT;
        }
    }

    /** Identity and sufficiency are being looked at. */
    record Screening(CaseFile file) implements Open {
        @Override
        public Stage stage() {
            return Stage.SCREENING;
        }
    }

    /** The requesting state was asked for what is missing. */
    record ReturnedForInfo(CaseFile file) implements Open {
        @Override
        public Stage stage() {
            return Stage.RETURNED_FOR_INFO;
        }
    }

    /**
     * Work rests for a reason; legal clocks keep running.
     *
     * @param comesBackTo the stage that the case returns to
     * @param reviewOn the day on which the reason is looked at again
     */
    record OnHold(CaseFile file, Stage comesBackTo, String reason, LocalDate reviewOn) implements Open {
        @Override
        public Stage stage() {
            return Stage.ON_HOLD;
        }
    }

    /** Ended, with an outcome and its reasons. */
    record Closed(CaseFile file, CaseOutcome outcome, String reasons, Instant closedAt) implements Opened {
        @Override
        public Stage stage() {
            return Stage.CLOSED;
        }
    }
}
