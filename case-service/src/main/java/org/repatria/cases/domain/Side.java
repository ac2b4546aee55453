package org.repatria.cases.domain;

/** Which of the two states of a case somebody acts for. */
public enum Side {
    REQUESTING,
    REQUESTED,
    /** An authority of neither state, or a part of the system. */
    NEITHER;

    /** The side of an authority such as {@code XH-CA} in a relation. */
    public static Side of(String authority, Relation relation) {
        var dash = authority.indexOf('-');
        var state = dash < 0 ? authority : authority.substring(0, dash);
        if (relation.requesting().value().equals(state)) {
            return REQUESTING;
        }
        return relation.requested().value().equals(state) ? REQUESTED : NEITHER;
    }
}
