package org.repatria.cases.domain.lists;

/** Why a row, or a cell of it, could not be used. */
public enum RejectReason {
    MISSING,
    TOO_LONG,
    TOO_MANY,
    NOT_A_DATE,
    /** Day and month may be either. */
    AMBIGUOUS_DATE,
    /** Several values that cannot all be true. */
    CONTRADICTORY,
    NOT_A_COUNTRY_CODE,
    NOT_AN_AMOUNT,
    /** A number of nothing but zeros. */
    PLACEHOLDER,
    NOT_A_STATUS,
    WRONG_NUMBER_OF_CELLS,
    NOT_JSON,
    NOT_A_PERSON,
    CONTROL_CHARACTERS,
    /** A number of a document in which something stands that nobody sees. */
    INVISIBLE_CHARACTERS,
    /** The row could be read; two persons decided that no case is opened on it. */
    BY_OFFICER
}
