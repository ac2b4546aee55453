package org.repatria.cases.domain.cases;

/** The house's own clocks for a case; none of them is law. */
final class Policy {

    /** Days for the requesting state to answer; then silence is worth an alert (policy clock, lifecycle of the case). */
    static final int ANSWER_DUE_DAYS = 60;

    /** Days after which a hold must be looked at again (policy clock, lifecycle of the case). */
    static final int HOLD_REVIEW_DAYS_MAX = 90;

    private Policy() {}
}
