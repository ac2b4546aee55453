package org.repatria.decider;

import java.util.Objects;
import java.util.Set;

/**
 * Who acts, as far as the journal and the rules need to know.
 *
 * @param id the identity provider's stable subject, or {@code system:<part>} for a reaction or a clock
 * @param roles role codes of the reference document, such as {@code CO} or {@code SU}
 * @param authority the body the person acts for, such as {@code XH-CA}
 */
public record Actor(String id, Set<String> roles, String authority) {

    public Actor {
        Objects.requireNonNull(id);
        Objects.requireNonNull(authority);
        roles = Set.copyOf(roles);
    }

    /** A part of the system that acts by itself: a reaction, a clock, a sweep. */
    public static Actor system(String part) {
        return new Actor("system:" + part, Set.of("SYS"), "repatria");
    }

    public boolean hasAnyRole(Set<String> wanted) {
        return wanted.stream().anyMatch(roles::contains);
    }
}
