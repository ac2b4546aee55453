package org.repatria.cases.domain.law;

import org.repatria.clocks.Confidence;
import org.repatria.clocks.Validity;

/**
 * One cell of the gate matrix: what a gate asks of a check.
 *
 * @param check such as {@code SG-09}
 */
public record GateRule(
        Gate gate, String check, Demand demand, String source, Confidence confidence, Validity validity) {

    /** How much is asked. */
    public enum Demand {
        /** PASS, or CONDITIONAL with its conditions accepted. */
        REQUIRED,
        /** As required, but an approved NOT_APPLICABLE with its reasons will do too. */
        IF_APPLICABLE,
        /** A first look is enough: recorded and not failed, approved or not. */
        PROVISIONAL,
        /** It must have been looked at; any result will do, a hard failure excepted. */
        NOTED
    }
}
