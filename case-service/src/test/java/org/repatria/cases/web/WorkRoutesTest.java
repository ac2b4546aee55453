package org.repatria.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.repatria.cases.queries.CaseViewDefinitions;
import org.repatria.cases.queries.CaseViews;
import org.repatria.cases.queries.Faces;
import org.repatria.decider.Actor;
import org.repatria.edge.Json;
import org.repatria.readmodel.MemoryView;
import org.repatria.testkit.contracts.Contracts;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

final class WorkRoutesTest {

    private static final Instant NOW = Instant.parse("2018-10-01T12:00:00Z");
    private static final Actor CARL = actor("carl.officer", "CO", "XE-CA");
    private static final Actor SARA = actor("sara.supervisor", "SU", "XE-CA");
    private static final Actor RUTH = actor("ruth.supervisor", "SU", "XR-CA");
    private static final Actor LIVIA = actor("livia.liaison", "LI", "XR-CA");
    private static final Actor STRANGER = actor("sven.supervisor", "SU", "XK-CA");

    private static final String VINT = "case-vint";
    private static final String FARVIK = "case-farvik";
    private static final String GRELMO = "case-grelmo";

    private final MemoryView view = MemoryView.of(CaseViewDefinitions.cases());
    private final CaseViews views = new CaseViews(view, MemoryView.of(CaseViewDefinitions.lists()));

    private static Actor actor(String id, String role, String authority) {
        return new Actor(id, Set.of(role), authority);
    }

    /** A published snapshot between XR and XE, with Carl responsible, nothing waiting and no clock. */
    private static ObjectNode snapshot(String id, String name) {
        var row = (ObjectNode) Json.MAPPER.readTree(
                Contracts.find().example("case.snapshot.v1").orElseThrow());
        row.put("id", id).put("state", "ACTIVE").put("requestedState", "XE").put("reviewRequired", false);
        ((ObjectNode) row.path("person")).put("name", name);
        row.putArray("clocks");
        return row;
    }

    private static ObjectNode waiting(ObjectNode row, String id, String kind, String by, String waitsFor) {
        return waiting(row, id, kind, by, waitsFor, "2018-10-09T09:00:00Z");
    }

    private static ObjectNode waiting(
            ObjectNode row, String id, String kind, String by, String waitsFor, String expiresAt) {
        row.withArray("proposals")
                .addObject()
                .put("id", id)
                .put("kind", kind)
                .put("courseId", "pathway-5n8p2r4t6v0w1x3y7z9a2b4cd")
                .put("to", "SURRENDER_ORDERED")
                .put("by", by)
                .put("expiresAt", expiresAt)
                .putArray("waitsFor")
                .add(waitsFor);
        return row;
    }

    private static ObjectNode clock(ObjectNode row, String id, String state, String lastDay) {
        row.withArray("clocks")
                .addObject()
                .put("id", id)
                .put("rule", "CLK-PA-XR-XE")
                .put("kind", "HARD")
                .put("about", "pathway-5n8p2r4t6v0w1x3y7z9a2b4cd")
                .put("state", state)
                .put("lastDay", lastDay)
                .put("actBy", lastDay)
                .put("onExpiry", "PRESUME_RELEASED");
        return row;
    }

    private WebTestClient.ResponseSpec get(Actor actor, String path) {
        return Served.to(actor, NOW, new WorkRoutes(views).api())
                .get()
                .uri(path)
                .exchange();
    }

    private int statusAfter(Actor actor, String path, String id) {
        return Served.to(actor, NOW, new WorkRoutes(views).api())
                .get()
                .uri(path)
                .header("X-Read-After", id + "@1")
                .exchange()
                .returnResult(Void.class)
                .getStatus()
                .value();
    }

    private JsonNode answer(Actor actor, String path) {
        var result = get(actor, path).expectBody(String.class).returnResult();
        assertThat(result.getStatus().value()).as(result.getResponseBody()).isEqualTo(200);
        return Json.MAPPER.readTree(result.getResponseBody());
    }

    private static List<String> ids(JsonNode items) {
        return items.valueStream().map(item -> item.path("id").asString()).toList();
    }

    private List<String> proposals(Actor actor, String query) {
        return ids(answer(actor, "/v1/proposals" + query).path("items"));
    }

    @Nested
    class FindingProposals {

        @Test
        void a_supervisor_finds_what_waits_for_that_side_with_its_person() {
            view.put(Faces.whole(
                    waiting(snapshot(VINT, "Orla Vint"), "proposal-1", "extradition", "rita.legal", "RS-SU")));

            var found = answer(RUTH, "/v1/proposals?waitingForMe=true").path("items");

            assertThat(found).hasSize(1);
            assertThat(found.get(0).path("name").asString()).isEqualTo("Orla Vint");
            assertThat(found.get(0).path("caseId").asString()).isEqualTo(VINT);
            assertThat(found.get(0).path("from").asString()).isEqualTo("PROVISIONALLY_ARRESTED");
            assertThat(found.get(0).path("to").asString()).isEqualTo("SURRENDER_ORDERED");
            assertThat(proposals(SARA, "?waitingForMe=true")).isEmpty();
            assertThat(proposals(SARA, "")).containsExactly("proposal-1");
        }

        @Test
        void what_waits_for_either_side_waits_for_both() {
            view.put(Faces.whole(waiting(snapshot(VINT, "Orla Vint"), "proposal-1", "case", "carl.officer", "SU")));

            assertThat(proposals(SARA, "?waitingForMe=true")).containsExactly("proposal-1");
            assertThat(proposals(RUTH, "?waitingForMe=true")).containsExactly("proposal-1");
        }

        @Test
        void nobody_waits_for_oneself() {
            view.put(Faces.whole(waiting(snapshot(VINT, "Orla Vint"), "proposal-1", "case", "sara.supervisor", "SU")));

            assertThat(proposals(SARA, "?waitingForMe=true")).isEmpty();
        }

        @Test
        void what_has_run_out_waits_for_nobody() {
            view.put(
                    Faces.whole(waiting(snapshot(VINT, "Orla Vint"), "proposal-1", "case", "x", "SU", NOW.toString())));

            assertThat(proposals(SARA, "")).isEmpty();
        }

        @Test
        void only_the_kinds_asked_for() {
            var row = waiting(snapshot(VINT, "Orla Vint"), "proposal-1", "case", "carl.officer", "SU");
            view.put(Faces.whole(waiting(row, "proposal-2", "notice", "carl.officer", "SU")));

            assertThat(proposals(SARA, "?kind=notice")).containsExactly("proposal-2");
            assertThat(proposals(SARA, "?kind=notice&kind=case")).hasSize(2);
        }

        @Test
        void a_page_counts_cases_and_a_cursor_goes_on() {
            var row = waiting(snapshot(VINT, "Orla Vint"), "proposal-1", "case", "carl.officer", "SU");
            view.put(Faces.whole(waiting(row, "proposal-2", "notice", "carl.officer", "SU")));
            view.put(Faces.whole(waiting(snapshot(FARVIK, "Elka Farvik"), "proposal-3", "case", "carl.officer", "SU")));

            var found = new ArrayList<String>();
            var page = answer(SARA, "/v1/proposals?limit=1");
            found.addAll(ids(page.path("items")));
            var next = page.path("next").asString();
            found.addAll(proposals(SARA, "?limit=1&cursor=" + next));

            assertThat(page.path("total").path("count").asInt()).isEqualTo(2);
            assertThat(found).containsExactlyInAnyOrder("proposal-1", "proposal-2", "proposal-3");
        }

        @Test
        void a_liaison_finds_what_waits_for_the_liaison_or_is_her_own_and_nothing_else() {
            var row = waiting(snapshot(VINT, "Orla Vint"), "proposal-1", "assurance", "rita.legal", "RS-LI");
            waiting(row, "proposal-2", "extradition", "rita.legal", "RS-SU");
            view.put(Faces.whole(waiting(row, "proposal-3", "case", "livia.liaison", "SU")));

            assertThat(proposals(LIVIA, "")).containsExactly("proposal-1", "proposal-3");
            assertThat(proposals(LIVIA, "?waitingForMe=true")).containsExactly("proposal-1");
        }

        @Test
        void a_third_state_and_an_analyst_without_the_case_find_nothing() {
            view.put(Faces.whole(waiting(snapshot(VINT, "Orla Vint"), "proposal-1", "case", "carl.officer", "SU")));

            assertThat(proposals(STRANGER, "")).isEmpty();
            assertThat(proposals(actor("ana.analyst", "AN", "XE-CA"), "")).isEmpty();
        }
    }

    @Nested
    class LookingAtMyWork {

        @Test
        void my_cases_come_in_the_order_of_their_next_last_day() {
            view.put(Faces.whole(snapshot(VINT, "Orla Vint")));
            view.put(Faces.whole(clock(snapshot(FARVIK, "Elka Farvik"), "clk-1", "RUNNING", "2019-03-01")));
            view.put(Faces.whole(clock(snapshot(GRELMO, "Ruven Grelmo"), "clk-1", "RUNNING", "2018-12-01")));
            view.put(Faces.whole(snapshot("case-closed", "Closed One").put("state", "CLOSED")));
            view.put(Faces.whole(snapshot("case-other", "Other One").put("assignee", "cora.officer")));

            var cases = answer(CARL, "/v1/work").path("cases");

            assertThat(cases.path("count").asInt()).isEqualTo(3);
            assertThat(cases.path("items")
                            .valueStream()
                            .map(it -> it.path("caseId").asString()))
                    .containsExactly(GRELMO, FARVIK, VINT);
        }

        @Test
        void clocks_are_due_up_to_fourteen_days_ahead_unless_suspended() {
            var row = clock(snapshot(VINT, "Orla Vint"), "clk-last", "RUNNING", "2018-10-15");
            clock(row, "clk-later", "RUNNING", "2018-10-16");
            clock(row, "clk-suspended", "SUSPENDED", "2018-10-02");
            view.put(Faces.whole(clock(row, "clk-over", "EXPIRED_PRESUMED", "2018-09-29")));

            var clocks = answer(CARL, "/v1/work").path("clocks");

            assertThat(clocks.path("count").asInt()).isEqualTo(2);
            assertThat(ids(clocks.path("items"))).containsExactly("clk-over", "clk-last");
        }

        @Test
        void reviews_are_those_that_my_cases_require() {
            view.put(Faces.whole(snapshot(VINT, "Orla Vint")));
            view.put(Faces.whole(snapshot(FARVIK, "Elka Farvik").put("reviewRequired", true)));

            var reviews = answer(CARL, "/v1/work").path("reviews");

            assertThat(reviews.path("count").asInt()).isEqualTo(1);
            assertThat(reviews.path("items").get(0).path("caseId").asString()).isEqualTo(FARVIK);
        }

        @Test
        void what_waits_for_me_comes_whoever_has_the_case() {
            view.put(Faces.whole(waiting(snapshot(VINT, "Orla Vint"), "proposal-1", "case", "carl.officer", "SU")));

            var work = answer(SARA, "/v1/work");

            assertThat(ids(work.path("proposals").path("items"))).containsExactly("proposal-1");
            assertThat(work.path("cases").path("count").asInt()).isZero();
        }

        @Test
        void each_part_shows_its_first_items_and_counts_all() {
            for (var i = 0; i <= WorkRoutes.ITEMS_MAX; i++) {
                view.put(Faces.whole(waiting(
                        clock(snapshot("case-" + i, "Orla Vint"), "clk-1", "RUNNING", "2018-10-02")
                                .put("assignee", "sara.supervisor"),
                        "proposal-" + i,
                        "case",
                        "carl.officer",
                        "SU")));
            }
            view.put(Faces.whole(snapshot(VINT, "Orla Vint")));

            var work = answer(SARA, "/v1/work");

            for (var part : List.of("cases", "proposals", "clocks")) {
                assertThat(work.path(part).path("count").asInt()).as(part).isEqualTo(WorkRoutes.ITEMS_MAX + 1);
                assertThat(work.path(part).path("exact").asBoolean()).as(part).isTrue();
                assertThat(work.path(part).path("items")).as(part).hasSize(WorkRoutes.ITEMS_MAX);
            }
        }
    }

    @Nested
    class SharingCases {

        @Test
        void the_liaison_reads_the_shared_words_and_no_other_field() {
            var row = clock(snapshot(VINT, "Orla Vint"), "clk-1", "RUNNING", "2018-10-15");
            waiting(row, "proposal-1", "extradition", "rita.legal", "RS-SU");
            view.put(
                    Faces.whole(row.put("sharedAssetsWord", "ASSETS_RESTRAINED").put("outcome", "REMOVED")));

            var item = answer(LIVIA, "/v1/shared/cases").path("items").get(0);

            assertThat(item).isEqualTo(Json.MAPPER.readTree("""
                    {"caseId": "case-vint", "name": "Orla Vint", "word": "NOT_AVAILABLE",
                     "assetsWord": "ASSETS_RESTRAINED",
                     "strategy": ["EXTRADITION", "ASSET_RECOVERY"], "requestingState": "XR",
                     "requestedState": "XE"}"""));
        }

        @Test
        void they_are_found_by_word_and_name() {
            view.put(Faces.whole(snapshot(VINT, "Orla Vint")));

            assertThat(answer(LIVIA, "/v1/shared/cases?word=NOT_AVAILABLE&q=Vint")
                            .path("items"))
                    .hasSize(1);
            assertThat(answer(LIVIA, "/v1/shared/cases?word=CONCLUDED").path("items"))
                    .isEmpty();
        }

        @Test
        void figures_of_the_list_tell_nothing_more() {
            view.put(Faces.whole(snapshot(VINT, "Orla Vint")));

            var page = answer(LIVIA, "/v1/shared/cases");

            assertThat(page.propertyNames()).containsExactlyInAnyOrder("items", "total");
        }

        @Test
        void supervisors_see_what_the_other_side_sees() {
            view.put(Faces.whole(snapshot(VINT, "Orla Vint")));

            assertThat(answer(SARA, "/v1/shared/cases").path("items")).hasSize(1);
            assertThat(answer(RUTH, "/v1/shared/cases")).isEqualTo(answer(LIVIA, "/v1/shared/cases"));
        }

        @Test
        void a_third_state_sees_none() {
            view.put(Faces.whole(snapshot(VINT, "Orla Vint")));

            assertThat(answer(STRANGER, "/v1/shared/cases").path("items")).isEmpty();
            assertThat(answer(STRANGER, "/v1/shared/cases")
                            .path("total")
                            .path("count")
                            .asInt())
                    .isZero();
        }

        @Test
        void a_third_state_waits_for_a_case_as_for_one_that_is_not_there() {
            view.put(Faces.whole(snapshot(VINT, "Orla Vint")));

            assertThat(statusAfter(LIVIA, "/v1/shared/cases", VINT)).isEqualTo(200);
            assertThat(statusAfter(STRANGER, "/v1/shared/cases", VINT)).isEqualTo(503);
            assertThat(statusAfter(STRANGER, "/v1/shared/cases", "case-unknown"))
                    .isEqualTo(503);
        }

        @ParameterizedTest
        @ValueSource(strings = {"AN", "CO", "LO", "AM", "AU", "SI"})
        void it_is_no_list_for_others(String role) {
            get(actor("x", role, "XE-CA"), "/v1/shared/cases").expectStatus().isForbidden();
        }
    }
}
