package org.repatria.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.cases.domain.casefile.Cases.NOON;
import static org.repatria.cases.domain.casefile.Cases.TODAY;
import static org.repatria.cases.domain.casefile.Cases.XR_TO_XH;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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
import org.repatria.cases.queries.Faces;
import org.repatria.decider.Actor;
import org.repatria.edge.Json;
import org.repatria.messaging.AggregateType;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.AggregatesFactory;
import org.repatria.readmodel.MemoryView;
import org.repatria.testkit.contracts.Contracts;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.node.ObjectNode;

/** A list with two rows, one of them held, and three cases of it in the view. */
final class ListFunnelTest {

    private static final Actor CARL = new Actor("carl.officer", Set.of("CO"), "XH-CA");
    private static final Actor ANA = new Actor("ana.analyst", Set.of("AN"), "XH-CA");
    private static final Actor OF_THE_OTHER_STATE = new Actor("rolf.officer", Set.of("CO", "SU"), "XR-PG");
    private static final Actor STRANGER = new Actor("sven.supervisor", Set.of("SU", "CO"), "XK-CA");

    private static final String ROWS = """
            name,birth_date,nationality,document_kind,document_country,document_number,offence_summary,authority,location_country,reported_status
            Orla Vint,1958-02-17,XR,PASSPORT,XR,R4471902,Embezzlement of public funds,General Prosecution of \
            Ruvania,XH,LIVING
            Katla Belvor,1962-03-14,XR,PASSPORT,XR,R5518034,Diversion of relief money,General Prosecution of \
            Ruvania,XH,DECEASED
            """;

    private static final RuleBook SHIPPED = ReferenceFiles.load();

    private final Aggregates<ListCommand, CaseList> lists = AggregatesFactory.inMemory()
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
    private final String listId =
            Reception.idOf(new ListDescription(XR_TO_XH, TODAY, "XR-2014-1")).value();
    private final MemoryView caseRows = MemoryView.of(CaseViewDefinitions.cases());

    @TempDir
    private Path uploads;

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
        cases("ACTIVE", "UNDER_CHALLENGE", "CLOSED");
    }

    @AfterEach
    void close() {
        reception.close();
        caseRows.close();
    }

    /** Cases of the list. The other state is not told what is under challenge; an analyst has the active one. */
    private void cases(String... states) {
        for (var state : states) {
            var told = (ObjectNode) Json.MAPPER.readTree(
                    Contracts.find().example("case.snapshot.v1").orElseThrow());
            told.put("id", "case-" + state).put("listId", listId);
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

    private WebTestClient as(Actor actor) {
        var views = new CaseViews(caseRows, MemoryView.of(CaseViewDefinitions.lists()));
        return Served.to(
                actor, NOON, new ListRoutes(lists, reception, intake, entries, views, new Uploads(uploads)).api());
    }

    private WebTestClient.ResponseSpec get(Actor actor, String id) {
        return as(actor).get().uri("/v1/lists/" + id + "/funnel").exchange();
    }

    /** Each step as {@code NAME rows: VALUE rows, ...}. */
    private List<String> steps(Actor actor) {
        var answer = get(actor, listId)
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
        for (var id : List.of(listId, "list-unknown")) {
            get(STRANGER, id)
                    .expectStatus()
                    .isNotFound()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("LIST_NOT_FOUND");
        }
    }
}
