package org.repatria.cases.domain.lists;

import java.util.List;
import org.repatria.cases.domain.CaseId;

/** What became of one row. */
public sealed interface EntryOutcome {

    /** A case was opened on the person. */
    record Opened(CaseId caseId) implements EntryOutcome {}

    /** The row waits for a person's eye. */
    record Held(List<HoldReason> reasons) implements EntryOutcome {
        public Held {
            reasons = List.copyOf(reasons);
        }
    }

    /** The person has a case already. */
    record DuplicateOf(CaseId caseId, DuplicateGround ground) implements EntryOutcome {}

    /** The row could not be read. */
    record Rejected(String field, RejectReason reason) implements EntryOutcome {}
}
