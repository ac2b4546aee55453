package org.repatria.assets.domain;

import java.time.Instant;
import java.util.Set;

/**
 * A step that waits for a second person.
 *
 * @param confirmedBy roles, any of which confirms it
 * @param proposedBy the actor, who never confirms it
 */
public record Proposal(Step step, Set<String> confirmedBy, String proposedBy, Instant at) {

    public Proposal {
        confirmedBy = Set.copyOf(confirmedBy);
    }

    /** What is proposed. */
    public sealed interface Step {
        StepId id();

        /** A step in the life of an order. */
        record OfOrder(OrderId orderId, OrderChange change) implements Step {
            @Override
            public StepId id() {
                return change.id();
            }
        }

        /** That the asset is one with another one. */
        record OfMerger(StepId id, AssetId into, String reason) implements Step {}

        /** A finding on the asset itself. */
        record OfAsset(Finding finding) implements Step {
            @Override
            public StepId id() {
                return finding.id();
            }
        }

        /** A step in the life of a claim. */
        record OfClaim(ClaimId claimId, ClaimChange change) implements Step {
            @Override
            public StepId id() {
                return change.id();
            }
        }
    }
}
