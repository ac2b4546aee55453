package org.repatria.policy;

import java.util.List;
import java.util.Set;

/**
 * All rows of an act.
 *
 * @param makesNew whether the thing comes about by the act, so that refusing it hides nothing
 * @param operations what asks for it: operation ids of the API documents
 */
record Rule(Act act, ObjectKind object, boolean makesNew, Set<String> operations, List<Entitlement> rows) {

    Rule {
        operations = Set.copyOf(operations);
        rows = List.copyOf(rows);
    }
}
