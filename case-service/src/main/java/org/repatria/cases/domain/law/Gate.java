package org.repatria.cases.domain.law;

/** A point that is passed only with safeguards (source: gate matrix). */
public enum Gate {
    ACCEPT_CASE,
    NOTICE_PUBLISH,
    PROVISIONAL_ARREST,
    SURRENDER,
    REMOVAL_CHARGE,
    REMOVAL_EXECUTION,
    VOLUNTARY_RETURN_CONTACT,
    VOLUNTARY_RETURN_DEPARTURE,
    HOST_CHARGE,
    RESTRAINT,
    ENFORCE_FOREIGN_ORDER,
    DISPOSAL,
    RETURN_OF_ASSETS,
    DISCLOSURE
}
