package org.repatria.bench;

import java.time.Duration;
import org.repatria.local.supervisor.Component;
import org.repatria.local.supervisor.Stack;

/** What calls of one kind took, and what the case service spent on them. */
final class Spent {

    private final Measured measured = new Measured();
    private final Stack stack;
    private final Action action;
    private Duration processor = Duration.ZERO;

    Spent(Stack stack, Action action) {
        this.stack = stack;
        this.action = action;
    }

    /** @param counts false for a warm-up */
    void take(int count, boolean counts) throws InterruptedException {
        var before = spent();
        var stretch = Load.times(count, action);
        if (counts) {
            measured.add(stretch);
            processor = processor.plus(spent().minus(before));
        }
    }

    Measured measured() {
        return measured;
    }

    /** Whether this system tells the processor time of a process. */
    boolean isTold() {
        return !processor.isZero();
    }

    /** Processor time of one call. */
    double millis() {
        return processor.toNanos() / 1e6 / measured.succeeded();
    }

    /** By the service since its start; nothing where the system does not tell. */
    private Duration spent() {
        return ProcessHandle.of(stack.pid(Component.CASES))
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }
}
