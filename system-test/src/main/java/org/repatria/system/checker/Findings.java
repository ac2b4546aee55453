package org.repatria.system.checker;

import java.util.ArrayList;
import java.util.List;

/** Collects what the rules find. */
final class Findings {

    private final List<Violation> violations = new ArrayList<>();

    void add(Rule rule, String where, String what) {
        violations.add(new Violation(rule, where, what));
    }

    void addUnless(boolean holds, Rule rule, String where, String what) {
        if (!holds) {
            add(rule, where, what);
        }
    }

    List<Violation> all() {
        return List.copyOf(violations);
    }
}
