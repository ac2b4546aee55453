package org.repatria.notifications.domain.alerts;

import java.time.Instant;
import java.util.Set;

/** What may be asked of an alert. */
public sealed interface AlertCommand {

    /**
     * An occasion of the catalogue has come.
     *
     * @param occurrence names the occasion, so that a replay raises nothing twice
     */
    record RaiseAlert(String alertId, Notice notice, String occurrence, Instant at) implements AlertCommand {}

    /**
     * A person takes the alert.
     *
     * @param roles what the person is here
     */
    record AcknowledgeAlert(String by, Set<String> roles, Instant at) implements AlertCommand {}

    /**
     * A person ends the alert.
     *
     * @param roles what the person is here
     * @param act the act that removed the cause, in words or as the id of what was done
     */
    record ResolveAlert(String by, Set<String> roles, String act, Instant at) implements AlertCommand {}

    /** The condition is gone by itself; the evidence is the event that shows it. */
    record NoteConditionVanished(String evidence, Instant at) implements AlertCommand {}
}
