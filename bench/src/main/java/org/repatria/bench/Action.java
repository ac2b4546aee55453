package org.repatria.bench;

import java.io.IOException;

/** One thing under load. A failure is an {@link IOException} and is counted, not timed. */
@FunctionalInterface
interface Action {

    /**
     * Does it once.
     *
     * @param intended the moment, in {@link System#nanoTime()}, at which it was meant to begin
     * @return its latency in nanoseconds
     */
    long perform(long intended) throws IOException, InterruptedException;

    /** Something whose latency ends when it returns. */
    static Action timed(Step step) {
        return intended -> {
            step.run();
            return System.nanoTime() - intended;
        };
    }

    /** Something that is done once and returns when it is done. */
    @FunctionalInterface
    interface Step {
        void run() throws IOException, InterruptedException;
    }
}
