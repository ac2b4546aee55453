package org.repatria.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.repatria.edge.Stage.AUDE;
import static org.repatria.edge.Stage.CARL;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Mono;

/** What every route of every service answers to good and to bad input. */
class EdgeTest {

    private static final String GOOD = """
            {"to": "Wei", "kind": "BOOK", "days": 3, "urgent": false}""";

    private final WebTestClient carl = Stage.as(CARL);

    private ResponseSpec lend(String body) {
        return carl.post()
                .uri("/v1/things")
                .header("Idempotency-Key", "k1")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private static BodyContentSpec problem(ResponseSpec answer, int status, String code) {
        return answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectHeader()
                .exists("X-Correlation-Id")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code)
                .jsonPath("$.type")
                .isEqualTo("https://repatria.example/problems/"
                        + code.toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
                .jsonPath("$.status")
                .isEqualTo(status)
                .jsonPath("$.title")
                .isNotEmpty()
                .jsonPath("$.detail")
                .isNotEmpty()
                .jsonPath("$.instance")
                .value(String.class, path -> assertThat(path).startsWith("/"))
                .jsonPath("$.traceId")
                .value(String.class, id -> assertThat(id).matches("[0-9a-f]{32}"));
    }

    @Nested
    class ReadingBodies {

        @Test
        void a_good_body_is_answered_with_id_version_etag_and_location() {
            lend(GOOD)
                    .expectStatus()
                    .isCreated()
                    .expectHeader()
                    .valueEquals("ETag", "\"1\"")
                    .expectHeader()
                    .valueEquals("Location", "/v1/things/thing-1")
                    .expectBody()
                    .json("{\"id\": \"thing-1\", \"version\": 1}");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "{", "{\"to\": \"a\", \"to\": \"b\"}", "{} {}", "nonsense", "{\"to\": 'a'}"})
        void what_is_no_json_is_malformed(String body) {
            problem(lend(body), 400, "MALFORMED_BODY");
        }

        @Test
        void nesting_without_end_is_malformed() {
            problem(lend("{\"marks\":" + "[".repeat(500) + "]".repeat(500) + "}"), 400, "MALFORMED_BODY");
        }

        @Test
        void bytes_that_are_no_utf8_are_malformed() {
            var answer = carl.post()
                    .uri("/v1/things")
                    .header("Idempotency-Key", "k1")
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue("{\"to\": \"J\u00fcrgen\"}".getBytes(StandardCharsets.ISO_8859_1))
                    .exchange();
            problem(answer, 400, "MALFORMED_BODY").jsonPath("$.detail").isEqualTo("The body is not UTF-8.");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "/unknown          | UNKNOWN_FIELD    | \"unknown\": 1",
                    "/un~1known        | UNKNOWN_FIELD    | \"un/known\": 1",
                    "/from             | WRONG_TYPE       | \"from\": 3",
                    "/from             | DATE             | \"from\": \"2014-02-30\"",
                    "/from             | RANGE            | \"from\": \"0014-02-03\"",
                    "/from             | NULL_NOT_ALLOWED | \"from\": null",
                    "/at               | TIME             | \"at\": \"2014-09-01 10:00\"",
                    "/deposit/amount   | DECIMAL          | \"deposit\": {\"amount\": 12.5, \"currency\": \"USD\"}",
                    "/deposit/amount   | DECIMAL          | \"deposit\": {\"amount\": \"1e9\", \"currency\": \"USD\"}",
                    "/deposit/currency | CURRENCY         | \"deposit\": {\"amount\": \"12.5\", \"currency\": \"usd\"}",
                    "/deposit/currency | CURRENCY         | \"deposit\": {\"amount\": \"12\", \"currency\": \"XAU\"}",
                    "/deposit/amount   | TOO_MANY_DECIMALS | \"deposit\": {\"amount\": \"12.5\", "
                            + "\"currency\": \"JPY\"}",
                    "/deposit/amount   | TOO_MANY_DECIMALS | \"deposit\": {\"amount\": \"12.500\", "
                            + "\"currency\": \"USD\"}",
                    "/deposit/amount   | TOO_MANY_DECIMALS | \"deposit\": {\"amount\": \"1.2345\", "
                            + "\"currency\": \"KWD\"}",
                    "/deposit/amount   | TOO_MANY_DECIMALS | \"deposit\": {\"amount\": \"1.23456\", "
                            + "\"currency\": \"CLF\"}",
                    "/deposit/currency | REQUIRED         | \"deposit\": {\"amount\": \"12.5\"}",
                    "/deposit/rate     | UNKNOWN_FIELD    | \"deposit\": {\"amount\": \"1\", \"currency\": "
                            + "\"USD\", \"rate\": 1}",
                    "/address          | WRONG_TYPE       | \"address\": \"here\"",
                    "/address/street   | REQUIRED         | \"address\": {}",
                    "/address/street   | BLANK            | \"address\": {\"street\": \"  \"}",
                    "/address/street   | BLANK            | \"address\": {\"street\": \"\"}",
                    "/address/street   | BLANK            | \"address\": {\"street\": \"\\u00a0\\u202f\"}",
                    "/address/street   | BLANK            | \"address\": {\"street\": \"\\u3164\\u2800\"}",
                    "/address/street   | BLANK            | \"address\": {\"street\": \"\\ufffe\\u0007\"}",
                    "/countries/0      | BLANK            | \"countries\": [\"\"]",
                    "/owner            | BLANK            | \"owner\": \"\\u200b\"",
                    "/owner            | NO_LETTER        | \"owner\": \"- 12 -\"",
                    "/owner            | NO_LETTER        | \"owner\": \".\\u3164.\"",
                    "/shelf            | INVISIBLE        | \"shelf\": \"R44\\u200b71902\"",
                    "/shelf            | INVISIBLE        | \"shelf\": \"R44\\u00a071902\"",
                    "/shelf            | INVISIBLE        | \"shelf\": \"R44\\n71902\"",
                    "/marks/\u00a0     | BLANK            | \"marks\": {\"\\u00a0\": \"x\"}",
                    "/address/street   | CHARACTERS       | \"address\": {\"street\": \"a\\ufffeb\"}",
                    "/address/street   | CHARACTERS       | \"address\": {\"street\": \"a\\u202eb\"}",
                    "/address/street   | CHARACTERS       | \"address\": {\"street\": \"a\\u0000b\"}",
                    "/address/street   | CHARACTERS       | \"address\": {\"street\": \"a\\ud800b\"}",
                    "/countries        | WRONG_TYPE       | \"countries\": \"XH\"",
                    "/countries/1      | PATTERN          | \"countries\": [\"XH\", \"xr\"]",
                    "/countries/0      | WRONG_TYPE       | \"countries\": [1]",
                    "/countries/0      | NULL_NOT_ALLOWED | \"countries\": [null]",
                    "/marks/a          | WRONG_TYPE       | \"marks\": {\"a\": true}",
                })
        void a_field_that_breaks_a_rule_is_named_with_the_rule(String pointer, String code, String field) {
            problem(lend(GOOD.replace("}", ", " + field + "}")), 422, "INVALID_BODY")
                    .jsonPath("$.errors.length()")
                    .isEqualTo(1)
                    .jsonPath("$.errors[0].pointer")
                    .isEqualTo(pointer)
                    .jsonPath("$.errors[0].code")
                    .isEqualTo(code)
                    .jsonPath("$.errors[0].detail")
                    .isNotEmpty();
        }

        @Test
        void all_fields_that_break_rules_are_named_at_once() {
            problem(lend("""
                            {"to": "%s", "kind": "TREE", "days": 31, "urgent": "yes", \
                            "more": []}""".formatted("x".repeat(21))), 422, "INVALID_BODY")
                    .jsonPath("$.errors[*].pointer")
                    .isEqualTo(List.of("/more", "/to", "/kind", "/days", "/urgent"))
                    .jsonPath("$.errors[*].code")
                    .isEqualTo(List.of("UNKNOWN_FIELD", "SIZE", "UNKNOWN_VALUE", "RANGE", "WRONG_TYPE"));
        }

        @Test
        void a_rule_between_fields_points_to_the_object() {
            problem(lend(GOOD.replace("3", "9").replace("false", "true")), 422, "INVALID_BODY")
                    .jsonPath("$.errors[0].pointer")
                    .isEqualTo("")
                    .jsonPath("$.errors[0].detail")
                    .isEqualTo("what is urgent comes back within 7 days");
        }

        @Test
        void the_value_itself_is_never_repeated() {
            var body = problem(lend(GOOD.replace("\"BOOK\"", "\"s3cret\"")), 422, "INVALID_BODY")
                    .returnResult()
                    .getResponseBody();
            assertThat(new String(body, StandardCharsets.UTF_8)).doesNotContain("s3cret");
        }

        @Test
        void an_array_is_no_object() {
            problem(lend("[]"), 422, "INVALID_BODY")
                    .jsonPath("$.errors[0].pointer")
                    .isEqualTo("");
        }

        @Test
        void a_body_beyond_the_limit_is_too_large() {
            problem(lend(GOOD.replace("}", " ".repeat(Limits.JSON_BYTES_MAX) + "}")), 413, "BODY_TOO_LARGE")
                    .jsonPath("$.bytesMax")
                    .isEqualTo(Limits.JSON_BYTES_MAX);
        }

        @Test
        void a_stream_beyond_the_limit_is_too_large() {
            var answer = carl.post()
                    .uri("/v1/files")
                    .header("Idempotency-Key", "k1")
                    .contentType(MediaType.valueOf("text/csv"))
                    .bodyValue("x".repeat(65))
                    .exchange();
            problem(answer, 413, "BODY_TOO_LARGE");
        }

        @Test
        void a_stream_within_the_limit_arrives() {
            carl.post()
                    .uri("/v1/files")
                    .header("Idempotency-Key", "k1")
                    .contentType(MediaType.valueOf("text/csv;charset=UTF-8"))
                    .bodyValue("x".repeat(64))
                    .exchange()
                    .expectBody()
                    .json("{\"text\": \"64 bytes\"}");
        }

        @ParameterizedTest
        @ValueSource(strings = {"text/plain", "application/xml", "application/json;charset=utf-16"})
        void another_media_type_or_charset_is_unsupported(String type) {
            var answer = carl.post()
                    .uri("/v1/things")
                    .header("Idempotency-Key", "k1")
                    .header("Content-Type", type)
                    .bodyValue(GOOD.getBytes(StandardCharsets.UTF_8))
                    .exchange();
            problem(answer, 415, "UNSUPPORTED_MEDIA_TYPE");
        }

        @Test
        void a_compressed_body_is_unsupported() {
            var answer = carl.post()
                    .uri("/v1/things")
                    .header("Idempotency-Key", "k1")
                    .header("Content-Encoding", "gzip")
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(GOOD)
                    .exchange();
            problem(answer, 415, "UNSUPPORTED_MEDIA_TYPE");
        }
    }

    @Nested
    class FindingRoutes {

        @Test
        void an_unknown_path_is_not_found() {
            problem(carl.get().uri("/v1/nothing").exchange(), 404, "NOT_FOUND");
        }

        @Test
        void another_method_is_told_which_there_are() {
            var answer = carl.method(HttpMethod.PATCH).uri("/v1/things").exchange();
            answer.expectHeader()
                    .value(
                            "Allow",
                            allow -> assertThat(Arrays.asList(allow.split(", ")))
                                    .containsExactlyInAnyOrder("GET", "HEAD", "POST"));
            problem(answer, 405, "METHOD_NOT_ALLOWED");
        }

        @Test
        void what_cannot_be_an_id_is_not_found() {
            problem(carl.get().uri("/v1/things/{id}", "a:b").exchange(), 404, "NOT_FOUND");
        }

        @Test
        void an_answer_in_another_media_type_does_not_exist() {
            problem(carl.get().uri("/v1/things/a").header("Accept", "text/csv").exchange(), 406, "NOT_ACCEPTABLE");
        }

        @Test
        void an_unreadable_accept_header_is_named() {
            problem(carl.get().uri("/v1/things/a").header("Accept", "///").exchange(), 400, "INVALID_PARAMETERS")
                    .jsonPath("$.errors[0].pointer")
                    .isEqualTo("header:Accept");
        }

        @Test
        void a_table_with_two_routes_of_one_name_does_not_start() {
            var twice = Stage.api();
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> ApiRoutes.of(
                            List.of(twice, twice), _ -> reactor.core.publisher.Mono.empty(), new MovableClock())))
                    .hasMessageContaining("Two routes are called");
        }
    }

    @Nested
    class AskingForHeaders {

        @ParameterizedTest
        @ValueSource(strings = {"/v1/things", "/v1/things/a", "/v1/stream", "/v1/nothing/here", "/v1/broken"})
        void the_headers_are_those_of_the_answer(String path) {
            var whole = carl.get().uri(path).exchange().returnResult(String.class);
            whole.getResponseBody().blockLast();
            var headers = carl.head().uri(path).exchange();
            headers.expectStatus().isEqualTo(whole.getStatus());
            headers.expectHeader().contentType(whole.getResponseHeaders().getContentType());
            assertThat(headers.expectBody().returnResult().getResponseBody()).isNull();
            assertThat(headers.expectBody().returnResult().getResponseHeaders().getETag())
                    .isEqualTo(whole.getResponseHeaders().getETag());
        }

        @Test
        void what_the_caller_already_has_is_known_without_a_body_too() {
            carl.head()
                    .uri("/v1/things/a")
                    .header("If-None-Match", "\"7\"")
                    .exchange()
                    .expectStatus()
                    .isNotModified();
        }

        @Test
        void where_nothing_can_be_read_there_are_no_headers_either() {
            carl.head()
                    .uri("/v1/files")
                    .exchange()
                    .expectStatus()
                    .isEqualTo(405)
                    .expectHeader()
                    .valueEquals("Allow", "POST");
        }
    }

    @Nested
    class AnsweringPeople {

        private static final String BROWSER =
                "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

        private ResponseSpec asked(String accept, String path) {
            return carl.get().uri(path).header("Accept", accept).exchange();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    BROWSER,
                    "text/html",
                    "application/xhtml+xml, */*;q=0.1",
                    "application/json;q=0.5, text/html;q=0.9, */*;q=0.1"
                })
        void who_asks_for_a_page_gets_one(String accept) {
            var page = asked(accept, "/v1/nothing/here")
                    .expectStatus()
                    .isNotFound()
                    .expectHeader()
                    .contentType("text/html;charset=UTF-8")
                    .expectHeader()
                    .value(
                            "Content-Security-Policy",
                            policy -> assertThat(policy).startsWith("default-src 'none'"))
                    .expectHeader()
                    .valueEquals("X-Content-Type-Options", "nosniff")
                    .expectHeader()
                    .valueEquals("Cache-Control", "no-store")
                    .expectBody(String.class)
                    .returnResult()
                    .getResponseBody();
            assertThat(page)
                    .startsWith("<!doctype html>")
                    .contains("<h1>There is nothing here</h1>", "<code>NOT_FOUND</code>", "<dd>404</dd>")
                    .containsPattern("<code>[0-9a-f]{32}</code>")
                    .doesNotContain("<script", "null", "%");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "*/*",
                    "application/json",
                    "application/json, text/plain, */*",
                    "text/html, application/json",
                    "text/html;q=0.4, application/problem+json",
                    "text/html;q=0",
                    "text/*",
                    "nonsense"
                })
        void programs_get_json(String accept) {
            asked(accept, "/v1/nothing/here").expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
        }

        @ParameterizedTest
        @ValueSource(strings = {"<script>alert(1)</script>", "\" onmouseover=\"x", "' & <!-- ]]>"})
        void nothing_that_was_sent_becomes_markup(String evil) {
            var page = carl.get()
                    .uri(uri -> uri.path("/v1/things").queryParam("{evil}", "1").build(evil))
                    .header("Accept", BROWSER)
                    .exchange()
                    .expectStatus()
                    .isBadRequest()
                    .expectBody(String.class)
                    .returnResult()
                    .getResponseBody();
            assertThat(page).contains("is not a").doesNotContain(evil);
        }

        @Test
        void a_page_of_a_defect_leaks_nothing() {
            assertThat(asked(BROWSER, "/v1/broken")
                            .expectStatus()
                            .isEqualTo(500)
                            .expectBody(String.class)
                            .returnResult()
                            .getResponseBody())
                    .contains("Tell the operator the trace")
                    .doesNotContain("secret", "Exception");
        }
    }

    @Nested
    class LettingIn {

        @Test
        void an_anonymous_call_is_told_to_sign_in() {
            var answer = Stage.asNobody().get().uri("/v1/things/a").exchange();
            answer.expectHeader().valueEquals("WWW-Authenticate", "Bearer realm=\"repatria\"");
            problem(answer, 401, "UNAUTHENTICATED");
        }

        @Test
        void a_wrong_role_is_told_the_right_ones_before_the_body_is_read() {
            var answer = Stage.as(AUDE)
                    .post()
                    .uri("/v1/things")
                    .bodyValue("nonsense")
                    .exchange();
            problem(answer, 403, "FORBIDDEN")
                    .jsonPath("$.rolesAllowed")
                    .isEqualTo(List.of("CO", "SU"))
                    .jsonPath("$.detail")
                    .isEqualTo("This needs one of the roles CO (case officer), SU (supervisor).");
        }

        @Test
        void what_no_row_of_the_policy_names_is_not_served() {
            var api = Api.of("T", "T.", Endpoint.get("/v1/t", "unnamed", "T").handle(_ -> Mono.empty()));
            assertThatThrownBy(() -> ApiRoutes.of(List.of(api), _ -> Mono.empty(), Clock.systemUTC()))
                    .hasMessageContaining("[unnamed]");
        }
    }

    @Nested
    class ReadingHeaders {

        private ResponseSpec giveBack(String... headers) {
            var request = carl.post().uri("/v1/things/thing-1/returns");
            for (var index = 0; index < headers.length; index += 2) {
                request.header(headers[index], headers[index + 1]);
            }
            return request.exchange();
        }

        @Test
        void a_missing_if_match_is_asked_for() {
            problem(giveBack("Idempotency-Key", "k"), 428, "VERSION_REQUIRED");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "12",
                    "\"1",
                    "1\"",
                    "*, \"1\"",
                    "\"1\" \"2\"",
                    "\"1\"; \"2\"",
                    "w/\"1\"",
                    ",",
                    "\"a\"b\"",
                    "**"
                })
        void an_if_match_that_is_no_list_of_etags_is_named(String value) {
            problem(giveBack("Idempotency-Key", "k", "If-Match", value), 400, "INVALID_PARAMETERS")
                    .jsonPath("$.errors[0].pointer")
                    .isEqualTo("header:If-Match");
        }

        @Test
        void a_missing_idempotency_key_is_asked_for() {
            problem(giveBack("If-Match", "\"1\""), 400, "INVALID_PARAMETERS")
                    .jsonPath("$.errors[0].pointer")
                    .isEqualTo("header:Idempotency-Key");
        }

        @ParameterizedTest
        @ValueSource(strings = {"Idempotency-Key", "X-Purpose", "X-Read-After", "Content-Type", "Last-Event-ID"})
        void a_header_that_may_be_there_once_is_refused_twice(String name) {
            var answer = giveBack("If-Match", "\"1\"", name, "one", name, "other");
            problem(answer, 400, "INVALID_PARAMETERS")
                    .jsonPath("$.errors[0].pointer")
                    .isEqualTo("header:" + name);
        }

        @Test
        void the_same_idempotency_key_twice_is_two_keys_all_the_same() {
            problem(
                    giveBack("If-Match", "\"1\"", "Idempotency-Key", "k", "Idempotency-Key", "k"),
                    400,
                    "INVALID_PARAMETERS");
        }

        @Test
        void two_traces_are_none() {
            var one = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
            giveBack("If-Match", "\"1\"", "Idempotency-Key", "k", "traceparent", one, "traceparent", one)
                    .expectBody()
                    .jsonPath("$.text")
                    .value(String.class, text -> assertThat(text).doesNotContain("0af7651916cd43dd8448eb211c80319c"));
        }

        @Test
        void an_idempotency_key_beyond_the_limit_is_named() {
            problem(giveBack("If-Match", "\"1\"", "Idempotency-Key", "k".repeat(101)), 400, "INVALID_PARAMETERS")
                    .jsonPath("$.errors[0].pointer")
                    .isEqualTo("header:Idempotency-Key");
        }

        @Test
        void a_purpose_beyond_the_limit_is_named() {
            problem(
                            giveBack("If-Match", "\"1\"", "Idempotency-Key", "k", "X-Purpose", "p".repeat(201)),
                            400,
                            "INVALID_PARAMETERS")
                    .jsonPath("$.errors[0].pointer")
                    .isEqualTo("header:X-Purpose");
        }

        @Test
        void the_correlation_id_of_the_caller_comes_back() {
            giveBack("X-Correlation-Id", "my-7").expectHeader().valueEquals("X-Correlation-Id", "my-7");
        }

        @Test
        void a_trace_goes_on_in_a_problem() {
            problem(
                            giveBack(
                                    "If-Match",
                                    "\"1\"",
                                    "traceparent",
                                    "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
                            400,
                            "INVALID_PARAMETERS")
                    .jsonPath("$.traceId")
                    .isEqualTo("0af7651916cd43dd8448eb211c80319c");
        }

        @Test
        void a_body_where_none_is_taken_is_refused() {
            var answer = carl.post()
                    .uri("/v1/things/thing-1/returns")
                    .header("If-Match", "\"1\"")
                    .header("Idempotency-Key", "k")
                    .bodyValue("x")
                    .exchange();
            problem(answer, 400, "BAD_REQUEST");
        }
    }

    @Nested
    class Querying {

        @Test
        void parameters_become_a_record() {
            carl.get()
                    .uri("/v1/things?q=Wei&kind=KEY&kind=BOOK&olderThan=3&limit=2&cursor=abc")
                    .header("X-Read-After", "thing-1@4")
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.text")
                    .isEqualTo("Filter[q=Optional[Wei], kind=[KEY, BOOK], olderThan=Optional[3]]"
                            + " PageRequest[limit=2, cursor=Optional[abc]] Optional[ReadAfter[id=thing-1, version=4]]");
        }

        @Test
        void the_next_page_is_linked_with_the_same_query() {
            carl.get()
                    .uri("/v1/things?q=a+b&cursor=old")
                    .exchange()
                    .expectHeader()
                    .valueEquals("Link", "</v1/things?q=a+b&cursor=n+xt>; rel=\"next\"");
        }

        @ParameterizedTest
        @CsvSource({
            "query:kind/0, kind=TREE",
            "query:olderThan, olderThan=old",
            "query:q, q=a&q=b",
            "query:more, more=1",
            "query:limit, limit=0",
            "query:limit, limit=201",
            "query:limit, limit=ten",
        })
        void a_parameter_that_breaks_a_rule_is_named(String pointer, String query) {
            problem(carl.get().uri("/v1/things?" + query).exchange(), 400, "INVALID_PARAMETERS")
                    .jsonPath("$.errors[0].pointer")
                    .isEqualTo(pointer);
        }

        @Test
        void a_parameter_where_none_is_taken_is_named() {
            problem(carl.get().uri("/v1/things/a?x=1").exchange(), 400, "INVALID_PARAMETERS")
                    .jsonPath("$.errors[0].pointer")
                    .isEqualTo("query:x");
        }

        @Test
        void an_unreadable_read_after_is_named() {
            problem(carl.get().uri("/v1/things").header("X-Read-After", "thing").exchange(), 400, "INVALID_PARAMETERS")
                    .jsonPath("$.errors[0].pointer")
                    .isEqualTo("header:X-Read-After");
        }

        @Test
        void what_the_caller_already_has_is_not_sent_again() {
            carl.get()
                    .uri("/v1/things/a")
                    .header("If-None-Match", "\"7\"")
                    .exchange()
                    .expectStatus()
                    .isNotModified()
                    .expectHeader()
                    .valueEquals("ETag", "\"7\"");
        }

        @ParameterizedTest
        @ValueSource(strings = {"*", "W/\"7\"", "\"6\", \"7\"", "\"x\",W/\"7\"", " \"7\" "})
        void what_the_caller_already_has_is_known_by_any_of_its_tags(String tags) {
            carl.get()
                    .uri("/v1/things/a")
                    .header("If-None-Match", tags)
                    .exchange()
                    .expectStatus()
                    .isNotModified();
        }

        @ParameterizedTest
        @ValueSource(strings = {"\"6\"", "\"77\"", "W/\"6\", \"8\"", "\"7", "7"})
        void what_the_caller_has_not_is_sent(String tags) {
            carl.get()
                    .uri("/v1/things/a")
                    .header("If-None-Match", tags)
                    .exchange()
                    .expectStatus()
                    .isOk();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '\'',
                value = {"\"7\" | 200", "* | 200", "\"6\", \"7\" | 200", "\"6\" | 412", "W/\"7\" | 412"})
        void a_reading_that_is_bound_to_a_version_gets_that_or_nothing(String tags, int status) {
            carl.get()
                    .uri("/v1/things/a")
                    .header("If-Match", tags)
                    .exchange()
                    .expectStatus()
                    .isEqualTo(status)
                    .expectHeader()
                    .valueEquals("ETag", "\"7\"");
        }

        @ParameterizedTest
        @ValueSource(strings = {"limit=1&limit=2", "cursor=a&cursor=a", "limit=1&cursor=&cursor=a"})
        void a_parameter_of_the_page_may_be_there_once(String query) {
            problem(carl.get().uri("/v1/things?" + query).exchange(), 400, "INVALID_PARAMETERS");
        }

        @Test
        void a_stream_is_sent_as_events() {
            carl.get()
                    .uri("/v1/stream")
                    .exchange()
                    .expectHeader()
                    .contentTypeCompatibleWith(MediaType.TEXT_EVENT_STREAM)
                    .expectBody(String.class)
                    .isEqualTo("id:1\ndata:news\n\n");
        }
    }

    @Nested
    class AnsweringOutcomes {

        @Test
        void a_repeated_command_gets_the_same_answer() {
            lend(GOOD.replace("Wei", "repeated"))
                    .expectStatus()
                    .isCreated()
                    .expectHeader()
                    .valueEquals("ETag", "\"1\"")
                    .expectBody()
                    .json("{\"id\": \"thing-1\", \"version\": 1}");
        }

        @Test
        void a_refusal_is_a_problem_of_the_domain() {
            problem(lend(GOOD.replace("Wei", "refused")), 409, "THING_LENT");
        }

        @Test
        void a_stale_version_is_told_the_current_one() {
            var answer = lend(GOOD.replace("Wei", "stale"));
            answer.expectHeader().valueEquals("ETag", "\"4\"");
            problem(answer, 412, "VERSION_STALE").jsonPath("$.currentVersion").isEqualTo(4);
        }

        @Test
        void a_reused_key_is_unprocessable() {
            problem(lend(GOOD.replace("Wei", "reused")), 422, "IDEMPOTENCY_KEY_REUSED");
        }

        @ParameterizedTest
        @CsvSource({"full, PUBLICATION_BACKLOG", "contended, CONTENDED"})
        void what_may_be_tried_again_says_when(String to, String code) {
            var answer = lend(GOOD.replace("Wei", to));
            answer.expectHeader()
                    .value("Retry-After", after -> assertThat(after).matches("\\d+"));
            problem(answer, 503, code);
        }

        @Test
        void a_defect_leaks_nothing() {
            var body = problem(carl.get().uri("/v1/broken").exchange(), 500, "INTERNAL_ERROR")
                    .returnResult()
                    .getResponseBody();
            assertThat(new String(body, StandardCharsets.UTF_8)).doesNotContain("secret");
        }
    }
}
