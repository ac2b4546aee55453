package org.repatria.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.repatria.edge.Api;
import org.repatria.edge.ApiLint;
import org.repatria.testkit.contracts.ApiExamples;
import org.repatria.testkit.contracts.Contracts;
import org.repatria.testkit.identity.TokenIssuer;
import org.repatria.testkit.servers.KafkaForTests;
import org.repatria.testkit.servers.MongoForTests;
import org.repatria.testkit.servers.WithServers;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service on its real port, against a real broker and a MongoDB-protocol store. */
@WithServers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CaseServiceIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TokenIssuer ISSUER = TokenIssuer.start();
    private static final String XR_TO_XH = "requestingState=XR&requestedState=XH&handedOverOn=2014-08-29";
    private static final String HEADER = "name,birth_date,nationality,offence_summary,authority\n";

    private ConfigurableApplicationContext service;
    private WebTestClient web;
    private String kafka;

    @BeforeAll
    void start(KafkaForTests broker, MongoForTests mongo, @TempDir Path views) {
        kafka = broker.bootstrap();
        service = new SpringApplicationBuilder(CaseServiceApplication.class)
                .run(
                        "--server.port=0",
                        "--repatria.kafka=" + kafka,
                        "--repatria.mongo.uri=" + mongo.uri(),
                        "--repatria.issuer=" + ISSUER.issuer(),
                        "--repatria.officers=classpath:officers.json",
                        "--repatria.view.dir=" + views);
        var port = service.getEnvironment().getRequiredProperty("local.server.port");
        web = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(60))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(8 * 1024 * 1024))
                .build();
    }

    @AfterAll
    void stop() {
        SpringApplication.exit(service);
        ISSUER.close();
    }

    private static final String CARL = bearer("carl.officer", "CO", "XH-CA");
    private static final String ANA = bearer("ana.analyst", "AN", "XH-CA");
    private static final String SARA = bearer("sara.supervisor", "SU", "XH-CA");
    private static final String LENA = bearer("lena.legal", "LO", "XH-CA");
    private static final String AUDE = bearer("aude.auditor", "AU", "XH-CA");
    private static final String LIVIA = bearer("livia.liaison", "LI", "XR-CA");

    private static String bearer(String subject, String role, String authority) {
        return "Bearer " + ISSUER.tokenWith(Map.of("authority", "\"" + authority + "\""), subject, role);
    }

    private ResponseSpec handOver(String as, String reference, String key, String content) {
        return web.post()
                .uri("/v1/lists?" + XR_TO_XH + "&reference=" + reference)
                .header("Authorization", as)
                .header("Idempotency-Key", key)
                .contentType(MediaType.parseMediaType("text/csv"))
                .bodyValue(content)
                .exchange();
    }

    private ResponseSpec get(String as, String path) {
        return web.get().uri(path).header("Authorization", as).exchange();
    }

    private ResponseSpec act(String as, String path, long version, String key, String body) {
        return web.post()
                .uri(path)
                .header("Authorization", as)
                .header("Idempotency-Key", key)
                .header("If-Match", "\"" + version + "\"")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private ResponseSpec act(String as, String path, long version, String body) {
        return act(as, path, version, UUID.randomUUID().toString(), body);
    }

    private ResponseSpec actWithoutBody(String as, String path, long version) {
        return web.post()
                .uri(path)
                .header("Authorization", as)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"" + version + "\"")
                .exchange();
    }

    private static JsonNode json(ResponseSpec response, int status) {
        var result = response.expectBody(String.class).returnResult();
        assertThat(result.getStatus().value()).as(result.getResponseBody()).isEqualTo(status);
        return JSON.readTree(result.getResponseBody());
    }

    private JsonNode opened(String name, String born) {
        return json(
                web.post()
                        .uri("/v1/cases")
                        .header("Authorization", CARL)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(openBody(name, born))
                        .exchange(),
                201);
    }

    private static String openBody(String name, String born) {
        return """
                {"requestingState": "XR", "requestedState": "XH", "person": {"name": "%s", "aliases": [], \
                "birthDate": "%s",
                 "nationalities": ["XR"], "documents": []}, "offenceSummary": "Embezzlement", \
                "authority": "General Prosecution",
                 "amountAlleged": {"amount": "1000.50", "currency": "USD"}, "locationCountry": "XH", \
                "handedOverOn": "2014-08-29"}""".formatted(name, born);
    }

    private static String demonstrationList() {
        try {
            for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
                var list = at.resolve("demo/lists/ruvania-2014-08-29.csv");
                if (Files.exists(list)) {
                    return Files.readString(list);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        throw new AssertionError("there is no demo/lists above");
    }

    @Test
    void a_reader_of_any_operation_that_is_served_stumbles_over_nothing() {
        assertThat(ApiLint.findings(
                        List.copyOf(service.getBeansOfType(Api.class).values())))
                .isEmpty();
    }

    @Test
    void every_example_of_the_api_document_fits_its_schema() {
        assertThat(ApiExamples.findings(json(web.get().uri("/v3/api-docs").exchange(), 200)))
                .isEmpty();
    }

    @Nested
    class HandingAListOver {
        @Test
        void opens_cases_finds_them_and_changes_nothing_the_second_time() {
            var content = demonstrationList();

            var list = json(handOver(CARL, "XR-2014-1", "hand-over-1", content), 201);

            assertThat(list.path("alreadyReceived").booleanValue()).isFalse();
            assertThat(list.path("funnel").path("opened").intValue()).isEqualTo(130);
            assertThat(list.path("funnel").path("held").intValue()).isEqualTo(18);
            assertThat(list.path("funnel").path("rows").intValue()).isEqualTo(152);
            var id = list.path("id").stringValue();
            var again = json(handOver(CARL, "XR-2014-1", "hand-over-2", content), 200);
            assertThat(again.path("alreadyReceived").booleanValue()).isTrue();
            assertThat(again.path("version")).isEqualTo(list.path("version"));
            var repeated = json(handOver(CARL, "XR-2014-1", "hand-over-2", content), 200);
            assertThat(repeated.path("alreadyReceived").booleanValue()).isTrue();
            json(handOver(CARL, "XR-2014-1", "hand-over-3", content + "\n" + HEADER), 409);

            var rejected = json(get(CARL, "/v1/lists/" + id + "/entries?outcome=REJECTED"), 200);
            assertThat(rejected.path("items")).hasSize(1);
            var page = json(get(CARL, "/v1/lists/" + id + "/entries?limit=100"), 200);
            assertThat(page.path("items")).hasSize(100);
            var rest = json(
                    get(
                            CARL,
                            "/v1/lists/" + id + "/entries?limit=100&cursor="
                                    + page.path("next").stringValue()),
                    200);
            assertThat(rest.path("items")).hasSize(52);
            assertThat(rest.has("next")).isFalse();

            var lists =
                    json(readAfter(CARL, "/v1/lists", id, list.path("version").longValue()), 200);
            assertThat(lists.path("items").get(0).path("rows").intValue()).isEqualTo(152);
            var lastRow = json(get(CARL, "/v1/lists/" + id + "/entries?outcome=OPENED&limit=200"), 200)
                    .path("items")
                    .get(129);
            var cases = json(
                    readAfter(
                            CARL,
                            "/v1/cases?list=" + id + "&facets=true&limit=5",
                            lastRow.path("caseId").stringValue(),
                            1),
                    200);
            assertThat(cases.path("total").path("count").longValue()).isGreaterThan(0);
            var found = json(get(CARL, "/v1/cases?q=" + "Орла Винт"), 200);
            assertThat(found.path("items").get(0).path("person").path("name").stringValue())
                    .isEqualTo("Orla Vint");
        }

        private ResponseSpec readAfter(String as, String path, String id, long version) {
            return web.get()
                    .uri(path)
                    .header("Authorization", as)
                    .header("X-Read-After", id + "@" + version)
                    .exchange();
        }

        @Test
        void refuses_what_it_cannot_read_and_changes_nothing() {
            json(handOver(CARL, "BAD-1", "bad-1", "nonsense\n"), 422);
            json(handOver(CARL, "BAD-1", "bad-2", ""), 422);

            var fine = json(handOver(CARL, "BAD-1", "bad-3", HEADER + "Bad One,1950-01-01,XR,x,y\n"), 201);

            assertThat(fine.path("funnel").path("opened").intValue()).isEqualTo(1);
        }

        @Test
        void tells_a_liaison_nothing_of_the_outcome() {
            var list = json(handOver(LIVIA, "LIA-1", "liaison-1", HEADER + "Lia One,1950-01-01,XR,x,y\n"), 201);

            assertThat(list.has("funnel")).isFalse();
            json(get(LIVIA, "/v1/lists/" + list.path("id").stringValue()), 403);
        }

        @Test
        void two_persons_release_a_row_that_was_held() {
            var list = json(handOver(CARL, "HELD-1", "held-1", HEADER + "Held One,2005-01-01,XR,x,y\n"), 201);
            assertThat(list.path("funnel").path("held").intValue()).isEqualTo(1);
            var path = "/v1/lists/" + list.path("id").stringValue();
            var version = list.path("version").longValue();

            json(act(SARA, path + "/entries/1/approval", version, "{\"reasons\": \"too early\"}"), 409);
            var proposed = json(act(CARL, path + "/entries/1/release", version, "{\"reasons\": \"born 1965\"}"), 200);
            json(
                    act(
                            SARA,
                            path + "/entries/1/approval",
                            proposed.path("version").longValue(),
                            "{\"reasons\": \"so says the register\"}"),
                    200);

            var entry = json(get(CARL, path + "/entries"), 200).path("items").get(0);
            assertThat(entry.path("outcome").stringValue()).isEqualTo("OPENED");
            json(get(SARA, "/v1/cases/" + entry.path("caseId").stringValue()), 200);
            var funnel = json(get(CARL, path), 200).path("funnel");
            assertThat(funnel.path("held").intValue()).isZero();
            assertThat(funnel.path("opened").intValue()).isEqualTo(1);
            json(act(CARL, path + "/entries/1/release", 5, "{\"reasons\": \"again\"}"), 409);
        }

        @Test
        void refuses_nobody_and_the_wrong_role() {
            json(handOver(LENA, "ROLE-1", "role-1", HEADER), 403);
            web.get().uri("/v1/lists").exchange().expectStatus().isUnauthorized();
        }
    }

    @Nested
    class WorkingOnACase {
        @Test
        void goes_from_draft_to_closure_and_leaves_a_whole_journal() {
            var id = opened("Elka Farvik", "1961-05-06").path("id").stringValue();
            var path = "/v1/cases/" + id;
            json(actWithoutBody(CARL, path + "/submission", 1), 403);
            json(act(SARA, path + "/assignment", 1, "assign-1", "{\"assignee\": \"carl.officer\"}"), 200);
            var same = json(act(SARA, path + "/assignment", 1, "assign-1", "{\"assignee\": \"carl.officer\"}"), 200);
            assertThat(same.path("version").longValue()).isEqualTo(2);
            json(act(SARA, path + "/assignment", 1, "assign-1", "{\"assignee\": \"ana.analyst\"}"), 422);
            json(actWithoutBody(CARL, path + "/submission", 1), 412);
            json(actWithoutBody(CARL, path + "/submission", 2), 200);
            json(act(LENA, path + "/return-for-information", 3, "{\"gaps\": [\"A copy of the warrant\"]}"), 200);
            json(act(CARL, path + "/answer", 4, "{\"answers\": [{\"gap\": 1, \"text\": \"enclosed\"}]}"), 200);
            var review = Instant.now().plus(Duration.ofDays(30)).toString().substring(0, 10);
            json(
                    act(
                            SARA,
                            path + "/hold",
                            5,
                            "{\"reason\": \"competing request\", \"reviewOn\": \"" + review + "\"}"),
                    200);
            json(actWithoutBody(SARA, path + "/resumption", 6), 200);
            json(act(SARA, path + "/closure", 7, "{\"outcome\": \"REMOVED\", \"reasons\": \"?\"}"), 409);
            json(act(SARA, path + "/closure", 7, "{\"outcome\": \"WITHDRAWN_BY_RS\", \"reasons\": \"note\"}"), 200);

            var read = json(get(CARL, path), 200);
            assertThat(read.path("state").stringValue()).isEqualTo("CLOSED");
            assertThat(read.toString()).doesNotContain("location");
            json(get(CARL, path + "/journal"), 403);
            assertThat(json(get(AUDE, path + "/journal"), 200).path("items")).hasSize(28);
            assertThat(json(get(AUDE, path + "/journal/verification"), 200)
                            .path("whole")
                            .booleanValue())
                    .isTrue();
            assertThat(published(id, 12))
                    .allSatisfy((type, values) -> values.forEach(value -> {
                        assertThat(Contracts.find().validate(type, value)).isEmpty();
                        assertThat(value).doesNotContain("location").doesNotContain("competing request");
                    }));
        }

        @Test
        void a_certain_duplicate_is_refused_with_the_case_that_exists() {
            var first = opened("Ruven Grelmo", "1949-03-03").path("id").stringValue();

            var refused = json(
                    web.post()
                            .uri("/v1/cases")
                            .header("Authorization", CARL)
                            .header("Idempotency-Key", "duplicate-1")
                            .contentType(MediaType.APPLICATION_JSON)
                            .bodyValue(openBody("RUVEN  Grelmo", "1949-03-03"))
                            .exchange(),
                    409);

            assertThat(refused.path("duplicateOf").stringValue()).isEqualTo(first);
        }

        @Test
        void to_an_analyst_a_case_of_others_is_not_there() {
            var id = opened("Nelia Zolmar", "1950-02-02").path("id").stringValue();

            json(get(ANA, "/v1/cases/" + id), 404);
            assertThat(json(get(ANA, "/v1/cases?q=Zolmar"), 200).path("items")).isEmpty();
        }

        @Test
        void a_thin_file_is_refused_with_pointers() {
            var id = json(
                            web.post()
                                    .uri("/v1/cases")
                                    .header("Authorization", CARL)
                                    .header("Idempotency-Key", "thin-1")
                                    .contentType(MediaType.APPLICATION_JSON)
                                    .bodyValue("""
                                            {"requestingState": "XR", "requestedState": "XH",
                                             "person": {"name": "Thin File", "aliases": [], "nationalities": [], \
                                            "documents": []}}""")
                                    .exchange(),
                            201)
                    .path("id")
                    .stringValue();
            json(act(SARA, "/v1/cases/" + id + "/assignment", 1, "{\"assignee\": \"carl.officer\"}"), 200);

            var problem = json(actWithoutBody(CARL, "/v1/cases/" + id + "/submission", 2), 422);

            assertThat(problem.path("code").stringValue()).isEqualTo("SUBMISSION_INCOMPLETE");
            assertThat(problem.path("errors")).hasSize(5);
        }
    }

    @Nested
    class ReadingAcrossCases {

        @Test
        void a_submitted_case_is_found_by_what_it_lacks_and_by_its_clock_and_is_work() {
            var id = opened("Mirko Zandel", "1955-07-08").path("id").stringValue();
            var path = "/v1/cases/" + id;
            json(act(SARA, path + "/assignment", 1, "{\"assignee\": \"carl.officer\"}"), 200);
            var version = json(actWithoutBody(CARL, path + "/submission", 2), 200)
                    .path("version")
                    .longValue();
            var dayOfScreening = java.time.LocalDate.now(java.time.ZoneOffset.UTC);

            assertThat(found(version, id, "missingCheck=SG-01")).contains(id);
            assertThat(found(version, id, "missingCheck=SG-99")).isEmpty();
            assertThat(found(version, id, "clockDueBefore=" + dayOfScreening.plusDays(60)))
                    .contains(id);
            assertThat(found(version, id, "clockDueBefore=" + dayOfScreening)).doesNotContain(id);
            assertThat(found(version, id, "pathway=removal")).isEmpty();
            assertThat(readAfter(CARL, "/v1/work", id, version)
                            .path("cases")
                            .path("items")
                            .valueStream())
                    .anyMatch(item -> item.path("caseId").asString().equals(id));
            assertThat(readAfter(SARA, "/v1/proposals?waitingForMe=true", id, version)
                            .path("items"))
                    .isEmpty();
        }

        @Test
        void a_liaison_reads_the_shared_words_and_not_the_case() {
            var id = opened("Livka Orsen", "1956-07-08").path("id").stringValue();

            var shared = readAfter(LIVIA, "/v1/shared/cases?limit=200", id, 1)
                    .path("items")
                    .valueStream()
                    .filter(item -> item.path("caseId").asString().equals(id))
                    .findFirst()
                    .orElseThrow();

            assertThat(shared.propertyNames())
                    .containsExactlyInAnyOrder(
                            "caseId", "name", "word", "strategy", "requestingState", "requestedState");
            json(get(LIVIA, "/v1/cases"), 403);
            json(get(LIVIA, "/v1/cases/" + id), 403);
        }

        private List<String> found(long version, String id, String query) {
            return readAfter(CARL, "/v1/cases?limit=200&" + query, id, version)
                    .path("items")
                    .valueStream()
                    .map(item -> item.path("id").asString())
                    .toList();
        }

        private JsonNode readAfter(String as, String path, String id, long version) {
            return json(
                    web.get()
                            .uri(path)
                            .header("Authorization", as)
                            .header("X-Read-After", id + "@" + version)
                            .exchange(),
                    200);
        }
    }

    /** What an outside subscriber sees of one case, by type, once it has seen so many events. */
    private Map<String, List<String>> published(String caseId, int events) {
        var settings = new Properties();
        settings.put("bootstrap.servers", kafka);
        settings.put("group.id", UUID.randomUUID().toString());
        settings.put("auto.offset.reset", "earliest");
        Map<String, List<String>> seen = new HashMap<>();
        var deadline = Instant.now().plusSeconds(30);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of("repatria.case.events"));
            var count = 0;
            while (count < events && Instant.now().isBefore(deadline)) {
                for (var found : consumer.poll(Duration.ofMillis(200))) {
                    if (caseId.equals(found.key())) {
                        count++;
                        var type = new String(
                                found.headers().lastHeader("ce_type").value(), java.nio.charset.StandardCharsets.UTF_8);
                        seen.computeIfAbsent(type, _ -> new ArrayList<>())
                                .add(new String(found.value(), java.nio.charset.StandardCharsets.UTF_8));
                    }
                }
            }
            assertThat(count).isEqualTo(events);
        }
        return seen;
    }
}
