package org.repatria.messaging;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;

/** Waits on the relay's thread for what the database answers, but never for ever. */
final class DatabaseAnswer {

    private DatabaseAnswer() {}

    /** What it answers; throws {@link StoreUnavailable} when it does not. */
    static <T> T of(Mono<T> request) throws InterruptedException {
        return Objects.requireNonNull(blocked(request));
    }

    /** Comes back when it is done. */
    static void await(Mono<Void> request) throws InterruptedException {
        blocked(request);
    }

    private static <T> @Nullable T blocked(Mono<T> request) throws InterruptedException {
        try {
            return request.block(Limits.STORE_PATIENCE);
        } catch (RuntimeException e) {
            if (Exceptions.unwrap(e) instanceof InterruptedException) {
                throw new InterruptedException("interrupted while it waited for the database");
            }
            throw e;
        }
    }
}
