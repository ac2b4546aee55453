package org.repatria.policy;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.repatria.decider.Actor;

/** What an actor may be at an authority; the codes are those of the reference document, section 8. */
public enum Role {
    AN("analyst"),
    CO("case officer"),
    LO("legal officer"),
    AM("asset manager"),
    SU("supervisor"),
    HD("head of the authority"),
    LI("liaison of the other state"),
    AU("auditor"),
    SI("system integrator"),
    DPO("data protection officer");

    private static final Set<String> CODES =
            Arrays.stream(values()).map(Role::name).collect(Collectors.toUnmodifiableSet());

    private final String words;

    Role(String words) {
        this.words = words;
    }

    /** The role in words, for people. */
    public String words() {
        return words;
    }

    /** Whether a text is the code of a role of this house. */
    public static boolean isCode(String text) {
        return CODES.contains(text);
    }

    /** The roles of an actor; what else the actor is, such as a part of the system, is no role. */
    public static Set<Role> of(Actor actor) {
        var roles = EnumSet.noneOf(Role.class);
        for (var code : actor.roles()) {
            if (isCode(code)) {
                roles.add(valueOf(code));
            }
        }
        return roles;
    }

    /** Roles with their words, in the order of the reference document. */
    public static String sentence(Collection<Role> roles) {
        return Arrays.stream(values())
                .filter(roles::contains)
                .map(role -> role.name() + " (" + role.words + ")")
                .collect(Collectors.joining(", "));
    }
}
