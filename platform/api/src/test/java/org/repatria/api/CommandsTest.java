package org.repatria.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.api.Stage.CARL;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** What of a call reaches the aggregate beside the command. */
final class CommandsTest {

    private static ResponseSpec giveBack(String... headers) {
        var request = Stage.as(CARL, Stage.api()).post().uri("/v1/things/thing-1/returns");
        for (var index = 0; index < headers.length; index += 2) {
            request.header(headers[index], headers[index + 1]);
        }
        return request.exchange();
    }

    @Test
    void a_command_carries_actor_time_purpose_key_version_and_trace() {
        giveBack(
                        "If-Match", "\"12\"",
                        "Idempotency-Key", "k-9",
                        "X-Purpose", "inventory",
                        "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .expectBody()
                .jsonPath("$.text")
                .value(
                        String.class,
                        text -> assertThat(text)
                                .startsWith("thing-1 carl.officer 2014-09-01T12:00:00Z inventory"
                                        + " carl.officer|POST /v1/things/{id}/returns|k-9 12"
                                        + " 00-0af7651916cd43dd8448eb211c80319c-"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "\"12\"                   | 12",
                "\"12\", \"3\"            | 3+12",
                "\"12\",\"3\" , , W/\"4\"  | 3+12",
                "\"a,b\", \"7\"           | 7",
                "*                        | ''",
                "W/\"12\"                 | ''",
                "\"x\"                    | ''",
                "\"\"                     | ''",
                "\"012\"                  | ''",
            })
    void an_if_match_names_versions_by_its_strong_tags(String value, String versions) {
        giveBack("Idempotency-Key", "k", "If-Match", value)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.text")
                .value(String.class, text -> assertThat(text).contains("|k " + versions + " 00-"));
    }

    @Test
    void the_lines_of_an_if_match_are_one_list() {
        giveBack("Idempotency-Key", "k", "If-Match", "\"1\"", "If-Match", "\"2\"")
                .expectBody()
                .jsonPath("$.text")
                .value(String.class, text -> assertThat(text).contains("|k 1+2 00-"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {"* | 1absent", "\"4\" | 1-4", "W/\"4\", \"5\" | 1-4-5"})
    void a_command_says_what_it_does_not_want_to_meet(String value, String versions) {
        giveBack("Idempotency-Key", "k", "If-Match", "\"1\"", "If-None-Match", value)
                .expectBody()
                .jsonPath("$.text")
                .value(String.class, text -> assertThat(text).contains("|k " + versions + " 00-"));
    }
}
