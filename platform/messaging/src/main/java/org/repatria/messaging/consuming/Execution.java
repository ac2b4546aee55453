package org.repatria.messaging.consuming;

import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerException;
import java.util.ArrayList;
import java.util.List;
import org.repatria.decider.Outcome;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.CommandEnvelope;
import org.repatria.messaging.Limits;
import org.repatria.messaging.StoreUnavailable;

/** Executes what reactions asked for, and waits: a consumer's thread is there to wait. */
final class Execution {

    private Execution() {}

    /**
     * The outcome of each command. Throws {@link StoreUnavailable} when the database is away, anything else for a
     * defect.
     */
    static <C, S> List<Outcome<S>> of(Aggregates<C, S> aggregates, List<CommandEnvelope<C>> envelopes) {
        var outcomes = new ArrayList<Outcome<S>>(envelopes.size());
        try {
            for (var from = 0; from < envelopes.size(); from += Limits.BATCH_MAX) {
                var batch = envelopes.subList(from, Math.min(from + Limits.BATCH_MAX, envelopes.size()));
                outcomes.addAll(Applying.await(aggregates.executeAll(batch), ConsumingLimits.COMMANDS_WAIT_MAX)
                        .orElse(List.of()));
            }
        } catch (MongoException e) {
            throw isAway(e) ? new StoreUnavailable("the database did not take the commands of a record", e) : e;
        }
        return outcomes;
    }

    /** Whether the server did not answer, in contrast to an answer that says no. */
    private static boolean isAway(MongoException e) {
        return !(e instanceof MongoServerException)
                || e instanceof MongoNotPrimaryException
                || e instanceof MongoNodeIsRecoveringException
                || e.hasErrorLabel("RetryableWriteError");
    }
}
