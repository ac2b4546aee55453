package org.repatria.notifications.publishing;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.repatria.decider.Actor;
import org.repatria.messaging.Announcement;
import org.repatria.messaging.ConfidingPublishing;
import org.repatria.messaging.History;
import org.repatria.notifications.domain.alerts.Alert;
import org.repatria.notifications.domain.alerts.AlertEvent;
import org.repatria.notifications.domain.alerts.AlertEvent.AlertAcknowledged;
import org.repatria.notifications.domain.alerts.AlertEvent.AlertConditionVanished;
import org.repatria.notifications.domain.alerts.AlertEvent.AlertRaised;
import org.repatria.notifications.domain.alerts.AlertEvent.AlertRenewed;
import org.repatria.notifications.domain.alerts.AlertEvent.AlertResolved;
import org.repatria.notifications.domain.alerts.Notice;
import org.repatria.notifications.publishing.PublishedAlert.About;
import org.repatria.notifications.publishing.PublishedAlert.Snapshot;
import org.repatria.notifications.publishing.PublishedAlert.Status;

/**
 * Everything that happens to an alert goes out: its texts name no person sought. Of one that was raised by what a
 * state keeps to itself, nothing is where both may read.
 */
public final class AlertPublishing implements ConfidingPublishing<Alert, AlertEvent> {

    @Override
    public Announcement event(String alertId, AlertEvent event, Alert after) {
        var published = published(alertId, event, after);
        return isConfided(after)
                ? Announcement.confided(published.type(), published.data())
                : Announcement.told(published);
    }

    private static Published published(String alertId, AlertEvent event, Alert after) {
        return switch (event) {
            case AlertRaised e -> new Published("alert.raised.v1", raised(alertId, after, e.at()));
            case AlertRenewed e -> new Published("alert.renewed.v1", raised(alertId, after, e.at()));
            case AlertAcknowledged e ->
                new Published(
                        "alert.acknowledged.v1",
                        new PublishedAlert.Acknowledged(alertId, about(after), e.by(), e.at()));
            case AlertResolved _ -> resolved(alertId, after);
            case AlertConditionVanished _ -> resolved(alertId, after);
        };
    }

    private static boolean isConfided(Alert alert) {
        return alert.said().filter(Notice::confided).isPresent();
    }

    @Override
    public Optional<Published> snapshot(String alertId, Alert state) {
        return isConfided(state)
                ? Optional.empty()
                : read(state).map(snapshot -> new Published("alert.snapshot.v1", snapshot));
    }

    @Override
    public Optional<Published> confidedSnapshot(String alertId, Alert state) {
        return read(state).map(snapshot -> new Published("alert.confided-snapshot.v1", snapshot));
    }

    /** An alert is told or confided as a whole, so that whoever may know of it knows all of it. */
    @Override
    public History historyOf(Actor actor, Alert state) {
        return History.FULL;
    }

    @Override
    public Set<String> states(String alertId, Alert state) {
        return state.said().map(Notice::states).orElse(Set.of());
    }

    @Override
    public Set<String> confidants(String alertId, Alert state) {
        return states(alertId, state);
    }

    /** An alert as it stands, for whoever may see it; empty where nothing has called for it. */
    public static Optional<Snapshot> read(Alert state) {
        return switch (state) {
            case Alert.Unraised _ -> Optional.empty();
            case Alert.Open a -> Optional.of(open(a.notice(), a.occurrences(), a.raisedAt()));
            case Alert.Acknowledged a -> Optional.of(acknowledged(a));
            case Alert.Resolved a -> Optional.of(resolved(a));
        };
    }

    private static PublishedAlert.Raised raised(String alertId, Alert after, Instant at) {
        return new PublishedAlert.Raised(alertId, about(after), occurrences(after), at);
    }

    private static Published resolved(String alertId, Alert after) {
        return switch (after) {
            case Alert.Resolved a ->
                new Published(
                        "alert.resolved.v1",
                        new PublishedAlert.Resolved(
                                alertId, About.of(a.notice()), a.resolution(), a.by(), a.act(), a.at()));
            case Alert.Unraised _, Alert.Open _, Alert.Acknowledged _ ->
                throw new IllegalStateException("resolved, and yet live");
        };
    }

    private static About about(Alert alert) {
        return About.of(alert.said().orElseThrow());
    }

    private static int occurrences(Alert alert) {
        return switch (alert) {
            case Alert.Open a -> a.occurrences().count();
            case Alert.Acknowledged a -> a.occurrences().count();
            case Alert.Resolved a -> a.occurrences().count();
            case Alert.Unraised _ -> 0;
        };
    }

    private static Snapshot open(Notice notice, Alert.Occurrences occurrences, Instant raisedAt) {
        return new Snapshot(
                Status.OPEN,
                About.of(notice),
                occurrences.count(),
                raisedAt,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Snapshot acknowledged(Alert.Acknowledged a) {
        return new Snapshot(
                Status.ACKNOWLEDGED,
                About.of(a.notice()),
                a.occurrences().count(),
                a.raisedAt(),
                Optional.of(a.acknowledgedBy()),
                Optional.of(a.at()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Snapshot resolved(Alert.Resolved a) {
        return new Snapshot(
                Status.RESOLVED,
                About.of(a.notice()),
                a.occurrences().count(),
                a.raisedAt(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(a.resolution()),
                Optional.of(a.by()),
                Optional.of(a.act()),
                Optional.of(a.at()));
    }
}
