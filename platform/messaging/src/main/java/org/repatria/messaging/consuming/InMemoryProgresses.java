package org.repatria.messaging.consuming;

import java.util.HashMap;
import java.util.Map;

/** Progress in memory, for tests of what stands on it. */
public final class InMemoryProgresses implements Progresses {

    private final Map<String, Progress> byKey = new HashMap<>();

    @Override
    public synchronized Progress of(String consumer, String subject) {
        return byKey.getOrDefault(consumer + "|" + subject, Progress.NONE);
    }

    @Override
    public synchronized boolean advance(String consumer, String subject, Progress from, Progress to) {
        if (of(consumer, subject).sequence() != from.sequence()) {
            return false;
        }
        byKey.put(consumer + "|" + subject, to);
        return true;
    }
}
