package org.repatria.messaging.consuming;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Progress in memory, for tests of what stands on it. */
public final class InMemoryProgresses implements Progresses {

    private final Map<String, Progress> byKey = new HashMap<>();

    @Override
    public synchronized Map<String, Progress> of(String consumer, Collection<String> subjects) {
        var found = new HashMap<String, Progress>();
        subjects.forEach(subject -> found.put(subject, byKey.getOrDefault(key(consumer, subject), Progress.NONE)));
        return found;
    }

    @Override
    public synchronized Set<String> advance(String consumer, Map<String, Step> steps) {
        var moved = new HashSet<String>();
        steps.forEach((subject, step) -> {
            var at = byKey.getOrDefault(key(consumer, subject), Progress.NONE);
            if (at.sequence() == step.from().sequence()) {
                byKey.put(key(consumer, subject), step.to());
                moved.add(subject);
            }
        });
        return moved;
    }

    private static String key(String consumer, String subject) {
        return consumer + "|" + subject;
    }
}
