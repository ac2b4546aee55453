package org.repatria.notifications.domain.deadlines;

import static org.repatria.notifications.domain.deadlines.DeadlineReason.*;

import java.time.Instant;

/** What may be asked of a watched deadline. */
public sealed interface DeadlineCommand {

    /** Watch it, or watch it under new terms when its day has moved. */
    record WatchDeadline(Deadline.Terms terms, Instant at) implements DeadlineCommand {}

    /** Watch it no longer. */
    record StopWatching(String reason, Instant at) implements DeadlineCommand {}

    /** Note that the warnings due by now have been given. */
    @RefusedFor({DEADLINE_NOT_WATCHED, WARNING_NOT_DUE})
    record NoteWarned(int lead) implements DeadlineCommand {}
}
