package org.repatria.cases.domain.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.repatria.clocks.Happened;

/** What has happened to the courses of a case. */
public sealed interface LifecycleEvent {

    /**
     * A course has begun.
     *
     * @param because the course whose move opened this one
     */
    record CourseOpened(
            String courseId,
            String kind,
            String title,
            String state,
            Happened happened,
            String reasons,
            Map<String, String> particulars,
            List<String> documents,
            Optional<String> because,
            String by,
            Instant at)
            implements LifecycleEvent {
        public CourseOpened {
            particulars = Particulars.inOrder(particulars);
            documents = List.copyOf(documents);
        }
    }

    /** A course has moved; a second person has agreed where one is needed. */
    record Moved(
            String courseId,
            String kind,
            String from,
            String to,
            Happened happened,
            String reasons,
            Map<String, String> particulars,
            List<String> documents,
            String by,
            Optional<String> approvedBy,
            Instant at)
            implements LifecycleEvent {
        public Moved {
            particulars = Particulars.inOrder(particulars);
            documents = List.copyOf(documents);
        }
    }

    /** A move waits for a second person. */
    record MoveProposed(Proposal proposal) implements LifecycleEvent {}

    /** A second person has agreed; the move follows. */
    record ProposalApproved(String proposalId, String courseId, String by, String reasons, Instant at)
            implements LifecycleEvent {}

    /** A second person has disagreed. */
    record ProposalRefused(String proposalId, String courseId, String by, String reasons, Instant at)
            implements LifecycleEvent {}

    /** Who proposed it has taken it back. */
    record ProposalWithdrawn(String proposalId, String courseId, String by, String reasons, Instant at)
            implements LifecycleEvent {}

    /** Nobody agreed in time. */
    record ProposalExpired(String proposalId, String courseId, Instant at) implements LifecycleEvent {}

    /** The course has moved on meanwhile, so that the proposal has no ground any more. */
    record ProposalOvertaken(String proposalId, String courseId, Instant at) implements LifecycleEvent {}

    /** The requesting state has laid a further charge after surrender. */
    record LaterChargeRecorded(String courseId, String chargeId, String title, LocalDate laidOn, String by, Instant at)
            implements LifecycleEvent {}

    /** The question of consent to a later charge is answered. */
    record LaterChargeDecided(
            String courseId,
            String chargeId,
            LaterCharge.Outcome outcome,
            LocalDate on,
            String document,
            String by,
            Instant at)
            implements LifecycleEvent {}
}
