package org.repatria.notifications.queries;

import java.util.Optional;
import org.repatria.decider.Actor;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Everything that happens to alerts, as it happens, from a position that any instance understands. */
public interface AlertStream {

    /**
     * Opens a stream.
     *
     * @param reader who reads; what the policy does not show to them is left out
     * @param after the position of the last item that the reader has; empty to begin now
     * @return an endless stream, or {@link StreamRefused} where it cannot be opened; the stream itself fails with it where the
     *     reader lags too far behind
     */
    Mono<Flux<Item>> open(Actor reader, Optional<String> after);

    /**
     * One event of an alert.
     *
     * @param position where to resume after it
     * @param type such as {@code alert.raised.v1}
     * @param json the published event
     */
    record Item(String position, String type, String json) {}

    /** Why a stream is not opened, or is closed. */
    final class StreamRefused extends RuntimeException {

        private final transient Reason reason;

        public StreamRefused(Reason reason) {
            super(reason.name());
            this.reason = reason;
        }

        public Reason reason() {
            return reason;
        }
    }

    /** The reasons. */
    enum Reason {
        POSITION_UNREADABLE,
        TOO_FAR_BACK,
        TOO_MANY_STREAMS,
        READER_TOO_SLOW
    }
}
