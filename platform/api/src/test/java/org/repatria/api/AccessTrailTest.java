package org.repatria.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.api.Stage.AUDE;
import static org.repatria.api.Stage.CARL;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.repatria.decider.Actor;
import org.repatria.edge.Answers;
import org.repatria.edge.Api;
import org.repatria.edge.ApiLint;
import org.repatria.edge.Endpoint;
import org.repatria.edge.Json;
import org.repatria.edge.ProblemRendering;
import org.repatria.edge.Reading;
import org.repatria.messaging.accessjournal.AccessJournal;
import org.repatria.messaging.accessjournal.AccessLimits;
import org.repatria.messaging.accessjournal.InMemoryAccessBatches;
import org.repatria.messaging.accessjournal.verifying.JournalVerifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/** What a request leaves in the access journal, and what auditors read there. */
class AccessTrailTest {

    private static final Actor RITA = new Actor("rita.auditor", Set.of("AU"), "XR-CA");
    private static final Actor NOBODY = new Actor("nobody.else", Set.of("CO"), "XT-CA");
    private static final String PATH = "/v1/operations/access-journal";

    private final InMemoryAccessBatches batches = new InMemoryAccessBatches();
    private final AccessJournal journal = journal();

    private AccessJournal journal() {
        return new AccessJournal(batches, "things", Schedulers.parallel(), new SimpleMeterRegistry());
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private static Api special() {
        return Api.of(
                "Special",
                "What is more than a file.",
                Endpoint.get("/v1/things/{id}/place", "readPlace", "Where a thing is")
                        .reads(Reading.COMPARTMENT)
                        .answers(Stage.Seen.class, "{\"text\": \"\"}")
                        .handle(call -> Answers.json(call, new Stage.Seen("there"))),
                Endpoint.post("/v1/things/{id}/sendings", "sendThing", "Sends a thing")
                        .unkeyed()
                        .reads(Reading.DISCLOSURE)
                        .handle(call -> Answers.accepted(call, call.id("id"), 2)),
                Endpoint.get("/v1/things/{id}/missing", "readMissing", "What is not there")
                        .answers(Stage.Seen.class, "{\"text\": \"\"}")
                        .handle(_ -> Answers.notFound("It is not there.")),
                Endpoint.get("/v1/things/{id}/defect", "readDefect", "What fails")
                        .answers(Stage.Seen.class, "{\"text\": \"\"}")
                        .handle(_ -> Mono.error(new IllegalStateException("a defect"))));
    }

    private WebTestClient as(Actor actor) {
        return as(Mono.just(actor));
    }

    private WebTestClient as(Mono<Actor> actor) {
        var apis = List.of(Stage.api(), special(), AccessJournalEndpoints.of(journal.reading()));
        var clock = Clock.fixed(Stage.NOON, ZoneOffset.UTC);
        var rendering = new ProblemRendering(List.of(StoreProblems.SOURCE));
        var trail = new JournaledTrail(apis, journal, rendering::problem, clock);
        return Stage.as(actor, apis, trail);
    }

    /** Everything that the actors of a state left so far. */
    private List<JsonNode> left(String state) {
        journal.close();
        return journal.reading().export(state, 1).collectList().blockOptional().orElseThrow().stream()
                .flatMap(String::lines)
                .map(Json.MAPPER::readTree)
                .filter(line -> line.path("line").asString().equals("entry"))
                .toList();
    }

    private JsonNode onlyOneLeft() {
        assertThat(left("XH")).hasSize(1);
        return left("XH").getFirst();
    }

    @Nested
    class LeavingATrace {

        @Test
        void a_file_that_was_read_is_a_consultation_with_who_why_what_when_and_how_it_ended() {
            as(CARL).get()
                    .uri("/v1/things/thing-1")
                    .header("X-Purpose", "to prepare the hearing")
                    .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                    .exchange()
                    .expectStatus()
                    .isOk();

            assertThat(onlyOneLeft().toString()).startsWith("""
                            {"line":"entry","chain":"things.XH.0000000001","sequence":1,"at":"2014-09-01T12:00:00Z",\
                            "kind":"CONSULTATION","operation":"thing",\
                            "actor":{"id":"carl.officer","roles":["CO"],"authority":"XH-CA"},\
                            "purpose":"to prepare the hearing","object":{"kind":"things","id":"thing-1"},\
                            "status":200,"trace":"0af7651916cd43dd8448eb211c80319c",""");
        }

        @Test
        void to_ask_for_the_headers_of_a_file_is_to_consult_it() {
            as(CARL).head().uri("/v1/things/thing-1").exchange().expectStatus().isOk();

            assertThat(onlyOneLeft().toString())
                    .contains("\"kind\":\"CONSULTATION\",\"operation\":\"thing\"", "\"id\":\"thing-1\"");
        }

        @Test
        void of_a_list_the_filters_are_named_and_never_what_was_searched_for() {
            as(CARL).get()
                    .uri("/v1/things?q=Zhang+Wei&kind=BOOK&limit=5")
                    .exchange()
                    .expectStatus()
                    .isOk();

            var entry = onlyOneLeft();
            assertThat(entry.path("filters").toString()).isEqualTo("[\"kind\",\"q\"]");
            assertThat(entry.has("object")).isFalse();
            assertThat(entry.toString()).doesNotContain("Zhang");
        }

        @Test
        void a_parameter_that_is_none_is_not_kept_since_it_may_be_a_name() {
            as(CARL).get().uri("/v1/things?Zhang=Wei").exchange().expectStatus().isBadRequest();

            assertThat(onlyOneLeft().path("kind").asString()).isEqualTo("REFUSAL");
            assertThat(onlyOneLeft().toString()).doesNotContain("Zhang");
        }

        @Test
        void text_in_the_place_of_an_id_is_not_kept() {
            as(CARL).get().uri("/v1/things/Zhang Wei").exchange().expectStatus().isNotFound();

            assertThat(onlyOneLeft().at("/object/id").asString()).isEqualTo("unreadable");
        }

        @ParameterizedTest
        @CsvSource({
            "GET, /v1/things/a/place, COMPARTMENT, 200, ''",
            "POST, /v1/things/a/sendings, DISCLOSURE, 200, ''",
            "GET, /v1/things/a/missing, REFUSAL, 404, NOT_FOUND",
            "GET, /v1/things/a/place?x=1, REFUSAL, 400, INVALID_PARAMETERS",
            "POST, /v1/things/a/returns, REFUSAL, 428, VERSION_REQUIRED",
            "GET, /v1/things/a/defect, CONSULTATION, 500, INTERNAL_ERROR",
        })
        void each_way_of_ending_leaves_its_kind(String method, String uri, String kind, int status, String problem) {
            as(CARL).method(HttpMethod.valueOf(method)).uri(uri).exchange();

            var entry = onlyOneLeft();
            assertThat(entry.path("kind").asString()).isEqualTo(kind);
            assertThat(entry.path("status").asInt()).isEqualTo(status);
            assertThat(entry.path("problem").asString("")).isEqualTo(problem);
        }

        @Test
        void who_has_not_the_role_is_refused_and_that_is_kept() {
            as(AUDE).get().uri("/v1/things/a/place").exchange().expectStatus().isForbidden();

            assertThat(onlyOneLeft().toString())
                    .contains("\"kind\":\"REFUSAL\"", "\"status\":403,\"problem\":\"FORBIDDEN\"", "aude.auditor");
        }

        @Test
        void who_has_not_said_who_he_is_is_kept_apart() {
            as(Mono.empty()).get().uri("/v1/things/a").exchange().expectStatus().isUnauthorized();

            assertThat(left("none")).hasSize(1).first().satisfies(entry -> {
                assertThat(entry.has("actor")).isFalse();
                assertThat(entry.path("problem").asString()).isEqualTo("UNAUTHENTICATED");
            });
            assertThat(left("XH")).isEmpty();
        }

        @Test
        void a_command_that_was_done_leaves_none_for_the_objects_own_journal_tells_it() {
            as(CARL).post()
                    .uri("/v1/things")
                    .header("Idempotency-Key", "k1")
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue("{\"to\": \"Wei\", \"kind\": \"BOOK\", \"days\": 3, \"urgent\": false}")
                    .exchange()
                    .expectStatus()
                    .isCreated();

            assertThat(left("XH")).isEmpty();
        }

        @Test
        void a_refused_command_leaves_one() {
            as(CARL).post()
                    .uri("/v1/things")
                    .header("Idempotency-Key", "k1")
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue("{\"to\": \"refused\", \"kind\": \"BOOK\", \"days\": 3, \"urgent\": false}")
                    .exchange()
                    .expectStatus()
                    .isEqualTo(409);

            assertThat(onlyOneLeft().path("problem").asString()).isEqualTo("THING_LENT");
        }

        @Test
        void an_unknown_path_leaves_none() {
            as(CARL).get().uri("/v1/nothing").exchange().expectStatus().isNotFound();

            assertThat(left("XH")).isEmpty();
        }
    }

    @Nested
    class BeingFull {

        @Test
        void nothing_is_read_that_could_not_be_recorded() {
            var places = new ArrayList<AccessJournal.Place>();
            for (var i = 0; i < AccessLimits.WAITING_MAX; i++) {
                places.add(journal.take().orElseThrow());
            }

            as(CARL).get()
                    .uri("/v1/things/a")
                    .exchange()
                    .expectStatus()
                    .isEqualTo(503)
                    .expectHeader()
                    .valueEquals("Retry-After", "2")
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("ACCESS_JOURNAL_FULL");

            places.forEach(AccessJournal.Place::giveUp);
            as(CARL).get().uri("/v1/things/a").exchange().expectStatus().isOk();
        }

        @Test
        void a_command_that_was_done_gives_its_place_back() {
            for (var i = 0; i < AccessLimits.WAITING_MAX - 1; i++) {
                assertThat(journal.take()).isPresent();
            }

            for (var i = 0; i < 2; i++) {
                as(CARL).post()
                        .uri("/v1/things")
                        .header("Idempotency-Key", "k1")
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue("{\"to\": \"Wei\", \"kind\": \"BOOK\", \"days\": 3, \"urgent\": false}")
                        .exchange()
                        .expectStatus()
                        .isCreated();
            }
        }
    }

    @Nested
    class Auditing {

        @Test
        void its_documentation_is_whole() {
            assertThat(ApiLint.findings(List.of(AccessJournalEndpoints.of(journal.reading()))))
                    .isEmpty();
        }

        @Test
        void who_does_not_audit_reads_none_of_it() {
            as(CARL).get().uri(PATH).exchange().expectStatus().isForbidden();
            as(CARL).get().uri(PATH + "/export").exchange().expectStatus().isForbidden();
        }

        @Test
        void an_auditor_reads_page_by_page_what_the_own_state_read() {
            for (var id : List.of("thing-1", "thing-2", "thing-3")) {
                as(CARL).get().uri("/v1/things/" + id).exchange().expectStatus().isOk();
            }
            as(NOBODY).get().uri("/v1/things/thing-4").exchange().expectStatus().isOk();
            journal.close();

            var first = page(AUDE, "?limit=2");
            assertThat(first.path("items")
                            .valueStream()
                            .map(item -> item.at("/object/id").asString()))
                    .containsExactly("thing-3", "thing-2");
            var second = page(AUDE, "?limit=2&cursor=" + first.path("next").asString());
            assertThat(second.path("items")
                            .valueStream()
                            .map(item -> item.at("/object/id").asString()))
                    .containsExactly("thing-1");
            assertThat(page(RITA, "").path("items").isEmpty()).isTrue();
        }

        @Test
        void an_auditor_asks_for_an_object_an_actor_or_a_kind() {
            as(CARL).get().uri("/v1/things/thing-1").exchange().expectStatus().isOk();
            as(CARL).get()
                    .uri("/v1/things/thing-2/place")
                    .exchange()
                    .expectStatus()
                    .isOk();
            journal.close();

            assertThat(page(AUDE, "?object=thing-2").path("items").size()).isEqualTo(1);
            assertThat(page(AUDE, "?actor=carl.officer&kind=CONSULTATION")
                            .path("items")
                            .size())
                    .isEqualTo(1);
            assertThat(page(AUDE, "?actor=aude.auditor&object=thing-1")
                            .path("items")
                            .size())
                    .isZero();
            as(AUDE).get().uri(PATH + "?kind=READING").exchange().expectStatus().isBadRequest();
            as(AUDE).get().uri(PATH + "?cursor=1").exchange().expectStatus().isBadRequest();
        }

        private JsonNode page(Actor auditor, String query) {
            return Json.MAPPER.readTree(as(auditor)
                    .get()
                    .uri(PATH + query)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .returnResult()
                    .getResponseBody());
        }

        @Test
        void an_export_is_whole_and_is_a_disclosure_itself() throws IOException {
            as(CARL).get().uri("/v1/things/thing-1").exchange().expectStatus().isOk();
            as(RITA).get().uri("/v1/things/thing-2").exchange().expectStatus().isOk();
            journal.close();

            var export = as(AUDE).get()
                    .uri(PATH + "/export")
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .contentTypeCompatibleWith(MediaType.APPLICATION_NDJSON)
                    .expectBody()
                    .returnResult()
                    .getResponseBody();

            var verdict = JournalVerifier.verify(new ByteArrayInputStream(export));
            assertThat(verdict.findings()).isEmpty();
            assertThat(verdict.entries()).isEqualTo(1);
            assertThat(new String(export, StandardCharsets.UTF_8))
                    .contains("thing-1")
                    .doesNotContain("thing-2");
            assertThat(left("XH").getLast().toString())
                    .contains("\"kind\":\"DISCLOSURE\",\"operation\":\"exportAccessJournal\"");
        }
    }
}
