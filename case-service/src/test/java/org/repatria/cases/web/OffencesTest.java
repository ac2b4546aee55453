package org.repatria.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.repatria.decider.Actor;
import org.repatria.edge.Json;
import tools.jackson.databind.JsonNode;

/** Offences at the edge: what is taken in, and what is shown of each in each state. */
final class OffencesTest {

    private static final Actor LENA = new Actor("lena.legal", Set.of("LO"), "XH-CA");
    private static final Actor RITA = new Actor("rita.legal", Set.of("LO"), "XR-CA");

    private final CaseDesk desk = new CaseDesk();

    private JsonNode posted(Actor actor, String body, int status) {
        var answer = desk.post(actor, "/offences", body);
        assertThat(answer.getStatus().value()).as(answer.getResponseBody()).isEqualTo(status);
        return Json.MAPPER.readTree(answer.getResponseBody());
    }

    private JsonNode read(String path) {
        var answer = desk.get(LENA, path);
        assertThat(answer.getStatus().value()).as(answer.getResponseBody()).isEqualTo(200);
        return Json.MAPPER.readTree(answer.getResponseBody());
    }

    private static String visaFraud(String more) {
        return """
                {"title": "False statements for a visa", "side": "REQUESTED", "hostOffence": "VISA_FRAUD",
                 "offenceClass": "OTHER", "committedTo": "2010-03-10", "maxPenaltyRequested": {"years": 10}%s,
                 "tollings": [{"side": "REQUESTED", "rule": "SOL-US-3292", "from": "2014-06-02", "to": "2014-08-01",
                   "holds": "YES"}],
                 "opinions": []}""".formatted(more);
    }

    /**
     * 2010-03-10 and five years are 2015-03-10. 2014-06-02 to 2014-08-01 are 60 days, and 2015-03-10 and 60 days are
     * 2015-05-09.
     */
    @Test
    void one_of_the_host_state_s_own_law_is_shown_with_its_limitation_there() {
        var id = posted(LENA, visaFraud(""), 200).path("created").asString();
        assertThat(id).startsWith("host-offence-");

        var offence = read("/facts").path("offences").get(0);
        assertThat(offence.path("id").asString()).isEqualTo(id);
        assertThat(offence.path("side").asString()).isEqualTo("REQUESTED");
        assertThat(offence.path("hostOffence").asString()).isEqualTo("VISA_FRAUD");
        assertThat(offence.path("maxPenaltyRequested").path("years").asInt()).isEqualTo(10);
        assertThat(offence.path("tollings")).hasSize(1);
        assertThat(offence.path("limitation")).hasSize(1);
        var inHost = offence.path("limitation").get(0);
        assertThat(inHost.path("in").asString()).isEqualTo("REQUESTED");
        assertThat(inHost.path("standing").asString()).isEqualTo("NOT_EXPIRED");
        assertThat(inHost.path("lastDay").asString()).isEqualTo("2015-05-09");
        assertThat(inHost.path("rules").toString()).contains("SOL-US-3282 v1", "SOL-US-3292 v1");
        assertThat(inHost.path("reason").asString()).isEqualTo("It does not end before 2015-05-09.");
    }

    @Test
    void what_is_alleged_is_the_default_and_shown_in_both_states() {
        posted(LENA, """
                {"title": "Embezzlement", "offenceClass": "OTHER", "committedTo": "2011-04-11",
                 "maxPenaltyRequesting": {"years": 7}, "tollings": [], "opinions": []}""", 200);

        var offence = read("/facts").path("offences").get(0);
        assertThat(offence.path("id").asString()).startsWith("offence-");
        assertThat(offence.path("side").asString()).isEqualTo("REQUESTING");
        assertThat(offence.has("hostOffence")).isFalse();
        assertThat(offence.path("limitation")
                        .valueStream()
                        .map(state -> state.path("in").asString() + " "
                                + state.path("lastDay").asString()))
                .containsExactly("REQUESTING 2021-04-11", "REQUESTED 2016-04-11");
    }

    @Test
    void the_assessment_shows_what_it_looked_at() {
        posted(LENA, visaFraud(""), 200);
        var asked = desk.post(LENA, "/assessments", "");
        assertThat(asked.getStatus().value()).as(asked.getResponseBody()).isEqualTo(200);

        var offence = read("/assessment").path("offences").get(0);
        assertThat(offence.path("side").asString()).isEqualTo("REQUESTED");
        assertThat(offence.path("limitation").get(0).path("lastDay").asString()).isEqualTo("2015-05-09");
        assertThat(offence.path("limitation").get(0).path("rules").toString()).contains("SOL-US-3282 v1");
        assertThat(offence.path("limitation").get(0).path("reason").asString())
                .isEqualTo("It does not end before 2015-05-09.");
    }

    @Test
    void an_id_of_the_writer_is_kept_and_names_an_offence_and_nothing_else() {
        assertThat(posted(LENA, visaFraud(", \"offenceId\": \"host-offence-visa\""), 200)
                        .path("created")
                        .asString())
                .isEqualTo("host-offence-visa");
        for (var id : new String[] {"case", "pathway-1", "host-offence-Orla Vint", "host-offence-"}) {
            var error = posted(LENA, visaFraud(", \"offenceId\": \"" + id + "\""), 422)
                    .path("errors")
                    .get(0);
            assertThat(error.path("pointer").asString()).as(id).isEqualTo("/offenceId");
        }
    }

    @Test
    void side_and_what_it_is_go_together() {
        for (var body : new String[] {
            visaFraud("").replace("\"hostOffence\": \"VISA_FRAUD\",", ""),
            visaFraud("").replace("\"side\": \"REQUESTED\", \"hostOffence\"", "\"hostOffence\"")
        }) {
            var error = posted(LENA, body, 422).path("errors").get(0);
            assertThat(error.path("pointer").asString()).isEqualTo("/hostOffence");
            assertThat(error.path("code").asString()).isEqualTo("HOST_OFFENCE");
        }
    }

    @Test
    void the_requesting_state_records_none_of_the_host_state_s_own_law() {
        var problem = posted(RITA, visaFraud(""), 422);
        assertThat(problem.path("code").asString()).isEqualTo("OFFENCE_NOT_USABLE");
        assertThat(problem.path("errors").get(0).path("pointer").asString()).isEqualTo("/side");
        assertThat(problem.path("errors").get(0).path("code").asString()).isEqualTo("RECORDED_BY_OTHER_SIDE");
    }
}
