package org.repatria.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.api.Stage.OLGA;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.repatria.decider.Actor;
import org.repatria.edge.Api;
import org.repatria.edge.ApiLint;
import org.repatria.edge.Json;
import org.repatria.messaging.AggregateType;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.AggregatesFactory;
import org.repatria.messaging.Backlog;
import org.repatria.messaging.Refill;
import org.repatria.messaging.StoreUnavailable;
import org.repatria.readmodel.MemoryView;
import org.repatria.readmodel.Row;
import org.repatria.readmodel.ViewDefinition;
import reactor.core.publisher.Mono;

/** How far a service says that it is behind, and to whom. */
final class FreshnessEndpointsTest {

    private static final Actor SIMON = new Actor("simon.integrator", Set.of("SI"), "XH-CA");
    private static final Actor SARA = new Actor("sara.supervisor", Set.of("SU", "HD", "AU"), "XH-CA");
    private static final String PATH = "/v1/operations/freshness";

    private final MemoryView things = MemoryView.of(ViewDefinition.of("things", "topic", "thing.snapshot.v1")
            .rows(snapshot -> Row.of(snapshot).build()));
    private final Api api = FreshnessEndpoints.of(
            List.of(things),
            new Behind(),
            Optional.of(() -> Map.of("things-for-others", 7L)),
            Optional.of(new ParkedEndpointsTest.ThreeParked()));

    /** A relay that Kafka does not answer. */
    private static final class Behind implements AggregatesFactory {
        @Override
        public <C, S, E> Aggregates<C, S> of(AggregateType<C, S, E> type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, Refill> refills() {
            return Map.of();
        }

        @Override
        public Map<String, Backlog> backlogs() {
            return Map.of("thing", new Backlog(2, Duration.ofMillis(61_900)));
        }

        @Override
        public void close() {}
    }

    @AfterEach
    void close() {
        things.close();
    }

    private String answer(Api api) {
        return String.valueOf(Stage.as(OLGA, api)
                .get()
                .uri(PATH)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    @Test
    void its_documentation_is_whole() {
        assertThat(ApiLint.findings(List.of(api))).isEmpty();
    }

    @Test
    void a_program_of_the_operator_reads_how_far_views_relays_and_consumers_are_behind() {
        things.put(IntStream.range(0, 3)
                .mapToObj(i -> Json.MAPPER.readTree("{\"id\": \"thing-" + i + "\", \"version\": 1}"))
                .toList());

        assertThat(Json.MAPPER.readTree(answer(api))).isEqualTo(Json.MAPPER.readTree("""
                {"views": [{"name": "things", "rows": 3, "caughtUp": true, "lag": 0, "recordsDone": 0,
                   "recordsEnd": 0, "recordsSkipped": 0, "inContact": true}],
                 "relays": [{"aggregate": "thing", "waiting": 2, "oldestSeconds": 61}],
                 "consumers": [{"name": "things-for-others", "lag": 7}],
                 "parked": {"count": 3, "exact": true}}"""));
    }

    @Test
    void views_and_relays_are_told_while_the_database_is_away() {
        var away = FreshnessEndpoints.of(
                List.of(things), new Behind(), Optional.empty(), Optional.of(new ParkedEndpointsTest.ThreeParked() {
                    @Override
                    public Mono<Page> list(Optional<String> cursor, int limit) {
                        return Mono.error(new StoreUnavailable("away", new IllegalStateException()));
                    }
                }));

        var answer = Json.MAPPER.readTree(answer(away));

        assertThat(answer.path("views")).hasSize(1);
        assertThat(answer.at("/relays/0/waiting").asInt()).isEqualTo(2);
        assertThat(answer.has("parked")).isFalse();
    }

    @Test
    void a_service_that_consumes_nothing_has_nothing_parked() {
        var alone = FreshnessEndpoints.of(List.of(), AggregatesFactory.inMemory(), Optional.empty(), Optional.empty());

        assertThat(Json.MAPPER.readTree(answer(alone))).isEqualTo(Json.MAPPER.readTree("""
                {"views": [], "relays": [], "consumers": [], "parked": {"count": 0, "exact": true}}"""));
    }

    @Test
    void nobody_of_a_state_reads_it() {
        for (var officer : List.of(SIMON, SARA)) {
            Stage.as(officer, api).get().uri(PATH).exchange().expectStatus().isForbidden();
        }
    }
}
