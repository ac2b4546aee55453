package org.repatria.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A treaty is concluded and suspended by two officers, and the cases between its states are assessed again by themselves. */
final class ReassessmentIT extends OnTheWholeService {

    private static final String CARL = bearer("carl.officer", "CO", "XH-CA");
    private static final String LENA = bearer("lena.legal", "LO", "XH-CA");
    private static final String SARA = bearer("sara.supervisor", "SU", "XH-CA");
    private static final String EMIL = bearer("emil.officer", "CO", "XE-CA");
    private static final String ELSE = bearer("else.legal", "LO", "XE-CA");
    private static final String ERIK = bearer("erik.supervisor", "SU", "XE-CA");

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

    private List<JsonNode> assessments(String as, String id) {
        return json(get(as, "/v1/cases/" + id + "/journal?limit=100"), 200)
                .path("items")
                .valueStream()
                .map(item -> item.path("entry"))
                .filter(entry -> entry.path("type").asString().equals("CaseAssessed"))
                .toList();
    }

    private String extraditionIn(int assessment, String id) {
        eventually(
                LENA,
                "/v1/cases/" + id + "/journal?limit=100",
                _ -> assessments(LENA, id).size() > assessment);
        return assessments(LENA, id)
                .get(assessment)
                .path("data")
                .path("difference")
                .path("shifts")
                .valueStream()
                .filter(shift -> shift.path("way").asString().equals("EXTRADITION"))
                .map(shift -> shift.path("from").asString() + " to "
                        + shift.path("to").asString())
                .findFirst()
                .orElse("the same");
    }

    @Test
    void what_a_treaty_changes_is_an_event_of_every_case_between_its_states_and_of_no_other() {
        theClockStandsAt("2020-07-29T09:00:00Z");
        var concerned = assessed(CARL, LENA, "Orla Vint", "XH");
        var other = assessed(EMIL, ELSE, "Pell Amaro", "XE");
        eventually(SARA, "/v1/cases", cases -> cases.path("items").size() == 1);

        amended("IN_FORCE", "");

        assertThat(extraditionIn(1, concerned)).isEqualTo("BARRED to CONDITIONAL");

        theClockStandsAt("2020-07-29T10:00:00Z");
        amended("SUSPENDED", "\"suspendedFrom\": \"2020-08-10\", \"suspendedBy\": \"XH\",");
        theClockStandsAt("2020-08-10T00:00:01Z");

        assertThat(extraditionIn(2, concerned)).isEqualTo("CONDITIONAL to BARRED");
        assertThat(assessments(ERIK, other)).hasSize(1);
    }
}
