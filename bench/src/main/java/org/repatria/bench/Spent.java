package org.repatria.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.repatria.local.supervisor.Component;
import org.repatria.local.supervisor.Stack;

/** What calls of one kind took, and what processes of the system spent on them. */
final class Spent {

    private final Measured measured = new Measured();
    private final Action action;
    private final Supplier<Stream<ProcessHandle>> by;
    private Duration processor = Duration.ZERO;

    private Spent(Action action, Supplier<Stream<ProcessHandle>> by) {
        this.action = action;
        this.by = by;
    }

    /** By the case service alone. */
    static Spent byCases(Stack stack, Action action) {
        return by(action, () -> processes(stack, Component.CASES));
    }

    /** By processes that are asked for each time: they may be others after a restart. */
    static Spent by(Action action, Supplier<Stream<ProcessHandle>> processes) {
        return new Spent(action, processes);
    }

    /** Those of the system that are these components at the moment. */
    static Stream<ProcessHandle> processes(Stack stack, Component... components) {
        return Arrays.stream(components).map(stack::pid).map(ProcessHandle::of).flatMap(Optional::stream);
    }

    /** By all processes of the system together. */
    static Spent byAll(Stack stack, Action action) {
        return by(action, () -> processes(stack, Component.values()));
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

    private Duration spent() {
        return processorTime(by.get());
    }

    /** Since their start; nothing where the system does not tell. */
    static Duration processorTime(Stream<ProcessHandle> processes) {
        return processes
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** One stretch of calls. */
    private interface Stretch {
        Measured run() throws InterruptedException;
    }
}
