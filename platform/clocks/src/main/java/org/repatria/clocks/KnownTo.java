package org.repatria.clocks;

/** Who of two states may know a thing; what says nothing of it does not start. */
public enum KnownTo {
    /** What the two states do together. */
    BOTH,
    /** The host state's officers on the case, and nobody of the requesting state. */
    HOST,
    /** Those of the host state to whom the compartment of asylum is open. */
    ASYLUM,
    /** Those of the host state to whom the compartment of health is open. */
    HEALTH;

    public boolean isTold() {
        return this == BOTH;
    }

    /** Whether a grant must open it, to the host state's own officers too. */
    public boolean isCompartment() {
        return this == ASYLUM || this == HEALTH;
    }
}
