package org.repatria.policy;

import java.util.Set;
import org.repatria.decider.Actor;

/**
 * One row of the table: a role, on these sides, in this relation, may.
 *
 * @param onRequest whether the actor has to say why
 * @param unseeing whether the actor may without being able to read the thing
 * @param source where it is written, for those who review the table
 */
record Entitlement(Role role, Set<Side> sides, Relation relation, boolean onRequest, boolean unseeing, String source) {

    Entitlement {
        sides = Set.copyOf(sides);
    }

    /** Whether an actor has the office that the row speaks of, whatever is asked about. */
    boolean isOfficeOf(Actor actor, Set<Role> roles) {
        return roles.contains(role) && sides.stream().anyMatch(side -> side.isConceivableFor(actor));
    }

    boolean covers(Actor actor, Set<Role> roles, Subject subject) {
        return roles.contains(role)
                && sides.stream().anyMatch(side -> side.isOf(actor, subject))
                && relation.holds(actor, role, subject);
    }

    /** Whether whoever this row speaks of is spoken of by the other one too. */
    boolean isWithin(Entitlement other) {
        return role == other.role && other.sides.containsAll(sides) && relation.implies(other.relation);
    }
}
