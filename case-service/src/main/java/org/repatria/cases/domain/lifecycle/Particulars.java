package org.repatria.cases.domain.lifecycle;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Particulars by name, always in the same order, so that the same move is always written the same way. */
final class Particulars {

    private Particulars() {}

    static Map<String, String> inOrder(Map<String, String> said) {
        return Collections.unmodifiableMap(new TreeMap<>(said));
    }
}
