package org.repatria.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.cases.domain.casefile.Cases.NOON;
import static org.repatria.cases.domain.casefile.Cases.TODAY;
import static org.repatria.cases.domain.casefile.Cases.XR_TO_XH;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.repatria.cases.domain.casefile.Case;
import org.repatria.cases.domain.casefile.CaseCommand;
import org.repatria.cases.domain.casefile.CaseDecider;
import org.repatria.cases.domain.casefile.CaseEvent;
import org.repatria.cases.domain.law.RuleBook;
import org.repatria.cases.domain.lists.CaseList;
import org.repatria.cases.domain.lists.ListCommand;
import org.repatria.cases.domain.lists.ListDecider;
import org.repatria.cases.domain.lists.ListDescription;
import org.repatria.cases.domain.lists.ListEvent;
import org.repatria.cases.flows.intake.Claiming;
import org.repatria.cases.flows.intake.ClaimsInMemory;
import org.repatria.cases.flows.intake.EntriesInMemory;
import org.repatria.cases.flows.intake.Intake;
import org.repatria.cases.flows.intake.Reception;
import org.repatria.cases.law.ReferenceFiles;
import org.repatria.cases.publishing.CasePublishing;
import org.repatria.cases.publishing.ListPublishing;
import org.repatria.cases.queries.CaseViewDefinitions;
import org.repatria.cases.queries.CaseViews;
import org.repatria.cases.web.CountingStore.Cost;
import org.repatria.decider.Actor;
import org.repatria.messaging.AggregateType;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.AggregatesFactory;
import org.repatria.readmodel.MemoryView;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * What a command on a list costs at the store, from the route down. It also tests what those hear for whom there is no
 * such list.
 */
final class ListCommandCostTest {

    private static final Actor CARL = new Actor("carl.officer", Set.of("CO"), "XH-CA");
    private static final Actor SARA = new Actor("sara.supervisor", Set.of("SU"), "XH-CA");
    private static final Actor OF_THE_OTHER_STATE = new Actor("rolf.officer", Set.of("CO", "SU"), "XR-PG");
    private static final Actor STRANGER = new Actor("sven.supervisor", Set.of("SU", "CO"), "XK-CA");

    private static final int OPENED = 1;
    private static final int HELD = 2;

    private static final String ROWS = """
            name,birth_date,nationality,document_kind,document_country,document_number,offence_summary,authority,location_country,reported_status
            Orla Vint,1958-02-17,XR,PASSPORT,XR,R4471902,Embezzlement of public funds,General Prosecution of \
            Ruvania,XH,LIVING
            Katla Belvor,1962-03-14,XR,PASSPORT,XR,R5518034,Diversion of relief money,General Prosecution of \
            Ruvania,XH,DECEASED
            """;
    private static final String ACKNOWLEDGEMENT = "{\"on\": \"" + TODAY + "\"}";
    private static final String REASONS = "{\"reasons\": \"the register agrees\"}";

    private static final RuleBook SHIPPED = ReferenceFiles.load();

    private final CountingStore store = new CountingStore();
    private final Aggregates<ListCommand, CaseList> lists = AggregatesFactory.inMemory(_ -> store)
            .of(new AggregateType<>(
                    "list",
                    "lists",
                    "case",
                    CaseList.class,
                    ListEvent.class,
                    new ListDecider(_ -> SHIPPED),
                    new ListPublishing()));
    private final Aggregates<CaseCommand, Case> cases = AggregatesFactory.inMemory()
            .of(new AggregateType<>(
                    "case",
                    "cases",
                    "case",
                    Case.class,
                    CaseEvent.class,
                    new CaseDecider(_ -> SHIPPED),
                    new CasePublishing()));
    private final EntriesInMemory entries = new EntriesInMemory();
    private final Intake intake =
            new Intake(cases, lists, new Claiming(new ClaimsInMemory(), Set::of), entries, () -> NOON);
    private final Reception reception = new Reception(lists, intake);
    private final String path = "/v1/lists/" + Reception.idOf(new ListDescription(XR_TO_XH, TODAY, "XR-2014-1"));

    @TempDir
    private Path uploads;

    private int keys;

    @BeforeEach
    void aListIsHere() {
        var answer = as(CARL).post()
                .uri("/v1/lists?requestingState=XR&requestedState=XH&reference=XR-2014-1&handedOverOn=" + TODAY)
                .header("Idempotency-Key", "hand-over")
                .contentType(MediaType.parseMediaType("text/csv"))
                .bodyValue(ROWS)
                .exchange()
                .expectBody(String.class)
                .returnResult();
        assertThat(answer.getResponseBody()).contains("\"opened\":1", "\"held\":1");
        store.forget();
    }

    @AfterEach
    void close() {
        reception.close();
    }

    private WebTestClient as(Actor actor) {
        var views =
                new CaseViews(MemoryView.of(CaseViewDefinitions.cases()), MemoryView.of(CaseViewDefinitions.lists()));
        return Served.to(
                actor, NOON, new ListRoutes(lists, reception, intake, entries, views, new Uploads(uploads)).api());
    }

    private EntityExchangeResult<String> post(Actor actor, String ending, String body) {
        return post(actor, ending, "key-" + ++keys, "*", body);
    }

    private EntityExchangeResult<String> post(Actor actor, String ending, String key, String version, String body) {
        return as(actor)
                .post()
                .uri(path + ending)
                .header("Idempotency-Key", key)
                .headers(headers -> {
                    if (!version.equals("*")) {
                        headers.set("If-Match", version);
                    }
                })
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectBody(String.class)
                .returnResult();
    }

    private static int status(EntityExchangeResult<String> answer) {
        return answer.getStatus().value();
    }

    private static String row(int row, String ending) {
        return "/entries/" + row + ending;
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
            assertThat(as(CARL).get()
                            .uri(path)
                            .exchange()
                            .expectBody(String.class)
                            .returnResult()
                            .getResponseBody())
                    .contains("\"opened\":2", "\"held\":0");
        }

        @Test
        void the_same_key_again_writes_nothing() {
            post(CARL, "/acknowledgement", "same", "*", ACKNOWLEDGEMENT);
            store.forget();

            assertThat(status(post(CARL, "/acknowledgement", "same", "*", ACKNOWLEDGEMENT)))
                    .isEqualTo(200);
            assertThat(store.cost()).isEqualTo(new Cost(1, 0));
        }
    }

    @Nested
    class HandingOver {

        private EntityExchangeResult<String> handsOver(
                Actor actor, String reference, String requesting, String requested) {
            return as(actor)
                    .post()
                    .uri("/v1/lists?requestingState=" + requesting + "&requestedState=" + requested + "&reference="
                            + reference + "&handedOverOn=" + TODAY)
                    .header("Idempotency-Key", "key-" + ++keys)
                    .contentType(MediaType.parseMediaType("text/csv"))
                    .bodyValue(ROWS)
                    .exchange()
                    .expectBody(String.class)
                    .returnResult();
        }

        private static String withoutTrace(EntityExchangeResult<String> answer) {
            return String.valueOf(answer.getResponseBody()).replaceAll("\"traceId\":\"[0-9a-f]+\"", "");
        }

        @Test
        void a_third_state_hears_the_same_of_a_list_that_is_here_and_of_one_that_is_not() {
            var here = handsOver(STRANGER, "XR-2014-1", "XR", "XH");
            var nowhere = handsOver(STRANGER, "XR-2014-9", "XR", "XH");

            assertThat(status(here)).isEqualTo(403);
            assertThat(withoutTrace(here)).isEqualTo(withoutTrace(nowhere));
            assertThat(here.getResponseHeaders().headerNames())
                    .isEqualTo(nowhere.getResponseHeaders().headerNames());
            assertThat(store.cost()).isEqualTo(new Cost(0, 0));
        }

        @Test
        void a_list_of_a_state_with_itself_is_refused_with_its_field_and_rule() {
            var answer = handsOver(CARL, "XH-1", "XH", "XH");

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
            var answer = post(STRANGER, "/acknowledgement", "key", "\"7\"", ACKNOWLEDGEMENT);

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
