package org.repatria.cases.domain.leaning;

import org.repatria.cases.domain.CaseId;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.safeguards.Signature;

/**
 * Another case leans on a notice of this one.
 *
 * @param caseId the other case
 * @param relation its two states, which never change: only who sees cases between them learns of it
 */
public record Leaning(String noticeId, CaseId caseId, Relation relation, LeaningGround ground, Signature signature) {

    boolean isOf(String notice, CaseId other) {
        return noticeId.equals(notice) && caseId.equals(other);
    }

    /**
     * Whether the requesting state of the case with the notice knows of the other case. It does where it asked for that
     * one too.
     */
    public boolean isTold(Relation ofNotice) {
        return relation.requesting().equals(ofNotice.requesting());
    }
}
