package org.repatria.notifications.domain.alerts;

import static org.repatria.notifications.domain.alerts.AlertReason.*;

import java.time.Instant;
import org.repatria.decider.input.Size;

/** What may be asked of an alert. */
public sealed interface AlertCommand {

    /**
     * An occasion of the catalogue has come.
     *
     * @param occurrence names the occasion, so that a replay raises nothing twice
     */
    record RaiseAlert(String alertId, Notice notice, String occurrence, Instant at) implements AlertCommand {}

    /** A person takes the alert. */
    @RefusedFor({ALERT_FOR_OTHER_ROLES, ALERT_TAKEN, ALERT_RESOLVED})
    record AcknowledgeAlert() implements AlertCommand {}

    /**
     * A person ends the alert.
     *
     * @param act the act that removed the cause, in words or as the id of what was done
     */
    @RefusedFor({ALERT_FOR_OTHER_ROLES, ALERT_RESOLVED})
    record ResolveAlert(@Size(max = ACT_CHARS_MAX) String act) implements AlertCommand {

        /** A sentence or two, not a report. */
        static final int ACT_CHARS_MAX = 500;
    }

    /** The condition is gone by itself; the evidence is the event that shows it. */
    record NoteConditionVanished(String evidence, Instant at) implements AlertCommand {}
}
