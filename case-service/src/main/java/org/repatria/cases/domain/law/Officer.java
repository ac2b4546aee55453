package org.repatria.cases.domain.law;

import java.util.Set;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.Side;
import org.repatria.decider.Actor;

/**
 * Who may act: a role on a side.
 *
 * @param side the side of the case; {@code NEITHER} means that the side does not matter
 * @param role such as {@code LO}
 */
public record Officer(Side side, String role) {

    public boolean is(Actor actor, Relation relation) {
        return actor.hasAnyRole(Set.of(role)) && (side == Side.NEITHER || Side.of(actor.authority(), relation) == side);
    }

    /** As the tables of the lifecycles write it: {@code HS-LO}, {@code RS-SU}, {@code LO}. */
    @Override
    public String toString() {
        return switch (side) {
            case REQUESTING -> "RS-" + role;
            case REQUESTED -> "HS-" + role;
            case NEITHER -> role;
        };
    }

    /** Reads what {@link #toString} writes. */
    public static Officer parse(String text) {
        if (text.startsWith("RS-")) {
            return new Officer(Side.REQUESTING, text.substring(3));
        }
        return text.startsWith("HS-")
                ? new Officer(Side.REQUESTED, text.substring(3))
                : new Officer(Side.NEITHER, text);
    }
}
