package org.repatria.messaging.consuming;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far this process last brought the subjects of one consumer, so that it need not be read again.
 *
 * <p>Progress moves only from where it stands, so what is remembered wrongly is found out there. It is forgotten where
 * another process may have gone on: after a change of partitions, and wherever a record needed a closer look.
 */
final class Reached {

    /** LIMIT: subjects remembered, those last heard of: a kB or two each. */
    private static final int SUBJECTS_MAX = 1_000;

    private final Map<String, Progress> bySubject = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Progress> eldest) {
            return size() > SUBJECTS_MAX;
        }
    };

    /** Those remembered, and no longer: who takes them says how far they are then. */
    synchronized Map<String, Progress> taken(Collection<String> subjects) {
        var taken = new HashMap<String, Progress>();
        for (var subject : subjects) {
            var progress = bySubject.remove(subject);
            if (progress != null) {
                taken.put(subject, progress);
            }
        }
        return taken;
    }

    synchronized void at(String subject, Progress progress) {
        bySubject.put(subject, progress);
    }

    synchronized void forget() {
        bySubject.clear();
    }
}
