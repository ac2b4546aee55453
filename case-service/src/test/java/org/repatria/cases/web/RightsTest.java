package org.repatria.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.repatria.decider.Actor;
import org.repatria.edge.Json;

/** The rights of the person, from the route to the answer. */
final class RightsTest {

    private static final Actor LENA = new Actor("lena.legal", Set.of("LO"), "XH-CA");
    private static final Actor ANA = new Actor("ana.analyst", Set.of("AN"), "XH-CA");

    private static final String CONSUL = """
            {"right": "CONSULAR_ACCESS", "on": "2014-08-28", "evidence": "doc-consul", \
            "note": "refused by the person"}""";

    private final CaseDesk desk = new CaseDesk();

    @Test
    void an_observed_right_is_kept_with_its_evidence() {
        assertThat(desk.post(LENA, "/rights", CONSUL).getStatus().value()).isEqualTo(200);

        var items = Json.MAPPER
                .readTree(desk.get(LENA, "/rights").getResponseBody())
                .path("items");
        assertThat(items).hasSize(1);
        assertThat(items.get(0).path("right").asString()).isEqualTo("CONSULAR_ACCESS");
        assertThat(items.get(0).path("evidence").asString()).isEqualTo("doc-consul");
    }

    @Test
    void one_that_is_still_to_come_is_refused_with_what_it_lacks() {
        var answer = desk.post(LENA, "/rights", CONSUL.replace("2014-08-28", "2014-09-28"));

        assertThat(answer.getStatus().value()).isEqualTo(422);
        assertThat(answer.getResponseBody()).contains("RIGHT_INCOMPLETE", "EVIDENCE_REQUIRED");
    }

    @Test
    void an_analyst_records_none() {
        assertThat(desk.post(ANA, "/rights", CONSUL).getStatus().value()).isEqualTo(403);
    }
}
