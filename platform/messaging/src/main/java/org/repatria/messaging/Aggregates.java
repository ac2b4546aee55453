package org.repatria.messaging;

import java.util.List;
import java.util.Optional;
import org.repatria.decider.Outcome;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The one place where a decider meets the world. It loads, decides and writes once under a condition, again when raced.
 *
 * <p>A command that is refused, or that leads to no events, writes nothing and leaves no receipt: its repeat is decided
 * again, on the state of then. That is harmless, since nothing had happened.
 *
 * <p>Errors: {@link StoreUnavailable} when the database does not answer; nothing is half done then, and a repeat with
 * the same command id is safe.
 */
public interface Aggregates<C, S> {

    /** Executes one command with at most one read and one write, unless it is raced. */
    Mono<Outcome<S>> execute(CommandEnvelope<C> envelope);

    /**
     * Executes commands for different aggregates with one read and one write for all of them. Outcomes come in the
     * order of the envelopes. At most {@value Limits#BATCH_MAX}; two for the same aggregate are executed one after the
     * other.
     */
    Mono<List<Outcome<S>>> executeAll(List<CommandEnvelope<C>> envelopes);

    /** The aggregate as it stands; empty when nothing ever happened to it. */
    Mono<Current<S>> read(String aggregateId);

    /** The aggregates as they stand, in the order of the ids; unknown ones are left out. */
    Flux<Current<S>> readAll(List<String> aggregateIds);

    /** Journal entries after a sequence, oldest first, those not yet relayed included. */
    Flux<JournalEntry> journal(String aggregateId, long afterSequence, int limit);

    /**
     * Journal entries that both states are told, oldest first, and nothing of the others. Those not yet relayed are
     * included.
     *
     * @param afterTold the last {@link JournalEntry#told number} seen; 0 for none
     */
    Flux<JournalEntry> toldJournal(String aggregateId, long afterTold, int limit);

    /** Recomputes the hash chain from the first entry to the head that the document holds. */
    Mono<JournalVerification> verify(String aggregateId);

    /**
     * An aggregate as it stands.
     *
     * @param version for who knows its full history: one for each accepted command that led to events
     * @param told for who knows what is told alone: one for each of those that led to an event which is told
     */
    record Current<S>(String aggregateId, S state, long version, long told) {

        /** An aggregate of which both states are told everything. */
        public Current(String aggregateId, S state, long version) {
            this(aggregateId, state, version, version);
        }

        /** The version for who knows this history: the one to answer with, and to expect in a command. */
        public long version(History known) {
            return switch (known) {
                case FULL -> version;
                case TOLD -> told;
            };
        }
    }

    /**
     * Whether a journal is whole.
     *
     * @param entries how many entries the chain has
     * @param told how many of them both states are told
     * @param head hash of the last entry
     * @param brokenAt the first sequence that does not fit; empty when the chain is whole
     */
    record JournalVerification(
            String aggregateId, long entries, long told, String head, Optional<Long> brokenAt, String detail) {
        public boolean whole() {
            return brokenAt.isEmpty();
        }
    }
}
