package org.repatria.notifications.domain.alerts;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.repatria.decider.Actor;
import org.repatria.policy.Act;
import org.repatria.policy.Policy;
import org.repatria.policy.Role;
import org.repatria.policy.Subject;
import org.repatria.policy.Verdict;

/**
 * Who may know of an alert and act on it. The policy is asked alike by commands, reads, lists, the journal and the
 * stream.
 */
public final class AlertAccess {

    private static final Policy POLICY = Policy.ofTheHouse();

    /** What the programs themselves do is the matter of those who run them. */
    private static final String OF_OPERATOR = "consumer";

    /** Law that is in force for everyone: no file and no person is in it. */
    private static final Set<String> OF_EVERYONE = Set.of("relation", "clock-rule");

    private AlertAccess() {}

    /**
     * What the policy is asked about. An alert that is the matter of no state, and says of no other kind why, is
     * nobody's.
     *
     * @param objectType kind of the object that the alert is about
     */
    public static Subject subject(String objectType, Collection<String> recipients, Set<String> states) {
        var roles = recipients.stream().filter(Role::isCode).map(Role::valueOf).collect(Collectors.toSet());
        if (objectType.equals(OF_OPERATOR)) {
            return Subject.Addressed.ofOperator(roles);
        }
        return OF_EVERYONE.contains(objectType)
                ? new Subject.Law(Set.of(), Optional.empty())
                : new Subject.Addressed(roles, states);
    }

    static Verdict verdict(Actor actor, Act act, Notice notice) {
        return verdict(actor, act, subject(notice.objectType(), notice.recipients(), notice.states()));
    }

    private static Verdict verdict(Actor actor, Act act, Subject subject) {
        return POLICY.decide(actor, act, subject, "");
    }

    /** Whether the actor may do this to the alert; to one that was never raised nobody may do anything. */
    public static boolean lets(Actor actor, Act act, Alert alert) {
        return alert.said()
                .filter(notice -> verdict(actor, act, notice) == Verdict.ALLOWED)
                .isPresent();
    }

    /** Whether the actor may know of it. */
    public static boolean sees(Actor actor, Subject subject) {
        return verdict(actor, Act.READ_ALERTS, subject) == Verdict.ALLOWED;
    }

    /** The marks of the alerts that the actor finds. */
    public static Set<String> sight(Actor actor) {
        return POLICY.sight(actor, Act.READ_ALERTS);
    }
}
