package org.repatria.messaging.consuming;

/** Why a record could not be applied. */
public enum ParkCause {
    /** Not a published event: garbage, a header missing or malformed, no JSON. */
    UNREADABLE,
    /** An earlier event of the same subject has not been seen. */
    GAP,
    /** Another event with the same subject and sequence was applied before. */
    FORK,
    /** The reaction failed, or an aggregate refused its command. */
    APPLY_FAILED
}
