package org.repatria.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * A treaty is concluded and suspended by two officers. The cases between its states are then assessed again by
 * themselves.
 */
final class ReassessmentIT extends OnTheWholeService {

    private static final String CARL = bearer("carl.officer", "CO", "XH-CA");
    private static final String LENA = bearer("lena.legal", "LO", "XH-CA");
    private static final String SARA = bearer("sara.supervisor", "SU", "XH-CA");
    private static final String EMIL = bearer("emil.officer", "CO", "XE-CA");
    private static final String ELSE = bearer("else.legal", "LO", "XE-CA");

    private String assessed(String officer, String lawyer, String name, String requested) {
        var id = json(post(officer, "/v1/cases", """
            {"requestingState": "XR", "requestedState": "%s", "person": {"name": "%s", "aliases": [],
             "birthDate": "1958-02-17", "nationalities": ["XR"], "documents": []},
             "offenceSummary": "Embezzlement", "authority": "General Prosecution",
             "handedOverOn": "2019-08-29"}\
            """.formatted(requested, name)), 201)
                .path("id")
                .stringValue();
        json(post(lawyer, "/v1/cases/" + id + "/assessments", ""), 200);
        return id;
    }

    private void amended(String status, String more) {
        var id = json(post(LENA, "/v1/reference/amendments", """
            {"kind": "relations", "id": "REL-XR-XH-EXT", "row": {"party": "XR", "counterparty": "XH",
             "instrument": "EXTRADITION", "title": "Extradition treaty", "signed": "2018-03-01",
             "inForce": "2019-01-01", "status": "%s", %s "source": "Note verbale",
             "confidence": "VERIFIED"}, "reasons": "the gazette says so"}\
            """.formatted(status, more)), 201)
                .path("id")
                .stringValue();
        json(post(SARA, "/v1/reference/amendments/" + id + "/approval", "{\"reasons\": \"compared\"}"), 200);
    }

    private JsonNode assessment(String as, String id) {
        return json(get(as, "/v1/cases/" + id + "/assessment"), 200);
    }

    private static String extradition(JsonNode assessment) {
        return assessment
                .path("pathways")
                .valueStream()
                .filter(way -> way.path("pathway").asString().equals("EXTRADITION"))
                .map(way -> way.path("effect").asString())
                .findFirst()
                .orElseThrow();
    }

    /** Once it is found, the run that found it was asked for by nobody of either state. */
    private String nowFoundBy(String id, String effect) {
        return eventually(
                        LENA,
                        "/v1/cases/" + id + "/assessment",
                        assessment -> extradition(assessment).equals(effect))
                .path("requestedBy")
                .asString();
    }

    @Test
    void what_a_treaty_changes_is_an_event_of_every_case_between_its_states_and_of_no_other() {
        theClockStandsAt("2020-07-29T09:00:00Z");
        var concerned = assessed(CARL, LENA, "Orla Vint", "XH");
        var other = assessed(EMIL, ELSE, "Pell Amaro", "XE");
        eventually(SARA, "/v1/cases", cases -> cases.path("items").size() == 1);

        assertThat(extradition(assessment(LENA, concerned))).isEqualTo("BARRED");
        var ofOther = assessment(ELSE, other).path("run").asString();

        amended("IN_FORCE", "");

        assertThat(nowFoundBy(concerned, "CONDITIONAL")).isNotEqualTo("lena.legal");

        theClockStandsAt("2020-07-29T10:00:00Z");
        amended("SUSPENDED", "\"suspendedFrom\": \"2020-08-10\", \"suspendedBy\": \"XH\",");
        theClockStandsAt("2020-08-10T00:00:01Z");

        assertThat(nowFoundBy(concerned, "BARRED")).isNotEqualTo("lena.legal");
        assertThat(assessment(ELSE, other).path("run").asString()).isEqualTo(ofOther);
    }
}
