package org.repatria.assets.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * That an asset belongs to a case, as far as the case is known here.
 *
 * @param ground on what steps on the asset may rest in that case; empty until the case has said so
 */
public record CaseLink(CaseId caseId, Standing standing, Instant linkedAt, Optional<CaseGround> ground) {

    /** What this service knows of the case behind a link. */
    public enum Standing {
        /** No case of that id has appeared yet; the link takes hold when it does. */
        UNLINKED,
        /** The case exists and is open. */
        KNOWN,
        /** The case exists and was closed; the asset goes on. */
        CASE_CLOSED
    }

    public CaseLink(CaseId caseId, Standing standing, Instant linkedAt) {
        this(caseId, standing, linkedAt, Optional.empty());
    }

    CaseLink standing(Standing now) {
        return new CaseLink(caseId, now, linkedAt, ground);
    }

    CaseLink on(CaseGround now) {
        return new CaseLink(caseId, standing, linkedAt, Optional.of(now));
    }

    /** Whether what a case says of its ground is newer than what is known. */
    boolean isOlderThan(CaseGround said) {
        return ground.filter(known -> known.number() >= said.number()).isEmpty();
    }
}
