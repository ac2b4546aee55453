package org.repatria.notifications.domain.deadlines;

import java.time.Instant;
import java.util.List;

/** What can have happened to a watched deadline. */
public sealed interface DeadlineEvent {

    /** Watching began, or its day moved; warnings count anew from here. */
    record DeadlineWatched(Deadline.Terms terms, Instant at) implements DeadlineEvent {}

    /**
     * Warnings were given.
     *
     * @param leads those covered: the one given, and the longer ones it overtook
     */
    record DeadlineWarned(String deadlineId, List<Integer> leads, Instant at) implements DeadlineEvent {
        public DeadlineWarned {
            leads = List.copyOf(leads);
        }
    }

    /** Watching ended. */
    record DeadlineStopped(String deadlineId, String reason, Instant at) implements DeadlineEvent {}
}
