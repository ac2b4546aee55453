package org.repatria.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.repatria.cases.web.CountingStore.Cost;
import org.repatria.decider.Actor;
import org.repatria.edge.Examples;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

/** What a command on a case costs at the store, from the route down. Who may give it costs no reading of its own. */
final class CommandCostTest {

    private static final Actor CARL = new Actor("carl.officer", Set.of("CO"), "XH-CA");
    private static final Actor LENA = new Actor("lena.legal", Set.of("LO"), "XH-CA");
    private static final Actor SARA = new Actor("sara.supervisor", Set.of("SU"), "XH-CA");
    private static final Actor STRANGER = new Actor("sven.supervisor", Set.of("SU", "CO", "LO"), "XK-CA");

    private static final String FACTS = """
            {"facts": [{"name": "HS_NATIONAL", "value": "NO", "kind": "FACT", "source": "register", \
            "asOf": "2014-08-01"}]}""";
    private static final String CHECK = """
            {"check": "SG-06", "result": "PASS", "reasons": "no such motive", "evidence": ["doc-1"], \
            "on": "2014-08-28"}""";

    private final CountingStore store = new CountingStore();
    private final CaseDesk desk = new CaseDesk(store);

    @BeforeEach
    void forgetTheOpening() {
        store.forget();
    }

    private static int status(EntityExchangeResult<String> answer) {
        return answer.getStatus().value();
    }

    /** The case was written by this process last, so nothing of it is read. */
    @Nested
    class Doing {

        @Test
        void a_fact_costs_one_write() {
            assertThat(status(desk.post(CARL, "/facts", FACTS))).isEqualTo(200);

            assertThat(store.cost()).isEqualTo(new Cost(0, 1));
        }

        @Test
        void a_run_of_the_engine_costs_one_write() {
            assertThat(status(desk.post(LENA, "/assessments", ""))).isEqualTo(200);

            assertThat(store.cost()).isEqualTo(new Cost(0, 1));
        }

        @Test
        void an_assignment_costs_one_write() {
            assertThat(status(desk.post(SARA, "/assignment", 1, "key", "{\"assignee\": \"carl.officer\"}")))
                    .isEqualTo(200);

            assertThat(store.cost()).isEqualTo(new Cost(0, 1));
        }

        @Test
        void a_check_costs_one_write() {
            assertThat(status(desk.post(LENA, "/checks", CHECK))).isEqualTo(200);

            assertThat(store.cost()).isEqualTo(new Cost(0, 1));
        }
    }

    @Nested
    class Refusing {

        @Test
        void a_blocked_move_costs_one_read() {
            assertThat(status(desk.post(LENA, "/moves", Examples.of("moveCase"))))
                    .isEqualTo(409);

            assertThat(store.cost()).isEqualTo(new Cost(1, 0));
        }

        @Test
        void a_strategy_before_acceptance_costs_one_read() {
            assertThat(status(desk.post(LENA, "/strategies", Examples.of("proposeStrategy"))))
                    .isEqualTo(409);

            assertThat(store.cost()).isEqualTo(new Cost(1, 0));
        }

        @Test
        void to_a_stranger_there_is_no_case_and_nothing_was_written() {
            var answer = desk.post(STRANGER, "/facts", FACTS);

            assertThat(status(answer)).isEqualTo(404);
            assertThat(answer.getResponseBody()).contains("CASE_NOT_FOUND");
            assertThat(store.cost()).isEqualTo(new Cost(1, 0));
        }

        @Test
        void to_a_stranger_a_wrong_version_tells_nothing() {
            var answer = desk.post(STRANGER, "/hold", 7, "key", Examples.of("holdCase"));

            assertThat(status(answer)).isEqualTo(404);
            assertThat(answer.getResponseHeaders().getETag()).isNull();
        }

        @Test
        void what_is_not_for_the_role_costs_no_read() {
            assertThat(status(desk.post(CARL, "/hold", 1, "key", Examples.of("holdCase"))))
                    .isEqualTo(403);

            assertThat(store.cost()).isEqualTo(new Cost(0, 0));
        }

        @Test
        void what_is_for_the_assigned_only_is_forbidden_to_others() {
            assertThat(status(desk.post(CARL, "/submission", 1, "key", ""))).isEqualTo(403);

            assertThat(store.cost()).isEqualTo(new Cost(1, 0));
        }
    }

    @Nested
    class Assigning {

        private EntityExchangeResult<String> assigns(String assignee) {
            return desk.post(
                    SARA, "/assignment", 1, "key-" + assignee.hashCode(), "{\"assignee\": \"" + assignee + "\"}");
        }

        private static String withoutTrace(EntityExchangeResult<String> answer) {
            return String.valueOf(answer.getResponseBody()).replaceAll("\"traceId\":\"[0-9a-f]+\"", "");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "nobody.known",
                    "rina.officer",
                    "amir.assets",
                    "sara.supervisor",
                    "carl officer",
                    "CARL.OFFICER"
                })
        void who_is_unknown_of_another_state_or_without_the_office_gets_the_one_answer(String assignee) {
            var answer = assigns(assignee);

            assertThat(status(answer)).isEqualTo(422);
            assertThat(withoutTrace(answer))
                    .isEqualTo(withoutTrace(assigns("quite.unknown")))
                    .contains("ASSIGNEE_UNKNOWN", "/assignee");
        }

        @Test
        void an_unknown_assignee_costs_one_read() {
            assigns("nobody.known");

            assertThat(store.cost()).isEqualTo(new Cost(1, 0));
        }

        @Test
        void whoever_takes_a_case_on_a_version_that_is_not_the_current_one_is_told_so() {
            var answer = desk.post(CARL, "/assignment", 7, "key", "{\"assignee\": \"carl.officer\"}");

            assertThat(status(answer)).isEqualTo(412);
            assertThat(answer.getResponseBody()).contains("VERSION_STALE");
        }

        @Test
        void to_a_stranger_there_is_no_case_whoever_is_named() {
            for (var assignee : List.of("carl.officer", "nobody.known")) {
                assertThat(desk.post(
                                        STRANGER,
                                        "/assignment",
                                        1,
                                        "key-" + assignee,
                                        "{\"assignee\": \"" + assignee + "\"}")
                                .getResponseBody())
                        .contains("CASE_NOT_FOUND");
            }
        }
    }

    @Nested
    class Repeating {

        @Test
        void the_same_key_again_writes_nothing() {
            var first = desk.post(LENA, "/assessments", 0, "same", "");
            store.forget();
            var again = desk.post(LENA, "/assessments", 0, "same", "");

            assertThat(again.getResponseBody()).isEqualTo(first.getResponseBody());
            assertThat(store.cost()).isEqualTo(new Cost(1, 0));
        }
    }
}
