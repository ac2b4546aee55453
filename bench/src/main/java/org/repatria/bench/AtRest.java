package org.repatria.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Waits until processes have next to nothing left to do, since others are measured beside them. */
final class AtRest {

    /** Long beside the precision of processor time, which is 10 ms. */
    private static final Duration WATCHED = Duration.ofSeconds(1);

    private AtRest() {}

    /** The share of one core that they still take. */
    static double await(String whose, Supplier<Stream<ProcessHandle>> processes)
            throws IOException, InterruptedException {
        var last = new double[1];
        Until.holds(whose + " is at rest", Limits.CATCH_UP_MAX, () -> {
            last[0] = share(processes);
            return last[0] <= Limits.AT_REST_MAX;
        });
        return last[0];
    }

    private static double share(Supplier<Stream<ProcessHandle>> processes) throws InterruptedException {
        var since = System.nanoTime();
        var before = Spent.processorTime(processes.get());
        Until.pause(WATCHED);
        var taken = Spent.processorTime(processes.get()).minus(before);
        return (double) taken.toNanos() / (System.nanoTime() - since);
    }
}
