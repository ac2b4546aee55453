package org.repatria.messaging;

import java.util.Optional;
import org.repatria.decider.Ids;
import org.repatria.decider.Occasion;

/**
 * A command with everything that must reach the journal beside it.
 *
 * @param aggregateId whom the command is for; the writer makes the id
 * @param id makes a repeat harmless; empty only where the cause does that
 * @param condition what the caller says of the version that the command may meet
 * @param cause the published event that led to the command; empty for a command of a person or a program
 * @param traceparent W3C trace context of the caller
 */
public record CommandEnvelope<C>(
        String aggregateId,
        C command,
        Occasion occasion,
        Optional<CommandId> id,
        VersionCondition condition,
        Optional<Cause> cause,
        Optional<String> traceparent) {

    public CommandEnvelope {
        if (!Ids.isSafe(aggregateId)) {
            throw new IllegalArgumentException("not an aggregate id: " + aggregateId);
        }
    }

    /** What a part of the system asks by itself: on any version, and harmless when asked again. */
    public static <C> CommandEnvelope<C> of(String aggregateId, C command, Occasion occasion) {
        return new CommandEnvelope<>(
                aggregateId,
                command,
                occasion,
                Optional.empty(),
                VersionCondition.NONE,
                Optional.empty(),
                Optional.empty());
    }

    /** The same caller, occasion and cause with another command. */
    public <D> CommandEnvelope<D> with(String otherAggregateId, D other) {
        return new CommandEnvelope<>(otherAggregateId, other, occasion, id, VersionCondition.NONE, cause, traceparent);
    }

    /** The same caller and occasion with a command that leaves no receipt, being harmless when asked again. */
    public <D> CommandEnvelope<D> withoutReceipt(String otherAggregateId, D other) {
        return new CommandEnvelope<>(
                otherAggregateId,
                other,
                occasion,
                Optional.empty(),
                VersionCondition.NONE,
                Optional.empty(),
                traceparent);
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
