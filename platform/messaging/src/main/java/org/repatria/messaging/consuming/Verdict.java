package org.repatria.messaging.consuming;

/** What became of one record. */
sealed interface Verdict {

    /** Its commands are durable, or it asked for none. */
    record Applied() implements Verdict {}

    /** It was applied before. */
    record Duplicate() implements Verdict {}

    /** No reaction knows its type. */
    record Unknown() implements Verdict {}

    /** It cannot be applied as things are. */
    record Failed(ParkCause cause, String detail) implements Verdict {}
}
