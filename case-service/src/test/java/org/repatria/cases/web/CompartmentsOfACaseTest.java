package org.repatria.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.decider.Actor;
import org.repatria.edge.Json;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import tools.jackson.databind.node.ObjectNode;

/** What stands in a compartment, from the grant to the reading. */
final class CompartmentsOfACaseTest {

    private static final Actor CARL = new Actor("carl.officer", Set.of("CO"), "XH-CA");
    private static final Actor LENA = new Actor("lena.legal", Set.of("LO"), "XH-CA");
    private static final Actor SARA = new Actor("sara.supervisor", Set.of("SU"), "XH-CA");
    private static final Actor RITA = new Actor("rita.legal", Set.of("LO"), "XR-CA");
    private static final Actor RASMUS = new Actor("rasmus.supervisor", Set.of("SU"), "XR-CA");
    private static final Actor ASTA = new Actor("asta.auditor", Set.of("AU"), "XH-CA");

    private static final String LOCATION_TO_CARL = """
            {"officer": "carl.officer", "compartment": "LOCATION", "reasons": "prepares the arrest", \
            "lastDay": "2014-09-30"}""";

    private final CaseDesk desk = new CaseDesk();

    private int status(Actor actor, String path) {
        return desk.get(actor, path).getStatus().value();
    }

    private String created(EntityExchangeResult<String> answer) {
        assertThat(answer.getStatus().value()).as(answer.getResponseBody()).isEqualTo(200);
        return Json.MAPPER.readTree(answer.getResponseBody()).path("created").asString();
    }

    @Nested
    class TheLocation {

        @Test
        void is_closed_to_everybody_and_the_refusal_says_what_is_needed() {
            for (var actor : new Actor[] {CARL, LENA, SARA, RITA, ASTA}) {
                assertThat(status(actor, "/location")).as(actor.id()).isEqualTo(403);
            }
            assertThat(desk.get(CARL, "/location").getResponseBody())
                    .contains("COMPARTMENT_CLOSED", "/LOCATION", "GRANT_REQUIRED");
        }

        @Test
        void is_read_with_a_grant_by_the_officer_whom_it_names_until_it_is_withdrawn() {
            var grant = created(desk.post(SARA, "/grants", LOCATION_TO_CARL));

            assertThat(desk.get(CARL, "/location").getResponseBody()).contains("\"country\":\"XH\"");
            assertThat(status(LENA, "/location")).isEqualTo(403);

            desk.post(SARA, "/grants/" + grant + "/withdrawal", "{\"reasons\": \"arrested\"}");
            assertThat(status(CARL, "/location")).isEqualTo(403);
        }

        @Test
        void is_read_behind_broken_glass() {
            created(desk.post(LENA, "/broken-glass", """
                {"compartment": "LOCATION", "reasons": "threat to life"}"""));

            assertThat(status(LENA, "/location")).isEqualTo(200);
        }

        @Test
        void is_opened_by_nobody_of_the_requesting_state() {
            assertThat(desk.post(RASMUS, "/grants", LOCATION_TO_CARL)
                            .getStatus()
                            .value())
                    .isEqualTo(403);
            assertThat(desk.post(RITA, "/broken-glass", "{\"compartment\": \"LOCATION\", \"reasons\": \"?\"}")
                            .getStatus()
                            .value())
                    .isEqualTo(403);
        }
    }

    @Nested
    class AnAnswerOfTheFile {

        private static final String ASYLUM = """
                {"facts": [{"name": "IMMIGRATION_STATUS", "value": "ASYLUM_PENDING", "kind": "FACT",
                  "source": "aliens office, file 7", "asOf": "2014-08-20"},
                 {"name": "HS_NATIONAL", "value": "NO", "kind": "FACT", "source": "register", \
                "asOf": "2014-08-20"}]}""";

        @Test
        void that_tells_of_asylum_is_withheld_without_a_grant_and_cannot_be_opened_to_the_requesting_state() {
            assertThat(desk.post(LENA, "/facts", ASYLUM).getStatus().value()).isEqualTo(200);

            for (var actor : new Actor[] {CARL, SARA}) {
                assertThat(desk.get(actor, "/facts").getResponseBody())
                        .as(actor.id())
                        .contains("IMMIGRATION_STATUS", "HS_NATIONAL", "register")
                        .doesNotContain("ASYLUM_PENDING", "aliens office");
            }
            assertThat(desk.get(RITA, "/facts").getResponseBody())
                    .contains("HS_NATIONAL", "register")
                    .doesNotContain("IMMIGRATION_STATUS", "ASYLUM_PENDING", "aliens office", "withheld\":true");
            assertThat(desk.get(LENA, "/facts").getResponseBody()).contains("ASYLUM_PENDING");
            assertThat(desk.get(RASMUS, "/journal").getResponseBody()).doesNotContain("ASYLUM_PENDING");

            assertThat(desk.post(SARA, "/grants", """
                {"officer": "rita.legal", "compartment": "ASYLUM", "reasons": "?", \
                "lastDay": "2014-09-30"}""").getResponseBody()).contains("OFFICER_UNKNOWN");
            assertThat(desk.get(RITA, "/facts").getResponseBody()).doesNotContain("ASYLUM_PENDING");
        }

        @Test
        void is_read_with_a_grant() {
            desk.post(LENA, "/facts", ASYLUM);
            var luis = new Actor("luis.legal", Set.of("LO"), "XH-CA");
            assertThat(desk.get(luis, "/facts").getResponseBody()).doesNotContain("ASYLUM_PENDING");

            created(desk.post(SARA, "/grants", """
                {"officer": "luis.legal", "compartment": "ASYLUM", "reasons": "stands in", \
                "lastDay": "2014-09-30"}"""));

            assertThat(desk.get(luis, "/facts").getResponseBody()).contains("ASYLUM_PENDING", "aliens office");
        }
    }

    @Nested
    class AnAssessment {

        private CaseDesk assessed(String status) {
            var another = new CaseDesk();
            created(another.post(LENA, "/assessments", ""));
            assertThat(another.post(LENA, "/facts", """
                {"facts": [{"name": "IMMIGRATION_STATUS", "value": "%s", "kind": "FACT",
                  "source": "aliens office, file 7", "asOf": "2014-08-20"}]}""".formatted(status))
                            .getStatus()
                            .value())
                    .isEqualTo(200);
            return another;
        }

        @Test
        void shows_what_rests_on_a_compartment_to_whom_it_is_open() {
            var refugee = assessed("REFUGEE");
            created(refugee.post(SARA, "/grants", """
                {"officer": "lena.legal", "compartment": "ASYLUM", "reasons": "asylum desk", \
                "lastDay": "2014-09-30"}"""));

            assertThat(refugee.get(LENA, "/assessment").getResponseBody())
                    .contains("\"IMMIGRATION_STATUS\":\"REFUGEE\"", "ST-15", "\"leftOut\":[\"HEALTH\"]");
            assertThat(refugee.get(LENA, "/journal?limit=50").getResponseBody()).doesNotContain("REFUGEE");
        }

        @Test
        void is_to_others_what_it_would_be_with_any_other_answer() {
            for (var actor : new Actor[] {CARL, SARA, RITA, RASMUS}) {
                var answers = Stream.of("REFUGEE", "ASYLUM_PENDING", "EXPIRED", "LPR")
                        .map(status ->
                                assessed(status).get(actor, "/assessment").getResponseBody())
                        .map(body -> ((ObjectNode) Json.MAPPER.readTree(body)).without("run"))
                        .distinct()
                        .toList();

                assertThat(answers).as(actor.id()).hasSize(1);
                assertThat(answers.getFirst().path("leftOut").toString()).contains("IMMIGRATION_STATUS");
            }
        }

        @Test
        void leaves_the_journal_of_who_may_not_know_it() {
            var refugee = assessed("REFUGEE");

            for (var actor : new Actor[] {SARA, ASTA}) {
                assertThat(refugee.get(actor, "/journal").getResponseBody())
                        .as(actor.id())
                        .contains("CaseAssessed", "\"withheld\":true")
                        .doesNotContain("REFUGEE", "\"ST-15\":\"FIRED\"", "aliens office", "\"location\"");
            }
            assertThat(refugee.get(RASMUS, "/journal").getResponseBody())
                    .contains("case.opened.v1")
                    .doesNotContain("withheld", "REFUGEE", "ST-15", "aliens office", "location", "hash");
        }
    }

    @Nested
    class WhoSeesWhat {

        @Test
        void is_read_in_the_host_state_and_by_the_officer_concerned() {
            created(desk.post(SARA, "/grants", LOCATION_TO_CARL));

            assertThat(desk.get(ASTA, "/grants").getResponseBody())
                    .contains("carl.officer", "LOCATION", "prepares the arrest", "sara.supervisor");
            assertThat(desk.get(RITA, "/grants").getResponseBody()).doesNotContain("carl.officer");
            assertThat(desk.get(SARA, "/journal").getResponseBody()).contains("CompartmentGranted");
            assertThat(desk.get(RASMUS, "/journal").getResponseBody()).doesNotContain("CompartmentGranted");
        }
    }
}
