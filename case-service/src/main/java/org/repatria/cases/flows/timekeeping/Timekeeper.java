package org.repatria.cases.flows.timekeeping;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.repatria.cases.flows.timekeeping.Watched.Due;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells what is due that its moment has come. It works on any number of instances and through restarts. To be told
 * twice changes nothing, and what one instance could not tell is found again by the next look of any.
 */
public final class Timekeeper {

    /** Between two looks: a warning is for a day, a second late is on time. */
    public static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /** LIMIT: what is due per page of the view. */
    static final int PAGE_MAX = 200;

    /** LIMIT: pages of one look. The rest waits for the next, so that a look after a long stop stays bounded. */
    static final int PAGES_MAX = 50;

    /** LIMIT: told at the same time; the store serves people besides. */
    static final int AT_ONCE_MAX = 8;

    private static final Logger LOG = LoggerFactory.getLogger(Timekeeper.class);

    private final List<Watched> watched;
    private final Clock clock;

    public Timekeeper(List<Watched> watched, Clock clock) {
        this.watched = List.copyOf(watched);
        this.clock = clock;
    }

    /** Tells everything that is due now. Never fails: the next look finds again what this one could not tell. */
    public Mono<Void> look() {
        return Mono.defer(() -> {
            var now = clock.instant();
            return Flux.fromIterable(watched)
                    .concatMap(kind -> look(kind, now).onErrorResume(error -> later(kind.kind(), error)))
                    .then();
        });
    }

    private static Mono<Void> look(Watched kind, Instant now) {
        return kind.due(now, Optional.empty(), PAGE_MAX)
                .expand(page -> page.next()
                        .map(next -> kind.due(now, Optional.of(next), PAGE_MAX))
                        .orElseGet(Mono::empty))
                .take(PAGES_MAX)
                .concatMapIterable(Due::ids)
                .flatMap(
                        id -> Mono.defer(() -> kind.tell(id, now)).onErrorResume(error -> later(id, error)),
                        AT_ONCE_MAX)
                .then();
    }

    /** The store or the view is away, or one of them cannot be told: the others are not kept waiting. */
    private static Mono<Void> later(String what, Throwable error) {
        LOG.warn("{} could not be told the time and will be again: {}", what, error.getMessage());
        return Mono.empty();
    }
}
