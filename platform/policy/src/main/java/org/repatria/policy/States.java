package org.repatria.policy;

import org.repatria.decider.Actor;

/** Which state an authority acts for: that with which its code begins (ADR-0007). */
public final class States {

    private States() {}

    /** {@code XH-CA} acts for {@code XH}. */
    public static String of(String authority) {
        var dash = authority.indexOf('-');
        return dash < 0 ? authority : authority.substring(0, dash);
    }

    public static String of(Actor actor) {
        return of(actor.authority());
    }

    /** Whether two authorities act for the same state. */
    public static boolean areOne(String authority, String other) {
        return of(authority).equals(of(other));
    }
}
