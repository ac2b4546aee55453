package org.repatria.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.api.Stage.OLGA;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.repatria.decider.Actor;
import org.repatria.edge.ApiLint;
import org.repatria.edge.Json;
import org.repatria.messaging.consuming.ParkCause;
import org.repatria.messaging.consuming.Parked;
import org.repatria.messaging.consuming.Parking;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** What an operator may ask of the list of parked objects. */
class ParkedEndpointsTest {

    private final WebTestClient olga = Stage.as(OLGA, ParkedEndpoints.of(new ThreeParked()));

    @Test
    void its_documentation_is_whole() {
        assertThat(ApiLint.findings(List.of(ParkedEndpoints.of(new ThreeParked()))))
                .isEmpty();
    }

    /** Three objects stand still; their places are names, as in the real store. */
    static class ThreeParked implements Parked {
        private final List<Parking> all = List.of("case-1", "case-2", "case-3").stream()
                .map(subject -> new Parking(
                        "assets-know-cases",
                        subject,
                        ParkCause.GAP,
                        "expected 3, came 5",
                        Instant.parse("2014-09-01T09:00:00Z"),
                        List.of("topic-0-1"),
                        false,
                        1))
                .toList();

        @Override
        public Mono<Page> list(Optional<String> cursor, int limit) {
            var found = new ArrayList<>(all.stream()
                    .filter(it -> it.id().compareTo(cursor.orElse("")) > 0)
                    .toList());
            var page = found.subList(0, Math.min(limit, found.size()));
            return Mono.just(new Page(
                    List.copyOf(page),
                    found.size() > limit ? Optional.of(page.getLast().id()) : Optional.empty()));
        }

        @Override
        public Mono<Detail> show(String consumer, String subject) {
            return Mono.empty();
        }

        @Override
        public Mono<Redriven> redrive(String consumer, String subject) {
            return Mono.empty();
        }

        @Override
        public Mono<LeftOut> leaveOutFirst(
                String consumer, String subject, String position, String reason, Actor actor) {
            return Mono.empty();
        }
    }

    private JsonNode page(String query) {
        var body = olga.get()
                .uri("/v1/operations/parked?limit=1" + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return Json.MAPPER.readTree(body);
    }

    @Test
    void the_pages_are_turned_by_their_cursors() {
        var subjects = new ArrayList<String>();
        var page = page("");
        subjects.add(page.at("/items/0/subject").asString());
        while (page.has("next")) {
            page = page("&cursor=" + page.path("next").asString());
            subjects.add(page.at("/items/0/subject").asString());
        }
        assertThat(subjects).containsExactly("case-1", "case-2", "case-3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zzz",
                "assets-know-cases|case-1",
                "assets-know-cases~case-1",
                "%20",
                "%C2%A0",
                "cGFya2VkOg",
                "~",
                "cGFya2VkOmE"
            })
    void what_no_page_gave_is_no_cursor(String cursor) {
        olga.get()
                .uri(URI.create("/v1/operations/parked?cursor=" + cursor.replace("|", "%7C")))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("query:cursor");
    }

    @Test
    void a_cursor_of_another_list_is_none_of_this() {
        var other = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("cases:assets-know-cases|case-1".getBytes(StandardCharsets.UTF_8));
        olga.get()
                .uri("/v1/operations/parked?cursor=" + other)
                .exchange()
                .expectStatus()
                .isBadRequest();
    }
}
