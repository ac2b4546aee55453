package org.repatria.messaging;

import java.util.List;
import java.util.Optional;
import org.repatria.decider.Outcome;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The one place where a decider meets the world: load, decide, one conditional write, retried when raced.
 *
 * <p>A command that is refused, or that leads to no events, writes nothing and leaves no receipt: its repeat is decided
 * again, on the state of then. That is harmless, since nothing had happened.
 *
 * <p>Errors: {@link StoreUnavailable} when the database does not answer; nothing is half done then, and a repeat with the
 * same command id is safe.
 */
public interface Aggregates<C, S, E, R> {

    /** Executes one command with one read and one write. */
    Mono<Outcome<S, R>> execute(CommandEnvelope<C> envelope);

    /**
     * Executes commands for different aggregates with one read and one write for all of them. Outcomes come in the order
     * of the envelopes. At most {@value Limits#BATCH_MAX}; two for the same aggregate are executed one after the other.
     */
    Mono<List<Outcome<S, R>>> executeAll(List<CommandEnvelope<C>> envelopes);

    /** The aggregate as it stands; empty when nothing ever happened to it. */
    Mono<Current<S>> read(String aggregateId);

    /** The aggregates as they stand, in the order of the ids; unknown ones are left out. */
    Flux<Current<S>> readAll(List<String> aggregateIds);

    /** Journal entries after a sequence, oldest first, those not yet relayed included. */
    Flux<JournalEntry> journal(String aggregateId, long afterSequence, int limit);

    /** Recomputes the hash chain from the first entry to the head that the document holds. */
    Mono<JournalVerification> verify(String aggregateId);

    /** An aggregate as it stands. */
    record Current<S>(String aggregateId, S state, long version) {}

    /**
     * Whether a journal is whole.
     *
     * @param entries how many entries the chain has
     * @param head hash of the last entry
     * @param brokenAt the first sequence that does not fit; empty when the chain is whole
     */
    record JournalVerification(String aggregateId, long entries, String head, Optional<Long> brokenAt, String detail) {
        public boolean whole() {
            return brokenAt.isEmpty();
        }
    }
}
