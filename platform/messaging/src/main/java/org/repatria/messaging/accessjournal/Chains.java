package org.repatria.messaging.accessjournal;

import java.time.Instant;
import org.repatria.messaging.accessjournal.Line.Follows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.util.retry.Retry;

/**
 * The chains of a service in the database. It begins the next one, goes on with it, and finds the ends of the ones
 * before.
 */
final class Chains {

    private static final Logger LOG = LoggerFactory.getLogger(Chains.class);

    private final AccessBatches batches;
    private final String service;
    private final Scheduler timer;

    Chains(AccessBatches batches, String service, Scheduler timer) {
        this.batches = batches;
        this.service = service;
        this.timer = timer;
    }

    AccessBatches batches() {
        return batches;
    }

    ChainId id(String state, long number) {
        return new ChainId(service, state, number);
    }

    /** Begins the next chain of a state; tries until the database has taken it. */
    Mono<Chain> begin(String state, Instant started) {
        return Mono.defer(() -> beginOnce(state, started)).retryWhen(untilTaken());
    }

    private Mono<Chain> beginOnce(String state, Instant started) {
        return last(state)
                .flatMap(before -> follows(before)
                        .map(follows -> Chain.begin(before.next(), started, follows))
                        // RACE: of two processes that begin the same number one is first; the other follows it.
                        .flatMap(chain -> batches.add(chain.first())
                                .flatMap(added -> added
                                        ? batches.rememberChain(
                                                        state, chain.id().number())
                                                .thenReturn(chain)
                                        : beginOnce(state, started))));
    }

    /** Writes the next batch; tries until the database has taken it. */
    Mono<AccessBatch> append(AccessBatch batch) {
        return Mono.defer(() -> batches.add(batch))
                .retryWhen(untilTaken())
                // A batch that is there already is this one, of an attempt whose answer was lost: a chain has one
                // writer.
                .thenReturn(batch);
    }

    /** The last chain of a state; number 0 when there is none. */
    Mono<ChainId> last(String state) {
        return batches.lastChain(state).flatMap(number -> lastFrom(id(state, number)));
    }

    private Mono<ChainId> lastFrom(ChainId known) {
        return batches.has(known.next().toString(), 0)
                .flatMap(there -> there ? lastFrom(known.next()) : Mono.just(known));
    }

    /** The number of a chain's last batch: looks ahead in doubling steps, then halves the gap. */
    Mono<Long> lastBatch(ChainId chain) {
        return ahead(chain.toString(), 0, 1);
    }

    private Mono<Long> ahead(String chain, long there, long step) {
        return batches.has(chain, there + step)
                .flatMap(found -> found ? ahead(chain, there + step, step * 2) : between(chain, there, there + step));
    }

    private Mono<Long> between(String chain, long there, long notThere) {
        if (notThere - there <= 1) {
            return Mono.just(there);
        }
        var middle = there + (notThere - there) / 2;
        return batches.has(chain, middle)
                .flatMap(found -> found ? between(chain, middle, notThere) : between(chain, there, middle));
    }

    private Mono<Follows> follows(ChainId before) {
        return before.number() == 0
                ? Mono.just(Follows.NOTHING)
                : lastBatch(before)
                        .flatMap(number -> batches.read(before.toString(), number, number))
                        .map(found -> found.getFirst())
                        .map(batch -> new Follows(before.toString(), batch.lastSequence(), batch.head()));
    }

    /** INVARIANT: no entry is given up. While the database is away they wait, and what cannot wait is not read. */
    private Retry untilTaken() {
        return Retry.fixedDelay(Long.MAX_VALUE, AccessLimits.WRITE_PAUSE)
                .scheduler(timer)
                .doBeforeRetry(failed -> LOG.warn(
                        "The access journal of {} could not be written, attempt {}: {}",
                        service,
                        failed.totalRetries() + 1,
                        failed.failure().toString()));
    }
}
