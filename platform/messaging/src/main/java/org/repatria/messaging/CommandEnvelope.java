package org.repatria.messaging;

import java.time.Instant;
import java.util.Optional;
import org.repatria.decider.Actor;

/**
 * A command with everything that must reach the journal beside it.
 *
 * @param aggregateId whom the command is for; the writer makes the id
 * @param at when it is recorded; a time at which something happened is part of the command itself
 * @param purpose why the actor acts, in the actor's words or a code; empty when none was given
 * @param id makes a repeat harmless; empty only where the cause does that
 * @param condition what the caller says of the version that the command may meet
 * @param cause the published event that led to the command; empty for a command of a person or a program
 * @param traceparent W3C trace context of the caller
 */
public record CommandEnvelope<C>(
        String aggregateId,
        C command,
        Actor actor,
        Instant at,
        String purpose,
        Optional<CommandId> id,
        VersionCondition condition,
        Optional<Cause> cause,
        Optional<String> traceparent) {

    public CommandEnvelope {
        if (!Ids.isSafe(aggregateId)) {
            throw new IllegalArgumentException("not an aggregate id: " + aggregateId);
        }
    }

    /** The same for a caller who decided on one version, or on none. */
    public CommandEnvelope(
            String aggregateId,
            C command,
            Actor actor,
            Instant at,
            String purpose,
            Optional<CommandId> id,
            Optional<Long> expectedVersion,
            Optional<Cause> cause,
            Optional<String> traceparent) {
        this(aggregateId, command, actor, at, purpose, id, VersionCondition.of(expectedVersion), cause, traceparent);
    }

    /**
     * The caller's key for one command.
     *
     * @param key unique per actor and route; at most {@value Limits#COMMAND_KEY_CHARS_MAX} characters
     * @param fingerprint digest of what was asked, so that a reused key with other content is seen
     */
    public record CommandId(String key, String fingerprint) {
        public CommandId {
            if (key.isBlank() || key.length() > Limits.COMMAND_KEY_CHARS_MAX) {
                throw new IllegalArgumentException(
                        "a command key has 1 to " + Limits.COMMAND_KEY_CHARS_MAX + " characters, not " + key.length());
            }
        }
    }

    /**
     * A published event of another aggregate. Events of one subject are applied in order, so the highest sequence that
     * an aggregate has seen of a subject is receipt enough.
     */
    public record Cause(String subject, long sequence) {

        /** Ends the subject where the event is a confided one. */
        public static final String CONFIDED = "@confided";

        /** Whether the event is one that only the services of the house know. */
        public boolean isConfided() {
            return subject.endsWith(CONFIDED);
        }
    }
}
