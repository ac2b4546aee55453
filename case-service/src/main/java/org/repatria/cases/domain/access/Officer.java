package org.repatria.cases.domain.access;

import java.util.EnumSet;
import java.util.Set;
import org.repatria.decider.Actor;
import org.repatria.policy.Role;
import org.repatria.policy.States;

/**
 * Somebody who holds an office at an authority, a person or a program.
 *
 * @param roles codes of section 8 of the reference document; others are no roles of this house
 */
public record Officer(String id, Set<String> roles, String authority) {

    /** Who works on cases (source: section 8, case core: C of those assigned). */
    private static final Set<Role> RESPONSIBLE = EnumSet.of(Role.AN, Role.CO, Role.LO);

    public Officer {
        roles = Set.copyOf(roles);
    }

    /**
     * Whether an actor may make this officer responsible. The officer must be of the same state, with an office that
     * works on cases.
     */
    public boolean isAssignableBy(Actor actor) {
        return States.areOne(authority, actor.authority())
                && RESPONSIBLE.stream().anyMatch(role -> roles.contains(role.name()));
    }
}
