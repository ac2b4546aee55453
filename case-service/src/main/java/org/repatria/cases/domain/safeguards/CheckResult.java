package org.repatria.cases.domain.safeguards;

/** How a check ended. There is no word for "not looked at": a check without an entry has passed nothing. */
public enum CheckResult {
    PASS,
    FAIL,
    /** Passes once its conditions have been accepted. */
    CONDITIONAL,
    /**
     * Does not apply, with reasons. It is enough where a gate only wants it noted or looked at first, never where it is
     * required.
     */
    NOT_APPLICABLE
}
