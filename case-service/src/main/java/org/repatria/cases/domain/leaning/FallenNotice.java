package org.repatria.cases.domain.leaning;

import java.time.Instant;
import org.repatria.cases.domain.CaseId;
import org.repatria.cases.domain.Relation;

/**
 * A notice of another case, on which this one leans, that has fallen.
 *
 * @param caseId the case in which it stands
 * @param relation the two states of that case: only who sees cases between them learns of it
 */
public record FallenNotice(String noticeId, CaseId caseId, Relation relation, NoticeFate fate, Instant at) {

    boolean saysTheSameAs(FallenNotice other) {
        return noticeId.equals(other.noticeId) && caseId.equals(other.caseId) && fate == other.fate;
    }
}
