package org.repatria.assets.domain;

import java.time.Instant;

/** That an asset belongs to a case, as far as the case is known here. */
public record CaseLink(CaseId caseId, Standing standing, Instant linkedAt) {

    /** What this service knows of the case behind a link. */
    public enum Standing {
        /** No case of that id has appeared yet; the link takes hold when it does. */
        UNLINKED,
        /** The case exists and is open. */
        KNOWN,
        /** The case exists and was closed; the asset goes on. */
        CASE_CLOSED
    }

    CaseLink standing(Standing now) {
        return new CaseLink(caseId, now, linkedAt);
    }
}
