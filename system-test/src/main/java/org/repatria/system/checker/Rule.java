package org.repatria.system.checker;

/** What can be wrong. */
public enum Rule {
    /** Something that was answered, journalled or published is not where it must have arrived. */
    LOST,
    /** Something is there that nobody asked for. */
    PHANTOM,
    /** A sequence has a hole. */
    GAP,
    /** Events of one aggregate are on the topic in another order than they happened. */
    REORDERED,
    /** One identity, two contents. */
    FORK,
    /** One command or one event had its effect twice. */
    DOUBLE_EFFECT,
    /** A document is not what its journal leads to. */
    FOLD,
    /** A hash chain is broken. */
    CHAIN,
    /** A list or a count is not what the documents say. */
    VIEW,
    /** Something was applied that should have waited behind a parked record. */
    PARKED_PASSED
}
