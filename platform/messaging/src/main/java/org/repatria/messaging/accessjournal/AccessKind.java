package org.repatria.messaging.accessjournal;

/** What an entry of the access journal tells of: which kind of reading it was, or that it was refused. */
public enum AccessKind {
    /** A file, a list or a figure was read. */
    CONSULTATION,
    /** A part of a file was read that is open to few. */
    COMPARTMENT,
    /** Data left the house: an export, or something recorded as sent to somebody. */
    DISCLOSURE,
    /** Nothing was read or done, because the actor may not or the request did not fit. */
    REFUSAL
}
