package org.repatria.clocks;

/** How far a row of reference data may be trusted. */
public enum Confidence {
    /** Checked against a public source. */
    VERIFIED,
    /** General professional knowledge, not checked. */
    KNOWN,
    /** Doubtful or fast-moving: a lawyer must confirm it before it is relied on. */
    DOUBTFUL,
    /** A choice of the house; no legal source is claimed. */
    POLICY
}
