package org.repatria.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.system.SharedStack.gateway;
import static org.repatria.system.SharedStack.key;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.repatria.system.client.Reply;

class BadInputSystemTest {

    private static final String JSON = "application/json";

    /** One route of each service that takes JSON, with somebody who may use it. */
    static Stream<Arguments> routes() {
        return Stream.of(Arguments.of("ana.analyst", "/v1/cases"), Arguments.of("amir.assets", "/v1/assets"));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void what_is_no_json_is_malformed(String user, String path) throws Exception {
        problem(post(user, path, JSON, "{\"person\": "), 400);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void what_is_not_utf_8_is_malformed(String user, String path) throws Exception {
        problem(post(user, path, JSON, "{\"description\": \"Caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1)), 400);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void a_field_that_nobody_knows_is_named(String user, String path) throws Exception {
        pointsTo(post(user, path, JSON, "{\"colour\": \"green\"}"), "/colour");
    }

    @ParameterizedTest
    @MethodSource("routes")
    void a_body_too_large_is_refused(String user, String path) throws Exception {
        var reply = post(user, path, JSON, "{\"description\": \"" + "x".repeat(3_000_000) + "\"}");
        problem(reply, 413);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void another_media_type_is_refused(String user, String path) throws Exception {
        problem(post(user, path, "text/plain", "name"), 415);
    }

    @Test
    void a_value_of_the_wrong_type_is_pointed_to() throws Exception {
        pointsTo(post("amir.assets", "/v1/assets", JSON, """
                        {"kind": "CASH", "description": 7, "identifiers": {}, "location": {"country": "XH"}, \
                        "source": "x",
                         "confidence": "HIGH"}"""), "/description");
        pointsTo(post("amir.assets", "/v1/assets", JSON, """
                        {"kind": "SPACESHIP", "description": "x", "identifiers": [], "location": {"country": "XH"},
                         "source": "x", "confidence": "HIGH"}"""), "/kind");
    }

    @Test
    void every_missing_field_is_named() throws Exception {
        var reply = post("ana.analyst", "/v1/cases", JSON, "{}");

        problem(reply, 422);
        assertThat(reply.json().path("errors")).hasSizeGreaterThan(2);
    }

    @Test
    void a_command_without_a_key_is_refused() throws Exception {
        var reply = gateway()
                .send(gateway()
                        .as("ana.analyst", "/v1/cases")
                        .header("Content-Type", JSON)
                        .POST(BodyPublishers.ofString(SharedStack.openCaseBody("Orla Vint"))));
        problem(reply, 400);
    }

    @Test
    void a_path_that_nobody_serves_is_a_problem_too() throws Exception {
        problem(gateway().get("ana.analyst", "/v1/nothing"), 404);
        problem(gateway().get("hana.head", "/v1/cases/case-nobody"), 404);
    }

    @Test
    void a_page_that_cannot_be_is_refused() throws Exception {
        problem(gateway().get("hana.head", "/v1/cases?limit=0"), 400);
        problem(gateway().get("hana.head", "/v1/cases?cursor=garbage"), 400);
    }

    private static Reply post(String user, String path, String type, String body)
            throws IOException, InterruptedException {
        return post(user, path, type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static Reply post(String user, String path, String type, byte[] body)
            throws IOException, InterruptedException {
        return gateway()
                .send(gateway()
                        .as(user, path)
                        .header("Idempotency-Key", key())
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofByteArray(body)));
    }

    private static void problem(Reply reply, int status) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.header("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(reply.code()).isNotEmpty();
        assertThat(reply.json().path("traceId").asString("")).isNotEmpty();
    }

    private static void pointsTo(Reply reply, String pointer) {
        problem(reply, 422);
        assertThat(reply.json().path("errors"))
                .as(reply.text())
                .anyMatch(error -> error.path("pointer").asString().equals(pointer));
    }
}
