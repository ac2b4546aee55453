package org.repatria.cases.domain.lists;

/** The fact that stands in the way of a command to a list. */
public enum ListRefusal {
    LIST_NOT_FOUND,
    /** The two states have another list under this reference. */
    LIST_REFERENCE_IN_USE,
    LIST_ROWS_OUT_OF_ORDER,
    LIST_ROWS_TOO_MANY
}
