package org.repatria.notifications.kafka;

import java.util.concurrent.ArrayBlockingQueue;
import org.repatria.notifications.queries.AlertStream.Reason;
import org.repatria.notifications.queries.AlertStream.StreamRefused;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * What happens while one reader still catches up with the past. It is kept from the moment of its making, in order, up
 * to a limit. Beyond the limit the reader is told so and resumes later; nothing is left out in silence.
 */
final class Meanwhile<T> implements AutoCloseable {

    private final Sinks.Many<T> kept;
    private final Disposable listening;

    private Meanwhile(Flux<T> live, int max) {
        this.kept = Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(max));
        this.listening = live.subscribe(this::keep, kept::tryEmitError, kept::tryEmitComplete);
    }

    static <T> Meanwhile<T> keeping(Flux<T> live, int max) {
        return new Meanwhile<>(live, max);
    }

    private void keep(T heard) {
        if (kept.tryEmitNext(heard).isFailure()) {
            kept.tryEmitError(new StreamRefused(Reason.READER_TOO_SLOW));
        }
    }

    /** For one reader: what was kept, then what comes. */
    Flux<T> kept() {
        return kept.asFlux();
    }

    @Override
    public void close() {
        listening.dispose();
    }
}
