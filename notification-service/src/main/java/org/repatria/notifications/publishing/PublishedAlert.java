package org.repatria.notifications.publishing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.repatria.notifications.domain.alerts.Alert.Resolution;
import org.repatria.notifications.domain.alerts.Notice;
import org.repatria.notifications.domain.alerts.Severity;

/** The published forms of an alert; their schemas are in {@code contracts/schemas}. */
public final class PublishedAlert {

    private PublishedAlert() {}

    /** What the alert tells, as it is published. */
    public record About(
            String code,
            Severity severity,
            String objectType,
            String objectId,
            Optional<String> clockId,
            Optional<String> caseId,
            List<String> recipients,
            String title,
            Optional<Map<String, String>> particulars,
            String remedy,
            Optional<LocalDate> dueOn,
            Optional<List<String>> states) {

        static About of(Notice notice) {
            return new About(
                    notice.code(),
                    notice.severity(),
                    notice.objectType(),
                    notice.objectId(),
                    notice.clockId(),
                    notice.caseId(),
                    notice.recipients().stream().sorted().toList(),
                    notice.title(),
                    Optional.of(notice.particulars()).filter(particulars -> !particulars.isEmpty()),
                    notice.remedy(),
                    notice.dueOn(),
                    Optional.of(notice.states().stream().sorted().toList()).filter(states -> !states.isEmpty()));
        }
    }

    /** {@code alert.raised.v1} and {@code alert.renewed.v1}. */
    public record Raised(String alertId, About about, int occurrences, Instant at) {}

    /** {@code alert.acknowledged.v1}. */
    public record Acknowledged(String alertId, About about, String by, Instant at) {}

    /** {@code alert.resolved.v1}. */
    public record Resolved(String alertId, About about, Resolution resolution, String by, String act, Instant at) {}

    /**
     * {@code alert.snapshot.v1} and {@code alert.confided-snapshot.v1}; the relay adds id and version, to the latter
     * told.
     */
    public record Snapshot(
            Status status,
            About about,
            int occurrences,
            Instant raisedAt,
            Optional<String> acknowledgedBy,
            Optional<Instant> acknowledgedAt,
            Optional<Resolution> resolution,
            Optional<String> resolvedBy,
            Optional<String> act,
            Optional<Instant> resolvedAt) {}

    /** The words for the states of an alert. */
    public enum Status {
        OPEN,
        ACKNOWLEDGED,
        RESOLVED
    }
}
