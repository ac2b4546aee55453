package org.repatria.assets.domain;

/** Where an asset stands, always derived from its restraint orders and never set. */
public enum AssetStatus {
    /** Found, and no order has restrained it yet. */
    IDENTIFIED,
    /** At least one order is running. */
    RESTRAINED,
    /**
     * No order is running, and at least one passed its end. A legal officer has yet to confirm it from the court
     * record.
     */
    LAPSED_PRESUMED,
    /** No order is running, none merely passed its end, and at least one was discharged. */
    RELEASED
}
