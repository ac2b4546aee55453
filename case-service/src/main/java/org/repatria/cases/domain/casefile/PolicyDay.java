package org.repatria.cases.domain.casefile;

import java.time.LocalDate;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.clocks.ClockSetting;
import org.repatria.cases.domain.law.LegalOccasion;
import org.repatria.clocks.ClockRule;
import org.repatria.clocks.Happened;
import org.repatria.decider.Obstacle;

/**
 * The last day that a rule of the house leaves, counted from today.
 *
 * @param rule as it is in force today; how long it gives is reference data
 */
record PolicyDay(ClockRule rule, LocalDate last) {

    /** For the requesting state to answer. */
    static final String ANSWER = "CLK-POL-ANSWER";

    /** For a hold to be looked at again. */
    static final String HOLD_REVIEW = "CLK-POL-HOLD-REVIEW";

    static PolicyDay of(String id, Relation relation, LegalOccasion occasion) {
        return occasion.rules()
                .clockRule(id, occasion.today())
                .map(rule -> new PolicyDay(
                        rule, ClockSetting.lastDay(rule, Happened.on(occasion.today()), relation, occasion)))
                .orElseThrow(() -> new IllegalStateException("the reference data has no " + id));
    }

    Obstacle reviewNotInTime() {
        return Obstacle.of(
                "HOLD_REVIEW_NOT_IN_TIME",
                "reviewOn",
                "The review is after today and not after " + last + ".",
                rule.source());
    }
}
