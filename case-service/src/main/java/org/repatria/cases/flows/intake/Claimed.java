package org.repatria.cases.flows.intake;

import java.util.List;
import org.repatria.cases.domain.CaseId;
import org.repatria.cases.domain.lists.DuplicateGround;

/** How a claim to an identity ended. */
public sealed interface Claimed {

    /**
     * The person has no case yet.
     *
     * @param suspected cases that may be about the same person
     */
    record Mine(List<CaseId> suspected) implements Claimed {}

    /** The person has a case. */
    record TakenBy(CaseId other, DuplicateGround ground) implements Claimed {}
}
