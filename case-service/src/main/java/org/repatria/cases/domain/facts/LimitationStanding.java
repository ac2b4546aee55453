package org.repatria.cases.domain.facts;

/** Whether an offence can still be prosecuted in one state as far as time goes. */
public enum LimitationStanding {
    NOT_EXPIRED,
    EXPIRED,
    /** Dates, penalty or an opinion are missing, and the answer hangs on them. */
    UNKNOWN
}
