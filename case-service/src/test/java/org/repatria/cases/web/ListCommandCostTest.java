package org.repatria.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.cases.domain.casefile.Cases.TODAY;
import static org.repatria.cases.web.ServedLists.CARL;
import static org.repatria.cases.web.ServedLists.HELD;
import static org.repatria.cases.web.ServedLists.OF_THE_OTHER_STATE;
import static org.repatria.cases.web.ServedLists.OPENED;
import static org.repatria.cases.web.ServedLists.SARA;
import static org.repatria.cases.web.ServedLists.STRANGER;
import static org.repatria.cases.web.ServedLists.row;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.repatria.cases.queries.CaseViewDefinitions;
import org.repatria.cases.web.CountingStore.Cost;
import org.repatria.decider.Actor;
import org.repatria.readmodel.MemoryView;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

/**
 * What a command on a list costs at the store, from the route down. It also tests what those hear for whom there is no
 * such list.
 */
final class ListCommandCostTest {

    private static final String ACKNOWLEDGEMENT = "{\"on\": \"" + TODAY + "\"}";
    private static final String REASONS = "{\"reasons\": \"the register agrees\"}";

    private final CountingStore store = new CountingStore();
    private final MemoryView caseRows = MemoryView.of(CaseViewDefinitions.cases());

    @TempDir
    private Path uploads;

    private ServedLists lists;

    @BeforeEach
    void aListIsHere() {
        lists = new ServedLists(store, caseRows, uploads);
        store.forget();
    }

    @AfterEach
    void close() {
        lists.close();
        caseRows.close();
    }

    private EntityExchangeResult<String> post(Actor actor, String ending, String body) {
        return lists.post(actor, ending, body);
    }

    private static int status(EntityExchangeResult<String> answer) {
        return answer.getStatus().value();
    }

    @Nested
    class Doing {

        @Test
        void an_acknowledgement_costs_one_write() {
            assertThat(status(post(CARL, "/acknowledgement", ACKNOWLEDGEMENT))).isEqualTo(200);

            assertThat(store.cost()).isEqualTo(new Cost(0, 1));
        }

        @Test
        void a_proposal_for_a_held_row_costs_one_write() {
            assertThat(status(post(CARL, row(HELD, "/release"), REASONS))).isEqualTo(200);

            assertThat(store.cost()).isEqualTo(new Cost(0, 1));
        }

        @Test
        void the_second_person_has_it_carried_out() {
            post(CARL, row(HELD, "/release"), REASONS);

            assertThat(status(post(SARA, row(HELD, "/approval"), REASONS))).isEqualTo(200);
            assertThat(lists.get(CARL, "").getResponseBody()).contains("\"opened\":2", "\"held\":0");
        }

        @Test
        void the_same_key_again_writes_nothing() {
            lists.post(CARL, "/acknowledgement", "same", "*", ACKNOWLEDGEMENT);
            store.forget();

            assertThat(status(lists.post(CARL, "/acknowledgement", "same", "*", ACKNOWLEDGEMENT)))
                    .isEqualTo(200);
            assertThat(store.cost()).isEqualTo(new Cost(1, 0));
        }
    }

    @Nested
    class HandingOver {

        private static String withoutTrace(EntityExchangeResult<String> answer) {
            return String.valueOf(answer.getResponseBody()).replaceAll("\"traceId\":\"[0-9a-f]+\"", "");
        }

        @Test
        void a_third_state_hears_the_same_of_a_list_that_is_here_and_of_one_that_is_not() {
            var here = lists.handOver(STRANGER, "XR-2014-1", "XR", "XH");
            var nowhere = lists.handOver(STRANGER, "XR-2014-9", "XR", "XH");

            assertThat(status(here)).isEqualTo(403);
            assertThat(withoutTrace(here)).isEqualTo(withoutTrace(nowhere));
            assertThat(here.getResponseHeaders().headerNames())
                    .isEqualTo(nowhere.getResponseHeaders().headerNames());
            assertThat(store.cost()).isEqualTo(new Cost(0, 0));
        }

        @Test
        void a_list_of_a_state_with_itself_is_refused_with_its_field_and_rule() {
            var answer = lists.handOver(CARL, "XH-1", "XH", "XH");

            assertThat(status(answer)).isEqualTo(400);
            assertThat(answer.getResponseBody()).contains("query:requestedState", "TWO_STATES");
        }
    }

    @Nested
    class Refusing {

        @Test
        void to_a_stranger_there_is_no_list() {
            var answer = post(STRANGER, "/acknowledgement", ACKNOWLEDGEMENT);

            assertThat(status(answer)).isEqualTo(404);
            assertThat(answer.getResponseBody()).contains("LIST_NOT_FOUND");
            assertThat(store.cost()).isEqualTo(new Cost(1, 0));
        }

        @Test
        void to_a_stranger_a_wrong_version_tells_nothing() {
            var answer = lists.post(STRANGER, "/acknowledgement", "key", "\"7\"", ACKNOWLEDGEMENT);

            assertThat(status(answer)).isEqualTo(404);
            assertThat(answer.getResponseHeaders().getETag()).isNull();
        }

        @Test
        void a_stranger_does_not_learn_which_rows_there_are() {
            for (var row : List.of(OPENED, HELD, 3)) {
                assertThat(post(STRANGER, row(row, "/release"), REASONS).getResponseBody())
                        .contains("LIST_NOT_FOUND");
            }
        }

        @Test
        void the_state_that_handed_over_does_not_acknowledge() {
            assertThat(status(post(OF_THE_OTHER_STATE, "/acknowledgement", ACKNOWLEDGEMENT)))
                    .isEqualTo(403);

            assertThat(store.cost()).isEqualTo(new Cost(1, 0));
        }

        @Test
        void what_is_not_for_the_role_costs_no_read() {
            assertThat(status(post(CARL, row(HELD, "/approval"), REASONS))).isEqualTo(403);

            assertThat(store.cost()).isEqualTo(new Cost(0, 0));
        }

        @Test
        void a_row_that_is_not_held_or_not_there_is_named() {
            assertThat(post(CARL, row(OPENED, "/release"), REASONS).getResponseBody())
                    .contains("LIST_ROW_NOT_HELD");
            assertThat(post(CARL, row(3, "/release"), REASONS).getResponseBody())
                    .contains("LIST_ROW_NOT_FOUND");
        }
    }
}
