package org.repatria.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.repatria.decider.Actor;

/**
 * Who may use a route. A service names its own in one class, and its commands, reads, lists, streams and exports take
 * them from there.
 *
 * @param roles any one of them suffices
 */
public record Access(Set<Role> roles) {

    private static final Access SIGNED_IN = new Access(EnumSet.allOf(Role.class));

    public Access {
        roles = Set.copyOf(roles);
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("A route that nobody may use is no route.");
        }
    }

    public static Access of(Role first, Role... others) {
        return new Access(EnumSet.of(first, others));
    }

    /** Everyone with at least one role of this house. */
    public static Access anyRole() {
        return SIGNED_IN;
    }

    public boolean allows(Actor actor) {
        return actor.hasAnyRole(Role.codes(roles));
    }

    /** The role codes in the order of the reference document. */
    public List<String> codes() {
        return roles.stream().sorted().map(Role::name).toList();
    }
}
