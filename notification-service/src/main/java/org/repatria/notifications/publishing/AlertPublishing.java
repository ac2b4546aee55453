package org.repatria.notifications.publishing;

import java.time.Instant;
import java.util.Optional;
import org.repatria.messaging.Announcement;
import org.repatria.messaging.Publishing;
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

/** Everything that happens to an alert goes out: its texts name objects by id and no person. */
public final class AlertPublishing implements Publishing<Alert, AlertEvent> {

    @Override
    public Announcement event(String alertId, AlertEvent event, Alert after) {
        return Announcement.told(
                switch (event) {
                    case AlertRaised e -> new Published("alert.raised.v1", raised(alertId, after, e.at()));
                    case AlertRenewed e -> new Published("alert.renewed.v1", raised(alertId, after, e.at()));
                    case AlertAcknowledged e ->
                        new Published(
                                "alert.acknowledged.v1",
                                new PublishedAlert.Acknowledged(alertId, about(after), e.by(), e.at()));
                    case AlertResolved _ -> resolved(alertId, after);
                    case AlertConditionVanished _ -> resolved(alertId, after);
                });
    }

    @Override
    public Optional<Published> snapshot(String alertId, Alert state) {
        return switch (state) {
            case Alert.Unraised _ -> Optional.empty();
            case Alert.Open a -> snapshot(open(a.notice(), a.occurrences(), a.raisedAt()));
            case Alert.Acknowledged a -> snapshot(acknowledged(a));
            case Alert.Resolved a -> snapshot(resolved(a));
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
        return switch (alert) {
            case Alert.Open a -> About.of(a.notice());
            case Alert.Acknowledged a -> About.of(a.notice());
            case Alert.Resolved a -> About.of(a.notice());
            case Alert.Unraised _ -> throw new IllegalStateException("never raised");
        };
    }

    private static int occurrences(Alert alert) {
        return switch (alert) {
            case Alert.Open a -> a.occurrences().count();
            case Alert.Acknowledged a -> a.occurrences().count();
            case Alert.Resolved a -> a.occurrences().count();
            case Alert.Unraised _ -> 0;
        };
    }

    private static Optional<Published> snapshot(Snapshot snapshot) {
        return Optional.of(new Published("alert.snapshot.v1", snapshot));
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
