package org.repatria.bench;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** When a plain consumer had what somebody waits for. */
final class Sightings {

    private final Map<String, CompletableFuture<Long>> expected = new ConcurrentHashMap<>();

    /** Something that will be seen once. */
    final class Expected {
        private final String key;
        private final CompletableFuture<Long> moment;

        private Expected(String key, CompletableFuture<Long> moment) {
            this.key = key;
            this.moment = moment;
        }

        /** The moment at which it was seen, in {@link System#nanoTime()}. */
        long await() throws IOException, InterruptedException {
            try {
                return moment.get(Limits.SIGHT_MAX.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException | ExecutionException e) {
                throw new IOException(key + " was not seen", e);
            } finally {
                expected.remove(key, moment);
            }
        }
    }

    /** Asked before it can happen, so that it cannot be missed. */
    Expected expect(String key) {
        var moment = new CompletableFuture<Long>();
        expected.put(key, moment);
        return new Expected(key, moment);
    }

    void seen(String key, long moment) {
        var waiting = expected.get(key);
        if (waiting != null) {
            waiting.complete(moment);
        }
    }
}
