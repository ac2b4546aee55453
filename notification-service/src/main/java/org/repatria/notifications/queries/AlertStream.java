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
     * @return an endless stream whose first item says where it begins, or {@link StreamRefused} where it cannot be
     *     opened; the stream itself fails with it where the reader lags too far behind
     */
    Mono<Flux<Item>> open(Actor reader, Optional<String> after);

    /** What a reader gets; whoever has it resumes after its position. */
    sealed interface Item {

        /** Where to resume after it. */
        String position();

        /**
         * Where the stream begins. It comes at once, so that a reader who is cut off before the first event misses
         * none.
         */
        record Beginning(String position) implements Item {}

        /**
         * One event of an alert.
         *
         * @param type such as {@code alert.raised.v1}
         * @param json the published event
         */
        record Happening(String position, String type, String json) implements Item {}
    }

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
        /**
         * It lies behind the newest record, or before the oldest one that is left. The topics are not those it was made
         * from.
         */
        POSITION_UNKNOWN,
        TOPICS_AWAY,
        TOO_MANY_REPLAYS,
        READER_TOO_SLOW
    }
}
