package org.repatria.cases.domain.sharing;

import java.util.List;
import java.util.Set;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.Side;
import org.repatria.cases.domain.access.NamedOfficer;
import org.repatria.decider.Actor;

/**
 * Who may see a compartment. It takes the role, the side and an explicit grant, all three (source: roles and
 * permissions).
 */
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

    /** To whom it can be granted: a known officer who sees it with a grant. */
    static boolean mayBeOpenedTo(NamedOfficer named, Relation relation, Compartment compartment) {
        return named.known()
                .map(officer -> new Actor(officer.id(), officer.roles(), officer.authority()))
                .filter(officer ->
                        maySee(officer, relation, compartment, List.of(new Grant(officer.id(), compartment))))
                .isPresent();
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
     * INVARIANT: only the host state's officers ever see asylum, counsel and health. The others get a disclosure or
     * nothing.
     */
    private static boolean isOnItsSide(Side side, Compartment compartment) {
        return switch (compartment) {
            case LOCATION -> side != Side.NEITHER;
            case ASYLUM, COUNSEL, HEALTH -> side == Side.REQUESTED;
        };
    }
}
