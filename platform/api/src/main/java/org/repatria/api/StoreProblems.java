package org.repatria.api;

import java.util.Optional;
import org.repatria.edge.GeneralProblem;
import org.repatria.edge.Limits;
import org.repatria.edge.Problem;
import org.repatria.edge.ProblemSource;
import org.repatria.messaging.StoreUnavailable;

/** What it means to a caller that the database is away. */
final class StoreProblems {

    static final ProblemSource SOURCE = error -> error instanceof StoreUnavailable
            ? Optional.of(Problem.of(
                            GeneralProblem.STORE_UNAVAILABLE,
                            "Nothing is half done; repeat with the same Idempotency-Key.")
                    .retryAfter(Limits.RETRY_AFTER_SECONDS))
            : Optional.empty();

    private StoreProblems() {}
}
