package org.repatria.system.kills;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.repatria.system.checker.Evidence.Command;
import org.repatria.system.client.Caller;
import org.repatria.system.client.Reply;

/**
 * Sends a command with the same Idempotency-Key until it is answered, whatever dies meanwhile. It is sent again and
 * again.
 */
final class Stubborn {

    private final Caller caller;
    private final Ledger ledger;
    /** Some of those who decide second must say why they look at a case. */
    private static final String PURPOSE = "Proof that nothing is lost";

    private final BooleanSupplier giveUp;

    Stubborn(Caller caller, Ledger ledger, BooleanSupplier giveUp) {
        this.caller = caller;
        this.ledger = ledger;
        this.giveUp = giveUp;
    }

    /** What is asked, of whom and as whom. */
    record Ask(
            String kind,
            String user,
            String path,
            String key,
            OptionalLong version,
            String contentType,
            String body,
            Optional<String> aggregateId) {}

    /** The answer; empty when time ran out before there was one. */
    Optional<Reply> send(Ask ask) throws InterruptedException {
        var pause = Limits.RETRY_MIN;
        while (!giveUp.getAsBoolean()) {
            try {
                var reply = caller.send(
                        caller.command(ask.user(), ask.path(), ask.key(), ask.version(), ask.contentType(), ask.body())
                                .header("X-Purpose", PURPOSE));
                if (isFinal(reply)) {
                    ledger.note(noted(ask, reply));
                    return Optional.of(reply);
                }
            } catch (IOException unanswered) {
                // It may have been executed or not: the same key finds out.
            }
            ledger.noteRepeat();
            Until.pause(pause);
            pause = pause.multipliedBy(2).compareTo(Limits.RETRY_MAX) < 0 ? pause.multipliedBy(2) : Limits.RETRY_MAX;
        }
        ledger.note(new Command(ask.key(), ask.kind(), 0, ask.aggregateId(), 0, false));
        return Optional.empty();
    }

    /** What can be read, patiently; empty when time ran out. */
    Optional<Reply> read(String user, String path) throws InterruptedException {
        Duration pause = Limits.RETRY_MIN;
        while (!giveUp.getAsBoolean()) {
            try {
                var reply = caller.get(user, path);
                if (isFinal(reply)) {
                    return Optional.of(reply);
                }
            } catch (IOException unanswered) {
                // A service is being restarted.
            }
            Until.pause(pause);
        }
        return Optional.empty();
    }

    private static boolean isFinal(Reply reply) {
        return reply.status() < 500 && reply.status() != 429 && reply.status() != 408;
    }

    private static Command noted(Ask ask, Reply reply) {
        if (!reply.isSuccess()) {
            return new Command(ask.key(), ask.kind(), reply.status(), ask.aggregateId(), 0, false);
        }
        var id = ask.aggregateId().or(() -> Optional.of(reply.json().path("id").asString()));
        var version = reply.version();
        var changed = ask.version().isEmpty() || version > ask.version().getAsLong();
        return new Command(ask.key(), ask.kind(), reply.status(), id, version, changed);
    }
}
