package org.repatria.assets.domain;

/**
 * Where one claim stands. They are in the order of a life: of what happened on one day, the earlier one happened first.
 */
public enum ClaimStatus {
    /** Said by the claimant, in writing. */
    FILED,
    /** It is heard: in time, and by somebody who may claim. */
    ADMITTED,
    /** It is not heard. */
    REJECTED,
    /** Both sides agreed on what the claimant gets. */
    SETTLED,
    /** The claimant gets all that is claimed. */
    UPHELD_FULL,
    /** The claimant gets a part of what is claimed. */
    UPHELD_PART,
    /** The claimant gets nothing. */
    DISMISSED,
    /** A higher court was asked; what was decided counts no more until it has decided. */
    UNDER_APPEAL,
    /** The claimant has what was awarded. */
    PAID;

    /** Whether nobody has decided on it, or what was decided is open again. */
    public boolean isOpen() {
        return this == FILED || this == ADMITTED || this == UNDER_APPEAL;
    }

    /** Whether something is the claimant's by it. */
    public boolean awards() {
        return this == SETTLED || this == UPHELD_FULL || this == UPHELD_PART;
    }

    /** Whether something is still to be kept for it. */
    public boolean isLive() {
        return isOpen() || awards();
    }
}
