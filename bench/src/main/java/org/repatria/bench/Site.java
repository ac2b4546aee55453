package org.repatria.bench;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.repatria.local.supervisor.Component;
import org.repatria.local.supervisor.Stack;
import org.repatria.local.supervisor.StackFailed;
import org.repatria.local.supervisor.StackSettings;
import org.repatria.local.supervisor.StackSettings.Caches;

/**
 * Where systems to measure are started: on free ports, with data of their own.
 *
 * @param home keeps the unpacked applications and their caches from one system to the next, and empties the data before
 *     each
 */
record Site(Path home, Consumer<String> say) {

    /** The gateway lets one subject make so many requests a second. One program makes the load of many here. */
    private static final String RATE_VARIABLE = "REPATRIA_RATES_SUBJECT_PER_SECOND";

    private static final String RATE = "100000";

    /** An empty system, all of it ready. The caller closes it. */
    Stack system(Caches caches) throws StackFailed, InterruptedException {
        var settings = StackSettings.apart(home).caches(caches).with(RATE_VARIABLE, RATE);
        return Stack.started(settings, say);
    }

    /** Only Kafka and MongoDB, empty, in a home of their own beside the system's. The caller closes them. */
    Stack servers() throws StackFailed, InterruptedException {
        var settings = StackSettings.apart(home.resolve("rival")).only(Component.KAFKA, Component.MONGO);
        return trained(() -> Stack.started(settings, say));
    }

    /** An empty system that uses start-up caches, which are made first where they are missing. */
    Stack system() throws StackFailed, InterruptedException {
        return trained(() -> system(Caches.USE));
    }

    private static Stack trained(Start start) throws StackFailed, InterruptedException {
        var stack = start.run();
        if (!stack.hasPreparedCaches()) {
            return stack;
        }
        stack.close();
        return start.run();
    }

    /** Starts a system. */
    private interface Start {
        Stack run() throws StackFailed, InterruptedException;
    }
}
