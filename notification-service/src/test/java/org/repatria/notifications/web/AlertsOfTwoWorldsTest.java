package org.repatria.notifications.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.repatria.decider.Actor;
import org.repatria.decider.Ids;
import org.repatria.decider.Occasion;
import org.repatria.edge.ApiRoutes;
import org.repatria.edge.Json;
import org.repatria.messaging.AggregateType;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.AggregatesFactory;
import org.repatria.messaging.CommandEnvelope;
import org.repatria.notifications.domain.alerts.Alert;
import org.repatria.notifications.domain.alerts.AlertCommand;
import org.repatria.notifications.domain.alerts.AlertCommand.AcknowledgeAlert;
import org.repatria.notifications.domain.alerts.AlertCommand.RaiseAlert;
import org.repatria.notifications.domain.alerts.AlertDecider;
import org.repatria.notifications.domain.alerts.AlertEvent;
import org.repatria.notifications.domain.alerts.Notice;
import org.repatria.notifications.domain.alerts.Severity;
import org.repatria.notifications.publishing.AlertPublishing;
import org.repatria.notifications.queries.AlertStream.Reason;
import org.repatria.notifications.queries.AlertStream.StreamRefused;
import org.repatria.notifications.queries.AlertView;
import org.repatria.readmodel.MemoryView;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/**
 * The same alerts in two worlds, and in one of them further ones that a host state keeps to itself. Whoever may not
 * know of these is answered alike in both, in lists, counts, searches, histories and refusals.
 */
class AlertsOfTwoWorldsTest {

    private static final int PAIRS = 40;

    private static final Instant NOON = Instant.parse("2015-05-15T12:00:00Z");
    private static final Duration BOUND = Duration.ofSeconds(20);
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final List<String> CODES = List.of("AL-01", "AL-09", "AL-13", "AL-14", "AL-36", "RP-02");
    private static final List<String> ROLES = List.of("AN", "CO", "LO", "AM", "SU", "HD", "LI", "AU", "SI", "DPO");

    private static final Actor REACTION = Actor.system("test");
    private static final Actor HOST = new Actor("sara.supervisor", Set.of("LO", "SU", "AU"), "XH-CA");

    private final Set<String> toldApartByHost = new TreeSet<>();

    /** Alerts behind their routes. */
    private static final class World implements AutoCloseable {
        private final AlertPublishing publishing = new AlertPublishing();
        private final Aggregates<AlertCommand, Alert> alerts = AggregatesFactory.inMemory()
                .of(new AggregateType<>(
                        "alert", "alerts", "alert", Alert.class, AlertEvent.class, new AlertDecider(), publishing));
        private final MemoryView view = MemoryView.of(AlertView.definition());

        void take(Actor by, String id, AlertCommand command) {
            alerts.execute(CommandEnvelope.of(id, command, Occasion.of(by, NOON)))
                    .block(BOUND);
            var now = Objects.requireNonNull(alerts.read(id).block(BOUND));
            ObjectNode snapshot = Json.MAPPER.valueToTree(
                    publishing.confidedSnapshot(id, now.state()).orElseThrow().data());
            view.put(snapshot.put("id", id)
                    .put("version", now.version())
                    .put("told", publishing.snapshot(id, now.state()).isPresent() ? now.version() : 0));
        }

        private WebTestClient as(Actor actor) {
            var routes = AlertRoutes.of(alerts, view, (_, _) -> Mono.error(new StreamRefused(Reason.TOO_MANY_REPLAYS)));
            return WebTestClient.bindToRouterFunction(
                            ApiRoutes.of(List.of(routes), _ -> Mono.just(actor), Clock.fixed(NOON, ZoneOffset.UTC)))
                    .handlerStrategies(ApiRoutes.strategies())
                    .configureClient()
                    .responseTimeout(BOUND)
                    .build();
        }

        List<String> told(Actor actor, List<String> asked) {
            var client = as(actor);
            return asked.stream()
                    .map(path -> path + ": " + told(client.get().uri(path)))
                    .toList();
        }

        String acknowledged(Actor actor, String id) {
            return told(as(actor)
                    .post()
                    .uri("/v1/alerts/" + id + "/acknowledgement")
                    .header("Idempotency-Key", actor.id())
                    .header("If-Match", "\"1\""));
        }

        private static String told(WebTestClient.RequestHeadersSpec<?> request) {
            var answer = request.header("traceparent", TRACE)
                    .header("X-Purpose", "review")
                    .exchange()
                    .expectBody(String.class)
                    .returnResult();
            return answer.getStatus() + " " + answer.getResponseHeaders().getETag() + " " + answer.getResponseBody();
        }

        @Override
        public void close() {
            view.close();
        }
    }

    private static String id(int number) {
        return Ids.derived("alert-", Integer.toString(number));
    }

    private static Notice notice(int number, Random random, boolean confided) {
        var roles = new TreeSet<String>();
        IntStream.range(0, 3).forEach(_ -> roles.add(ROLES.get(random.nextInt(ROLES.size()))));
        return new Notice(
                CODES.get(random.nextInt(CODES.size())),
                random.nextBoolean() ? Severity.CRITICAL : Severity.HIGH,
                "case",
                "case-" + number % 2,
                Optional.of("clk-" + number),
                Optional.of("case-" + number % 2),
                roles,
                "Something is due in the case case-" + number % 2 + ".",
                Map.of("object", "case-" + number % 2),
                "Look at it.",
                Optional.empty(),
                confided ? Set.of("XH") : Set.of("XH", "XR"),
                confided);
    }

    /** What is asked for: everything, in parts, counted, and each alert that there may be, by its id. */
    private static List<String> asked(int alerts) {
        var lists = Stream.of(
                "",
                "?facets=true",
                "?status=OPEN&facets=true",
                "?code=AL-13",
                "?caseId=case-1",
                "?objectId=case-0",
                "?limit=1",
                "?raisedFrom=2015-05-15T12:00:00Z",
                "/figures",
                "/figures?severity=CRITICAL&raisedBefore=2015-05-15T12:00:00.000001Z");
        var each = IntStream.rangeClosed(0, alerts)
                .mapToObj(AlertsOfTwoWorldsTest::id)
                .flatMap(id -> Stream.of("/" + id, "/" + id + "/journal", "/" + id + "/journal/verification"));
        return Stream.concat(lists, each).map(ending -> "/v1/alerts" + ending).toList();
    }

    private void compare(int seed) {
        var random = new Random(seed);
        var told = 1 + random.nextInt(4);
        var all = told + 1 + random.nextInt(3);
        try (var one = new World();
                var other = new World()) {
            for (var number = 1; number <= all; number++) {
                var confided = number > told;
                var raised = new RaiseAlert(id(number), notice(number, random, confided), "case-1:" + number, NOON);
                one.take(REACTION, id(number), raised);
                if (!confided) {
                    other.take(REACTION, id(number), raised);
                }
            }
            one.take(HOST, id(all), new AcknowledgeAlert());
            var asked = asked(all);
            for (var state : List.of("XR-CA", "XK-CA")) {
                var role = ROLES.get(seed % ROLES.size());
                var actor = new Actor("x." + role, Set.of(role), state);
                assertThat(one.told(actor, asked))
                        .as("%s, pair %d", actor, seed)
                        .isEqualTo(other.told(actor, asked));
                var taken = id(1 + random.nextInt(all));
                assertThat(one.acknowledged(actor, taken))
                        .as("%s takes %s, pair %d", actor, taken, seed)
                        .isEqualTo(other.acknowledged(actor, taken));
            }
            var first = one.told(HOST, asked);
            var second = other.told(HOST, asked);
            IntStream.range(0, asked.size())
                    .filter(number -> !first.get(number).equals(second.get(number)))
                    .forEach(number -> toldApartByHost.add(asked.get(number).replaceAll("alert-[^/]+", "{id}")));
        }
    }

    @Test
    void what_a_host_state_is_alerted_of_alone_makes_no_difference_to_others() {
        IntStream.rangeClosed(1, PAIRS).forEach(this::compare);

        // Whoever knows of them tells the worlds apart.
        assertThat(toldApartByHost)
                .contains("/v1/alerts", "/v1/alerts?facets=true", "/v1/alerts/{id}")
                .contains("/v1/alerts/{id}/journal", "/v1/alerts/{id}/journal/verification");
    }
}
