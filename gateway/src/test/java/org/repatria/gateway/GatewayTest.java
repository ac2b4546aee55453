package org.repatria.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.repatria.edge.ApiLint;
import org.repatria.edge.Json;
import org.repatria.testkit.contracts.ApiExamples;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Flux;

/** The one door: what passes, what does not, and what it says when something behind it is missing. */
class GatewayTest {

    private static final Path CONTRACTS = Path.of("..", "contracts");

    private static Door door;

    @BeforeAll
    static void open() {
        door = Door.open();
    }

    @AfterAll
    static void close() {
        door.close();
    }

    private static BodyContentSpec problem(ResponseSpec answer, int status, String code) {
        return answer.expectStatus()
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
    class Routing {

        @ParameterizedTest
        @CsvSource({
            "/v1/cases/case-1, CASE, /v1/cases/case-1",
            "/v1/lists?reference=a%20b, CASE, /v1/lists?reference=a%20b",
            "/v1/assets/asset-1/orders, ASSET, /v1/assets/asset-1/orders",
            "/v1/alerts?objectId=x, NOTIFICATION, /v1/alerts?objectId=x",
            "/v1/operations/case/parked, CASE, /v1/operations/parked",
            "/v1/operations/asset/parked/a~b, ASSET, /v1/operations/parked/a~b",
            "/v1/operations/notification/parked?limit=1, NOTIFICATION, /v1/operations/parked?limit=1",
            "/v1/operations/asset/freshness, ASSET, /v1/operations/freshness",
            "/v1/operations/case/refills/refill-1, CASE, /v1/operations/refills/refill-1",
            "/v1/operations/asset/access-journal/export?from=2, ASSET, /v1/operations/access-journal/export?from=2",
        })
        void a_path_leads_to_its_service(String path, Part part, String inside) {
            door.carl().get().uri(door.at(path)).exchange().expectStatus().isOk();
            var stub = switch (part) {
                case CASE -> door.cases;
                case ASSET -> door.assets;
                case NOTIFICATION -> door.alerts;
            };
            assertThat(stub.lastAsked().uri()).isEqualTo(inside);
        }

        @Test
        void token_trace_and_correlation_go_on_and_cookies_do_not() {
            door.carl()
                    .get()
                    .uri("/v1/cases/case-1")
                    .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                    .header("X-Correlation-Id", "my-7")
                    .cookie("other", "secret")
                    .exchange()
                    .expectHeader()
                    .valueEquals("X-Correlation-Id", "from-the-part");
            var headers = door.cases.lastAsked().headers();
            assertThat(headers.get("authorization")).startsWith("Bearer ey");
            assertThat(headers.get("traceparent")).startsWith("00-0af7651916cd43dd8448eb211c80319c-");
            assertThat(headers.get("x-correlation-id")).isEqualTo("my-7");
            assertThat(headers).doesNotContainKey("cookie");
        }

        @Test
        void the_problem_of_a_service_comes_through_as_it_is() {
            door.cases.answers("/v1/cases/case-2", 409, "{\"code\": \"CASE_CLOSED\", \"traceId\": \"t\"}");
            problem(door.carl().get().uri("/v1/cases/case-2").exchange(), 409, "CASE_CLOSED");
        }

        @Test
        void an_unknown_path_is_a_problem() {
            problem(door.carl().get().uri("/v1/nothing").exchange(), 404, "NOT_FOUND");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/v1/alerts/stream", "/v1/cases/stream", "/v1/assets/stream"})
        void a_stream_outlives_the_response_timeout(String path) {
            door.carl()
                    .get()
                    .uri(path)
                    .exchange()
                    .expectHeader()
                    .contentTypeCompatibleWith(MediaType.TEXT_EVENT_STREAM)
                    .expectBody(String.class)
                    .isEqualTo("id: 1\ndata: one\n\nid: 2\ndata: two\n\n");
        }
    }

    @Nested
    class LettingIn {

        @Test
        void nobody_is_told_to_sign_in() {
            var answer = door.client().get().uri("/v1/cases").exchange();
            answer.expectHeader().exists("WWW-Authenticate");
            problem(answer, 401, "UNAUTHENTICATED");
        }

        @Test
        void an_anonymous_command_is_told_to_sign_in_too() {
            problem(door.client().post().uri("/v1/cases").bodyValue("{}").exchange(), 401, "UNAUTHENTICATED");
        }

        @ParameterizedTest
        @ValueSource(strings = {"nonsense", "a.b.c"})
        void garbage_stops_at_the_door(String token) {
            var answer = door.client()
                    .get()
                    .uri("/v1/cases")
                    .header("Authorization", "Bearer " + token)
                    .exchange();
            problem(answer, 401, "UNAUTHENTICATED");
        }

        @Test
        void a_token_for_somebody_else_stops_at_the_door() {
            var answer = door.client()
                    .get()
                    .uri("/v1/cases")
                    .header("Authorization", "Bearer " + door.issuer.tokenForAudience("other", "carl.officer", "CO"))
                    .exchange();
            problem(answer, 401, "UNAUTHENTICATED");
        }

        @Test
        void what_is_not_opened_is_denied() {
            problem(door.carl().get().uri("/actuator/env").exchange(), 403, "FORBIDDEN");
        }

        @Test
        void a_program_is_told_who_it_is() {
            door.carl().get().uri("/v1/me").exchange().expectBody().json("""
                    {"id": "carl.officer", "roles": ["CO"], "authority": "XH-CA", "session": false}""");
        }
    }

    @Nested
    class Bounding {

        @Test
        void a_large_body_stops_at_the_door() {
            var answer = door.carl()
                    .post()
                    .uri("/v1/cases")
                    .bodyValue("x".repeat((int) Limits.BODY_BYTES_MAX + 1))
                    .exchange();
            problem(answer, 413, "BODY_TOO_LARGE");
        }

        @Test
        void a_large_body_of_unknown_length_stops_too() {
            var answer = door.carl()
                    .post()
                    .uri("/v1/cases")
                    .body(Flux.range(0, 40).map(_ -> "x".repeat(8 * 1024)), String.class)
                    .exchange();
            problem(answer, 413, "BODY_TOO_LARGE");
        }

        @Test
        void a_list_may_be_larger() {
            var bytes = (int) Limits.BODY_BYTES_MAX * 4;
            door.carl()
                    .post()
                    .uri("/v1/lists")
                    .bodyValue("x".repeat(bytes))
                    .exchange()
                    .expectStatus()
                    .isOk();
            assertThat(door.cases.lastAsked().bodyBytes()).isEqualTo(bytes);
        }

        @Test
        void a_subject_beyond_its_rate_is_told_when_to_come_back() {
            try (var narrow = Door.open("--repatria.rates.subject-per-second=1")) {
                var first = narrow.carl().get().uri("/v1/cases").exchange();
                first.expectHeader().valueEquals("RateLimit-Limit", "2");
                narrow.carl().get().uri("/v1/cases").exchange();
                var refused = narrow.carl().get().uri("/v1/cases").exchange();
                refused.expectHeader().exists("Retry-After");
                refused.expectHeader().valueEquals("RateLimit-Remaining", "0");
                problem(refused, 429, "TOO_MANY_REQUESTS");
                narrow.client()
                        .get()
                        .uri("/v1/cases")
                        .header("Authorization", "Bearer " + narrow.issuer.token("sara.supervisor", "SU"))
                        .exchange()
                        .expectStatus()
                        .isOk();
            }
        }

        @Test
        void an_address_without_a_token_has_a_rate_too() {
            try (var narrow = Door.open("--repatria.rates.address-per-second=1")) {
                narrow.client().get().uri("/v1/cases").exchange().expectStatus().isUnauthorized();
                narrow.client().get().uri("/v1/cases").exchange().expectStatus().isUnauthorized();
                problem(narrow.client().get().uri("/v1/cases").exchange(), 429, "TOO_MANY_REQUESTS");
                narrow.client()
                        .get()
                        .uri("/actuator/health/readiness")
                        .exchange()
                        .expectStatus()
                        .isOk();
            }
        }
    }

    @Nested
    class MissingParts {

        @Test
        void a_service_that_is_away_is_named() {
            try (var alone = Door.open()) {
                alone.assets.close();
                var answer = alone.carl().get().uri("/v1/assets").exchange();
                answer.expectHeader().exists("Retry-After");
                problem(answer, 503, "SERVICE_UNAVAILABLE").jsonPath("$.part").isEqualTo("asset-service");
            }
        }

        @Test
        void a_service_that_is_slow_is_named() {
            door.cases.answers("/v1/cases/slow", 200, "application/json", "{}", Duration.ofSeconds(4));
            problem(door.carl().get().uri("/v1/cases/slow").exchange(), 504, "SERVICE_TIMEOUT")
                    .jsonPath("$.part")
                    .isEqualTo("case-service");
        }

        @Test
        void an_overview_has_all_parts() {
            door.cases.answers("/v1/cases/case-7", 200, "{\"id\": \"case-7\"}");
            door.assets.answers("/v1/assets", 200, "{\"items\": [1]}");
            door.alerts.answers("/v1/alerts", 200, "{\"items\": [2]}");
            door.carl().get().uri("/v1/overview/case-7").exchange().expectBody().json("""
                    {"caseId": "case-7", "complete": true, "parts": {
                      "case": {"status": "OK", "data": {"id": "case-7"}},
                      "assets": {"status": "OK", "data": {"items": [1]}},
                      "alerts": {"status": "OK", "data": {"items": [2]}}}}""");
            assertThat(door.assets.lastAsked().uri()).isEqualTo("/v1/assets?caseId=case-7");
            assertThat(door.alerts.lastAsked().uri()).isEqualTo("/v1/alerts?objectId=case-7");
            assertThat(door.alerts.lastAsked().headers().get("authorization")).startsWith("Bearer ");
        }

        @Test
        void an_overview_says_which_parts_are_missing_and_why() {
            try (var alone = Door.open()) {
                alone.cases.answers("/v1/cases/case-7", 404, "{}");
                alone.assets.answers("/v1/assets", 200, "application/json", "{}", Duration.ofSeconds(4));
                alone.alerts.close();
                alone.carl()
                        .get()
                        .uri("/v1/overview/case-7")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .json("""
                                {"complete": false, "parts": {"case": {"status": "NOT_FOUND"},
                                 "assets": {"status": "TIMEOUT"}, "alerts": {"status": "UNAVAILABLE"}}}""");
            }
        }

        @Test
        void the_health_of_the_whole_names_who_is_down() {
            try (var alone = Door.open()) {
                alone.cases.answers("/actuator/health/readiness", 503, "{}");
                alone.client()
                        .get()
                        .uri("/v1/health")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .json("""
                                {"status": "DEGRADED", "parts": {"case-service": "DOWN", "asset-service": "UP",
                                 "notification-service": "UP"}}""");
            }
        }
    }

    @Nested
    class Operating {

        private HttpStatusCode metrics(String token) {
            return door.client()
                    .get()
                    .uri("/actuator/prometheus")
                    .headers(headers -> headers.setBearerAuth(token))
                    .exchange()
                    .returnResult(Void.class)
                    .getStatus();
        }

        @Test
        void metrics_are_for_the_operator_alone() {
            door.client()
                    .get()
                    .uri("/actuator/prometheus")
                    .exchange()
                    .expectStatus()
                    .isUnauthorized();
            assertThat(metrics(door.issuer.token("simon.integrator", "SI"))).isEqualTo(HttpStatus.FORBIDDEN);
            assertThat(metrics(door.issuer.tokenOfOperator("olga.operator", "SI")))
                    .isEqualTo(HttpStatus.OK);
        }

        @ParameterizedTest
        @CsvSource({"operator, SI, 200", "XH-CA, SI, 403", "operator, SU, 403"})
        void a_person_reads_them_by_a_session_who_holds_the_same_office(String authority, String role, int status)
                throws Exception {
            try (var own = Door.open();
                    var browser = own.browser(new CookieManager(), Redirect.ALWAYS)) {
                own.issuer.signsInFor(authority, "olga.operator", role);
                browser.send(
                        HttpRequest.newBuilder(own.at("/oauth2/authorization/repatria"))
                                .build(),
                        BodyHandlers.discarding());

                var me = browser.send(HttpRequest.newBuilder(own.at("/v1/me")).build(), BodyHandlers.ofString());
                assertThat(me.body()).contains("\"authority\":\"" + authority + "\"", "\"session\":true");
                assertThat(browser.send(
                                        HttpRequest.newBuilder(own.at("/actuator/prometheus"))
                                                .build(),
                                        BodyHandlers.discarding())
                                .statusCode())
                        .isEqualTo(status);
                browser.send(
                        HttpRequest.newBuilder(own.at("/v1/operations/case/parked"))
                                .build(),
                        BodyHandlers.discarding());
                var token = own.cases.lastAsked().headers().get("authorization").split("\\.", -1);
                assertThat(new String(Base64.getUrlDecoder().decode(token[1]), StandardCharsets.UTF_8))
                        .contains("\"authority\":\"" + authority + "\"", "\"roles\":[\"" + role + "\"]");
            }
        }
    }

    @Nested
    class TellingBrowsers {

        private static final List<String> ONCE = List.of(
                "Referrer-Policy",
                "Permissions-Policy",
                "Cross-Origin-Opener-Policy",
                "Cross-Origin-Resource-Policy",
                "X-Content-Type-Options",
                "X-Frame-Options",
                "Content-Security-Policy");

        private static HttpHeaders headers(String path) {
            return door.carl()
                    .get()
                    .uri(path)
                    .exchange()
                    .returnResult(Void.class)
                    .getResponseHeaders();
        }

        @ParameterizedTest
        @ValueSource(strings = {"/", "/docs", "/docs/start.js", "/v1/me", "/v1/cases", "/v1/nothing", "/actuator/env"})
        void each_answer_says_each_thing_once(String path) {
            var headers = headers(path);

            assertThat(ONCE)
                    .allSatisfy(name ->
                            assertThat(headers.getOrEmpty(name)).as(name).hasSize(1));
            assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(headers.getFirst("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
            assertThat(headers.getFirst("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
            assertThat(headers.getFirst("Permissions-Policy")).contains("camera=()", "geolocation=()", "payment=()");
        }

        @Test
        void a_page_names_itself_to_this_door_alone() {
            assertThat(headers("/").getFirst("Referrer-Policy")).isEqualTo("same-origin");
            assertThat(headers("/v1/me").getFirst("Referrer-Policy")).isEqualTo("same-origin");
        }

        @Test
        void what_a_service_says_is_left_as_it_is_and_not_doubled() {
            door.cases.says("Referrer-Policy", "no-referrer").says("X-Content-Type-Options", "nosniff");

            var headers = headers("/v1/cases");

            assertThat(headers.get("Referrer-Policy")).containsExactly("no-referrer");
            assertThat(headers.get("X-Content-Type-Options")).containsExactly("nosniff");
        }

        @Test
        void that_it_stays_at_https_is_said_over_https_alone() {
            assertThat(headers("/").containsHeader("Strict-Transport-Security")).isFalse();
            try (var behindAProxy = Door.open("--server.forward-headers-strategy=framework")) {
                behindAProxy
                        .client()
                        .get()
                        .uri("/")
                        .header("X-Forwarded-Proto", "https")
                        .exchange()
                        .expectHeader()
                        .value(
                                "Strict-Transport-Security",
                                said -> assertThat(said).startsWith("max-age="));
            }
        }
    }

    @Nested
    class Documenting {

        private static final String PARKED = """
                {"openapi": "3.1.0", "tags": [{"name": "operations"}], "paths": {"/v1/operations/parked": {"get":
                 {"operationId": "parkedObjects", "summary": "Parked", "x-open": true, "security": [], \
                "responses": {"200": {"content":
                 {"application/json": {"example": {}, "schema": {"$ref": "#/components/schemas/Page"}}}}}}}},
                 "components": {"schemas": {"Page": {"type": "object", "description": "%s"}}}}""";

        @Test
        void a_reader_of_what_the_gateway_itself_serves_stumbles_over_nothing() {
            try (var alone = Door.open()) {
                assertThat(ApiLint.findings(alone.apis())).isEmpty();
            }
        }

        @Test
        void the_documents_of_all_services_are_one() {
            try (var alone = Door.open()) {
                alone.cases.answers("/v3/api-docs", 200, PARKED.formatted("one"));
                alone.assets.answers("/v3/api-docs", 200, PARKED.formatted("one"));
                alone.alerts.answers("/v3/api-docs", 200, PARKED.formatted("other"));
                var document = Json.MAPPER.readTree(alone.client()
                        .get()
                        .uri("/openapi.json")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody());
                assertThat(ApiLint.findings(document)).isEmpty();
                assertThat(ApiExamples.findings(document)).isEmpty();
                assertThat(document.at("/paths/~1v1~1health/get/security").toString())
                        .isEqualTo("[]");
                assertThat(document.path("paths").propertyNames())
                        .contains(
                                "/v1/overview/{caseId}",
                                "/v1/operations/case/parked",
                                "/v1/operations/asset/parked",
                                "/v1/operations/notification/parked");
                assertThat(document.at("/components/schemas/NotificationPage/description")
                                .asString())
                        .isEqualTo("other");
            }
        }

        @Test
        void the_document_is_packed_and_not_sent_again_to_who_has_it() throws Exception {
            try (var alone = Door.open();
                    var plain = HttpClient.newHttpClient()) {
                var asked =
                        HttpRequest.newBuilder(alone.at("/openapi.json")).header(HttpHeaders.ACCEPT_ENCODING, "gzip");
                var sent = plain.send(asked.build(), BodyHandlers.ofByteArray());
                assertThat(sent.headers().firstValue(HttpHeaders.CONTENT_ENCODING))
                        .contains("gzip");
                assertThat(sent.headers().firstValue(HttpHeaders.CONTENT_TYPE)).contains("application/json");
                assertThat(sent.headers().firstValue(HttpHeaders.CACHE_CONTROL)).contains("no-cache");

                var tag = sent.headers().firstValue(HttpHeaders.ETAG).orElseThrow();
                asked.header(HttpHeaders.IF_NONE_MATCH, tag);
                assertThat(plain.send(asked.build(), BodyHandlers.discarding()).statusCode())
                        .isEqualTo(304);
            }
        }

        @Test
        void a_service_that_is_away_is_named_in_the_document() {
            try (var alone = Door.open()) {
                alone.assets.close();
                alone.client()
                        .get()
                        .uri("/openapi.json")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .jsonPath("$.info.x-missing[0]")
                        .isEqualTo("asset-service");
            }
        }

        @ParameterizedTest
        @CsvSource({
            "/, text/html",
            "/docs, text/html",
            "/docs/start.js, text/javascript",
            "/docs/swagger-ui-bundle.js, text/javascript",
            "/docs/swagger-ui.css, text/css",
        })
        void the_pages_need_no_token(String path, String type) {
            door.client()
                    .get()
                    .uri(path)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .contentTypeCompatibleWith(MediaType.valueOf(type));
        }

        @Test
        void forms_go_to_this_door_and_to_the_identity_provider_only() {
            door.client()
                    .get()
                    .uri("/")
                    .exchange()
                    .expectHeader()
                    .value(
                            "Content-Security-Policy",
                            policy -> assertThat(policy).endsWith("form-action 'self' " + door.issuer.issuer()));
        }

        static Stream<Path> contracts() throws IOException {
            try (var files = Files.walk(CONTRACTS)) {
                return files.filter(Files::isRegularFile).toList().stream();
            }
        }

        @ParameterizedTest
        @MethodSource("contracts")
        void a_contract_is_served_as_it_stands_in_the_repository(Path file) throws IOException {
            var served = door.carl()
                    .get()
                    .uri("/contracts/" + CONTRACTS.relativize(file))
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .returnResult();
            assertThat(served.getResponseBody()).isEqualTo(Files.readAllBytes(file));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/docs/none.js",
                    "/docs/..%2fapplication.yaml",
                    "/contracts/none.json",
                    "/contracts/..%2fapplication.yaml"
                })
        void what_is_no_page_is_no_file_either(String path) {
            assertThat(door.client()
                            .get()
                            .uri(door.at(path))
                            .exchange()
                            .expectBody(String.class)
                            .returnResult()
                            .getStatus()
                            .is4xxClientError())
                    .isTrue();
        }
    }

    @Nested
    class SigningIn {

        private final CookieManager cookies = new CookieManager();
        private final HttpClient browser = door.browser(cookies, Redirect.ALWAYS);

        private HttpResponse<String> get(String path) throws Exception {
            return browser.send(HttpRequest.newBuilder(door.at(path)).build(), BodyHandlers.ofString());
        }

        private HttpResponse<String> post(String path, String... headers) throws Exception {
            var request = HttpRequest.newBuilder(door.at(path))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{}"));
            if (headers.length > 0) {
                request.headers(headers);
            }
            return browser.send(request.build(), BodyHandlers.ofString());
        }

        private HttpCookie cookie(String name) {
            return cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        @Test
        void the_code_flow_proves_its_key() throws Exception {
            try (var impatient = door.browser(new CookieManager(), Redirect.NEVER)) {
                var answer = impatient.send(
                        HttpRequest.newBuilder(door.at("/oauth2/authorization/repatria"))
                                .build(),
                        BodyHandlers.ofString());
                assertThat(answer.statusCode()).isEqualTo(302);
                assertThat(answer.headers().firstValue("Location").orElseThrow())
                        .startsWith(door.issuer.issuer() + "/oauth2/authorize")
                        .contains("code_challenge=", "code_challenge_method=S256", "nonce=");
            }
        }

        @Test
        void a_person_has_a_session_that_scripts_cannot_read() throws Exception {
            door.issuer.signsIn("sara.supervisor", "SU");
            var page = get("/oauth2/authorization/repatria");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.uri().getPath()).isEqualTo("/app");
            assertThat(get("/").body()).contains("Signed in as <b>sara.supervisor</b>");
            assertThat(cookie("REPATRIA_SESSION").isHttpOnly()).isTrue();
            assertThat(get("/v1/me").body()).contains("\"id\":\"sara.supervisor\"", "\"session\":true");
        }

        @Test
        void a_sessions_token_is_passed_on_but_not_its_cookie() throws Exception {
            get("/oauth2/authorization/repatria");
            assertThat(get("/v1/cases").statusCode()).isEqualTo(200);
            assertThat(door.cases.lastAsked().headers().get("authorization")).startsWith("Bearer ey");
            assertThat(door.cases.lastAsked().headers()).doesNotContainKey("cookie");
        }

        @Test
        void a_command_of_a_session_needs_the_second_proof() throws Exception {
            get("/oauth2/authorization/repatria");
            var refused = post("/v1/cases");
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("CSRF_TOKEN_MISSING");
            get("/");
            var taken = post("/v1/cases", "X-XSRF-TOKEN", cookie("XSRF-TOKEN").getValue());
            assertThat(taken.statusCode()).isEqualTo(200);
        }

        @Test
        void an_expired_token_of_a_session_is_refreshed() throws Exception {
            try (var other = Door.open();
                    var person = other.browser(new CookieManager(), Redirect.ALWAYS)) {
                other.issuer.accessTokensLive(1);
                person.send(
                        HttpRequest.newBuilder(other.at("/oauth2/authorization/repatria"))
                                .build(),
                        BodyHandlers.ofString());
                var answer = person.send(
                        HttpRequest.newBuilder(other.at("/v1/cases")).build(), BodyHandlers.ofString());
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(other.issuer.refreshed()).isEqualTo(1);
            }
        }

        @Test
        void who_signs_out_is_nobody() throws Exception {
            get("/oauth2/authorization/repatria");
            get("/");
            post("/logout", "X-XSRF-TOKEN", cookie("XSRF-TOKEN").getValue());
            assertThat(get("/v1/me").statusCode()).isEqualTo(401);
        }

        @Test
        void a_provider_that_is_away_is_a_problem() {
            try (var alone = Door.open()) {
                alone.issuer.close();
                var answer = alone.client()
                        .get()
                        .uri("/oauth2/authorization/repatria")
                        .exchange();
                problem(answer, 503, "IDENTITY_PROVIDER_UNAVAILABLE");
            }
        }
    }
}
