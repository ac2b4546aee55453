package org.repatria.bench;

import java.time.Duration;
import java.util.List;
import org.repatria.local.supervisor.Component;
import org.repatria.local.supervisor.Stack;

/** What calls of one kind took, and what processes of the system spent on them. */
final class Spent {

    private final Measured measured = new Measured();
    private final Stack stack;
    private final Action action;
    private final List<Component> by;
    private Duration processor = Duration.ZERO;

    private Spent(Stack stack, Action action, List<Component> by) {
        this.stack = stack;
        this.action = action;
        this.by = by;
    }

    /** By the case service alone. */
    static Spent byCases(Stack stack, Action action) {
        return new Spent(stack, action, List.of(Component.CASES));
    }

    /** By all processes of the system together. */
    static Spent byAll(Stack stack, Action action) {
        return new Spent(stack, action, List.of(Component.values()));
    }

    /** @param counts false for a warm-up */
    void take(int count, boolean counts) throws InterruptedException {
        take(() -> Load.times(count, action), counts);
    }

    /** By so many clients at once. */
    void saturating(int clients, Duration length) throws InterruptedException {
        take(() -> Load.saturating(clients, length, action), true);
    }

    private void take(Stretch load, boolean counts) throws InterruptedException {
        var before = spent();
        var stretch = load.run();
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

    /** Since their start; nothing where the system does not tell. */
    private Duration spent() {
        return by.stream()
                .map(component -> ProcessHandle.of(stack.pid(component))
                        .flatMap(process -> process.info().totalCpuDuration())
                        .orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** One stretch of calls. */
    private interface Stretch {
        Measured run() throws InterruptedException;
    }
}
