package org.repatria.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits for a condition, within a bound. */
final class Until {

    private Until() {}

    /** Something to look at again and again. */
    @FunctionalInterface
    interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    static void holds(String what, Duration bound, Condition condition) throws IOException, InterruptedException {
        var until = System.nanoTime() + bound.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > until) {
                throw new IOException("not within " + bound.toSeconds() + " s: " + what);
            }
            pause(Limits.LOOK_EVERY);
        }
    }

    static void pause(Duration length) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(length.toMillis());
    }
}
