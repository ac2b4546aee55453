package org.repatria.cases.flows.timekeeping;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import org.repatria.cases.flows.timekeeping.Watched.Due;
import org.repatria.readmodel.Order;
import org.repatria.readmodel.Page;
import org.repatria.readmodel.QueryRefusal;
import org.repatria.readmodel.View;
import org.repatria.readmodel.ViewQuery;
import org.repatria.readmodel.Visibility;
import reactor.core.publisher.Mono;

/**
 * What is due as a view shows it.
 *
 * @param telling how one is told that it is now
 */
public record DueRows(String kind, View view, BiFunction<String, Instant, Mono<Void>> telling) implements Watched {

    /** The moment at which time alone brings something next. */
    private static final String NEXT_AT = "nextClockAt";

    /** The finest step of a view: up to and with a moment is before the next step. */
    private static final long STEP_NANOS = 1_000;

    @Override
    public Mono<Due> due(Instant now, Optional<String> after, int limit) {
        var query = ViewQuery.visibleTo(Visibility.everything())
                .below(NEXT_AT, now.plusNanos(STEP_NANOS))
                .orderBy(Order.ascending(NEXT_AT))
                .limit(limit);
        return view.find(after.map(query::after).orElse(query)).map(found -> switch (found) {
            case Page page -> new Due(page.hits().stream().map(Page.Hit::id).toList(), page.next());
            case QueryRefusal refusal -> throw new IllegalStateException("due " + kind + ": " + refusal.detail());
        });
    }

    @Override
    public Mono<Void> tell(String id, Instant now) {
        return telling.apply(id, now);
    }
}
