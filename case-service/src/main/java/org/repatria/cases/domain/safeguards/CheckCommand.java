package org.repatria.cases.domain.safeguards;

import java.util.List;
import java.util.Optional;
import org.repatria.cases.domain.Happened;
import org.repatria.cases.domain.law.Gate;

/** What may be asked of the checks of a case. */
public sealed interface CheckCommand extends SafeguardCommand {

    /**
     * An officer has made a check.
     *
     * @param entryId made by the writer, so that a repeat meets the same entry
     * @param about the pathway, notice or assurance; empty: the whole case
     */
    record RecordCheck(
            String entryId,
            String check,
            Optional<String> about,
            CheckResult result,
            List<String> conditions,
            String reasons,
            List<String> evidence,
            Happened on)
            implements CheckCommand {
        public RecordCheck {
            conditions = List.copyOf(conditions);
            evidence = List.copyOf(evidence);
        }
    }

    /** The second person agrees. */
    record ApproveCheck(String entryId, String reasons) implements CheckCommand {}

    /** The second person does not agree; the check has to be made anew. */
    record RejectCheck(String entryId, String reasons) implements CheckCommand {}

    /** The conditions under which the check passes are accepted. */
    record AcceptConditions(String entryId, String reasons) implements CheckCommand {}

    /** The person who recorded it takes it back before anybody has decided on it. */
    record WithdrawCheck(String entryId, String reasons) implements CheckCommand {}

    /**
     * The ground of a check is called into question: what was recorded so far is relied on no more.
     *
     * @param about empty: whatever it was recorded about
     */
    record ChallengeCheck(String check, Optional<String> about, Happened on, String reasons) implements CheckCommand {}

    /** The head lets a failure not stand in the way of one gate. */
    record OverrideCheck(String check, Optional<String> about, Gate gate, String reasons) implements CheckCommand {}
}
