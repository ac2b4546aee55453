package org.repatria.web;

import java.util.Optional;
import org.repatria.messaging.StoreUnavailable;

/** What it means to a caller that the database is away. Loaded only where there is a store. */
final class StoreProblems {

    static final ProblemSource SOURCE = error -> error instanceof StoreUnavailable
            ? Optional.of(Problem.of(
                            GeneralProblem.STORE_UNAVAILABLE,
                            "Nothing is half done; repeat with the same Idempotency-Key.")
                    .retryAfter(Limits.RETRY_AFTER_SECONDS))
            : Optional.empty();

    private StoreProblems() {}
}
