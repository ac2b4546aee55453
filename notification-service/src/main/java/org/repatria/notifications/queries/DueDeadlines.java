package org.repatria.notifications.queries;

import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** Finds watched deadlines whose next warning has fallen due, without looking at any other. */
public interface DueDeadlines {

    /**
     * The earliest first.
     *
     * @return at most {@code limit} ids; one that was just warned of may still be among them
     */
    Mono<List<String>> at(Instant now, int limit);
}
