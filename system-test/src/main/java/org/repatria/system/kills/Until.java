package org.repatria.system.kills;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for a condition, within a bound. */
public final class Until {

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private Until() {}

    /** Something that may not be so yet, and that may not even be answerable yet. */
    @FunctionalInterface
    public interface Condition {
        boolean holds() throws Exception;
    }

    /** False when it is still not so at the end of the bound; a failure to look counts as "not yet". */
    public static boolean within(Duration bound, Condition condition) throws InterruptedException {
        return within(bound, LOOK_EVERY, condition);
    }

    /** The same, for a condition that costs something to look at. */
    public static boolean within(Duration bound, Duration lookEvery, Condition condition) throws InterruptedException {
        var until = System.nanoTime() + bound.toNanos();
        while (true) {
            if (holds(condition)) {
                return true;
            }
            if (System.nanoTime() > until) {
                return false;
            }
            pause(lookEvery);
        }
    }

    /** Lets time pass. */
    static void pause(Duration duration) throws InterruptedException {
        LockSupport.parkNanos(duration.toNanos());
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private static boolean holds(Condition condition) throws InterruptedException {
        try {
            return condition.holds();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception notYet) {
            return false;
        }
    }
}
