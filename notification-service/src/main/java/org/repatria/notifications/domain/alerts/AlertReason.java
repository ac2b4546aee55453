package org.repatria.notifications.domain.alerts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.repatria.decider.NamesReasons;
import org.repatria.decider.Reason;

/** Why something asked of an alert is refused. */
public enum AlertReason implements Reason {
    ALERT_RESOLVED(
            Kind.CONFLICTING,
            "The alert is resolved",
            "The alert is resolved; it is raised again by its next occasion, not by hand."),
    ALERT_TAKEN(
            Kind.CONFLICTING,
            "Another person has taken the alert",
            "Another person has acknowledged the alert and works on it."),
    ALERT_FOR_OTHER_ROLES(
            Kind.NOT_YOURS,
            "The alert is addressed to other roles",
            "The alert is addressed to other roles; they, a supervisor or the head act on it.");

    private final Kind kind;
    private final String title;
    private final String detail;

    AlertReason(Kind kind, String title, String detail) {
        this.kind = kind;
        this.title = title;
        this.detail = detail;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String title() {
        return title;
    }

    /** What stands in the way, as a sentence. */
    public String detail() {
        return detail;
    }

    /** For which of them a command can be refused; what stands on an interface holds for all its commands. */
    @NamesReasons
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    public @interface RefusedFor {

        AlertReason[] value();
    }
}
