package org.repatria.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.cases.web.ServedLists.CARL;
import static org.repatria.cases.web.ServedLists.OF_THE_OTHER_STATE;
import static org.repatria.cases.web.ServedLists.STRANGER;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.repatria.cases.queries.CaseViewDefinitions;
import org.repatria.cases.queries.Faces;
import org.repatria.decider.Actor;
import org.repatria.edge.Json;
import org.repatria.messaging.InMemoryStore;
import org.repatria.readmodel.MemoryView;
import org.repatria.testkit.contracts.Contracts;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.node.ObjectNode;

/** A list with two rows, one of them held, and three cases of it in the view. */
final class ListFunnelTest {

    private static final Actor ANA = new Actor("ana.analyst", Set.of("AN"), "XH-CA");

    private final MemoryView caseRows = MemoryView.of(CaseViewDefinitions.cases());

    @TempDir
    private Path uploads;

    private ServedLists lists;

    @BeforeEach
    void aListIsHere() {
        lists = new ServedLists(new InMemoryStore(), caseRows, uploads);
        cases("ACTIVE", "UNDER_CHALLENGE", "CLOSED");
    }

    @AfterEach
    void close() {
        lists.close();
        caseRows.close();
    }

    /** Cases of the list. The other state is not told what is under challenge; an analyst has the active one. */
    private void cases(String... states) {
        for (var state : states) {
            var told = (ObjectNode) Json.MAPPER.readTree(
                    Contracts.find().example("case.snapshot.v1").orElseThrow());
            told.put("id", "case-" + state).put("listId", ServedLists.id());
            told.put("state", state.equals("UNDER_CHALLENGE") ? "NOT_AVAILABLE" : state);
            told.put("assignee", state.equals("ACTIVE") ? ANA.id() : CARL.id());
            if (state.equals("CLOSED")) {
                told.put("outcome", "SURRENDERED");
            }
            var row = Faces.whole(told);
            ((ObjectNode) row.path("all")).put("state", state);
            caseRows.put(row);
            caseRows.put(Faces.whole(told.put("id", "case-elsewhere").put("listId", "list-other")));
        }
    }

    private WebTestClient.ResponseSpec get(Actor actor, String id) {
        return lists.as(actor).get().uri("/v1/lists/" + id + "/funnel").exchange();
    }

    /** Each step as {@code NAME rows: VALUE rows, ...}. */
    private List<String> steps(Actor actor) {
        var answer = get(actor, ServedLists.id())
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult();
        return Json.MAPPER
                .readTree(answer.getResponseBody())
                .path("steps")
                .valueStream()
                .map(step ->
                        step.path("name").asString() + " " + step.path("rows").asInt() + ": "
                                + step.path("by")
                                        .valueStream()
                                        .map(by -> by.path("value").asString() + " "
                                                + by.path("rows").asInt())
                                        .collect(Collectors.joining(", ")))
                .toList();
    }

    private static final List<String> SCREENING =
            List.of("HANDED_OVER 2: ", "SCREENED 2: OPENED 1, HELD 1, DUPLICATE_OF 0, REJECTED 0");

    @Test
    void it_goes_from_the_rows_to_the_outcomes_of_the_cases() {
        assertThat(steps(CARL))
                .startsWith(SCREENING.toArray(String[]::new))
                .endsWith("CASES 3: ACTIVE 1, CLOSED 1, UNDER_CHALLENGE 1", "CONCLUDED 1: SURRENDERED 1");
    }

    @Test
    void the_other_state_gets_the_cases_as_it_is_told() {
        assertThat(steps(OF_THE_OTHER_STATE))
                .startsWith(SCREENING.toArray(String[]::new))
                .endsWith("CASES 3: ACTIVE 1, CLOSED 1, NOT_AVAILABLE 1", "CONCLUDED 1: SURRENDERED 1");
    }

    @Test
    void who_may_read_the_list_and_not_its_cases_gets_the_cases_that_are_theirs() {
        assertThat(steps(ANA))
                .startsWith(SCREENING.toArray(String[]::new))
                .endsWith("CASES 1: ACTIVE 1", "CONCLUDED 0: ");
    }

    @Test
    void to_a_third_state_there_is_no_such_list() {
        for (var id : List.of(ServedLists.id(), "list-unknown")) {
            get(STRANGER, id)
                    .expectStatus()
                    .isNotFound()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("LIST_NOT_FOUND");
        }
    }
}
