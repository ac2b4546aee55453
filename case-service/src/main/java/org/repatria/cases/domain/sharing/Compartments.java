package org.repatria.cases.domain.sharing;

import java.util.List;
import java.util.Set;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.Side;
import org.repatria.decider.Actor;

/** Who may see a compartment: the role, the side and an explicit grant, all three (source: roles and permissions). */
public final class Compartments {

    private Compartments() {}

    public static boolean maySee(Actor actor, Relation relation, Compartment compartment, List<Grant> grants) {
        return actor.hasAnyRole(roles(compartment))
                && isOnItsSide(Side.of(actor.authority(), relation), compartment)
                && grants.contains(new Grant(actor.id(), compartment));
    }

    /** Who may open a compartment alone: those to whom it could be granted, in the host state only. */
    static boolean mayBreakGlass(Actor actor, Relation relation, Compartment compartment) {
        return actor.hasAnyRole(roles(compartment)) && Side.of(actor.authority(), relation) == Side.REQUESTED;
    }

    /** The liaison, the integrator, the auditor and the asset manager are in none of them. */
    private static Set<String> roles(Compartment compartment) {
        return switch (compartment) {
            case LOCATION -> Set.of("AN", "CO", "LO", "SU", "HD", "DPO");
            case ASYLUM -> Set.of("LO", "SU", "HD", "DPO");
            case COUNSEL -> Set.of("LO", "DPO");
            case HEALTH -> Set.of("CO", "LO", "SU", "HD", "DPO");
        };
    }

    /**
     * INVARIANT: only the host state's officers ever see asylum, counsel and health; the others get a
     * disclosure or nothing.
     */
    private static boolean isOnItsSide(Side side, Compartment compartment) {
        return switch (compartment) {
            case LOCATION -> side != Side.NEITHER;
            case ASYLUM, COUNSEL, HEALTH -> side == Side.REQUESTED;
        };
    }
}
