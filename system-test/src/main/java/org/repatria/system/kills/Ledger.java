package org.repatria.system.kills;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.repatria.system.checker.Evidence.Command;

/** What the clients sent and heard, one line per command, however often it was sent. */
final class Ledger {

    private final ConcurrentLinkedQueue<Command> commands = new ConcurrentLinkedQueue<>();
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong repeats = new AtomicLong();

    void note(Command command) {
        commands.add(command);
        if (command.status() >= 200 && command.status() < 300) {
            answered.incrementAndGet();
        } else if (command.status() >= 400) {
            refused.incrementAndGet();
        }
    }

    void noteRepeat() {
        repeats.incrementAndGet();
    }

    List<Command> commands() {
        return List.copyOf(commands);
    }

    /** Commands that were answered with success. */
    long answered() {
        return answered.get();
    }

    /** Commands that were answered with a refusal, such as a stale version. */
    long refused() {
        return refused.get();
    }

    /** Times that a command had to be sent again. */
    long repeats() {
        return repeats.get();
    }
}
