package org.repatria.assets.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What was found of an asset, or became of it, beside what courts order.
 *
 * @param on the day from which it holds
 * @param recordedAt when it became known here
 */
public record Finding(StepId id, Kind kind, LocalDate on, Particulars particulars, Instant recordedAt) {

    /** What can be found. */
    public enum Kind {
        /** What links the asset to the person or the offence is documented. */
        TRACED(AssetStatus.TRACED),
        /** It is to be sold, now that it is confiscated for good. */
        DISPOSAL(AssetStatus.IN_DISPOSAL),
        /** It was sold. */
        REALISED(AssetStatus.REALISED),
        /** The heads of both sides agreed on who gets what of it. */
        DISTRIBUTION_AGREED(AssetStatus.DISTRIBUTION_AGREED),
        /** It was paid to the requesting state, which acknowledged it. */
        RETURNED(AssetStatus.RETURNED),
        /** It is gone. */
        DISSIPATED(AssetStatus.DISSIPATED),
        /** It is there, and nobody can get at it. */
        NOT_RECOVERABLE(AssetStatus.NOT_RECOVERABLE),
        /** A court gave it to somebody who claimed it. */
        AWARDED_TO_CLAIMANT(AssetStatus.AWARDED_TO_CLAIMANT),
        /** It was taken on file by mistake. */
        WITHDRAWN_ERROR(AssetStatus.WITHDRAWN_ERROR);

        private final AssetStatus status;

        Kind(AssetStatus status) {
            this.status = status;
        }

        /** Where an asset stands of which this is found, unless something heavier holds. */
        public AssetStatus status() {
            return status;
        }

        /** Whether nothing happens to an asset after it. A return does not end it: a judgment may still fall. */
        public boolean isExit() {
            return switch (this) {
                case TRACED, DISPOSAL, REALISED, DISTRIBUTION_AGREED, RETURNED -> false;
                case DISSIPATED, NOT_RECOVERABLE, AWARDED_TO_CLAIMANT, WITHDRAWN_ERROR -> true;
            };
        }

        /** Whether it is found of nothing but an asset that is confiscated for good. */
        boolean asksForConfiscation() {
            return restsOnConfiscation() || this == RETURNED;
        }

        /** Whether it holds of an asset only while that is confiscated for good. What was paid stays paid. */
        boolean restsOnConfiscation() {
            return this == DISPOSAL || this == REALISED || this == DISTRIBUTION_AGREED;
        }
    }

    Finding recorded(Instant at) {
        return new Finding(id, kind, on, particulars, at);
    }

    /** The same finding of a part of what it is about. */
    Finding dividing(UnaryOperator<Money> part) {
        return new Finding(id, kind, on, particulars.dividing(part), recordedAt);
    }

    /** The same for those who may not know who gets what. */
    public Finding withoutDistribution() {
        return new Finding(id, kind, on, particulars.withoutDistribution(), recordedAt);
    }

    boolean statesSameAs(Finding other) {
        return kind == other.kind && on.equals(other.on) && particulars.equals(other.particulars);
    }

    boolean statesSameSumsAs(Finding other) {
        return particulars.amount().equals(other.particulars.amount())
                && particulars.distribution().equals(other.particulars.distribution());
    }

    /** The day on which an asset left by it; empty where it stays. */
    Optional<LocalDate> left() {
        return kind.isExit() ? Optional.of(on) : Optional.empty();
    }
}
