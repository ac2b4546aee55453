package org.repatria.cases.domain.lifecycle;

import java.time.Instant;
import java.util.List;
import org.repatria.cases.domain.Side;
import org.repatria.cases.domain.law.Officer;

/**
 * A move that waits for a second person; until then nothing has moved.
 *
 * @param proposedAs the officer as whom it was proposed; the approver must be of a higher role
 * @param approvedBy who may approve it, for lists of what waits
 * @param expiresAt from this moment on it can no longer be approved
 */
public record Proposal(
        String id,
        String kind,
        String from,
        Move move,
        String proposedBy,
        Officer proposedAs,
        List<Officer> approvedBy,
        Instant proposedAt,
        Instant expiresAt) {

    public Proposal {
        approvedBy = List.copyOf(approvedBy);
    }

    public boolean isOpenAt(Instant at) {
        return at.isBefore(expiresAt);
    }

    /** Whether the other state may know that it waits. */
    public boolean isTold() {
        return Lifecycles.of(kind).isToldWhole();
    }

    /** As the other state is told of it: the reasons are those of its own officers alone. */
    Proposal told() {
        var own = proposedAs.side() == Side.REQUESTING;
        var told = new Move(
                move.courseId(),
                move.to(),
                move.happened(),
                own ? move.reasons() : "withheld",
                own ? move.particulars() : Lifecycles.of(kind).told().told(move.particulars()),
                move.documents());
        return new Proposal(id, kind, from, told, proposedBy, proposedAs, approvedBy, proposedAt, expiresAt);
    }

    boolean isFor(Move other) {
        return move.courseId().equals(other.courseId()) && move.to().equals(other.to());
    }
}
