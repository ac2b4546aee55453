package org.repatria.assets.domain;

/** Where one restraint order stands; only an issued one is live. */
public enum OrderStatus {
    /** Running until the end of its last day, as far as is known. */
    ISSUED,
    /** Replaced by a later order that continues it. */
    EXTENDED,
    /**
     * Past its last day with no successor recorded. It is presumed to have ended, until a court record says otherwise.
     */
    EXPIRED,
    /** Ended by the court. */
    DISCHARGED
}
