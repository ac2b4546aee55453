package org.repatria.notifications.publishing;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.repatria.messaging.Announcement;
import org.repatria.messaging.Publishing;
import org.repatria.notifications.domain.deadlines.Deadline;
import org.repatria.notifications.domain.deadlines.Deadline.Stopped;
import org.repatria.notifications.domain.deadlines.Deadline.Unwatched;
import org.repatria.notifications.domain.deadlines.Deadline.Watched;
import org.repatria.notifications.domain.deadlines.DeadlineEvent;

/**
 * A watched deadline is told by its alerts; only its snapshot goes out. The view of what falls due next lives on it.
 */
public final class DeadlinePublishing implements Publishing<Deadline, DeadlineEvent> {

    /**
     * {@code deadline.snapshot.v1}; the relay adds id and version.
     *
     * @param nextAt when the next warning falls due; absent when none is left or watching has ended
     */
    public record Snapshot(
            String code, String objectType, String objectId, String clockId, String dueOn, Optional<Instant> nextAt) {}

    @Override
    public Announcement event(String deadlineId, DeadlineEvent event, Deadline after) {
        return Announcement.told();
    }

    @Override
    public Optional<Published> snapshot(String deadlineId, Deadline state) {
        return switch (state) {
            case Unwatched _ -> Optional.empty();
            case Watched w -> snapshot(w.terms(), w.nextAt());
            case Stopped s -> snapshot(s.terms(), Optional.empty());
        };
    }

    @Override
    public Set<String> states(String deadlineId, Deadline state) {
        return switch (state) {
            case Unwatched _ -> Set.of();
            case Watched w -> w.terms().states();
            case Stopped s -> s.terms().states();
        };
    }

    private static Optional<Published> snapshot(Deadline.Terms terms, Optional<Instant> nextAt) {
        return Optional.of(new Published(
                "deadline.snapshot.v1",
                new Snapshot(
                        terms.code(),
                        terms.objectType(),
                        terms.objectId(),
                        terms.clockId(),
                        terms.dueOn().toString(),
                        nextAt)));
    }
}
