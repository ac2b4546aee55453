package org.repatria.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.repatria.edge.Answers;
import org.repatria.edge.Api;
import org.repatria.edge.Endpoint;
import org.repatria.messaging.AggregatesFactory;
import org.repatria.messaging.StoreUnavailable;
import org.repatria.messaging.consuming.ConsumerLags;
import org.repatria.messaging.consuming.ConsumingLimits;
import org.repatria.messaging.consuming.Parked;
import org.repatria.readmodel.View;
import org.repatria.readmodel.ViewStatus;
import reactor.core.publisher.Mono;

/** How far what this instance shows and sends is behind what was written. Every service has the route. */
public final class FreshnessEndpoints {

    private static final String PATH = "/v1/operations/freshness";

    private FreshnessEndpoints() {}

    /**
     * The route.
     *
     * @param views of the instance
     * @param lags of its consumers, where it has any
     * @param parked what its consumers could not apply, where it has any
     */
    public static Api of(
            List<View> views, AggregatesFactory aggregates, Optional<ConsumerLags> lags, Optional<Parked> parked) {
        return Api.of(
                "freshness",
                "How far views, relays and consumers are behind.",
                Endpoint.get(PATH, "freshness", "How far what is shown and sent is behind what was written")
                        .answers(Freshness.class, Freshness.EXAMPLE)
                        .handle(call -> stillStanding(parked)
                                .map(number -> new Freshness(
                                        views.stream()
                                                .map(view -> Shown.of(view.status()))
                                                .toList(),
                                        relayed(aggregates),
                                        lags.map(FreshnessEndpoints::consumed).orElse(List.of()),
                                        number))
                                .flatMap(freshness -> Answers.json(call, freshness))));
    }

    private static List<Relayed> relayed(AggregatesFactory aggregates) {
        return aggregates.backlogs().entrySet().stream()
                .map(kind -> new Relayed(
                        kind.getKey(),
                        kind.getValue().aggregates(),
                        kind.getValue().oldest().toSeconds()))
                .toList();
    }

    private static List<Consumed> consumed(ConsumerLags lags) {
        return lags.now().entrySet().stream()
                .map(consumer -> new Consumed(consumer.getKey(), consumer.getValue()))
                .toList();
    }

    /** Counted up to a page: beyond it there is more to do than to count. The rest is told without the database too. */
    private static Mono<Optional<StandingStill>> stillStanding(Optional<Parked> parked) {
        return parked.map(all -> all.list(Optional.empty(), ConsumingLimits.PAGE_MAX)
                        .map(page -> Optional.of(new StandingStill(
                                page.parkings().size(), page.next().isEmpty())))
                        .onErrorReturn(StoreUnavailable.class, Optional.empty()))
                .orElse(Mono.just(Optional.of(new StandingStill(0, true))));
    }

    /**
     * How far this instance is behind; another one may be elsewhere.
     *
     * @param parked absent while the database does not answer
     */
    record Freshness(
            List<Shown> views, List<Relayed> relays, List<Consumed> consumers, Optional<StandingStill> parked) {
        static final String EXAMPLE = """
                {"views": [{"name": "cases", "rows": 130, "caughtUp": true, "asOf": "2014-09-01T09:00:00Z", "lag": 0,
                   "recordsDone": 311, "recordsEnd": 311, "recordsSkipped": 0, "inContact": true}],
                 "relays": [{"aggregate": "case", "waiting": 0, "oldestSeconds": 0}],
                 "consumers": [{"name": "assets-for-cases", "lag": 0}],
                 "parked": {"count": 0, "exact": true}}""";
    }

    /**
     * One view.
     *
     * @param caughtUp whether it once reached the end of its topic since it was opened or rebuilt
     * @param asOf everything published before this moment is shown; absent before it first caught up
     * @param lag records of the topic that are not shown yet, as far as the last contact told
     * @param recordsDone with {@code recordsEnd} the progress of a rebuild
     * @param recordsSkipped garbage met since the start
     * @param inContact whether Kafka answered the last time it was asked
     */
    record Shown(
            String name,
            long rows,
            boolean caughtUp,
            Optional<Instant> asOf,
            long lag,
            long recordsDone,
            long recordsEnd,
            long recordsSkipped,
            boolean inContact) {
        static Shown of(ViewStatus status) {
            return new Shown(
                    status.name(),
                    status.rows(),
                    status.caughtUp(),
                    status.asOf(),
                    status.lag(),
                    status.recordsDone(),
                    status.recordsEnd(),
                    status.recordsSkipped(),
                    status.inContact());
        }
    }

    /**
     * One kind of objects on its way to Kafka.
     *
     * @param waiting objects that this instance wrote or found and that are not out yet
     * @param oldestSeconds for how long the first of them has waited
     */
    record Relayed(String aggregate, int waiting, long oldestSeconds) {}

    /** One consumer, with the records that it has not fetched yet, as far as its last fetch told. */
    record Consumed(String name, long lag) {}

    /**
     * Objects that stand still because of a record that could not be applied, for all instances.
     *
     * @param exact false: at least {@code count}
     */
    record StandingStill(long count, boolean exact) {}
}
