package org.repatria.assets.domain;

/**
 * Where one court order stands. They are in the order of a life: of what happened on one day, the earlier one happened
 * first.
 */
public enum OrderStatus {
    /** Asked of the court. */
    APPLIED,
    /** The court did not make it. */
    REFUSED,
    /** Made by the court; running, as far as is known. */
    ISSUED,
    /** Served on at least one of those who have an interest in the asset. */
    SERVED,
    /** Made public to whoever may claim; the day is the last one on which it was. */
    PUBLISHED,
    /** Changed by the court, or lifted in part; the rest of it stands. */
    VARIED,
    /** No appeal and no claim can touch it any more. */
    FINAL,
    /** A part of its sum was brought in. */
    PARTLY_SATISFIED,
    /** Carried out in full. */
    SATISFIED,
    /** Continued by a later order of the same kind. */
    EXTENDED,
    /** Another order stands in its place. */
    REPLACED,
    /**
     * Past its last day with no successor recorded. It is presumed to have ended, until a court record says otherwise
     * or a legal officer confirms it.
     */
    EXPIRED,
    /** Lifted. */
    DISCHARGED;

    /** Whether it binds the asset and may still be appealed or changed. */
    public boolean isRunning() {
        return this == ISSUED || this == SERVED || this == PUBLISHED || this == VARIED;
    }
}
