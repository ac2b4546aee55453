package org.repatria.cases.domain.amendments;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.repatria.cases.domain.law.ReferenceKind;

/**
 * Every amendment of reference data that waits or was approved, in the order in which it came about.
 *
 * <p>There is one register, so that two amendments of one row cannot pass each other. Withdrawn ones are told by the
 * journal only.
 */
public record AmendmentRegister(List<Pending> pending, List<Approved> approved) {

    /** The one register; its journal is the history of all amendments. */
    public static final String ID = "amendments";

    /** LIMIT: amendments that wait at once; each is a task for a supervisor, and nobody works through more. */
    public static final int PENDING_MAX = 200;

    /** LIMIT: approved amendments. At some hundred bytes each, the register stays far below the 16 MB of a document. */
    public static final int APPROVED_MAX = 5_000;

    public AmendmentRegister {
        pending = List.copyOf(pending);
        approved = List.copyOf(approved);
    }

    public static AmendmentRegister none() {
        return new AmendmentRegister(List.of(), List.of());
    }

    /**
     * What is to be amended.
     *
     * @param rowId the row that changes, or a new one, such as {@code CLK-PA-UK}
     * @param row the whole row as it shall be: texts by field; what is a list there is written with commas
     */
    public record Change(ReferenceKind kind, String rowId, Map<String, String> row) {
        public Change {
            row = Map.copyOf(row);
        }

        /** The states whose law the row would be. */
        public Set<String> states() {
            return WhoseLaw.of(kind, rowId, field -> Optional.ofNullable(row.get(field)));
        }

        boolean isOfTheSameRow(Change other) {
            return kind == other.kind && rowId.equals(other.rowId);
        }
    }

    /**
     * Waits for a second person.
     *
     * @param proposedIn the state for which the proposer acts; without it nobody approves what is the law of no single
     *     state
     */
    public record Pending(
            String id,
            Change change,
            String reasons,
            String proposedBy,
            Optional<String> proposedIn,
            Instant proposedAt) {}

    /** Known and relied on since its approval. */
    public record Approved(String id, Change change, String proposedBy, String approvedBy, Instant approvedAt) {}

    public Optional<Pending> pending(String id) {
        return pending.stream().filter(p -> p.id().equals(id)).findFirst();
    }

    boolean isApproved(String id) {
        return approved.stream().anyMatch(a -> a.id().equals(id));
    }

    boolean awaits(Change change) {
        return pending.stream().anyMatch(p -> p.change().isOfTheSameRow(change));
    }

    AmendmentRegister with(Pending proposed) {
        return new AmendmentRegister(
                Stream.concat(pending.stream(), Stream.of(proposed)).toList(), approved);
    }

    AmendmentRegister without(String id) {
        return new AmendmentRegister(
                pending.stream().filter(p -> !p.id().equals(id)).toList(), approved);
    }

    AmendmentRegister with(Approved known) {
        return new AmendmentRegister(
                without(known.id()).pending(),
                Stream.concat(approved.stream(), Stream.of(known)).toList());
    }
}
