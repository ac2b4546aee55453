package org.repatria.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.repatria.cases.domain.amendments.AmendmentCommand;
import org.repatria.cases.domain.amendments.AmendmentDecider;
import org.repatria.cases.domain.amendments.AmendmentEvent;
import org.repatria.cases.domain.amendments.AmendmentRegister;
import org.repatria.cases.law.References;
import org.repatria.cases.publishing.AmendmentPublishing;
import org.repatria.cases.web.ReferenceRoutes.AmendmentBody;
import org.repatria.cases.web.ReferenceRoutes.ReasonsBody;
import org.repatria.decider.Actor;
import org.repatria.edge.Api;
import org.repatria.edge.Json;
import org.repatria.messaging.AggregateType;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.AggregatesFactory;
import org.repatria.messaging.DocumentFeed;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

final class ReferenceRoutesTest {

    private static final Actor LENA = new Actor("lena.legal", Set.of("LO"), "XE-CA");
    private static final Actor SUSAN = new Actor("susan.supervisor", Set.of("SU"), "XR-CA");
    private static final Actor BOTH = new Actor("lena.legal", Set.of("LO", "SU"), "XE-CA");
    private static final Actor AUDE = new Actor("aude.auditor", Set.of("AU"), "XH-CA");
    private static final Instant NOW = Instant.parse("2020-07-29T09:00:00Z");
    private static final References REFERENCES = References.shipped();

    private final Aggregates<AmendmentCommand, AmendmentRegister> amendments = AggregatesFactory.inMemory()
            .of(new AggregateType<>(
                    "amendments",
                    "amendments",
                    AggregateType.PRIVATE,
                    AmendmentRegister.class,
                    AmendmentEvent.class,
                    new AmendmentDecider(),
                    new AmendmentPublishing()));
    private DocumentFeed feed;
    private int keys;

    @BeforeEach
    void follow() {
        REFERENCES.learn(List.of());
        feed = DocumentFeed.start(amendments, AmendmentRegister.ID, register -> REFERENCES.learn(register.approved()));
    }

    @AfterEach
    void stop() {
        feed.close();
    }

    @Nested
    final class Reading {

        @Test
        void a_row_comes_with_its_source_confidence_and_validity() {
            get(AUDE, "/v1/reference/clock-rules")
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.rows[?(@.id=='CLK-REM-US-BIA-2026')].row.status")
                    .isEqualTo("VACATED")
                    .jsonPath("$.rows[?(@.id=='CLK-REM-US-BIA-2026')].validFrom")
                    .isEqualTo("2026-03-09")
                    .jsonPath("$.rows[?(@.id=='CLK-REM-US-BIA-2026')].confidence")
                    .isEqualTo("VERIFIED");
        }

        @Test
        void contradicting_sources_name_each_other() {
            get(AUDE, "/v1/reference/relations?validOn=2018-09-03")
                    .expectBody()
                    .jsonPath("$.rows[?(@.id=='REL-CN-KH-EXT-LISTS')].conflictsWith[0]")
                    .isEqualTo("REL-CN-KH-EXT-PAGE");
        }

        @Test
        void what_is_no_kind_is_not_found() {
            get(AUDE, "/v1/reference/horoscopes")
                    .expectStatus()
                    .isNotFound()
                    .expectBody()
                    .jsonPath("$.detail")
                    .value(String.class, detail -> assertThat(detail).contains("clock-rules", "happenings"));
        }

        @Test
        void what_officers_record_is_told_with_its_meaning() {
            get(AUDE, "/v1/reference/happenings")
                    .expectBody()
                    .jsonPath("$.items[?(@.token=='ccf.ADMISSIBLE')].meaning")
                    .isEqualTo("the commission declared a request for correction or deletion admissible");
        }

        @Test
        void what_assets_tell_is_told_with_where_it_is_recorded() {
            get(AUDE, "/v1/reference/happenings")
                    .expectBody()
                    .jsonPath("$.items[?(@.token=='restraint.TRO')].recordedAt")
                    .isEqualTo("/v1/assets/{id}/orders")
                    .jsonPath("$.items[?(@.token=='ccf.ADMISSIBLE')].recordedAt")
                    .isEmpty();
        }

        @Test
        void the_tables_of_the_lifecycles_are_there_to_read() {
            get(AUDE, "/v1/reference/pathways")
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.pathways[?(@.kind=='extradition')].moves[?(@.to=='SURRENDERED')].gates[0]")
                    .value(gates -> assertThat(gates).asString().contains("SURRENDER"));
        }

        @ParameterizedTest
        @CsvSource({"AN, 200", "CO, 200", "LO, 200", "AM, 200", "SU, 200", "HD, 200", "AU, 200", "DPO, 200", "LI, 403"})
        void every_role_of_the_own_side_reads(String role, int status) {
            get(new Actor("somebody", Set.of(role), "XH-CA"), "/v1/reference/gates")
                    .expectStatus()
                    .isEqualTo(status);
        }
    }

    @Nested
    final class Amending {

        @Test
        void what_one_proposes_and_another_approves_is_known_from_then_on() {
            var id = proposed();
            get(AUDE, "/v1/reference/amendments")
                    .expectBody()
                    .jsonPath("$.items[0].id")
                    .isEqualTo(id);
            post(SUSAN, "/v1/reference/amendments/" + id + "/approval", ReasonsBody.EXAMPLE)
                    .expectStatus()
                    .isOk();
            get(AUDE, "/v1/reference/relations")
                    .expectBody()
                    .jsonPath("$.rows[?(@.id=='REL-XR-XE-EXT')].row.status")
                    .isEqualTo("SUSPENDED")
                    .jsonPath("$.rows[?(@.id=='REL-XR-XE-EXT')].version")
                    .isEqualTo(2);
            get(AUDE, "/v1/reference/relations?knownAt=2020-07-29T08:59:59Z")
                    .expectBody()
                    .jsonPath("$.rows[?(@.id=='REL-XR-XE-EXT')].row.status")
                    .isEqualTo("IN_FORCE");
        }

        @Test
        void nobody_approves_a_proposal_of_their_own() {
            post(BOTH, "/v1/reference/amendments/" + proposed() + "/approval", ReasonsBody.EXAMPLE)
                    .expectStatus()
                    .isEqualTo(409)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("APPROVER_IS_PROPOSER");
        }

        @Test
        void a_row_that_does_not_fit_is_refused_field_by_field() {
            post(
                            LENA,
                            "/v1/reference/amendments",
                            AmendmentBody.EXAMPLE
                                    .replace("\"SUSPENDED\"", "\"ASLEEP\"")
                                    .replace("\"XE\",", "\"ZY\","))
                    .expectStatus()
                    .isEqualTo(422)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("ROW_UNSUITABLE")
                    .jsonPath("$.errors[0].pointer")
                    .isEqualTo("/row/status");
        }

        @Test
        void what_is_withdrawn_waits_no_more() {
            var id = proposed();
            post(LENA, "/v1/reference/amendments/" + id + "/withdrawal", ReasonsBody.EXAMPLE)
                    .expectStatus()
                    .isOk();
            post(SUSAN, "/v1/reference/amendments/" + id + "/approval", ReasonsBody.EXAMPLE)
                    .expectStatus()
                    .isNotFound();
        }

        @Test
        void the_history_of_all_amendments_is_there_to_read() {
            proposed();
            get(AUDE, "/v1/reference/registers/amendments/journal")
                    .expectBody()
                    .jsonPath("$.items[0].entry.type")
                    .isEqualTo("AmendmentProposed");
        }

        @ParameterizedTest
        @CsvSource({"LO, 201", "SU, 403", "CO, 403", "HD, 403", "SI, 403", "LI, 403"})
        void a_legal_officer_proposes(String role, int status) {
            post(new Actor("somebody", Set.of(role), "XE-CA"), "/v1/reference/amendments", AmendmentBody.EXAMPLE)
                    .expectStatus()
                    .isEqualTo(status);
        }

        @ParameterizedTest
        @CsvSource({"SU, 200", "LO, 403", "HD, 403", "SI, 403"})
        void a_supervisor_approves(String role, int status) {
            post(
                            new Actor("somebody", Set.of(role), "XR-CA"),
                            "/v1/reference/amendments/" + proposed() + "/approval",
                            ReasonsBody.EXAMPLE)
                    .expectStatus()
                    .isEqualTo(status);
        }

        @Test
        void officers_of_a_state_whose_law_it_is_not_neither_propose_nor_approve_nor_withdraw() {
            var legal = new Actor("hanno.legal", Set.of("LO"), "XH-CA");
            var supervisor = new Actor("hetty.supervisor", Set.of("SU"), "XH-CA");
            post(legal, "/v1/reference/amendments", AmendmentBody.EXAMPLE)
                    .expectStatus()
                    .isForbidden();
            var id = proposed();
            for (var ending : List.of("/approval", "/withdrawal")) {
                post(supervisor, "/v1/reference/amendments/" + id + ending, ReasonsBody.EXAMPLE)
                        .expectStatus()
                        .isForbidden()
                        .expectBody()
                        .jsonPath("$.code")
                        .isEqualTo("FORBIDDEN");
            }
            get(AUDE, "/v1/reference/amendments")
                    .expectBody()
                    .jsonPath("$.items[0].id")
                    .isEqualTo(id);
        }

        @Test
        void the_law_of_another_state_does_not_become_ones_own_by_rewriting_it() {
            var xhLegal = new Actor("hanno.legal", Set.of("LO"), "XH-CA");
            post(
                            xhLegal,
                            "/v1/reference/amendments",
                            AmendmentBody.EXAMPLE.replace("\"party\": \"XR\"", "\"party\": \"XH\""))
                    .expectStatus()
                    .isForbidden();
        }

        @Test
        void what_is_the_law_of_no_single_state_is_approved_by_another_state() {
            var xhSupervisor = new Actor("hetty.supervisor", Set.of("SU"), "XH-CA");
            var xeSupervisor = new Actor("erik.supervisor", Set.of("SU"), "XE-CA");
            var id = proposed(COMMON);
            post(xeSupervisor, "/v1/reference/amendments/" + id + "/approval", ReasonsBody.EXAMPLE)
                    .expectStatus()
                    .isForbidden();
            post(xhSupervisor, "/v1/reference/amendments/" + id + "/withdrawal", ReasonsBody.EXAMPLE)
                    .expectStatus()
                    .isForbidden();
            post(xhSupervisor, "/v1/reference/amendments/" + id + "/approval", ReasonsBody.EXAMPLE)
                    .expectStatus()
                    .isOk();
        }

        private static final String COMMON = """
                {"kind": "clock-rules", "id": "CLK-MLA-ORAL",
                 "row": {"jurisdiction": "POLICY", "level": "POLICY", "instrument": "UNCAC art. 46(14)",
                   "trigger": "mla.ORAL_URGENT", "knownTo": "BOTH", "amount": "2", "unit": "CAL_DAY", "kind": "POLICY",
                   "rollForward": "NONE", "rollSource": "House policy on days off", "bearer": "STATE",
                   "onExpiry": "ALERT_ONLY", "stopOn": "mla.SENT", "source": "House policy", "confidence": "POLICY"},
                 "reasons": "agreed"}""";

        private String proposed() {
            return proposed(AmendmentBody.EXAMPLE);
        }

        private String proposed(String body) {
            var answer = post(LENA, "/v1/reference/amendments", body)
                    .expectStatus()
                    .isCreated()
                    .expectBody(String.class)
                    .returnResult()
                    .getResponseBody();
            return Json.MAPPER.readTree(answer).path("id").asString();
        }
    }

    private Api api() {
        return new ReferenceRoutes(REFERENCES, amendments, feed).api();
    }

    private WebTestClient.ResponseSpec get(Actor actor, String uri) {
        return as(actor).get().uri(uri).exchange();
    }

    private WebTestClient.ResponseSpec post(Actor actor, String uri, String body) {
        return as(actor)
                .post()
                .uri(uri)
                .header("Idempotency-Key", "key-" + keys++)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private WebTestClient as(Actor actor) {
        return Served.to(actor, NOW, api());
    }
}
