package org.repatria.readmodel;

/** How waiting for one's own write ended. */
public enum ReadAfter {
    /** The view shows the row at that version or a later one (or its deletion). */
    VISIBLE,
    /** Not within the bound: the answer would be older than asked for. */
    TIMED_OUT,
    /** {@link Limits#WAITERS_MAX} calls are waiting already. */
    TOO_MANY_WAITING
}
