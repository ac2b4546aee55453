package org.repatria.messaging;

/**
 * Which history of an aggregate somebody knows. The two count apart, so that what is confided leaves no gap in what the
 * other state counts.
 */
public enum History {
    /** Everything that happened. */
    FULL,
    /** What both states concerned are told, and no trace of anything else. */
    TOLD
}
