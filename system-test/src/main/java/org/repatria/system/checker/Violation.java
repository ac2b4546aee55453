package org.repatria.system.checker;

/**
 * A rule that was broken.
 *
 * @param where the aggregate, record or list
 */
public record Violation(Rule rule, String where, String what) {

    @Override
    public String toString() {
        return rule + " " + where + ": " + what;
    }
}
