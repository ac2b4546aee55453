package org.repatria.messaging.consuming;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How far each consumer is with each subject. Calls block; they throw {@link org.repatria.messaging.StoreUnavailable}
 * when the store does not answer.
 */
public interface Progresses {

    /** How far a consumer is with each of the subjects; {@link Progress#NONE} where it has seen nothing of one. */
    Map<String, Progress> of(String consumer, Collection<String> subjects);

    /**
     * Moves each subject from one place to another, by itself.
     *
     * @return those that certainly moved. Where somebody else has moved one before, the others may be missing too: look
     *     again
     */
    Set<String> advance(String consumer, Map<String, Step> steps);

    /** How far a consumer is with a subject. */
    default Progress of(String consumer, String subject) {
        return of(consumer, List.of(subject)).getOrDefault(subject, Progress.NONE);
    }

    /** Moves one subject; false, and nothing changed, when somebody else has moved from there before. */
    default boolean advance(String consumer, String subject, Progress from, Progress to) {
        return !advance(consumer, Map.of(subject, new Step(from, to))).isEmpty();
    }

    /** From one place to another. */
    record Step(Progress from, Progress to) {}
}
