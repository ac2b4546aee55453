package org.repatria.assets.domain;

import java.time.Instant;
import java.util.List;

/**
 * That an asset is one with another, which stands for both.
 *
 * @param into the asset that is kept
 * @param number 1, 2, 3 for each merging and each separation that was begun
 * @param cases that the asset named until then
 */
public record Merger(AssetId into, int number, Phase phase, String reason, Instant at, List<CaseId> cases) {

    public Merger {
        cases = List.copyOf(cases);
    }

    /** How far it has come. */
    public enum Phase {
        /** Two people agreed; the kept asset has yet to take over what this one says. */
        BEGUN,
        MERGED,
        /** A person found that they are two; the kept asset has yet to give back what it took over. */
        SEPARATING,
        /** They are two. */
        ENDED
    }

    /** Whether the other one stands for the asset, at which nothing changes meanwhile. */
    boolean holds() {
        return phase != Phase.ENDED;
    }

    Merger at(Phase reached) {
        return new Merger(into, number, reached, reason, at, cases);
    }
}
