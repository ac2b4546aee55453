package org.repatria.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A compartment is opened and closes by itself, on real servers and with a clock that goes on. */
final class CompartmentsIT extends OnTheWholeService {

    private static final String CARL = bearer("carl.officer", "CO", "XH-CA");
    private static final String LENA = bearer("lena.legal", "LO", "XH-CA");
    private static final String SARA = bearer("sara.supervisor", "SU", "XH-CA");
    private static final String ASTA = bearer("asta.auditor", "AU", "XH-CA");

    private int location(String as, String id) {
        return get(as, "/v1/cases/" + id + "/location")
                .returnResult(String.class)
                .getStatus()
                .value();
    }

    @Test
    void broken_glass_closes_after_a_day_and_a_grant_after_its_last_day() {
        theClockStandsAt("2019-06-03T02:10:00Z");
        var id = json(post(CARL, "/v1/cases", """
            {"requestingState": "XR", "requestedState": "XH", "person": {"name": "Dora Velin", "aliases": [],
             "birthDate": "1961-03-09", "nationalities": ["XR"], "documents": []}, "locationCountry": "XH",
             "offenceSummary": "Embezzlement", "authority": "General Prosecution", \
            "handedOverOn": "2019-05-06"}"""), 201).path("id").stringValue();
        assertThat(location(CARL, id)).isEqualTo(403);

        json(post(CARL, "/v1/cases/" + id + "/broken-glass", """
            {"compartment": "LOCATION", "reasons": "threat to life"}"""), 200);
        json(post(SARA, "/v1/cases/" + id + "/grants", """
            {"officer": "lena.legal", "compartment": "LOCATION", "reasons": "arrest", "lastDay": "2019-06-04"}"""), 200);

        assertThat(json(get(CARL, "/v1/cases/" + id + "/location"), 200)
                        .path("country")
                        .stringValue())
                .isEqualTo("XH");
        assertThat(json(get(ASTA, "/v1/cases/" + id + "/grants"), 200).path("items"))
                .hasSize(2);
        var journal = json(get(SARA, "/v1/cases/" + id + "/journal"), 200).path("items");
        assertThat(journal.path(1).path("published").path("type").stringValue()).isEqualTo("case.glass-broken.v1");

        theClockStandsAt("2019-06-04T02:10:00Z");
        assertThat(location(CARL, id)).isEqualTo(403);
        assertThat(location(LENA, id)).isEqualTo(200);
        theClockStandsAt("2019-06-05T00:00:00Z");
        assertThat(location(LENA, id)).isEqualTo(403);
        assertThat(json(get(ASTA, "/v1/cases/" + id + "/grants"), 200).path("items"))
                .isEmpty();
    }
}
