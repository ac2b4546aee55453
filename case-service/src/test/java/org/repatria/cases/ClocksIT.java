package org.repatria.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/**
 * Clocks on the whole service. They are started by what happened, found in lists, told the time, settled by officers.
 */
final class ClocksIT extends OnTheWholeService {

    private static final String CARL = bearer("carl.officer", "CO", "XH-CA");
    private static final String LENA = bearer("lena.legal", "LO", "XH-CA");

    private String opened(String name) {
        return json(post(CARL, "/v1/cases", """
                        {"requestingState": "XR", "requestedState": "XH", "person": {"name": "%s", "aliases": [],
                         "birthDate": "1958-02-17", "nationalities": ["XR"], "documents": []},
                         "offenceSummary": "Embezzlement", "authority": "General Prosecution",
                         "handedOverOn": "2014-08-29"}""".formatted(name)), 201)
                .path("id")
                .stringValue();
    }

    private void happened(String id, String token, String day) {
        json(post(LENA, "/v1/cases/" + id + "/happenings", """
                        {"token": "%s", "happened": {"day": "%s"}, "document": "note 42"}""".formatted(token, day)), 200);
    }

    private static JsonNode clock(JsonNode answer, String rule) {
        return answer.path("items")
                .valueStream()
                .filter(clock -> clock.path("rule").asString().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private static boolean has(JsonNode answer, String caseId) {
        return answer.path("items")
                .valueStream()
                .anyMatch(item -> item.path("caseId").asString().equals(caseId));
    }

    @Test
    void a_period_is_counted_found_warned_of_presumed_over_and_settled() {
        theClockStandsAt("2015-03-16T15:00:00Z");
        var id = opened("Orla Vint");
        happened(id, "asset.FUNGIBLE_OFFENCE", "2014-06-14");

        var running = clock(json(get(LENA, "/v1/cases/" + id + "/clocks"), 200), "CLK-FUNGIBLE-US");
        assertThat(running.path("state").asString()).isEqualTo("RUNNING");
        assertThat(running.path("lastDay").asString()).isEqualTo("2015-06-14");
        assertThat(running.path("actBy").asString()).isEqualTo("2015-06-12");
        assertThat(running.path("otherLastDay").asString()).isEqualTo("2015-06-15");
        assertThat(running.path("bearer").asString()).isEqualTo("STATE");
        assertThat(running.path("rollForward").asString()).isEqualTo("DOUBTFUL");
        assertThat(running.path("rollSource").asString()).contains("Fed. R. Civ. P. 6(a)");
        assertThat(running.path("holidaysKnown").asBoolean(true)).isFalse();
        assertThat(running.path("warnings")
                        .valueStream()
                        .map(warning -> warning.path("day").asString()))
                .containsAll(List.of("2015-05-15", "2015-05-31", "2015-06-07"));

        eventually(LENA, "/v1/clocks?dueBefore=2015-06-15&state=RUNNING&kind=HARD", found -> has(found, id));
        assertThat(json(get(LENA, "/v1/clocks?dueBefore=2015-06-15&rule=CLK-FUNGIBLE-US"), 200)
                        .path("items")
                        .valueStream()
                        .filter(item -> item.path("caseId").asString().equals(id))
                        .map(item -> item.path("otherLastDay").asString()))
                .containsExactly("2015-06-15");
        assertThat(has(json(get(LENA, "/v1/clocks?dueBefore=2015-06-14"), 200), id))
                .isFalse();

        var feed = get(LENA, "/v1/clocks.ics?rule=CLK-FUNGIBLE-US")
                .expectHeader()
                .contentType("text/calendar;charset=utf-8")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(feed).contains("DTSTART;VALUE=DATE:20150614").doesNotContain("Orla", "Vint");

        theClockStandsAt("2015-06-16T15:00:00Z");
        eventually(
                LENA,
                "/v1/cases/" + id + "/clocks",
                answer -> clock(answer, "CLK-FUNGIBLE-US")
                        .path("state")
                        .asString()
                        .equals("EXPIRED_PRESUMED"));

        eventually(LENA, "/v1/clocks?rule=CLK-FUNGIBLE-US&state=EXPIRED_PRESUMED", found -> has(found, id));
        assertThat(get(LENA, "/v1/clocks.ics?rule=CLK-FUNGIBLE-US")
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .contains("SUMMARY:CLK-FUNGIBLE-US: presumed over", "STATUS:TENTATIVE")
                .doesNotContain("METHOD:");
        assertThat(get(LENA, "/v1/clocks.ics?rule=CLK-NONE")
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .contains("BEGIN:VTIMEZONE")
                .doesNotContain("VEVENT");

        var path = "/v1/cases/" + id + "/clocks/" + running.path("id").asString();
        var notProvided = json(post(LENA, path + "/extension", """
                {"by": "court", "granted": {"day": "2015-06-16"}, "amount": 30, "reasons": "good cause", \
                "document": "order 51"}"""), 409);
        assertThat(notProvided.path("code").asString()).isEqualTo("EXTENSION_NOT_PROVIDED");
        assertThat(notProvided.path("errors").path(0).path("detail").asString()).contains("CLK-FUNGIBLE-US", "984");
        var confirmation = """
                {"expired": true, "document": "docket 15-0042", "reasons": "no complaint was filed"}""";
        json(post(CARL, path + "/confirmation", confirmation), 403);
        json(post(LENA, path + "/confirmation", confirmation), 200);
        assertThat(clock(json(get(LENA, "/v1/cases/" + id + "/clocks"), 200), "CLK-FUNGIBLE-US")
                        .path("state")
                        .asString())
                .isEqualTo("EXPIRED_CONFIRMED");
    }

    @Test
    void an_extension_is_a_new_clock_in_the_place_of_the_old_one() {
        theClockStandsAt("2015-06-09T15:00:00Z");
        var id = opened("Pell Amaro");
        happened(id, "person.DATA_REQUESTED", "2015-05-14");
        var first = clock(json(get(LENA, "/v1/cases/" + id + "/clocks"), 200), "CLK-DATA-ACCESS")
                .path("id")
                .asString();

        json(post(LENA, "/v1/cases/" + id + "/clocks/" + first + "/extension", """
                {"by": "Data-protection officer", "granted": {"day": "2015-06-09"}, "amount": 1,
                 "reasons": "many records", "document": "note 51"}"""), 200);

        var all = json(get(LENA, "/v1/cases/" + id + "/clocks"), 200).path("items");
        assertThat(all.valueStream()
                        .map(clock -> clock.path("state").asString() + " "
                                + clock.path("lastDay").asString()))
                .contains("SUPERSEDED 2015-06-14", "RUNNING 2015-07-14");
    }

    @Test
    void what_an_asset_tells_is_refused_in_a_case_with_the_field_the_rule_and_where_it_is_recorded() {
        theClockStandsAt("2015-03-16T15:00:00Z");
        var id = opened("Ilsa Toren");
        var before = json(get(LENA, "/v1/cases/" + id + "/clocks"), 200);

        var refused = json(post(LENA, "/v1/cases/" + id + "/happenings", """
                {"token": "restraint.PRE_COMPLAINT", "happened": {"day": "2015-03-16"},
                 "document": "order 15-misc-0042"}"""), 422);

        assertThat(refused.path("code").asString()).isEqualTo("HAPPENING_OF_ASSET");
        assertThat(refused.path("errors").path(0).path("detail").asString())
                .contains("restraint.PRE_COMPLAINT", "/v1/assets/{id}/orders");
        assertThat(refused.toString()).contains("token", "CLK-RST-US-90");
        assertThat(json(get(LENA, "/v1/cases/" + id + "/clocks"), 200)).isEqualTo(before);
    }

    /** 2010-03-10 and 2012-09-30, and five years each. */
    @Test
    void of_two_offences_the_limitation_that_ends_first_is_found_and_a_charge_ends_it() {
        theClockStandsAt("2014-12-05T09:00:00Z");
        var id = opened("Ota Felkin");
        var visa = offence(id, "VISA_FRAUD", "2010-03-10");
        offence(id, "LAUNDERING", "2012-09-30");

        eventually(
                LENA,
                "/v1/clocks?rule=CLK-LIM-HOST-OFFENCE&dueBefore=2017-10-01",
                found -> found.path("items")
                                .valueStream()
                                .filter(item -> item.path("caseId").asString().equals(id))
                                .count()
                        == 2);
        assertThat(json(get(LENA, "/v1/clocks?rule=CLK-LIM-HOST-OFFENCE&dueBefore=2015-03-11"), 200)
                        .path("items")
                        .valueStream()
                        .filter(item -> item.path("caseId").asString().equals(id))
                        .map(item -> item.path("about").asString() + " "
                                + item.path("lastDay").asString()))
                .containsExactly(visa + " 2015-03-10");
        assertThat(json(get(LENA, "/v1/cases?clockDueBefore=2015-03-11"), 200).path("items"))
                .anyMatch(item -> item.path("id").asString().equals(id));
        var feed = get(LENA, "/v1/clocks.ics?rule=CLK-LIM-HOST-OFFENCE")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(feed).contains("DTSTART;VALUE=DATE:20150310", "DTSTART;VALUE=DATE:20170930");

        json(post(LENA, "/v1/cases/" + id + "/happenings", """
                {"token": "offence.CHARGED_IN_HOST_STATE", "about": "%s", "happened": {"day": "2014-12-05"},
                 "document": "indictment 14/301"}""".formatted(visa)), 200);
        assertThat(json(get(LENA, "/v1/cases/" + id + "/clocks"), 200)
                        .path("items")
                        .valueStream()
                        .filter(clock -> clock.path("rule").asString().equals("CLK-LIM-HOST-OFFENCE"))
                        .map(clock -> clock.path("lastDay").asString() + " "
                                + clock.path("state").asString()))
                .containsExactly("2015-03-10 SATISFIED", "2017-09-30 RUNNING");
    }

    private String offence(String id, String what, String committedTo) {
        return json(post(LENA, "/v1/cases/" + id + "/offences", """
                        {"title": "An offence of XH", "side": "REQUESTED", "hostOffence": "%s", "offenceClass": "OTHER",
                         "committedTo": "%s", "tollings": [], "opinions": []}""".formatted(what, committedTo)), 200)
                .path("created")
                .asString();
    }

    @Test
    void a_list_is_acknowledged_in_ten_business_days_around_a_holiday() {
        theClockStandsAt("2014-09-11T15:00:00Z");
        var list = json(
                web().post()
                        .uri("/v1/lists?requestingState=XR&requestedState=XH&handedOverOn=2014-08-29&reference=XR-ACK")
                        .header("Authorization", CARL)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType(MediaType.parseMediaType("text/csv"))
                        .bodyValue("""
                                name,birth_date,nationality,offence_summary,authority
                                Tomas Brell,1961-05-02,XR,Bribery,General Prosecution
                                """)
                        .exchange(),
                201);
        var path = "/v1/lists/" + list.path("id").asString();
        assertThat(list.path("acknowledgement").path("dueOn").asString()).isEqualTo("2014-09-15");

        json(post(CARL, path + "/acknowledgement", "{\"on\": \"2014-09-11\"}"), 200);

        assertThat(json(get(CARL, path), 200).path("acknowledgement").path("on").asString())
                .isEqualTo("2014-09-11");
        json(post(CARL, path + "/acknowledgement", "{\"on\": \"2014-09-10\"}"), 409);
    }
}
