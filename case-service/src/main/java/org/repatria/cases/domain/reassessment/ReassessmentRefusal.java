package org.repatria.cases.domain.reassessment;

/** Why the re-assessment says no. */
public enum ReassessmentRefusal {
    ROUND_UNDER_WAY,
    NO_ROUND,
    /** Another instance walks. */
    ROUND_OF_ANOTHER
}
