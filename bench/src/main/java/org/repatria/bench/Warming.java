package org.repatria.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.repatria.local.supervisor.Component;
import org.repatria.local.supervisor.Stack;

/**
 * Puts a system under load until its compilers have come to rest. In the minutes before they take up to half of the
 * processor time, and a figure tells of them.
 */
final class Warming {

    private Warming() {}

    /** Gives the calls in turns, by many clients and by one. Says for how long, and what the compilers still take. */
    static void up(Stack stack, Scale scale, Consumer<String> say, List<Action> calls) throws InterruptedException {
        up(() -> Spent.processes(stack, Component.values()), scale, say, calls);
    }

    /** The same for other processes. */
    static void up(Supplier<Stream<ProcessHandle>> processes, Scale scale, Consumer<String> say, List<Action> calls)
            throws InterruptedException {
        var stretches = 0;
        var share = 1.0;
        while (share > Limits.COMPILERS_AT_REST && stretches < Limits.WARM_UP_STRETCHES_MAX) {
            share = stretch(processes, scale, calls);
            stretches++;
        }
        Until.pause(Limits.SETTLE);
        say.accept(String.format(
                Locale.ROOT,
                "warmed up for %d s; the compilers take %.2f of a core",
                scale.warmUp().toSeconds() * stretches,
                share));
    }

    /** The share of one core that the compilers took in it. */
    private static double stretch(Supplier<Stream<ProcessHandle>> processes, Scale scale, List<Action> calls)
            throws InterruptedException {
        var each = scale.warmUp().dividedBy(2L * calls.size());
        var since = System.nanoTime();
        var before = Compilers.processorTime(processes.get());
        for (var call : calls) {
            Load.saturating(scale.clients(), each, call);
            Load.saturating(1, each, call);
        }
        var taken = Compilers.processorTime(processes.get()).minus(before);
        return (double) taken.toNanos() / (System.nanoTime() - since);
    }
}
