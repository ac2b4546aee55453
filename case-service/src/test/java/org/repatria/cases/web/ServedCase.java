package org.repatria.cases.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.repatria.cases.domain.casefile.Case;
import org.repatria.cases.domain.casefile.CaseCommand;
import org.repatria.cases.domain.casefile.CaseDecider;
import org.repatria.cases.domain.casefile.CaseEvent;
import org.repatria.cases.domain.casefile.Cases;
import org.repatria.cases.domain.law.RuleBook;
import org.repatria.cases.flows.intake.Claiming;
import org.repatria.cases.flows.intake.ClaimsInMemory;
import org.repatria.cases.law.ReferenceFiles;
import org.repatria.cases.publishing.CasePublishing;
import org.repatria.cases.queries.CaseViewDefinitions;
import org.repatria.cases.queries.CaseViews;
import org.repatria.decider.Actor;
import org.repatria.decider.Decider;
import org.repatria.decider.Decision;
import org.repatria.decider.Occasion;
import org.repatria.edge.Api;
import org.repatria.edge.Endpoint;
import org.repatria.edge.Json;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.AggregatesFactory;
import org.repatria.messaging.CommandEnvelope;
import org.repatria.messaging.InMemoryStore;
import org.repatria.messaging.JournalEntry;
import org.repatria.readmodel.MemoryView;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.node.ObjectNode;

/** One case as it came to be, behind all routes that cases have, for whoever asks. */
public final class ServedCase implements AutoCloseable {

    private static final RuleBook SHIPPED = ReferenceFiles.load();

    /** Every call belongs to one trace, so that answers differ in nothing that is drawn. */
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    /** What stands for the variables of a path, where one value does not do. */
    private static final Map<String, List<String>> VARIABLES = Map.of(
            "courseId", List.of("pathway-1", "pathway-2", "notice-1"),
            "gate", List.of("REMOVAL", "SURRENDER", "NOTICE_PUBLISH"),
            "clockId", List.of("clk-1", "clk-h-1"),
            "entryId", List.of("h-1", "v-1"),
            "number", List.of("1", "2"));

    /** What lists are asked for besides everything. */
    private static final Map<String, List<String>> QUERIES = Map.of(
            "findCases",
                    List.of(
                            "?facets=true",
                            "?clockDueBefore=2099-01-01",
                            "?clockDueBefore=2015-06-01&facets=true",
                            "?clockDueFrom=2014-01-01",
                            "?clockDueFrom=2015-01-01&clockDueBefore=2015-06-01",
                            "?pathwayState=removal.DETERMINED",
                            "?pathway=removal",
                            "?pathway=hostProsecution",
                            "?state=ACTIVE",
                            "?state=ON_HOLD&state=UNDER_CHALLENGE",
                            "?state=NOT_AVAILABLE",
                            "?missingCheck=SG-09",
                            "?q=Vint&sort=nextLastDay",
                            "?possibleDuplicate=true"),
            "caseFigures",
                    List.of("?from=2014-09-01&days=62", "?state=NOT_AVAILABLE", "?pathway=removal&from=2015-06-01"),
            "caseJournal", List.of("?limit=100", "?limit=100&cursor=60"),
            "findClocks",
                    List.of(
                            "?rule=CLK-LIM-HOST-OFFENCE",
                            "?dueBefore=2099-01-01",
                            "?dueFrom=2014-01-01",
                            "?state=SUSPENDED"),
            "findProposals", List.of("?waitingForMe=true"),
            "findSharedCases", List.of("?word=NOT_AVAILABLE", "?q=Vint"));

    private final InMemoryStore store = new InMemoryStore();
    private final MemoryView view = MemoryView.of(CaseViewDefinitions.cases());
    private final Aggregates<CaseCommand, Case> cases =
            AggregatesFactory.inMemory(_ -> store).of(CasePublishing.type(new CaseDecider(_ -> SHIPPED)));
    private final Aggregates<List<CaseEvent>, Case> past =
            AggregatesFactory.inMemory(_ -> store).of(CasePublishing.type(new AsItHappened()));
    private final List<JournalEntry> journal = new ArrayList<>();
    private final Map<Actor, WebTestClient> clients = new HashMap<>();
    private final List<Api> apis = apis();
    private final Instant now;
    private int keys;

    /** @param now when whoever asks asks */
    public ServedCase(List<Taken> history, Instant now) {
        this.now = now;
        history.forEach(this::take);
        show();
    }

    /** What came of one command. */
    public record Taken(Actor by, Instant at, List<CaseEvent> events) {}

    /** What somebody is told who asks. */
    public record Told(int status, Map<String, List<String>> headers, String body) {}

    /** A command that the API documents name, with the body that they show. */
    public record DocumentedCommand(String operationId, String path, String body, boolean versioned) {}

    /** Takes what happened as it is. */
    private static final class AsItHappened implements Decider<List<CaseEvent>, Case, CaseEvent> {
        private final CaseDecider cases = new CaseDecider(_ -> SHIPPED);

        @Override
        public Case initial() {
            return cases.initial();
        }

        @Override
        public Decision<CaseEvent> decide(List<CaseEvent> command, Case state, Occasion occasion) {
            return Decision.acceptAll(command);
        }

        @Override
        public Case evolve(Case state, CaseEvent event) {
            return cases.evolve(state, event);
        }
    }

    private List<Api> apis() {
        var seen = new SeenCases(cases, _ -> SHIPPED);
        var views = new CaseViews(view, MemoryView.of(CaseViewDefinitions.lists()));
        return List.of(
                new CaseRoutes(cases, seen, new Claiming(new ClaimsInMemory(), Set::of), views, CaseDesk.OFFICERS)
                        .api(),
                new DossierRoutes(seen, CaseDesk.OFFICERS).api(),
                new DossierReading(seen, CaseDesk.NO_ASSETS).api(),
                new ClockRoutes(seen, CaseDesk.OFFICERS, views, _ -> SHIPPED).api(),
                new WorkRoutes(views).api());
    }

    private void take(Taken taken) {
        past.execute(CommandEnvelope.of(Cases.ORLAS.value(), taken.events(), Occasion.of(taken.by(), taken.at())))
                .block();
        relay();
    }

    /** What a relay does: what is pending goes to the journal, and would go out to Kafka. */
    private void relay() {
        var id = Cases.ORLAS.value();
        var pending = store.load(List.of(id)).block().get(id).outbox();
        if (!pending.isEmpty()) {
            store.appendToJournal(pending).block();
            store.clear(
                            Map.of(id, pending.getLast().sequence()),
                            store.markers().block())
                    .block();
            journal.addAll(pending);
        }
    }

    /** What the view of cases makes of it as it now stands. */
    private void show() {
        var document = store.load(List.of(Cases.ORLAS.value())).block().get(Cases.ORLAS.value());
        var state = cases.read(Cases.ORLAS.value()).block().state();
        var snapshot = new CasePublishing()
                .confidedSnapshot(Cases.ORLAS.value(), state)
                .orElseThrow()
                .data();
        var json = (ObjectNode) Json.MAPPER.valueToTree(snapshot);
        view.put(json.put("id", Cases.ORLAS.value())
                .put("version", document.versions().version())
                .put("told", document.versions().told()));
    }

    /** Every reading that the API documents name. Each has several values for what its path and its query may say. */
    public List<String> readings() {
        return endpoints(HttpMethod.GET)
                // It has no end; what a stream tells is looked at in StreamOfCasesTest.
                .filter(endpoint -> !endpoint.answer().mediaType().equals(MediaType.TEXT_EVENT_STREAM))
                .flatMap(endpoint -> paths(endpoint.path())
                        .flatMap(path -> Stream.concat(
                                Stream.of(path),
                                QUERIES.getOrDefault(endpoint.operationId(), List.of()).stream()
                                        .map(query -> path + query))))
                .toList();
    }

    /** Every command on a case that the API documents name. */
    public List<DocumentedCommand> commands() {
        return endpoints(HttpMethod.POST)
                .filter(endpoint -> endpoint.path().contains("{id}"))
                .flatMap(endpoint -> paths(endpoint.path())
                        .map(path -> new DocumentedCommand(
                                endpoint.operationId(), path, body(endpoint.body()), endpoint.versioned())))
                .toList();
    }

    private Stream<Endpoint> endpoints(HttpMethod method) {
        return apis.stream()
                .flatMap(api -> api.endpoints().stream())
                .filter(endpoint -> endpoint.method().equals(method));
    }

    private static String body(Endpoint.Body body) {
        return body instanceof Endpoint.Body.Json json ? json.example() : "";
    }

    private static Stream<String> paths(String template) {
        var begins = template.indexOf('{');
        if (begins < 0) {
            return Stream.of(template);
        }
        var ends = template.indexOf('}');
        var variable = template.substring(begins + 1, ends);
        var values = variable.equals("id")
                ? List.of(Cases.ORLAS.value())
                : VARIABLES.getOrDefault(variable, List.of(variable + "-1"));
        return values.stream()
                .flatMap(value -> paths(template.substring(0, begins) + value + template.substring(ends + 1)));
    }

    /** What this actor is told in answer to a reading. */
    public Told read(Actor actor, String path) {
        return told(as(actor).get().uri(path));
    }

    /** What this actor is told in answer to a command, which then has happened if it could. */
    public Told does(Actor actor, DocumentedCommand command) {
        var request = as(actor).post().uri(command.path()).header("Idempotency-Key", "key-" + ++keys);
        if (command.versioned()) {
            request.header(
                    "If-Match",
                    read(actor, "/v1/cases/" + Cases.ORLAS)
                            .headers()
                            .getOrDefault("ETag", List.of("\"1\""))
                            .getFirst());
        }
        var answer = command.body().isEmpty()
                ? told(request)
                : told(request.contentType(MediaType.APPLICATION_JSON).bodyValue(command.body()));
        relay();
        show();
        return answer;
    }

    private static Told told(WebTestClient.RequestHeadersSpec<?> request) {
        var result = request.header("X-Purpose", "review of the file")
                .header("traceparent", TRACE)
                .exchange()
                .expectBody(String.class)
                .returnResult();
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        result.getResponseHeaders().forEach(headers::put);
        return new Told(
                result.getStatus().value(),
                headers,
                Optional.ofNullable(result.getResponseBody()).orElse(""));
    }

    private WebTestClient as(Actor actor) {
        return clients.computeIfAbsent(actor, it -> Served.to(it, now, apis.toArray(Api[]::new)));
    }

    /**
     * What went out to both states: the records of the topic of events, in their order. The span that each call draws
     * is left out.
     */
    public List<JournalEntry.Publication> published() {
        return journal.stream()
                .filter(entry -> !entry.isConfided())
                .flatMap(entry -> entry.publication().stream())
                .map(p -> new JournalEntry.Publication(
                        p.sequence(), p.type(), p.data(), p.time(), p.states(), Optional.empty()))
                .toList();
    }

    @Override
    public void close() {
        view.close();
    }
}
