package org.repatria.cases.domain.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What a case knows of an asset that names it; the money itself is kept by the asset service.
 *
 * @param version of the asset's snapshot; an older one tells nothing new
 * @param state in the words of the asset's lifecycle; one sold before it is confiscated for good counts as SEIZED
 * @param standsSince the day from which it stands so
 * @param heldUntil the first day on which an order that holds it ends
 * @param changedAt when an order of it last changed; empty where the asset does not say
 */
public record LinkedAsset(
        String assetId,
        long version,
        String state,
        Optional<LocalDate> standsSince,
        Optional<LocalDate> heldUntil,
        Optional<Instant> changedAt) {

    private static final String RELEASED = "RELEASED";

    /**
     * States in which nothing is restrained, held or owed (source: lifecycle of the asset). Either that is still to
     * come, or it is over. A released asset is not in it: a court that ends an order does not say where the money went.
     */
    private static final Set<String> SETTLED = Set.of(
            "IDENTIFIED",
            "TRACED",
            "RETURNED",
            "LAPSED",
            "DISSIPATED",
            "AWARDED_TO_CLAIMANT",
            "NOT_RECOVERABLE",
            "WITHDRAWN_ERROR");

    /** An asset of which only the state is known. */
    public LinkedAsset(String assetId, long version, String state) {
        this(assetId, version, state, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether no money of it is open; a state that is not known here counts as open. */
    public boolean isSettled() {
        return SETTLED.contains(state);
    }

    /** Whether its orders have ended, which settles it only with a decision on the pathway of recovery. */
    public boolean isReleased() {
        return state.equals(RELEASED);
    }

    /** Whether the newer news of the same asset say anything else. */
    boolean differsFrom(LinkedAsset newer) {
        return !(state.equals(newer.state)
                && standsSince.equals(newer.standsSince)
                && heldUntil.equals(newer.heldUntil)
                && changedAt.equals(newer.changedAt));
    }
}
