package org.repatria.cases.domain.lifecycle;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.repatria.cases.domain.Happened;

/** What may be asked of the courses of a case. Ids come from outside. */
public sealed interface LifecycleCommand {

    /** Opens a pathway, a notice or an assurance. */
    record OpenCourse(
            String courseId,
            String kind,
            String title,
            Happened happened,
            String reasons,
            Map<String, String> particulars,
            List<String> documents)
            implements LifecycleCommand {
        public OpenCourse {
            particulars = Particulars.inOrder(particulars);
            documents = List.copyOf(documents);
        }
    }

    /**
     * Makes a move, or proposes it where its row asks for a second person.
     *
     * @param newId names the proposal, or the course that the move opens
     */
    record MakeMove(Move move, String newId) implements LifecycleCommand {}

    /** A second person agrees. */
    record Approve(String proposalId, String reasons) implements LifecycleCommand {}

    /** A second person disagrees. */
    record Refuse(String proposalId, String reasons) implements LifecycleCommand {}

    /** Who proposed it takes it back. */
    record Withdraw(String proposalId, String reasons) implements LifecycleCommand {}

    /** Time has passed. */
    record ExpireProposals() implements LifecycleCommand {}

    /** The requesting state lays a further charge after the surrender whose specialty is watched. */
    record RecordLaterCharge(String chargeId, String title, LocalDate laidOn) implements LifecycleCommand {}

    /** The host state consents or not, or the requesting state drops the charge. */
    record DecideLaterCharge(String chargeId, LaterCharge.Outcome outcome, LocalDate on, String document)
            implements LifecycleCommand {}
}
