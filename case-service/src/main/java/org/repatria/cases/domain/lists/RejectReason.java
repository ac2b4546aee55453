package org.repatria.cases.domain.lists;

/** Why a row could not be read. */
public enum RejectReason {
    MISSING,
    TOO_LONG,
    TOO_MANY,
    NOT_A_DATE,
    NOT_A_COUNTRY_CODE,
    NOT_AN_AMOUNT,
    NOT_A_STATUS,
    WRONG_NUMBER_OF_CELLS,
    NOT_JSON,
    NOT_A_PERSON,
    CONTROL_CHARACTERS,
    /** The row could be read; two persons decided that no case is opened on it. */
    BY_OFFICER
}
