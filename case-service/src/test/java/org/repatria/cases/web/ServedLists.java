package org.repatria.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.cases.domain.casefile.Cases.NOON;
import static org.repatria.cases.domain.casefile.Cases.TODAY;
import static org.repatria.cases.domain.casefile.Cases.XR_TO_XH;

import java.nio.file.Path;
import java.util.Set;
import org.repatria.cases.domain.casefile.CaseDecider;
import org.repatria.cases.domain.law.RuleBook;
import org.repatria.cases.domain.lists.CaseList;
import org.repatria.cases.domain.lists.ListCommand;
import org.repatria.cases.domain.lists.ListDecider;
import org.repatria.cases.domain.lists.ListDescription;
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
import org.repatria.decider.Actor;
import org.repatria.messaging.AggregateStore;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.AggregatesFactory;
import org.repatria.readmodel.MemoryView;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The routes of lists with one list of two rows: the first was opened, the second is held. */
final class ServedLists implements AutoCloseable {

    static final Actor CARL = new Actor("carl.officer", Set.of("CO"), "XH-CA");
    static final Actor SARA = new Actor("sara.supervisor", Set.of("SU"), "XH-CA");
    static final Actor OF_THE_OTHER_STATE = new Actor("rolf.officer", Set.of("CO", "SU"), "XR-PG");
    static final Actor STRANGER = new Actor("sven.supervisor", Set.of("SU", "CO"), "XK-CA");

    static final int OPENED = 1;
    static final int HELD = 2;

    static final String ROWS = """
            name,birth_date,nationality,document_kind,document_country,document_number,offence_summary,authority,location_country,reported_status
            Orla Vint,1958-02-17,XR,PASSPORT,XR,R4471902,Embezzlement of public funds,General Prosecution of \
            Ruvania,XH,LIVING
            Katla Belvor,1962-03-14,XR,PASSPORT,XR,R5518034,Diversion of relief money,General Prosecution of \
            Ruvania,XH,DECEASED
            """;

    private static final RuleBook SHIPPED = ReferenceFiles.load();

    private final Aggregates<ListCommand, CaseList> lists;
    private final EntriesInMemory entries = new EntriesInMemory();
    private final Intake intake;
    private final Reception reception;
    private final CaseViews views;
    private final Path uploads;
    private int keys;

    /**
     * With the list handed over.
     *
     * @param store of lists
     * @param cases the rows that the view of cases shows
     */
    ServedLists(AggregateStore store, MemoryView cases, Path uploads) {
        this.uploads = uploads;
        lists = AggregatesFactory.inMemory(_ -> store).of(ListPublishing.type(new ListDecider(_ -> SHIPPED)));
        var opened = AggregatesFactory.inMemory().of(CasePublishing.type(new CaseDecider(_ -> SHIPPED)));
        intake = new Intake(opened, lists, new Claiming(new ClaimsInMemory(), Set::of), entries, () -> NOON);
        reception = new Reception(lists, intake);
        views = new CaseViews(cases, MemoryView.of(CaseViewDefinitions.lists()));
        assertThat(handOver(CARL, "XR-2014-1", "XR", "XH").getResponseBody()).contains("\"opened\":1", "\"held\":1");
    }

    static String id() {
        return Reception.idOf(new ListDescription(XR_TO_XH, TODAY, "XR-2014-1")).value();
    }

    static String path() {
        return "/v1/lists/" + id();
    }

    static String row(int row, String ending) {
        return "/entries/" + row + ending;
    }

    WebTestClient as(Actor actor) {
        return Served.to(
                actor, NOON, new ListRoutes(lists, reception, intake, entries, views, new Uploads(uploads)).api());
    }

    EntityExchangeResult<String> handOver(Actor actor, String reference, String requesting, String requested) {
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

    EntityExchangeResult<String> post(Actor actor, String ending, String body) {
        return post(actor, ending, "key-" + ++keys, "*", body);
    }

    EntityExchangeResult<String> post(Actor actor, String ending, String key, String version, String body) {
        return as(actor)
                .post()
                .uri(path() + ending)
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

    EntityExchangeResult<String> get(Actor actor, String ending) {
        return as(actor)
                .get()
                .uri(path() + ending)
                .exchange()
                .expectBody(String.class)
                .returnResult();
    }

    @Override
    public void close() {
        reception.close();
    }
}
