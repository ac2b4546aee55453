package org.repatria.readmodel;

import java.time.Duration;
import java.util.Optional;
import org.repatria.readmodel.Page.Hit;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A searchable picture of the aggregates of one topic. Never blocks its caller; sees a change within 250 ms of its
 * publication.
 */
public interface View {

    /** The page that a query asks for, or why there is none. */
    Mono<Found> find(ViewQuery query);

    /** One row, where the actor may see it. */
    Mono<Optional<Hit>> one(String id, Visibility visibility);

    /**
     * Completes as soon as the searchable view shows the actor the row at that version or later. A row that the view
     * never shows, because its type is not taken or its snapshot was garbage, times out; one that the actor may not see
     * does so too, in the same time.
     *
     * @param version in full for those to whom the row says so, the told one for others
     * @param bound at most {@link Limits#WAIT_MAX}; longer ones are cut to it
     */
    Mono<ReadAfter> awaitVersion(String id, long version, Visibility visibility, Duration bound);

    /**
     * Tells an actor which rows the view shows it at a new version, as soon as a query finds them. Never of rows that
     * it may not see, nor of versions that it is not told; not that a row is gone. Endless: the first says that the
     * actor is followed from now on. Whoever reads slowly, or whose view is rebuilt, is told to ask again for
     * everything, and goes on. What was told may be told again.
     */
    Flux<Change> changes(Visibility visibility);

    /** Completes when the view has once reached the end of its topic since it was opened; add a timeout. */
    Mono<Void> caughtUp();

    ViewStatus status();

    /** Every row as of now, in no order, regardless of visibility. For recounts and checks, not for requests. */
    Flux<Hit> all();
}
