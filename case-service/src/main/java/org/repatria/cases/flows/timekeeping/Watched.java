package org.repatria.cases.flows.timekeeping;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Things of one kind that have moments of their own, such as cases. It says which of them are due, and how each is
 * told.
 */
public interface Watched {

    /** What their kind is called in logs. */
    String kind();

    /**
     * The next of those whose moment has come.
     *
     * @param after where the page before ended
     */
    Mono<Due> due(Instant now, Optional<String> after, int limit);

    /** Tells one that it is now; to tell it twice changes nothing. */
    Mono<Void> tell(String id, Instant now);

    /**
     * A page of those that are due.
     *
     * @param next where the following page begins; empty on the last one
     */
    record Due(List<String> ids, Optional<String> next) {
        public Due {
            ids = List.copyOf(ids);
        }
    }
}
