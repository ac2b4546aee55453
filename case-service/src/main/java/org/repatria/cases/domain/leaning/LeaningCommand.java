package org.repatria.cases.domain.leaning;

import org.repatria.cases.domain.CaseId;
import org.repatria.cases.domain.Relation;

/** What may be asked about the cases that lean on a notice of this one. */
public sealed interface LeaningCommand {

    /**
     * Another case leans on a notice from now on.
     *
     * @param relation the two states of the other case, as it was read for who asks
     */
    record LetLean(String noticeId, CaseId caseId, Relation relation, LeaningGround ground, String reasons)
            implements LeaningCommand {}

    /** Another case leans on a notice no more. */
    record EndLeaning(String noticeId, CaseId caseId, String reasons) implements LeaningCommand {}
}
