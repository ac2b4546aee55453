package org.repatria.policy;

import java.util.Locale;

/** How side and relation are written on the rows of a view. */
final class Marks {

    /** On what is no single state's, and therefore everyone's. */
    static final String COMMON = "common";

    private Marks() {}

    static String of(Side side, String state) {
        return side.name().toLowerCase(Locale.ROOT) + ":" + state;
    }

    static String of(Side side, String state, String officer) {
        return of(side, state) + ":" + officer;
    }
}
