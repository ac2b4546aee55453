package org.repatria.notifications.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.decider.Actor;
import org.repatria.decider.Ids;
import org.repatria.decider.Occasion;
import org.repatria.edge.Api;
import org.repatria.edge.ApiLint;
import org.repatria.edge.ApiRoutes;
import org.repatria.edge.Examples;
import org.repatria.edge.Json;
import org.repatria.edge.ProblemCode;
import org.repatria.edge.ProblemTable;
import org.repatria.messaging.AggregateType;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.AggregatesFactory;
import org.repatria.messaging.CommandEnvelope;
import org.repatria.notifications.domain.alerts.Alert;
import org.repatria.notifications.domain.alerts.AlertCommand;
import org.repatria.notifications.domain.alerts.AlertCommand.RaiseAlert;
import org.repatria.notifications.domain.alerts.AlertDecider;
import org.repatria.notifications.domain.alerts.AlertEvent;
import org.repatria.notifications.domain.alerts.AlertReason;
import org.repatria.notifications.domain.alerts.Notice;
import org.repatria.notifications.domain.alerts.Severity;
import org.repatria.notifications.publishing.AlertPublishing;
import org.repatria.notifications.queries.AlertStream.Reason;
import org.repatria.notifications.queries.AlertStream.StreamRefused;
import org.repatria.notifications.queries.AlertView;
import org.repatria.readmodel.MemoryView;
import org.repatria.testkit.contracts.AnsweredTypes;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Two alerts, one that both states know and one that XH keeps to itself, and who finds what of them. */
class AlertRoutesTest {

    private static final Instant NOON = Instant.parse("2015-05-15T12:00:00Z");
    private static final Duration BOUND = Duration.ofSeconds(20);
    private static final String CLOCK = Ids.derived("alert-", "clock");
    private static final String PROTECTION = Ids.derived("alert-", "protection");
    private static final String NOBODY_HAS_IT = Ids.derived("alert-", "unknown");

    private static final Actor LENA = actor("lena.legal", "LO", "XH-CA");
    private static final Actor SARA = actor("sara.supervisor", "SU", "XH-CA");
    private static final Actor AUDE = actor("aude.auditor", "AU", "XH-CA");
    private static final Actor LEGAL_ABROAD = actor("rosa.legal", "LO", "XR-CA");
    private static final Actor SUPERVISOR_ABROAD = actor("rita.supervisor", "SU", "XR-CA");
    private static final Actor LIAISON_ABROAD = actor("livia.liaison", "LI", "XR-CA");
    private static final Actor AUDITOR_ABROAD = actor("ada.auditor", "AU", "XR-CA");
    private static final Actor LEGAL_OF_A_THIRD_STATE = actor("kim.legal", "LO", "XK-CA");
    private static final Actor SUPERVISOR_OF_A_THIRD_STATE = actor("kaja.supervisor", "SU", "XK-CA");
    private static final Actor HEAD_OF_A_THIRD_STATE = actor("karl.head", "HD", "XK-CA");

    private final AlertPublishing publishing = new AlertPublishing();
    private final Aggregates<AlertCommand, Alert> alerts = AggregatesFactory.inMemory()
            .of(new AggregateType<>(
                    "alert", "alerts", "alert", Alert.class, AlertEvent.class, new AlertDecider(), publishing));
    private final MemoryView view = MemoryView.of(AlertView.definition());

    private static Actor actor(String id, String role, String authority) {
        return new Actor(id, Set.of(role), authority);
    }

    private static Notice notice(String code, Set<String> recipients, Set<String> states, boolean confided) {
        return new Notice(
                code,
                Severity.CRITICAL,
                "case",
                "case-1",
                Optional.of("clock-" + code),
                Optional.of("case-1"),
                recipients,
                "Something is due in the case case-1.",
                Map.of("object", "case-1"),
                "Look at it.",
                Optional.empty(),
                states,
                confided);
    }

    @BeforeEach
    void raise() {
        raise(CLOCK, notice("AL-01", Set.of("LI", "LO"), Set.of("XH", "XR"), false));
        raise(PROTECTION, notice("AL-14", Set.of("LO", "SU"), Set.of("XH"), true));
    }

    private void raise(String id, Notice notice) {
        raise(id, notice, NOON);
    }

    private void raise(String id, Notice notice, Instant at) {
        alerts.execute(CommandEnvelope.of(
                        id, new RaiseAlert(id, notice, "case-1:7", at), Occasion.of(Actor.system("test"), at)))
                .block(BOUND);
        show(id, 1);
    }

    private void show(String id, int version) {
        var state = Objects.requireNonNull(alerts.read(id).block(BOUND)).state();
        ObjectNode snapshot = Json.MAPPER.valueToTree(
                publishing.confidedSnapshot(id, state).orElseThrow().data());
        var isTold = publishing.snapshot(id, state).isPresent();
        view.put(snapshot.put("id", id).put("version", version).put("told", isTold ? version : 0));
    }

    private WebTestClient as(Actor actor) {
        var routes = ApiRoutes.of(
                List.of(AlertRoutes.of(alerts, view, (_, _) -> Mono.error(new StreamRefused(Reason.TOO_MANY_REPLAYS)))),
                _ -> Mono.just(actor),
                Clock.fixed(NOON, ZoneOffset.UTC));
        return WebTestClient.bindToRouterFunction(routes)
                .handlerStrategies(ApiRoutes.strategies())
                .configureClient()
                .responseTimeout(BOUND)
                .build();
    }

    private WebTestClient.ResponseSpec get(Actor actor, String path) {
        return as(actor).get().uri(path).exchange();
    }

    private WebTestClient.ResponseSpec post(Actor actor, String path, int version, String body) {
        var request = as(actor)
                .post()
                .uri(path)
                .header("If-Match", "\"" + version + "\"")
                .header("Idempotency-Key", actor.id() + path);
        return body.isEmpty()
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(body)
                        .exchange();
    }

    private static JsonNode json(WebTestClient.ResponseSpec answer) {
        var body = answer.expectBody(String.class).returnResult().getResponseBody();
        return Json.MAPPER.readTree(Objects.requireNonNull(body));
    }

    /** Status, code and words of an answer: all that a caller could tell two problems apart by. */
    private static List<String> words(WebTestClient.ResponseSpec answer) {
        var problem = json(answer);
        return List.of(
                problem.path("status").asString(""),
                problem.path("type").asString(""),
                problem.path("title").asString(""),
                problem.path("detail").asString(""));
    }

    private JsonNode list(Actor actor) {
        return json(get(actor, "/v1/alerts?facets=true").expectStatus().isOk());
    }

    private List<String> codes(Actor actor) {
        return list(actor)
                .path("items")
                .valueStream()
                .map(item -> item.at("/about/code").asString())
                .sorted()
                .toList();
    }

    @Nested
    class Listing {

        @Test
        void the_state_that_holds_the_file_finds_both() {
            assertThat(codes(LENA)).containsExactly("AL-01", "AL-14");
            assertThat(codes(SARA)).containsExactly("AL-01", "AL-14");
            assertThat(codes(AUDE)).containsExactly("AL-01", "AL-14");
        }

        @Test
        void the_other_state_finds_what_both_know_and_no_count_of_the_rest() {
            for (var actor : List.of(LEGAL_ABROAD, SUPERVISOR_ABROAD, AUDITOR_ABROAD)) {
                assertThat(codes(actor)).as(actor.id()).containsExactly("AL-01");
                assertThat(list(actor).at("/total/count").asInt()).isEqualTo(1);
                assertThat(list(actor).toString()).doesNotContain("AL-14");
            }
        }

        @Test
        void a_liaison_officer_finds_what_is_addressed_to_her() {
            assertThat(codes(LIAISON_ABROAD)).containsExactly("AL-01");
        }

        @Test
        void a_third_state_finds_nothing_and_no_count_of_it() {
            for (var actor : List.of(LEGAL_OF_A_THIRD_STATE, SUPERVISOR_OF_A_THIRD_STATE, HEAD_OF_A_THIRD_STATE)) {
                assertThat(codes(actor)).as(actor.id()).isEmpty();
                assertThat(list(actor).at("/total/count").asInt()).isZero();
                assertThat(list(actor).toString()).doesNotContain("AL-");
            }
        }
    }

    @Nested
    class Counting {

        private JsonNode figures(Actor actor, String query) {
            return json(get(actor, "/v1/alerts/figures" + query).expectStatus().isOk());
        }

        /** Alerts of both states, raised so long ago. */
        private void raiseBefore(Duration... ages) {
            for (var i = 0; i < ages.length; i++) {
                raise(
                        Ids.derived("alert-", "old-" + i),
                        notice("AL-0" + (i + 2), Set.of("LO"), Set.of("XH", "XR"), false),
                        NOON.minus(ages[i]));
            }
        }

        private int found(Actor actor, String query) {
            return json(get(actor, "/v1/alerts?" + query).expectStatus().isOk())
                    .at("/total/count")
                    .asInt();
        }

        @Test
        void each_reader_gets_the_figures_of_the_alerts_that_are_listed() {
            for (var actor : List.of(LENA, SARA, AUDE, LEGAL_ABROAD, SUPERVISOR_ABROAD, LIAISON_ABROAD)) {
                var figures = figures(actor, "");
                var codes = codes(actor);

                assertThat(figures.path("total").asInt()).as(actor.id()).isEqualTo(codes.size());
                assertThat(figures.path("byCode")
                                .valueStream()
                                .map(it -> it.path("value").asString())
                                .sorted())
                        .isEqualTo(codes);
            }
            assertThat(figures(LEGAL_ABROAD, "").toString()).doesNotContain("AL-14");
        }

        @Test
        void a_third_state_gets_figures_of_nothing() {
            for (var actor : List.of(LEGAL_OF_A_THIRD_STATE, SUPERVISOR_OF_A_THIRD_STATE, HEAD_OF_A_THIRD_STATE)) {
                var figures = figures(actor, "");
                assertThat(figures.path("total").asInt()).isZero();
                assertThat(figures.path("bySeverity").isEmpty()).isTrue();
                assertThat(figures.path("openBySeverity").isEmpty()).isTrue();
                assertThat(figures.path("byCode").isEmpty()).isTrue();
            }
        }

        @Test
        void by_severity_and_status() {
            raiseBefore(Duration.ofHours(1));
            post(LENA, "/v1/alerts/" + CLOCK + "/acknowledgement", 1, "")
                    .expectStatus()
                    .isOk();
            show(CLOCK, 2);

            var figures = figures(LENA, "");

            assertThat(figures.path("bySeverity")).isEqualTo(Json.MAPPER.readTree("""
                    [{"value": "CRITICAL", "rows": 3, "by": [{"value": "OPEN", "rows": 2},
                      {"value": "ACKNOWLEDGED", "rows": 1}]}]"""));
            assertThat(figures.at("/openBySeverity/0/rows").asInt()).isEqualTo(2);
            assertThat(found(LENA, "severity=CRITICAL&status=ACKNOWLEDGED")).isEqualTo(1);
        }

        @Test
        void open_ones_by_age_each_of_which_is_a_list() {
            raiseBefore(
                    Duration.ofDays(1).minusNanos(1_000),
                    Duration.ofDays(1).plusNanos(1_000),
                    Duration.ofDays(3),
                    Duration.ofDays(29),
                    Duration.ofDays(31),
                    Duration.ofDays(400));

            var figures = figures(SUPERVISOR_ABROAD, "");
            var critical = figures.at("/openBySeverity/0/by");

            assertThat(critical.valueStream()
                            .map(it -> it.path("value").asString() + " "
                                    + it.path("rows").asInt()))
                    .containsExactly(
                            "UNDER_1_DAY 2", "DAYS_1_TO_3 2", "DAYS_3_TO_7 0", "DAYS_7_TO_30 1", "OVER_30_DAYS 2");
            for (var i = 0; i < critical.size(); i++) {
                var age = figures.path("ages").get(i);
                var moments = Stream.of("raisedFrom", "raisedBefore")
                        .filter(age::has)
                        .map(bound -> "&" + bound + "=" + age.path(bound).asString())
                        .collect(Collectors.joining());
                assertThat(found(SUPERVISOR_ABROAD, "status=OPEN&severity=CRITICAL" + moments))
                        .as(age.toString())
                        .isEqualTo(critical.get(i).path("rows").asInt());
            }
        }

        @Test
        void only_the_alerts_that_are_asked_for() {
            assertThat(figures(LENA, "?code=AL-14").path("total").asInt()).isEqualTo(1);
            assertThat(figures(LENA, "?status=RESOLVED").path("openBySeverity").isEmpty())
                    .isTrue();
        }
    }

    @Nested
    class Reading {

        @Test
        void who_may_see_it_reads_it_with_the_states_whose_matter_it_is() {
            assertThat(json(get(LENA, "/v1/alerts/" + PROTECTION).expectStatus().isOk())
                            .at("/about/states")
                            .toString())
                    .isEqualTo("[\"XH\"]");
            get(LIAISON_ABROAD, "/v1/alerts/" + CLOCK).expectStatus().isOk();
        }

        @Test
        void to_others_it_is_as_if_nobody_had_the_id() {
            for (var actor : List.of(LEGAL_ABROAD, LIAISON_ABROAD, LEGAL_OF_A_THIRD_STATE)) {
                assertThat(words(get(actor, "/v1/alerts/" + PROTECTION)))
                        .as(actor.id())
                        .isEqualTo(words(get(actor, "/v1/alerts/" + NOBODY_HAS_IT)))
                        .first()
                        .isEqualTo("404");
            }
        }

        @Test
        void its_journal_is_for_the_auditors_of_its_states() {
            for (var what : List.of("/journal", "/journal/verification")) {
                get(AUDE, "/v1/alerts/" + PROTECTION + what).expectStatus().isOk();
                get(AUDITOR_ABROAD, "/v1/alerts/" + CLOCK + what).expectStatus().isOk();
                assertThat(words(get(AUDITOR_ABROAD, "/v1/alerts/" + PROTECTION + what)))
                        .isEqualTo(words(get(AUDITOR_ABROAD, "/v1/alerts/" + NOBODY_HAS_IT + what)))
                        .first()
                        .isEqualTo("404");
            }
        }
    }

    @Nested
    class Acting {

        @Test
        void whom_it_is_for_takes_and_resolves_it() {
            post(LENA, "/v1/alerts/" + PROTECTION + "/acknowledgement", 1, "")
                    .expectStatus()
                    .isOk();
            post(SARA, "/v1/alerts/" + PROTECTION + "/resolution", 2, Examples.of("resolveAlert"))
                    .expectStatus()
                    .isOk();
        }

        @Test
        void to_others_it_is_as_if_nobody_had_the_id_whatever_version_they_name() {
            for (var actor : List.of(LEGAL_ABROAD, SUPERVISOR_ABROAD, LEGAL_OF_A_THIRD_STATE)) {
                for (var version : List.of(1, 7)) {
                    assertThat(words(post(actor, "/v1/alerts/" + PROTECTION + "/acknowledgement", version, "")))
                            .as("%s, version %s", actor.id(), version)
                            .isEqualTo(
                                    words(post(actor, "/v1/alerts/" + NOBODY_HAS_IT + "/acknowledgement", version, "")))
                            .first()
                            .isEqualTo("404");
                    assertThat(words(post(
                                    actor, "/v1/alerts/" + PROTECTION + "/resolution", version, "{\"act\": \"x\"}")))
                            .first()
                            .isEqualTo("404");
                }
            }
        }
    }

    @Nested
    class Documenting {
        private final List<Api> apis =
                List.of(AlertRoutes.of(alerts, view, (_, _) -> Mono.error(new StreamRefused(Reason.TOO_MANY_REPLAYS))));

        @Test
        void a_reader_of_the_api_stumbles_over_nothing() {
            assertThat(ApiLint.findings(apis)).isEmpty();
        }

        @Test
        void answers_nothing_of_the_domain_itself() {
            assertThat(AnsweredTypes.of(Api.answered(apis), "org.repatria.notifications.domain"))
                    .isEmpty();
        }

        @Test
        void the_page_on_problems_says_what_the_code_says() throws IOException {
            var codes = Stream.concat(
                            Stream.of(AlertReason.values()).map(ProblemCode::of), Stream.of(AlertProblem.values()))
                    .toList();

            assertThat(Files.readString(Path.of("../docs/problems/notification-service.md")))
                    .isEqualTo(ProblemTable.of("notification service", apis, codes));
        }
    }
}
