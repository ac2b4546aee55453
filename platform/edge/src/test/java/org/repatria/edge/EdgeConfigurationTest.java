package org.repatria.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.repatria.policy.Policy;
import org.repatria.testkit.identity.TokenIssuer;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** The edge as a service has it: a real server, real signed tokens, a real identity provider. */
class EdgeConfigurationTest {

    private static final AtomicInteger MOVES = new AtomicInteger();
    private static TokenIssuer issuer;
    private static ConfigurableApplicationContext service;
    private static ConfigurableApplicationContext local;

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Things {
        @Bean
        Policy policy() {
            return Stage.POLICY;
        }

        @Bean
        Api things() {
            return Stage.api();
        }

        /** Threads of its own: a service that ends takes the shared ones with it, and others still serve. */
        @Bean
        ReactorResourceFactory threads() {
            var threads = new ReactorResourceFactory();
            threads.setUseGlobalResources(false);
            return threads;
        }

        @Bean
        ClockListener timer() {
            return MOVES::incrementAndGet;
        }
    }

    @BeforeAll
    static void start() {
        issuer = TokenIssuer.start();
        service = started(issuer.issuer(), "default");
        local = started(issuer.issuer(), "local");
    }

    @AfterAll
    static void stop() {
        service.close();
        local.close();
        issuer.close();
    }

    private static ConfigurableApplicationContext started(String issuerUri, String profile) {
        return new SpringApplicationBuilder(Things.class)
                .profiles(profile)
                .run("--server.port=0", "--spring.application.name=things", "--repatria.issuer=" + issuerUri);
    }

    private static String address(ConfigurableApplicationContext context) {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    private static WebTestClient client(ConfigurableApplicationContext context) {
        return WebTestClient.bindToServer()
                .baseUrl(address(context))
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    private static ResponseSpec thing(String token) {
        return client(service)
                .get()
                .uri("/v1/things/a")
                .header("Authorization", "Bearer " + token)
                .exchange();
    }

    private static void problem(ResponseSpec answer, int status, String code) {
        answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code)
                .jsonPath("$.traceId")
                .isNotEmpty();
    }

    @Nested
    class LettingIn {

        @Test
        void a_token_of_the_provider_for_us_lets_in() {
            thing(issuer.token("carl.officer", "CO")).expectStatus().isOk();
        }

        @Test
        void no_token_is_told_to_sign_in() {
            var answer = client(service).get().uri("/v1/things/a").exchange();
            answer.expectHeader().valueEquals("WWW-Authenticate", "Bearer realm=\"repatria\"");
            problem(answer, 401, "UNAUTHENTICATED");
        }

        @ParameterizedTest
        @ValueSource(strings = {"nonsense", "a.b.c", ""})
        void garbage_lets_nobody_in(String token) {
            problem(thing(token), 401, "UNAUTHENTICATED");
        }

        @Test
        void a_token_for_somebody_else_lets_nobody_in() {
            problem(thing(issuer.tokenForAudience("other", "carl.officer", "CO")), 401, "UNAUTHENTICATED");
        }

        @Test
        void an_expired_token_lets_nobody_in() {
            var past = Instant.now().minus(Limits.CLOCK_SKEW_MAX).minusSeconds(5);
            problem(thing(issuer.tokenExpiredAt(past, "carl.officer", "CO")), 401, "UNAUTHENTICATED");
        }

        @Test
        void a_token_that_expired_within_the_skew_lets_in() {
            thing(issuer.tokenExpiredAt(Instant.now().minusSeconds(5), "carl.officer", "CO"))
                    .expectStatus()
                    .isOk();
        }

        @Test
        void a_token_that_names_another_issuer_lets_nobody_in() {
            problem(
                    thing(issuer.tokenWith(Map.of("iss", "\"http://evil\""), "carl.officer", "CO")),
                    401,
                    "UNAUTHENTICATED");
        }

        @Test
        void a_token_of_another_provider_with_our_issuers_name_lets_nobody_in() {
            try (var forger = TokenIssuer.start()) {
                var forged = forger.tokenWith(Map.of("iss", "\"" + issuer.issuer() + "\""), "carl.officer", "CO");
                problem(thing(forged), 401, "UNAUTHENTICATED");
            }
        }

        @Test
        void an_unsigned_token_lets_nobody_in() {
            var token = issuer.token("carl.officer", "CO");
            var claims = token.substring(token.indexOf('.') + 1, token.lastIndexOf('.'));
            var none = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString("{\"alg\":\"none\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            problem(thing(none + "." + claims + "."), 401, "UNAUTHENTICATED");
        }

        @Test
        void a_name_that_only_parts_of_the_system_have_lets_nobody_in() {
            problem(thing(issuer.token("system:relay", "CO")), 401, "UNAUTHENTICATED");
        }

        @Test
        void a_token_without_a_role_of_ours_is_forbidden() {
            problem(thing(issuer.token("carl.officer", "admin")), 403, "FORBIDDEN");
        }

        @Test
        void what_is_not_opened_is_denied() {
            problem(client(service).get().uri("/secret").exchange(), 401, "UNAUTHENTICATED");
            var answer = client(service)
                    .get()
                    .uri("/actuator/env")
                    .header("Authorization", "Bearer " + issuer.token("hana.head", "HD"))
                    .exchange();
            problem(answer, 403, "FORBIDDEN");
        }

        @Test
        void an_unknown_route_is_a_problem_for_whom_is_in() {
            var answer = client(service)
                    .get()
                    .uri("/v1/nothing/here")
                    .header("Authorization", "Bearer " + issuer.token("carl.officer", "CO"))
                    .exchange();
            problem(answer, 404, "NOT_FOUND");
        }
    }

    @Nested
    class StartingWithoutAProvider {

        @Test
        void the_service_starts_says_so_and_recovers() {
            var early = TokenIssuer.start();
            var port = URI.create(early.issuer()).getPort();
            early.close();
            try (var alone = started("http://127.0.0.1:" + port, "default")) {
                var token = issuer.token("carl.officer", "CO");
                var away = client(alone)
                        .get()
                        .uri("/v1/things/a")
                        .header("Authorization", "Bearer " + token)
                        .exchange();
                away.expectHeader().exists("Retry-After");
                problem(away, 503, "IDENTITY_PROVIDER_UNAVAILABLE");
                try (var back = TokenIssuer.start(port)) {
                    client(alone)
                            .get()
                            .uri("/v1/things/a")
                            .header("Authorization", "Bearer " + back.token("carl.officer", "CO"))
                            .exchange()
                            .expectStatus()
                            .isOk();
                }
            }
        }
    }

    @Nested
    class Operating {

        @ParameterizedTest
        @ValueSource(strings = {"/actuator/health/readiness", "/actuator/health/liveness", "/v3/api-docs"})
        void probes_and_readers_of_the_documentation_need_no_token(String path) {
            client(service).get().uri(path).exchange().expectStatus().isOk();
        }

        private ResponseSpec metrics(String token) {
            return client(service)
                    .get()
                    .uri("/actuator/prometheus")
                    .headers(headers -> {
                        if (!token.isEmpty()) {
                            headers.setBearerAuth(token);
                        }
                    })
                    .exchange();
        }

        @Test
        void metrics_are_for_nobody_but_the_operators_programs() {
            problem(metrics(""), 401, "UNAUTHENTICATED");
            problem(metrics(issuer.token("simon.integrator", "SI")), 403, "FORBIDDEN");
            problem(metrics(issuer.tokenOfOperator("hana.head", "HD")), 403, "FORBIDDEN");
        }

        @Test
        void metrics_are_there_for_the_scraper() {
            metrics(issuer.tokenOfOperator("olga.operator", "SI"))
                    .expectStatus()
                    .isOk()
                    .expectBody(String.class)
                    .value(text -> assertThat(text).contains("jvm_memory_used_bytes"));
        }

        @Test
        void a_content_type_that_is_none_is_unsupported() throws Exception {
            var request = HttpRequest.newBuilder(URI.create(address(service) + "/v1/things"))
                    .header("Authorization", "Bearer " + issuer.token("carl.officer", "CO"))
                    .header("Idempotency-Key", "k")
                    .header("Content-Type", "what?")
                    .POST(HttpRequest.BodyPublishers.ofString("{}"))
                    .build();
            try (var http = HttpClient.newHttpClient()) {
                var answer = http.send(request, BodyHandlers.ofString());
                assertThat(answer.statusCode()).isEqualTo(415);
                assertThat(answer.body()).contains("UNSUPPORTED_MEDIA_TYPE");
            }
        }
    }

    @Nested
    class MovingTheClock {

        private ResponseSpec move(ConfigurableApplicationContext context, String body) {
            return client(context)
                    .post()
                    .uri("/local/clock")
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(body)
                    .exchange();
        }

        @Test
        void only_a_local_service_has_such_a_route() {
            problem(move(service, "{\"at\": null}"), 401, "UNAUTHENTICATED");
        }

        @Test
        void the_clock_stands_where_it_is_put_and_timers_hear_of_it() {
            var before = MOVES.get();
            move(local, "{\"at\": \"2014-09-01T09:00:00Z\"}").expectBody().json("{\"at\": \"2014-09-01T09:00:00Z\"}");
            assertThat(local.getBean(Clock.class).instant()).isEqualTo("2014-09-01T09:00:00Z");
            assertThat(MOVES.get()).isEqualTo(before + 1);
            move(local, "{\"at\": null}").expectStatus().isOk();
            assertThat(local.getBean(Clock.class).instant()).isAfter(Instant.parse("2020-01-01T00:00:00Z"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"{\"at\": \"noon\"}", "{}"})
        void a_moment_that_is_none_is_named(String body) {
            problem(move(local, body), 422, "INVALID_BODY");
        }

        @Test
        void what_is_no_json_is_malformed() {
            problem(move(local, "{"), 400, "MALFORMED_BODY");
        }
    }

    @Nested
    class LookingAtHeaders {

        @Test
        void every_character_is_allowed_or_not_as_the_rules_of_spring_say() {
            var names = EdgeConfiguration.plainOr(StrictServerWebExchangeFirewall.ALLOWED_HEADER_NAMES);
            var values = EdgeConfiguration.plainOr(StrictServerWebExchangeFirewall.ALLOWED_HEADER_VALUES);

            for (var c = 0; c <= Character.MAX_CODE_POINT; c++) {
                var text = "a" + Character.toString(c) + "b";
                assertThat(names.test(text))
                        .as("name with %x", c)
                        .isEqualTo(StrictServerWebExchangeFirewall.ALLOWED_HEADER_NAMES.test(text));
                assertThat(values.test(text))
                        .as("value with %x", c)
                        .isEqualTo(StrictServerWebExchangeFirewall.ALLOWED_HEADER_VALUES.test(text));
            }
        }

        @Test
        void what_is_plain_is_not_looked_at_twice() {
            assertThat(EdgeConfiguration.plainOr(_ -> false).test("Bearer ~abc.DEF-123=="))
                    .isTrue();
            assertThat(EdgeConfiguration.plainOr(_ -> false).test("Bearer\tabc"))
                    .isFalse();
        }
    }
}
