package org.repatria.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.system.SharedStack.gateway;
import static org.repatria.system.SharedStack.key;
import static org.repatria.system.SharedStack.service;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.repatria.local.supervisor.Component;
import org.repatria.system.client.Reply;

class AccessSystemTest {

    /** Each path with the service behind it; the liaison of the other state may read none of them. */
    static Stream<Arguments> paths() {
        return Stream.of(
                Arguments.of("/v1/cases", Component.CASES),
                Arguments.of("/v1/lists", Component.CASES),
                Arguments.of("/v1/assets", Component.ASSETS),
                Arguments.of("/v1/alerts", Component.NOTIFICATIONS));
    }

    @ParameterizedTest
    @MethodSource("paths")
    void nobody_reads_anything_anonymously(String path, Component service) throws Exception {
        for (var caller : List.of(gateway(), service(service))) {
            problem(caller.send(caller.request(path).GET()), 401, "UNAUTHENTICATED");
        }
    }

    @ParameterizedTest
    @MethodSource("paths")
    void a_token_that_nobody_signed_opens_nothing(String path, Component service) throws Exception {
        var forged = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJldmUiLCJyb2xlcyI6WyJIRCJdfQ.";
        for (var caller : List.of(gateway(), service(service))) {
            problem(
                    caller.send(caller.request(path)
                            .header("Authorization", "Bearer " + forged)
                            .GET()),
                    401,
                    "UNAUTHENTICATED");
        }
    }

    @ParameterizedTest
    @MethodSource("paths")
    void a_role_that_may_not_read_is_turned_away(String path, Component service) throws Exception {
        for (var caller : List.of(gateway(), service(service))) {
            problem(caller.get("simon.integrator", path), 403, "FORBIDDEN");
        }
    }

    /** The auditor reads everything and changes nothing. */
    static Stream<Arguments> commands() {
        return Stream.of(
                Arguments.of("/v1/cases", Component.CASES),
                Arguments.of("/v1/assets", Component.ASSETS),
                Arguments.of("/v1/alerts/alert-x/acknowledgement", Component.NOTIFICATIONS));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_role_that_may_not_act_is_turned_away(String path, Component service) throws Exception {
        for (var caller : List.of(gateway(), service(service))) {
            var reply = caller.send(caller.as("aude.auditor", path)
                    .header("Idempotency-Key", key())
                    .header("If-Match", "\"1\"")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{}")));
            problem(reply, 403, "FORBIDDEN");
        }
    }

    private static void problem(Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.header("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(reply.code()).isEqualTo(code);
    }
}
