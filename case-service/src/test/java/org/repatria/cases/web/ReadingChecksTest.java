package org.repatria.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.repatria.decider.Actor;
import org.repatria.edge.Json;
import tools.jackson.databind.JsonNode;

/** What each side reads of the other's checks: that they were made, never why they ended so. */
final class ReadingChecksTest {

    private static final Actor LENA = new Actor("lena.legal", Set.of("LO"), "XH-CA");
    private static final Actor SARA = new Actor("sara.supervisor", Set.of("SU"), "XH-CA");
    private static final Actor RITA = new Actor("rita.legal", Set.of("LO"), "XR-CA");
    private static final Actor RUTH = new Actor("ruth.supervisor", Set.of("SU"), "XR-CA");

    private final CaseDesk desk = new CaseDesk();

    @BeforeEach
    void each_side_records_a_check() {
        assertThat(desk.post(LENA, "/checks", check("SG-06", "a witness fears for his life", "doc-host"))
                        .getStatus()
                        .value())
                .isEqualTo(200);
        assertThat(desk.post(RITA, "/checks", check("SG-02", "the warrant stands, says the investigator", "doc-rs"))
                        .getStatus()
                        .value())
                .isEqualTo(200);
    }

    private static String check(String check, String reasons, String document) {
        return """
                {"check": "%s", "result": "PASS", "reasons": "%s", "evidence": ["%s"], \
                "on": "2014-08-28"}""".formatted(check, reasons, document);
    }

    private JsonNode item(Actor reader, String check) {
        var answer = Json.MAPPER.readTree(desk.get(reader, "/checks").getResponseBody());
        return answer.path("items")
                .valueStream()
                .filter(item -> item.path("check").asString().equals(check))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_own_grounds_are_read() {
        assertThat(item(SARA, "SG-06").path("reasons").asString()).isEqualTo("a witness fears for his life");
        assertThat(item(RUTH, "SG-02").path("evidence").get(0).asString()).isEqualTo("doc-rs");
    }

    @Test
    void the_host_state_reads_the_result_and_not_the_grounds_of_a_check_of_the_other() {
        var item = item(SARA, "SG-02");

        assertThat(item.has("reasons")).isFalse();
        assertThat(item.path("evidence")).isEmpty();
        assertThat(item.path("withheld").asBoolean()).isTrue();
        assertThat(item.path("result").asString()).isEqualTo("PASS");
    }

    @Test
    void to_the_requesting_state_there_is_no_check_that_the_host_state_keeps() {
        assertThat(desk.get(RUTH, "/checks").getResponseBody())
                .contains("SG-02")
                .doesNotContain("SG-06", "fears for his life");
    }

    @Test
    void the_journal_withholds_them_too() {
        assertThat(desk.get(RUTH, "/journal").getResponseBody())
                .contains("case.check-changed.v1", "SG-02")
                .doesNotContain("SG-06", "fears for his life", "doc-host", "withheld");
        assertThat(desk.get(SARA, "/journal").getResponseBody())
                .contains("fears for his life")
                .doesNotContain("the warrant stands", "doc-rs");
    }

    @Test
    void a_gate_weighs_the_checks_of_a_pathway_when_it_is_asked_about_it() {
        var recorded = desk.post(LENA, "/checks", """
                {"check": "SG-09", "result": "PASS", "reasons": "no risk of torture", "evidence": ["doc-1"], \
                "on": "2014-08-28",
                 "about": "pathway-1"}""");
        assertThat(recorded.getStatus().value()).isEqualTo(200);

        assertThat(missing("SG-09", "/gates/SURRENDER")).isEqualTo("CHECK_MISSING");
        assertThat(missing("SG-09", "/gates/SURRENDER?about=pathway-2")).isEqualTo("CHECK_MISSING");
        assertThat(missing("SG-09", "/gates/SURRENDER?about=pathway-1")).isEqualTo("CHECK_NOT_APPROVED");
    }

    @Test
    void a_gate_that_is_none_is_answered_with_those_that_are() {
        var answer = desk.get(LENA, "/gates/SURENDER");

        assertThat(answer.getStatus().value()).isEqualTo(400);
        assertThat(answer.getResponseBody()).contains("path:gate", "SURRENDER");
    }

    private String missing(String check, String gate) {
        return Json.MAPPER
                .readTree(desk.get(LENA, gate).getResponseBody())
                .path("missing")
                .valueStream()
                .filter(obstacle -> obstacle.path("about").asString().equals(check))
                .findFirst()
                .orElseThrow()
                .path("code")
                .asString();
    }
}
