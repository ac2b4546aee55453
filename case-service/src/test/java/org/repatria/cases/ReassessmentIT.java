package org.repatria.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
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
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A treaty is concluded and suspended by two officers, and the cases between its states are assessed again by themselves. */
@WithServers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReassessmentIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TokenIssuer ISSUER = TokenIssuer.start();
    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final String CARL = bearer("carl.officer", "CO", "XH-CA");
    private static final String LENA = bearer("lena.legal", "LO", "XH-CA");
    private static final String SARA = bearer("sara.supervisor", "SU", "XH-CA");
    private static final String EMIL = bearer("emil.officer", "CO", "XE-CA");
    private static final String ELSE = bearer("else.legal", "LO", "XE-CA");
    private static final String ERIK = bearer("erik.supervisor", "SU", "XE-CA");

    private ConfigurableApplicationContext service;
    private WebTestClient web;

    @BeforeAll
    void start(KafkaForTests broker, MongoForTests mongo, @TempDir Path views) {
        service = new SpringApplicationBuilder(CaseServiceApplication.class)
                .profiles("local")
                .run(
                        "--server.port=0",
                        "--repatria.kafka=" + broker.bootstrap(),
                        "--repatria.mongo.uri=" + mongo.uri(),
                        "--repatria.issuer=" + ISSUER.issuer(),
                        "--repatria.view.dir=" + views);
        var port = service.getEnvironment().getRequiredProperty("local.server.port");
        web = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(60))
                .build();
    }

    @AfterAll
    void stop() {
        SpringApplication.exit(service);
        ISSUER.close();
    }

    private static String bearer(String subject, String role, String authority) {
        return "Bearer " + ISSUER.tokenWith(Map.of("authority", "\"" + authority + "\""), subject, role);
    }

    private void theClockStandsAt(String moment) {
        web.post()
                .uri("/local/clock")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"at\": \"" + moment + "\"}")
                .exchange()
                .expectStatus()
                .isOk();
    }

    private ResponseSpec get(String as, String path) {
        return web.get().uri(path).header("Authorization", as).exchange();
    }

    private ResponseSpec post(String as, String path, String body) {
        return web.post()
                .uri(path)
                .header("Authorization", as)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private static JsonNode json(ResponseSpec response, int status) {
        var result = response.expectBody(String.class).returnResult();
        assertThat(result.getStatus().value()).as(result.getResponseBody()).isEqualTo(status);
        return JSON.readTree(result.getResponseBody());
    }

    private JsonNode eventually(String path, Predicate<JsonNode> wanted) {
        return Mono.fromSupplier(() -> json(get(SARA, path), 200))
                .filter(wanted)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("not yet: " + path)))
                // The client blocks, which only such a thread may.
                .subscribeOn(Schedulers.boundedElastic())
                .retryWhen(Retry.fixedDelay(300, Duration.ofMillis(100)))
                .blockOptional(BOUND)
                .orElseThrow();
    }

    private String assessed(String officer, String lawyer, String name, String requested) {
        var id = json(post(officer, "/v1/cases", """
            {"requestingState": "XR", "requestedState": "%s", "person": {"name": "%s", "aliases": [],
             "birthDate": "1958-02-17", "nationalities": ["XR"], "documents": []},
             "offenceSummary": "Embezzlement", "authority": "General Prosecution",
             "handedOverOn": "2019-08-29"}\
            """.formatted(requested, name)), 201)
                .path("id")
                .stringValue();
        json(post(lawyer, "/v1/cases/" + id + "/assessments", ""), 200);
        return id;
    }

    private void amended(String status, String more) {
        var id = json(post(LENA, "/v1/reference/amendments", """
            {"kind": "relations", "id": "REL-XR-XH-EXT", "row": {"party": "XR", "counterparty": "XH",
             "instrument": "EXTRADITION", "title": "Extradition treaty", "signed": "2018-03-01",
             "inForce": "2019-01-01", "status": "%s", %s "source": "Note verbale",
             "confidence": "VERIFIED"}, "reasons": "the gazette says so"}\
            """.formatted(status, more)), 201)
                .path("id")
                .stringValue();
        json(post(SARA, "/v1/reference/amendments/" + id + "/approval", "{\"reasons\": \"compared\"}"), 200);
    }

    private List<JsonNode> assessments(String as, String id) {
        return json(get(as, "/v1/cases/" + id + "/journal?limit=100"), 200)
                .path("items")
                .valueStream()
                .map(item -> item.path("entry"))
                .filter(entry -> entry.path("type").asString().equals("CaseAssessed"))
                .toList();
    }

    private String extraditionIn(int assessment, String id) {
        eventually(
                "/v1/cases/" + id + "/journal?limit=100",
                _ -> assessments(SARA, id).size() > assessment);
        return assessments(SARA, id)
                .get(assessment)
                .path("data")
                .path("difference")
                .path("shifts")
                .valueStream()
                .filter(shift -> shift.path("way").asString().equals("EXTRADITION"))
                .map(shift -> shift.path("from").asString() + " to "
                        + shift.path("to").asString())
                .findFirst()
                .orElse("the same");
    }

    @Test
    void what_a_treaty_changes_is_an_event_of_every_case_between_its_states_and_of_no_other() {
        theClockStandsAt("2020-07-29T09:00:00Z");
        var concerned = assessed(CARL, LENA, "Orla Vint", "XH");
        var other = assessed(EMIL, ELSE, "Pell Amaro", "XE");
        eventually("/v1/cases", cases -> cases.path("items").size() == 1);

        amended("IN_FORCE", "");

        assertThat(extraditionIn(1, concerned)).isEqualTo("BARRED to CONDITIONAL");

        theClockStandsAt("2020-07-29T10:00:00Z");
        amended("SUSPENDED", "\"suspendedFrom\": \"2020-08-10\", \"suspendedBy\": \"XH\",");
        theClockStandsAt("2020-08-10T00:00:01Z");

        assertThat(extraditionIn(2, concerned)).isEqualTo("CONDITIONAL to BARRED");
        assertThat(assessments(ERIK, other)).hasSize(1);
    }
}
