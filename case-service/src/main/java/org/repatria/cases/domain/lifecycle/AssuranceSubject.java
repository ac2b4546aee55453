package org.repatria.cases.domain.lifecycle;

/** What an assurance promises. */
public enum AssuranceSubject {
    DEATH_PENALTY,
    TORTURE,
    RETRIAL,
    MONITORING,
    SENTENCE_CAP,
    SPECIALTY,
    DETENTION_CONDITIONS
}
