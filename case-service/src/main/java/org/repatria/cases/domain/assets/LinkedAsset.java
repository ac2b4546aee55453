package org.repatria.cases.domain.assets;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is known of an asset that names a case; the money itself is kept by the asset service.
 *
 * @param version of the asset's snapshot; an older one tells nothing new
 * @param state in the words of the asset's lifecycle; one sold before it is confiscated for good counts as SEIZED
 * @param standsSince the day from which it stands so
 * @param heldUntil the first day on which an order that holds it ends
 * @param changedAt when an order of it last changed; empty where the asset does not say
 * @param namedAt when it last began to name the case; empty where the asset does not say
 */
public record LinkedAsset(
        String assetId,
        long version,
        String state,
        Optional<LocalDate> standsSince,
        Optional<LocalDate> heldUntil,
        Optional<Instant> changedAt,
        Optional<Instant> namedAt) {

    /** An asset of which only the state is known. */
    public LinkedAsset(String assetId, long version, String state) {
        this(assetId, version, state, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether other news of the same asset are newer and say anything else. */
    boolean isOutdatedBy(LinkedAsset news) {
        return version < news.version
                && !(state.equals(news.state)
                        && standsSince.equals(news.standsSince)
                        && heldUntil.equals(news.heldUntil)
                        && changedAt.equals(news.changedAt)
                        && namedAt.equals(news.namedAt));
    }

    /** Whether it still names the case after one day it no longer did. */
    boolean isNamedAfter(Instant unlinkedAt) {
        return namedAt.filter(unlinkedAt::isBefore).isPresent();
    }

    AssetsInState alone() {
        return new AssetsInState(state, 1, standsSince, heldUntil, List.of(assetId));
    }
}
