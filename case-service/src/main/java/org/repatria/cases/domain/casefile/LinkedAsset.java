package org.repatria.cases.domain.casefile;

import java.util.Set;

/**
 * What a case knows of an asset that names it; the money itself is kept by the asset service.
 *
 * @param version of the asset's snapshot; an older one tells nothing new
 * @param state in the words of the asset's lifecycle
 */
public record LinkedAsset(String assetId, long version, String state) {

    /**
     * States in which nothing is restrained, held or owed (source: lifecycle of the asset). Either that is still to
     * come, or it is over.
     */
    private static final Set<String> SETTLED = Set.of(
            "IDENTIFIED",
            "TRACED",
            "RETURNED",
            "RELEASED",
            "LAPSED",
            "DISSIPATED",
            "AWARDED_TO_CLAIMANT",
            "NOT_RECOVERABLE",
            "WITHDRAWN_ERROR");

    /** Whether no money of it is open; a state that is not known here counts as open. */
    public boolean isSettled() {
        return SETTLED.contains(state);
    }
}
