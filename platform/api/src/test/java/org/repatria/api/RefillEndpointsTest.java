package org.repatria.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.api.Stage.NOON;
import static org.repatria.api.Stage.OLGA;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.repatria.decider.Actor;
import org.repatria.edge.ApiLint;
import org.repatria.messaging.AggregatesFactory;
import org.repatria.messaging.Refills;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Who may ask for a refill, and for what. That one sends what it should is shown by the journey of the subscriber. */
final class RefillEndpointsTest {

    private static final Actor SIMON = new Actor("simon.integrator", Set.of("SI"), "XH-CA");
    private static final Actor SARA = new Actor("sara.supervisor", Set.of("SU", "HD", "AU"), "XH-CA");
    private static final String PATH = "/v1/operations/refills";

    private final Refills refills = new Refills(AggregatesFactory.inMemory(), Clock.fixed(NOON, ZoneOffset.UTC));

    private WebTestClient as(Actor actor) {
        return Stage.as(actor, RefillEndpoints.of(refills));
    }

    private ResponseSpec begin(Actor actor, String body) {
        return as(actor)
                .post()
                .uri(PATH)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    @Test
    void its_documentation_is_whole() {
        assertThat(ApiLint.findings(List.of(RefillEndpoints.of(refills)))).isEmpty();
    }

    @Test
    void a_program_of_the_operator_reads_them() {
        as(OLGA).get().uri(PATH).exchange().expectStatus().isOk().expectBody().json("{\"items\": []}");
    }

    @Test
    void nobody_of_a_state_reads_or_begins_one() {
        for (var officer : List.of(SIMON, SARA)) {
            as(officer).get().uri(PATH).exchange().expectStatus().isForbidden();
            begin(officer, RefillEndpoints.Begin.EXAMPLE).expectStatus().isForbidden();
        }
    }

    @Test
    void a_kind_that_the_service_does_not_publish_is_named_with_its_field() {
        begin(OLGA, "{\"aggregate\": \"letter\", \"reason\": \"incident 12\"}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/aggregate");
    }

    @Test
    void a_refill_needs_a_reason() {
        begin(OLGA, "{\"aggregate\": \"case\"}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/reason");
    }

    @Test
    void one_that_nobody_knows_is_not_there() {
        as(OLGA).get().uri(PATH + "/refill-1").exchange().expectStatus().isNotFound();
    }
}
