package org.repatria.cases.domain.casefile;

import java.util.EnumSet;
import java.util.Set;

/** How a case ended. */
public enum CaseOutcome {
    SURRENDERED,
    REMOVED,
    RETURNED_VOLUNTARILY,
    CONVICTED_IN_HOST,
    ACQUITTED_IN_HOST,
    PROSECUTION_DECLINED,
    ASSETS_RECOVERED_ONLY,
    DECEASED,
    IDENTITY_ERROR,
    WITHDRAWN_BY_RS,
    REFUSED,
    TIME_BARRED,
    NOT_LOCATED;

    /** Outcomes that only a pathway brings about: no case without an agreed strategy can end so. */
    private static final Set<CaseOutcome> OF_A_PATHWAY = EnumSet.of(
            SURRENDERED,
            REMOVED,
            RETURNED_VOLUNTARILY,
            CONVICTED_IN_HOST,
            ACQUITTED_IN_HOST,
            PROSECUTION_DECLINED,
            ASSETS_RECOVERED_ONLY);

    public boolean needsPathway() {
        return OF_A_PATHWAY.contains(this);
    }
}
