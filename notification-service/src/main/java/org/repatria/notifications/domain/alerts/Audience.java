package org.repatria.notifications.domain.alerts;

import java.util.Optional;
import java.util.Set;

/**
 * Who may see an alert and who may act on it: the roles it is addressed to, and those who answer for the whole. The one place
 * where this is decided, for commands, reads, lists and the stream alike.
 */
public final class Audience {

    /** A supervisor and the head act on every alert of their house. */
    private static final Set<String> ANSWERABLE = Set.of("SU", "HD");

    /** An auditor sees everything and touches nothing. */
    private static final String AUDITOR = "AU";

    private Audience() {}

    public static boolean maySee(Set<String> roles, Set<String> recipients) {
        return roles.contains(AUDITOR) || mayAct(roles, recipients);
    }

    public static boolean mayAct(Set<String> roles, Set<String> recipients) {
        return roles.stream().anyMatch(role -> ANSWERABLE.contains(role) || recipients.contains(role));
    }

    /** The recipients whose alerts these roles may see; empty for all of them. */
    public static Optional<Set<String>> visibleRecipients(Set<String> roles) {
        var all = roles.contains(AUDITOR) || roles.stream().anyMatch(ANSWERABLE::contains);
        return all ? Optional.empty() : Optional.of(Set.copyOf(roles));
    }
}
