package org.repatria.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** What an actor may be at a central authority; the codes are those of the reference document, section 8. */
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

    private final String words;

    Role(String words) {
        this.words = words;
    }

    /** The role in words, for people. */
    public String words() {
        return words;
    }

    static Set<String> codes(Collection<Role> roles) {
        return roles.stream().map(Role::name).collect(Collectors.toUnmodifiableSet());
    }

    static String sentence(Collection<Role> roles) {
        return Arrays.stream(values())
                .filter(roles::contains)
                .map(role -> role.name() + " (" + role.words + ")")
                .collect(Collectors.joining(", "));
    }
}
