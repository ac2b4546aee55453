package org.repatria.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** A notice in a case with one state is deleted. A case with another state that leans on it goes to re-review. */
final class NoticeOfAnotherCaseIT extends OnTheWholeService {

    private static final String RINA = bearer("rina.officer", "CO", "XR-CA");
    private static final String RITA = bearer("rita.legal", "LO", "XR-CA");
    private static final String RASMUS = bearer("rasmus.supervisor", "SU", "XR-CA");
    private static final String EVA = bearer("eva.analyst", "AN", "XE-CA");
    private static final String EMIL = bearer("emil.officer", "CO", "XE-CA");
    private static final String ELSE = bearer("else.legal", "LO", "XE-CA");
    private static final String ERIK = bearer("erik.supervisor", "SU", "XE-CA");
    private static final String ELENA = bearer("elena.head", "HD", "XE-CA");
    private static final String EDDA = bearer("edda.protection", "DPO", "XE-CA");
    private static final String CARL = bearer("carl.officer", "CO", "XH-CA");
    private static final String SARA = bearer("sara.supervisor", "SU", "XH-CA");
    private static final String DAY = "2019-06-03";

    private String opened(String by, String name, String requested) {
        return json(post(by, "/v1/cases", """
            {"requestingState": "XR", "requestedState": "%s", "person": {"name": "%s", "aliases": [],
             "birthDate": "1958-02-17", "nationalities": ["XR"], "documents": []},
             "offenceSummary": "Embezzlement", "authority": "General Prosecution", "handedOverOn": "2019-05-06"}\
            """.formatted(requested, name)), 201)
                .path("id")
                .stringValue();
    }

    private JsonNode does(String as, String path, String body) {
        return json(post(as, "/v1/cases/" + path, body), 200);
    }

    private void passes(String id, String check, String by, String second) {
        var entry = does(by, id + "/checks", """
            {"check": "%s", "result": "PASS", "reasons": "looked at", "evidence": ["doc-1"], "on": "%s"}\
            """.formatted(check, DAY))
                .path("created")
                .stringValue();
        json(
                web().post()
                        .uri("/v1/cases/" + id + "/checks/" + entry + "/approval")
                        .header("Authorization", second)
                        .header("Idempotency-Key", entry)
                        .header("X-Purpose", "second person of a check")
                        .header("Content-Type", "application/json")
                        .bodyValue("{\"reasons\": \"agreed\"}")
                        .exchange(),
                200);
    }

    private String accepted() {
        var id = opened(EMIL, "Anselm Quor", "XE");
        var tag = json(get(ERIK, "/v1/cases/" + id), 200).path("version").asLong();
        tag = json(onVersion(ERIK, id + "/assignment", tag, "{\"assignee\": \"emil.officer\"}"), 200)
                .path("version")
                .asLong();
        json(onVersion(EMIL, id + "/submission", tag, ""), 200);
        passes(id, "SG-01", EVA, ELSE);
        passes(id, "SG-02", RITA, RASMUS);
        passes(id, "SG-03", ELSE, ERIK);
        passes(id, "SG-05", ELSE, ERIK);
        passes(id, "SG-06", ELSE, ELENA);
        passes(id, "SG-21", ELSE, EDDA);
        passes(id, "SG-24", EMIL, EDDA);
        var proposal =
                does(ELSE, id + "/moves", """
            {"to": "ACCEPTED", "happened": {"day": "%s"}, "reasons": "all passed"}\
            """.formatted(DAY)).path("proposal").stringValue();
        does(ERIK, id + "/proposals/" + proposal + "/approval", "{\"reasons\": \"agreed\"}");
        return id;
    }

    private ResponseSpec onVersion(String as, String path, long version, String body) {
        var request = web().post()
                .uri("/v1/cases/" + path)
                .header("Authorization", as)
                .header("Idempotency-Key", path + version)
                .header("If-Match", "\"" + version + "\"");
        return body.isEmpty()
                ? request.exchange()
                : request.header("Content-Type", "application/json")
                        .bodyValue(body)
                        .exchange();
    }

    private String underReview(String id) {
        var notice = does(RITA, id + "/notices", "{\"colour\": \"RED\", \"title\": \"Red notice\"}")
                .path("created")
                .stringValue();
        does(ELSE, id + "/assessments", "");
        does(RITA, id + "/notices/" + notice + "/moves", """
            {"to": "LEGAL_CHECK", "happened": {"day": "%s"}, "particulars": {"crime": "SERIOUS_ORDINARY_LAW",
             "penalty": "TRIAL_MAX_AT_LEAST_2_YEARS", "warrant": "19-020", "identifiers": "name and birth date",
             "facts": "loans", "willSeekExtradition": "YES"}}\
            """.formatted(DAY));
        passes(id, "SG-08", RITA, RASMUS);
        var proposal = does(RITA, id + "/notices/" + notice + "/moves", """
            {"to": "SUBMITTED", "happened": {"day": "%s"}, "reasons": "the conditions are met"}\
            """.formatted(DAY))
                .path("proposal")
                .stringValue();
        does(RASMUS, id + "/proposals/" + proposal + "/approval", "{\"reasons\": \"agreed\"}");
        does(RINA, id + "/notices/" + notice + "/moves", """
            {"to": "UNDER_IPSG_REVIEW", "happened": {"day": "%s"}}\
            """.formatted(DAY));
        return notice;
    }

    private JsonNode read(String as, String id) {
        return json(get(as, "/v1/cases/" + id), 200);
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    @Test
    void the_deletion_of_a_notice_reaches_the_case_that_leans_on_it_and_no_other() {
        theClockStandsAt(DAY + "T09:00:00Z");
        var standing = accepted();
        var notice = underReview(standing);
        var leaning = opened(RINA, "Bertil Quor", "XH");
        var other = opened(RINA, "Cesar Amaro", "XH");
        var lean = """
            {"caseId": "%s", "ground": "CO_ACCUSED", "reasons": "one investigation"}""".formatted(leaning);

        // XE works on the one case and does not see the other.
        var refused = json(post(ELSE, "/v1/cases/" + standing + "/notices/" + notice + "/leanings", lean), 422);
        assertThat(refused.path("code").stringValue()).isEqualTo("LEANING_CASE_NOT_FOUND");
        assertThat(refused.path("errors").path(0).path("pointer").stringValue()).isEqualTo("/caseId");
        does(RITA, standing + "/notices/" + notice + "/leanings", lean);

        does(ELSE, standing + "/notices/" + notice + "/moves", """
            {"to": "DELETED", "happened": {"day": "%s"}, "particulars": {"decidedBy": "CCF"}, "documents": ["doc-2"]}\
            """.formatted(DAY));

        var reviewed = eventually(
                CARL, "/v1/cases/" + leaning, found -> found.path("reviews").size() == 1);
        assertThat(texts(reviewed.path("reviews")))
                .containsExactly("a notice of another case, on which this one leans, was refused or deleted");
        // XH is told why its case is to be reviewed, and not of the case with XE.
        assertThat(reviewed.path("fallenNotices")).isEmpty();
        // What XH is to look at again is for XH alone.
        assertThat(read(RITA, leaning).path("reviews")).isEmpty();
        assertThat(texts(read(ELSE, standing).path("reviews"))).containsExactly("the notice was refused or deleted");
        assertThat(read(CARL, other).path("reviews")).isEmpty();
        var journal = "/v1/cases/" + leaning + "/journal?limit=100";
        assertThat(json(get(SARA, journal), 200).toString()).doesNotContain(standing);
        // XE learns of no case that leans.
        var leanings = "/v1/cases/" + standing + "/notices/" + notice + "/leanings";
        assertThat(json(get(RITA, leanings), 200).path("items")).hasSize(1);
        assertThat(json(get(ELSE, leanings), 200).path("items")).isEmpty();
        assertThat(json(get(ERIK, "/v1/cases/" + standing + "/journal?limit=100"), 200)
                        .toString())
                .doesNotContain(leaning);
    }
}
