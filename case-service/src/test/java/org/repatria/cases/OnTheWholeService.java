package org.repatria.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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

/** The whole service on real servers, called as its users call it, with a clock that can be moved. */
@WithServers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OnTheWholeService {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TokenIssuer ISSUER = TokenIssuer.start();
    private static final Duration BOUND = Duration.ofSeconds(60);

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
                        "--repatria.officers=classpath:officers.json",
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
    }

    static String bearer(String subject, String role, String authority) {
        return "Bearer " + ISSUER.tokenWith(Map.of("authority", "\"" + authority + "\""), subject, role);
    }

    final void theClockStandsAt(String moment) {
        web.post()
                .uri("/local/clock")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"at\": \"" + moment + "\"}")
                .exchange()
                .expectStatus()
                .isOk();
    }

    final ResponseSpec get(String as, String path) {
        return web.get().uri(path).header("Authorization", as).exchange();
    }

    final ResponseSpec post(String as, String path, String body) {
        return web.post()
                .uri(path)
                .header("Authorization", as)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    static JsonNode json(ResponseSpec response, int status) {
        var result = response.expectBody(String.class).returnResult();
        assertThat(result.getStatus().value()).as(result.getResponseBody()).isEqualTo(status);
        return JSON.readTree(result.getResponseBody());
    }

    final JsonNode eventually(String as, String path, Predicate<JsonNode> wanted) {
        return Mono.fromSupplier(() -> json(get(as, path), 200))
                .filter(wanted)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("not yet: " + path)))
                // The client blocks, which only such a thread may.
                .subscribeOn(Schedulers.boundedElastic())
                .retryWhen(Retry.fixedDelay(300, Duration.ofMillis(100)))
                .blockOptional(BOUND)
                .orElseThrow();
    }

    final WebTestClient web() {
        return web;
    }
}
