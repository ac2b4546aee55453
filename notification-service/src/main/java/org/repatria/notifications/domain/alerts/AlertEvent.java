package org.repatria.notifications.domain.alerts;

import java.time.Instant;

/** What can have happened to an alert. */
public sealed interface AlertEvent {

    /** The alert was raised, for the first time or again after it had been resolved. */
    record AlertRaised(String alertId, Notice notice, String occurrence, Instant at) implements AlertEvent {}

    /** A further occasion updated an alert that was still live; it does not multiply. */
    record AlertRenewed(String alertId, Notice notice, String occurrence, Instant at) implements AlertEvent {}

    /** A person took it. */
    record AlertAcknowledged(String alertId, String by, Instant at) implements AlertEvent {}

    /** A person ended it. */
    record AlertResolved(String alertId, String by, String act, Instant at) implements AlertEvent {}

    /** Its condition vanished. */
    record AlertConditionVanished(String alertId, String evidence, Instant at) implements AlertEvent {}
}
