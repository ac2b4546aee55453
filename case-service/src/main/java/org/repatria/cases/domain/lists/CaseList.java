package org.repatria.cases.domain.lists;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.repatria.cases.domain.ListId;
import org.repatria.clocks.Clocks;

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

    /**
     * Every row has its outcome.
     *
     * @param decisions on held rows, until they are carried out
     */
    record Received(
            ListId id,
            ListDescription description,
            ListContent content,
            Funnel funnel,
            Instant receivedAt,
            Instant completedAt,
            Optional<LocalDate> acknowledgedOn,
            Optional<Clocks> clocks,
            List<RowDecision> decisions)
            implements Known {

        /** LIMIT: decisions that wait at the same time; with more, nobody looks at any. */
        public static final int DECISIONS_MAX = 200;

        public Received {
            decisions = List.copyOf(decisions);
        }

        public Optional<RowDecision> decision(int row) {
            return decisions.stream().filter(decision -> decision.row() == row).findFirst();
        }

        Received decided(RowDecision decision) {
            return with(funnel, Stream.concat(others(decision.row()), Stream.of(decision)));
        }

        Received settled(int row, Funnel next) {
            return with(next, others(row));
        }

        private Stream<RowDecision> others(int row) {
            return decisions.stream().filter(decision -> decision.row() != row);
        }

        private Received with(Funnel next, Stream<RowDecision> waiting) {
            return new Received(
                    id, description, content, next, receivedAt, completedAt, acknowledgedOn, clocks, waiting.toList());
        }
    }
}
