package org.repatria.bench;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** How many commands on each case were answered, and which of their events a plain subscriber has seen. */
final class Ledger {

    private final Map<String, LongAdder> answered = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> seen = new ConcurrentHashMap<>();
    private final AtomicLong lastNew = new AtomicLong();

    void answered(String id) {
        answered.computeIfAbsent(id, _ -> new LongAdder()).increment();
    }

    /**
     * Takes an event, which may come twice.
     *
     * @param number what tells it from the others of the same case
     * @param moment when it was seen, in {@link System#nanoTime()}
     */
    void seen(String id, String number, long moment) {
        if (seen.computeIfAbsent(id, _ -> ConcurrentHashMap.newKeySet()).add(number)) {
            lastNew.set(moment);
        }
    }

    /** Answered commands whose event nobody has seen. */
    long missing() {
        return answered.entrySet().stream()
                .mapToLong(one -> Math.max(
                        0,
                        one.getValue().sum()
                                - seen.getOrDefault(one.getKey(), Set.of()).size()))
                .sum();
    }

    long answered() {
        return answered.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** When the last event came that had not come before. */
    long lastNew() {
        return lastNew.get();
    }

    /** Waits until none is missing; where one stays missing there is no figure. */
    void awaitComplete(String whose) throws IOException, InterruptedException {
        try {
            Until.holds("every event of " + whose, Limits.CATCH_UP_MAX, () -> missing() == 0);
        } catch (IOException e) {
            throw new IOException("%s lost %,d of %,d events".formatted(whose, missing(), answered()), e);
        }
    }
}
