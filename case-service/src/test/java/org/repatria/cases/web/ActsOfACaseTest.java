package org.repatria.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.repatria.decider.Actor;
import org.repatria.edge.Json;

/** What a page may offer to whoever looks at a case for which nobody is responsible. */
final class ActsOfACaseTest {

    private static final Actor CARL = new Actor("carl.officer", Set.of("CO"), "XH-CA");
    private static final Actor SARA = new Actor("sara.supervisor", Set.of("SU"), "XH-CA");
    private static final Actor STRANGER = new Actor("kuno.officer", Set.of("CO"), "XK-CA");

    private final CaseDesk desk = new CaseDesk();

    @Test
    void an_officer_takes_what_nobody_has_and_submits_only_what_is_his_own() {
        assertThat(actsOf(CARL))
                .contains("readCase", "assignCase", "recordFacts")
                .doesNotContain("submitCase", "holdCase");
    }

    @Test
    void a_supervisor_is_offered_what_is_for_supervisors() {
        assertThat(actsOf(SARA)).contains("assignCase", "holdCase").doesNotContain("recordFacts");
    }

    @Test
    void a_third_state_gets_the_answer_of_a_case_that_is_not_there() {
        var answer = desk.get(STRANGER, "/acts");

        assertThat(answer.getStatus().value()).isEqualTo(404);
        assertThat(answer.getResponseBody()).contains("CASE_NOT_FOUND").doesNotContain("operations");
    }

    private List<String> actsOf(Actor actor) {
        return Json.MAPPER
                .readTree(desk.get(actor, "/acts").getResponseBody())
                .path("operations")
                .valueStream()
                .map(operation -> operation.asString())
                .toList();
    }
}
