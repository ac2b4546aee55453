package org.repatria.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.repatria.cases.domain.casefile.Case;
import org.repatria.cases.domain.casefile.CaseCommand;
import org.repatria.cases.domain.casefile.CaseDecider;
import org.repatria.cases.domain.law.RuleBook;
import org.repatria.cases.flows.intake.Claiming;
import org.repatria.cases.flows.intake.ClaimsInMemory;
import org.repatria.cases.law.ReferenceFiles;
import org.repatria.cases.publishing.CasePublishing;
import org.repatria.cases.queries.CaseViewDefinitions;
import org.repatria.cases.queries.CaseViews;
import org.repatria.cases.queries.Faces;
import org.repatria.decider.Actor;
import org.repatria.edge.Json;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.AggregatesFactory;
import org.repatria.readmodel.MemoryView;
import org.repatria.testkit.contracts.Contracts;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Cases of two pairs of states, drawn at random, against a recount of those that somebody may see. */
final class CaseFiguresTest {

    private static final Instant NOW = Instant.parse("2018-10-01T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2018-10-01");
    private static final int CASES = 120;
    private static final RuleBook SHIPPED = ReferenceFiles.load();
    private static final String EXAMPLE =
            Contracts.find().example("case.snapshot.v1").orElseThrow();

    private static final Actor SARA = new Actor("sara.supervisor", Set.of("SU"), "XH-CA");
    private static final Actor RUTH = new Actor("ruth.supervisor", Set.of("SU"), "XR-CA");
    private static final Actor ANA = new Actor("ana.analyst", Set.of("AN"), "XH-CA");
    private static final Actor STRANGER = new Actor("sven.supervisor", Set.of("SU"), "XK-CA");

    private final MemoryView view = MemoryView.of(CaseViewDefinitions.cases());
    private final CaseViews views = new CaseViews(view, MemoryView.of(CaseViewDefinitions.lists()));
    private final Aggregates<CaseCommand, Case> cases =
            AggregatesFactory.inMemory().of(CasePublishing.type(new CaseDecider(_ -> SHIPPED)));

    /** As the state that holds the file knows them, and as the other one is told. */
    private final List<ObjectNode> whole = new ArrayList<>();

    private final Random random = new Random(7);

    @BeforeEach
    void cases() {
        for (var i = 0; i < CASES; i++) {
            var told = drawn("case-" + i);
            var all = told.deepCopy();
            if (random.nextInt(3) == 0) {
                all.put("state", "UNDER_CHALLENGE");
                told.put("state", "NOT_AVAILABLE");
                clock(all, "clk-confided", "HARD", 3);
            }
            var row = Faces.whole(told);
            all.remove("id");
            all.remove("version");
            row.set("all", all);
            var ending = row.putArray("checksEnding");
            for (var j = random.nextInt(3); j > 0; j--) {
                ending.addObject()
                        .put("check", "SG-0" + j)
                        .put("lastDay", TODAY.plusDays(random.nextInt(44) - 5).toString());
            }
            whole.add(row);
        }
        view.put(List.copyOf(whole));
    }

    @AfterEach
    void close() {
        view.close();
    }

    private ObjectNode drawn(String id) {
        var row = (ObjectNode) Json.MAPPER.readTree(EXAMPLE);
        row.put("id", id)
                .put("state", one("DRAFT", "ACTIVE", "CLOSED"))
                .put("requestedState", one("XH", "XE"))
                .put("listId", one("list-1", "list-2"))
                .put("assignee", one("carl.officer", "ana.analyst"));
        if (random.nextInt(4) == 0) {
            row.remove("assignee");
        }
        if (row.path("state").asString().equals("CLOSED")) {
            row.put("outcome", one("SURRENDERED", "RETURNED_VOLUNTARILY"));
        }
        var pathways = row.putArray("pathways");
        for (var i = random.nextInt(3); i > 0; i--) {
            pathways.addObject()
                    .put("id", "pathway-" + i)
                    .put("kind", one("extradition", "removal"))
                    .put("state", one("RECEIVED", "DRAFTED"))
                    .put("ended", random.nextInt(4) == 0);
        }
        Stream.of("SG-01", "SG-22").filter(_ -> random.nextBoolean()).forEach(row.putArray("missingChecks")::add);
        row.putArray("clocks");
        for (var i = random.nextInt(4); i > 0; i--) {
            clock(row, "clk-" + i, one("HARD", "SOFT", "POLICY"), random.nextInt(44) - 5);
        }
        return row;
    }

    private static void clock(ObjectNode row, String id, String kind, int daysAhead) {
        var lastDay = TODAY.plusDays(daysAhead).toString();
        row.withArray("clocks")
                .addObject()
                .put("id", id)
                .put("rule", "CLK-PA-XR-XE")
                .put("kind", kind)
                .put("about", "pathway-1")
                .put("state", "RUNNING")
                .put("lastDay", lastDay)
                .put("actBy", lastDay)
                .put("onExpiry", "ALERT");
    }

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }

    private WebTestClient.ResponseSpec get(Actor actor, String path) {
        var seen = new SeenCases(cases, _ -> SHIPPED);
        return Served.to(
                        actor,
                        NOW,
                        new CaseRoutes(
                                        cases,
                                        seen,
                                        new Claiming(new ClaimsInMemory(), Set::of),
                                        views,
                                        CaseDesk.OFFICERS)
                                .api(),
                        new ClockRoutes(seen, CaseDesk.OFFICERS, views, _ -> SHIPPED).api())
                .get()
                .uri(path)
                .exchange();
    }

    private JsonNode answer(Actor actor, String path) {
        var result = get(actor, path).expectBody(String.class).returnResult();
        assertThat(result.getStatus().value()).as(result.getResponseBody()).isEqualTo(200);
        return Json.MAPPER.readTree(result.getResponseBody());
    }

    /** The face of each case that a supervisor of this state is shown. */
    private List<JsonNode> seenBy(String state) {
        return whole.stream()
                .flatMap(row -> {
                    if (row.at("/all/requestedState").asString().equals(state)) {
                        return Stream.of(row.path("all"));
                    }
                    return row.at("/shared/requestingState").asString().equals(state)
                            ? Stream.of(row.path("shared"))
                            : Stream.<JsonNode>empty();
                })
                .toList();
    }

    private static Map<String, Long> recount(List<JsonNode> rows, Function<JsonNode, Stream<String>> values) {
        var counts = new TreeMap<String, Long>();
        rows.forEach(row -> values.apply(row).distinct().forEach(value -> counts.merge(value, 1L, Long::sum)));
        return counts;
    }

    private static Stream<String> said(JsonNode row, String field) {
        return row.path(field).isString() ? Stream.of(row.path(field).asString()) : Stream.empty();
    }

    private static Stream<JsonNode> open(JsonNode row) {
        return row.path("pathways")
                .valueStream()
                .filter(way -> !way.path("ended").asBoolean());
    }

    private static Map<String, Long> counts(JsonNode figure) {
        var counts = new TreeMap<String, Long>();
        figure.forEach(
                it -> counts.put(it.path("value").asString(), it.path("rows").asLong()));
        return counts;
    }

    private static Map<String, Long> within(JsonNode figure) {
        var counts = new TreeMap<String, Long>();
        figure.forEach(outer -> counts(outer.path("by"))
                .forEach((inner, rows) -> counts.put(outer.path("value").asString() + "." + inner, rows)));
        return counts;
    }

    /** Days with clocks of hard kind or of others, with what lies before and after. */
    private static Map<String, Long> days(JsonNode days) {
        var counts = new TreeMap<String, Long>();
        days.path("days")
                .forEach(day ->
                        counts.put(day.path("day").asString(), day.path("rows").asLong()));
        counts.put("before", days.path("before").asLong());
        counts.put("after", days.path("after").asLong());
        counts.values().removeIf(rows -> rows == 0);
        return counts;
    }

    private static Map<String, Long> clocks(List<JsonNode> rows, boolean hard) {
        return byDay(rows.stream()
                .flatMap(row -> row.path("clocks").valueStream())
                .filter(clock -> clock.path("kind").asString().equals("HARD") == hard));
    }

    /** The checks of the cases that this state holds; nobody else is told of them. */
    private Map<String, Long> checksEnding(String state) {
        return byDay(whole.stream()
                .filter(row -> row.at("/all/requestedState").asString().equals(state))
                .flatMap(row -> distinctDays(row.path("checksEnding"))));
    }

    private static Stream<JsonNode> distinctDays(JsonNode checks) {
        var seen = new HashSet<String>();
        return checks.valueStream()
                .filter(check -> seen.add(check.path("lastDay").asString()));
    }

    private static Map<String, Long> byDay(Stream<JsonNode> dated) {
        var counts = new TreeMap<String, Long>();
        dated.map(it -> LocalDate.parse(it.path("lastDay").asString()))
                .map(day ->
                        day.isBefore(TODAY) ? "before" : day.isBefore(TODAY.plusDays(30)) ? day.toString() : "after")
                .forEach(day -> counts.merge(day, 1L, Long::sum));
        return counts;
    }

    @Nested
    class Counting {

        @Test
        void each_state_gets_the_figures_of_what_it_may_know_and_nothing_else() {
            for (var reader : Map.of("XH", SARA, "XR", RUTH).entrySet()) {
                var rows = seenBy(reader.getKey());
                var figures = answer(reader.getValue(), "/v1/cases/figures");

                assertThat(figures.path("total").asInt()).isEqualTo(rows.size()).isPositive();
                assertThat(counts(figures.path("byState"))).isEqualTo(recount(rows, row -> said(row, "state")));
                assertThat(within(figures.path("byState")))
                        .isEqualTo(recount(
                                rows,
                                row -> open(row)
                                        .map(way -> row.path("state").asString() + "."
                                                + way.path("kind").asString())));
                assertThat(counts(figures.path("byPathway")))
                        .isEqualTo(recount(
                                rows,
                                row -> open(row).map(way -> way.path("kind").asString())));
                assertThat(within(figures.path("byPathway")))
                        .isEqualTo(recount(
                                rows,
                                row -> open(row)
                                        .map(way -> way.path("kind").asString() + "."
                                                + way.path("state").asString())));
                assertThat(counts(figures.path("byOutcome"))).isEqualTo(recount(rows, row -> said(row, "outcome")));
                assertThat(counts(figures.path("byMissingCheck")))
                        .isEqualTo(recount(
                                rows,
                                row -> row.path("missingChecks").valueStream().map(JsonNode::asString)));
                assertThat(counts(figures.path("byRequestedState")))
                        .isEqualTo(recount(rows, row -> said(row, "requestedState")));
                assertThat(counts(figures.path("byRequestingState")))
                        .isEqualTo(recount(rows, row -> said(row, "requestingState")));
                assertThat(counts(figures.path("byList"))).isEqualTo(recount(rows, row -> said(row, "listId")));
                assertThat(figures.path("unassigned").asLong())
                        .isEqualTo(rows.stream()
                                .filter(row -> said(row, "assignee").findAny().isEmpty())
                                .count());
                assertThat(days(figures.at("/clocks/hard"))).isEqualTo(clocks(rows, true));
                assertThat(days(figures.at("/clocks/other"))).isEqualTo(clocks(rows, false));
                assertThat(days(figures.path("checksEnding"))).isEqualTo(checksEnding(reader.getKey()));
                assertThat(figures.path("otherValues").isEmpty()).isTrue();
            }
        }

        @Test
        void what_the_host_state_keeps_to_itself_is_in_no_figure_of_the_other_one() {
            assertThat(counts(answer(RUTH, "/v1/cases/figures").path("byState")))
                    .containsKey("NOT_AVAILABLE")
                    .doesNotContainKey("UNDER_CHALLENGE");
            assertThat(counts(answer(SARA, "/v1/cases/figures").path("byState")))
                    .containsKey("UNDER_CHALLENGE")
                    .doesNotContainKey("NOT_AVAILABLE");
        }

        @Test
        void an_analyst_gets_the_figures_of_her_own_cases_alone() {
            var own = seenBy("XH").stream()
                    .filter(row -> row.path("assignee").asString("").equals("ana.analyst"))
                    .toList();

            var figures = answer(ANA, "/v1/cases/figures");

            assertThat(figures.path("total").asInt()).isEqualTo(own.size()).isPositive();
            assertThat(counts(figures.path("byState"))).isEqualTo(recount(own, row -> said(row, "state")));
            assertThat(figures.path("unassigned").asInt()).isZero();
        }

        @Test
        void a_third_state_gets_nothing_but_empty_days() {
            var figures = answer(STRANGER, "/v1/cases/figures");

            assertThat(figures.path("total").asInt()).isZero();
            for (var figure : List.of(
                    "byState",
                    "byPathway",
                    "byOutcome",
                    "byMissingCheck",
                    "byRequestingState",
                    "byRequestedState",
                    "byList")) {
                assertThat(figures.path(figure).isEmpty()).as(figure).isTrue();
            }
            assertThat(days(figures.at("/clocks/hard"))).isEmpty();
            assertThat(days(figures.at("/clocks/other"))).isEmpty();
            assertThat(figures.at("/clocks/hard/days")).hasSize(30);
        }

        @Test
        void only_the_cases_that_are_asked_for() {
            var active = seenBy("XH").stream()
                    .filter(row -> row.path("state").asString().equals("ACTIVE")
                            && row.path("listId").asString().equals("list-1"))
                    .toList();

            var figures = answer(SARA, "/v1/cases/figures?state=ACTIVE&list=list-1");

            assertThat(figures.path("total").asInt()).isEqualTo(active.size()).isPositive();
            assertThat(days(figures.at("/clocks/hard"))).isEqualTo(clocks(active, true));
        }
    }

    @Nested
    class LeadingToLists {

        private long found(Actor actor, String query) {
            return answer(actor, "/v1/cases?" + query).at("/total/count").asLong();
        }

        @Test
        void each_figure_is_the_length_of_the_list_that_its_parameter_gives() {
            for (var actor : List.of(SARA, RUTH)) {
                var figures = answer(actor, "/v1/cases/figures");
                Map.of(
                                "byState", "state",
                                "byPathway", "pathway",
                                "byOutcome", "outcome",
                                "byMissingCheck", "missingCheck",
                                "byRequestingState", "requestingState",
                                "byRequestedState", "requestedState",
                                "byList", "list")
                        .forEach((figure, parameter) -> counts(figures.path(figure))
                                .forEach((value, rows) -> assertThat(found(actor, parameter + "=" + value))
                                        .as(figure + " " + value)
                                        .isEqualTo(rows)));
                within(figures.path("byPathway"))
                        .forEach((value, rows) -> assertThat(found(actor, "pathwayState=" + value))
                                .isEqualTo(rows));
                figures.path("byState")
                        .forEach(state -> counts(state.path("by"))
                                .forEach((pathway, rows) -> assertThat(found(
                                                actor,
                                                "state=" + state.path("value").asString() + "&pathway=" + pathway))
                                        .isEqualTo(rows)));
                assertThat(found(actor, "unassigned=true"))
                        .isEqualTo(figures.path("unassigned").asLong());
            }
        }

        @Test
        void each_day_is_the_list_of_its_clocks() {
            for (var actor : List.of(SARA, RUTH)) {
                var hard = answer(actor, "/v1/cases/figures?days=40").at("/clocks/hard");
                hard.path("days").forEach(day -> {
                    var from = LocalDate.parse(day.path("day").asString());
                    var list = "/v1/clocks?limit=200&kind=HARD&dueFrom=" + from + "&dueBefore=" + from.plusDays(1);

                    assertThat(answer(actor, list).path("items").size())
                            .as(list)
                            .isEqualTo(day.path("rows").asInt());
                });
                assertThat(answer(actor, "/v1/clocks?limit=200&kind=HARD&dueBefore=" + TODAY)
                                .path("items")
                                .size())
                        .isEqualTo(hard.path("before").asInt());
            }
        }

        @Test
        void of_the_clocks_of_a_case_one_and_the_same_is_due_in_the_days_asked_for() {
            var from = TODAY.plusDays(2);
            var before = TODAY.plusDays(9);
            var due = seenBy("XH").stream()
                    .filter(row -> row.path("clocks")
                            .valueStream()
                            .map(clock -> LocalDate.parse(clock.path("lastDay").asString()))
                            .anyMatch(day -> !day.isBefore(from) && day.isBefore(before)))
                    .count();

            assertThat(found(SARA, "clockDueFrom=" + from + "&clockDueBefore=" + before))
                    .isEqualTo(due)
                    .isPositive();
        }

        @Test
        void the_end_of_a_check_is_found_by_the_state_that_holds_the_file_alone() {
            var day = LocalDate.parse(checksEnding("XH").keySet().iterator().next());

            var query = "checkEndsFrom=" + day + "&checkEndsBefore=" + day.plusDays(1);
            assertThat(found(SARA, query))
                    .isEqualTo(checksEnding("XH").get(day.toString()))
                    .isPositive();
            assertThat(found(RUTH, query)).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"days=0", "days=63", "from=soon", "facets=true", "sort=state"})
    void a_window_has_a_limit_and_figures_have_no_order(String query) {
        get(SARA, "/v1/cases/figures?" + query).expectStatus().isBadRequest();
    }

    @Test
    void the_window_begins_and_ends_where_the_caller_says() {
        var days = answer(SARA, "/v1/cases/figures?from=2018-10-03&days=2").at("/clocks/hard/days");

        assertThat(days.valueStream().map(day -> day.path("day").asString()))
                .containsExactly("2018-10-03", "2018-10-04");
    }
}
