package org.repatria.cases.flows.reassessing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.repatria.cases.domain.Relation;
import reactor.core.publisher.Mono;

/**
 * The cases to assess again, as a view shows them. They have not ended, and were ever assessed or have their limitation
 * watched.
 */
public interface AssessedCases {

    /** Whether everything that was published before a moment is shown. */
    boolean show(Instant published);

    /** The pairs of states that they are between; empty where there are more pairs than can be told. */
    Mono<Optional<List<Relation>>> relations();

    /**
     * The next of those between some states, in the order of their ids. Errors: {@link PlaceUnknown}.
     *
     * @param relations such as {@code XR-XE}; empty for all
     * @param after where the page before ended
     */
    Mono<Some> between(List<String> relations, Optional<String> after, int limit);

    /**
     * A page of them.
     *
     * @param next where the following page begins; empty on the last one
     */
    record Some(List<String> ids, Optional<String> next) {
        public Some {
            ids = List.copyOf(ids);
        }
    }

    /** The view no longer knows where a page ended. */
    final class PlaceUnknown extends RuntimeException {
        PlaceUnknown(String detail) {
            super(detail, null, false, false);
        }
    }
}
