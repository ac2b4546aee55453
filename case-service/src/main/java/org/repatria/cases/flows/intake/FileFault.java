package org.repatria.cases.flows.intake;

/**
 * Why a file cannot be taken at all.
 *
 * @param line where, from 1; 0 where the file as a whole is at fault
 * @param detail for the sender, without any value of the file
 */
public record FileFault(Kind kind, long line, String detail) {

    /** The kinds of fault. */
    public enum Kind {
        NOT_UTF8,
        MALFORMED,
        HEADER_UNSUITABLE,
        EMPTY,
        TOO_MANY_ROWS
    }
}
