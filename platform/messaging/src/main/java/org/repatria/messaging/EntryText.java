package org.repatria.messaging;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.repatria.decider.Actor;

/** The private entry of the journal. It says what happened, and who made it happen, when, why and in answer to what. */
record EntryText(
        String aggregateId,
        long sequence,
        Instant at,
        String type,
        Map<String, Object> data,
        Actor actor,
        String purpose,
        Optional<CommandEnvelope.CommandId> commandId,
        Optional<CommandEnvelope.Cause> cause,
        Optional<String> traceparent) {

    static EntryText of(
            String aggregateId, long sequence, CommandEnvelope<?> envelope, String type, Map<String, Object> data) {
        return new EntryText(
                aggregateId,
                sequence,
                envelope.occasion().at(),
                type,
                data,
                envelope.occasion().by(),
                envelope.occasion().purpose(),
                envelope.id(),
                envelope.cause(),
                envelope.traceparent());
    }
}
