package org.repatria.cases.domain;

/** All that the other state ever sees of where a case stands. */
public enum SharedWord {
    UNDER_ASSESSMENT,
    INFORMATION_REQUESTED,
    NOT_ACCEPTED,
    STRATEGY_AGREED,
    PROCEEDING,
    /** Without a reason, for many different ones. */
    NOT_AVAILABLE,
    ASSETS_RESTRAINED,
    ASSETS_CONFISCATED,
    ASSETS_RETURNED,
    CONCLUDED
}
