package org.repatria.readmodel;

/**
 * Why a query is not answered.
 *
 * @param detail for the caller, without any value of a row
 */
public record QueryRefusal(Reason reason, String detail) implements Found {

    /** The kinds of refusal; all but {@link #TOO_BUSY} are the caller's to mend. */
    public enum Reason {
        /** No such field, or not one that can be used this way. */
        FIELD_UNSUITABLE,
        /** Not a cursor of ours, or damaged. */
        CURSOR_INVALID,
        /** A cursor of a list with another order or search. */
        CURSOR_OF_ANOTHER_LIST,
        /** More rows, filters, values or words than {@link Limits} allow. */
        LIMIT_EXCEEDED,
        /** More queries are waiting than the view takes: ask again a little later. */
        TOO_BUSY
    }
}
