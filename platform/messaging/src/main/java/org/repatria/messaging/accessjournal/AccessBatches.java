package org.repatria.messaging.accessjournal;

import java.util.List;
import reactor.core.publisher.Mono;

/** Where batches are kept; each is found by its chain and number, and by nothing else. */
public interface AccessBatches {

    /** Keeps a batch; false, and nothing done, when there is one of this chain and number already. */
    Mono<Boolean> add(AccessBatch batch);

    /** Whether there is such a batch. */
    Mono<Boolean> has(String chain, long number);

    /** Those of a chain between two numbers, both included, in order; what is missing is left out. */
    Mono<List<AccessBatch>> read(String chain, long first, long last);

    /**
     * The highest number of a chain of this state that somebody remembered; 0 when nobody did. There may be higher
     * ones.
     */
    Mono<Long> lastChain(String state);

    /** Remembers the number of a chain, so that the next process need not look for it from the first. */
    Mono<Void> rememberChain(String state, long number);
}
