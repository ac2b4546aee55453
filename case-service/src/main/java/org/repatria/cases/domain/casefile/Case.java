package org.repatria.cases.domain.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.repatria.cases.domain.CaseId;
import org.repatria.cases.domain.Relation;

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

    /** As the other state is told of a case that rests or is under challenge: the one looks like the other. */
    record NotAvailable(CaseFile file) implements Open {
        @Override
        public Stage stage() {
            return Stage.NOT_AVAILABLE;
        }
    }

    /** Accepted, and somewhere between the first proposal of a strategy and the last pathway. */
    record Underway(CaseFile file, Stage stage) implements Open {
        /** The stages that carry nothing of their own. */
        private static final Set<Stage> STAGES =
                EnumSet.of(Stage.ACCEPTED, Stage.STRATEGY_PROPOSED, Stage.STRATEGY_AGREED, Stage.ACTIVE);

        public Underway {
            if (!STAGES.contains(stage)) {
                throw new IllegalArgumentException("a case under way does not stand at " + stage);
            }
        }
    }

    /**
     * The person sought disputes identity or data, or somebody reported coercion: nothing new is shared.
     *
     * @param comesBackTo the stage that the case returns to
     */
    record UnderChallenge(CaseFile file, Stage comesBackTo, String reasons) implements Open {
        @Override
        public Stage stage() {
            return Stage.UNDER_CHALLENGE;
        }
    }

    /** Every pathway has ended; the case awaits its closing by two persons. */
    record Resolved(CaseFile file, CaseOutcome outcome, String reasons) implements Open {
        @Override
        public Stage stage() {
            return Stage.RESOLVED;
        }
    }

    /**
     * Screened, and not taken on.
     *
     * @param ground the coded reason that the requesting state is told
     */
    record NotAccepted(CaseFile file, String ground, String reasons, Instant at) implements Opened {
        @Override
        public Stage stage() {
            return Stage.NOT_ACCEPTED;
        }
    }

    /** Ended, with an outcome and its reasons. */
    record Closed(CaseFile file, CaseOutcome outcome, String reasons, Instant closedAt) implements Opened {
        @Override
        public Stage stage() {
            return Stage.CLOSED;
        }
    }

    /**
     * Ended, and kept out of the daily work until its retention ends.
     *
     * @param word the outcome, or the coded reason of a case that was not accepted
     */
    record Archived(CaseFile file, String word, String reasons, Instant endedAt) implements Opened {
        @Override
        public Stage stage() {
            return Stage.ARCHIVED;
        }
    }

    /** Erased at the end of its retention: what remains says that there was a case, and why it is gone. */
    record ErasedStub(CaseId id, Relation relation, Instant openedAt, Instant erasedAt, String reasons)
            implements Case {}
}
