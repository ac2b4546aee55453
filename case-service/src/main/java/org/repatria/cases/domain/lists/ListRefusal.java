package org.repatria.cases.domain.lists;

/** The fact that stands in the way of a command to a list. */
public enum ListRefusal {
    /** There is none, or none for who asks. */
    LIST_NOT_FOUND,
    /** Who asks sees the list and may not do this with it. */
    LIST_NOT_FOR_ACTOR,
    /** The two states have another list under this reference. */
    LIST_REFERENCE_IN_USE,
    LIST_ROWS_OUT_OF_ORDER,
    LIST_ROWS_TOO_MANY,
    /** On another day. */
    LIST_ALREADY_ACKNOWLEDGED,
    /** The day lies before the hand-over, or is still to come. */
    LIST_ACKNOWLEDGEMENT_OUT_OF_TIME,
    /** Rows are decided on when all of them were looked at. */
    LIST_STILL_RECEIVING,
    LIST_ROW_REASONS_REQUIRED,
    /** Nobody has proposed anything for the row. */
    LIST_ROW_NOT_PROPOSED,
    /** A second person has agreed already. */
    LIST_ROW_DECIDED,
    /** Two persons are needed. */
    LIST_ROW_SAME_PERSON,
    LIST_DECISIONS_TOO_MANY
}
