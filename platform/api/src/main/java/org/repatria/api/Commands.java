package org.repatria.api;

import java.util.Optional;
import org.repatria.edge.Call;
import org.repatria.messaging.CommandEnvelope;
import org.repatria.messaging.CommandEnvelope.CommandId;
import org.repatria.messaging.VersionCondition;

/** Makes of a call the command that an aggregate is asked to execute. */
public final class Commands {

    private Commands() {}

    /** The command with all that must reach the journal beside it. */
    public static <C> CommandEnvelope<C> envelope(Call call, String aggregateId, C command) {
        return envelope(call, aggregateId, command, call.fingerprint());
    }

    /** The same where the body was streamed and its digest is the caller's business. */
    public static <C> CommandEnvelope<C> envelope(Call call, String aggregateId, C command, String fingerprint) {
        return new CommandEnvelope<>(
                aggregateId,
                command,
                call.occasion(),
                call.idempotencyKey().map(_ -> new CommandId(call.commandKey(), fingerprint)),
                condition(call),
                Optional.empty(),
                Optional.of(call.trace().traceparent()));
    }

    private static VersionCondition condition(Call call) {
        var wanted = call.match()
                .filter(tags -> !tags.any())
                .map(tags -> VersionCondition.oneOf(tags.versions()))
                .orElse(VersionCondition.NONE);
        return call.noneMatch()
                .map(tags -> tags.any() ? wanted.andAbsent() : wanted.andNoneOf(tags.versionsWeakly()))
                .orElse(wanted);
    }
}
