package org.repatria.bench;

import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.repatria.local.supervisor.Component;
import org.repatria.local.supervisor.Stack;
import tools.jackson.databind.JsonNode;

/** The figures of cases beside a count of each row of each page. Where the two differ, there is no figure. */
final class Recount {

    private static final String FIGURES = "/v1/cases/figures";
    private static final String PAGE = "/v1/cases?limit=" + Limits.WALK_PAGE;
    private static final String HARD = "hard ";
    private static final String OTHER = "other ";

    /** The figure that counts the values of a field of a row. */
    private static final Map<String, String> FIGURE_OF = Map.of(
            "state", "byState ",
            "outcome", "byOutcome ",
            "requestingState", "byRequestingState ",
            "requestedState", "byRequestedState ",
            "listId", "byList ");

    private static final int WITH_CLOCK_EVERY = 5;
    private static final int ASSIGNED_EVERY = 2;
    private static final int CLOSED_EVERY = 3;

    private final Map<String, Long> told = new TreeMap<>();
    private final Map<String, Long> counted = new TreeMap<>();
    private final List<LocalDate> days;

    /** @param answer what the figures say */
    Recount(JsonNode answer) {
        answer.properties().forEach(figure -> {
            if (figure.getValue().isNumber()) {
                told.put(figure.getKey(), figure.getValue().asLong());
            }
            if (figure.getValue().isArray()) {
                figure.getValue().forEach(it -> tell(figure.getKey() + " " + text(it, "value"), it.path("rows")));
            }
        });
        days = answer.at("/clocks/hard/days")
                .valueStream()
                .map(it -> LocalDate.parse(text(it, "day")))
                .toList();
        tellClocks(HARD, answer.at("/clocks/hard"));
        tellClocks(OTHER, answer.at("/clocks/other"));
    }

    private void tellClocks(String kind, JsonNode clocks) {
        tell(kind + "before", clocks.path("before"));
        clocks.path("days").forEach(it -> tell(kind + text(it, "day"), it.path("rows")));
        tell(kind + "after", clocks.path("after"));
    }

    private void tell(String name, JsonNode rows) {
        told.put(name, rows.asLong());
    }

    /** Makes new cases differ by officers, clocks and ends. */
    static void vary(List<String> ids, Stack stack, Programs programs) throws IOException, InterruptedException {
        var cases = stack.http(Component.CASES);
        var assigning = CasePool.at(cases, programs);
        for (var i = 0; i < ids.size(); i++) {
            var one = "/v1/cases/" + ids.get(i);
            if (i % WITH_CLOCK_EVERY == 0) {
                var body = "{\"token\": \"ccf.ADMISSIBLE\", \"happened\": {\"day\": \"2020-01-20\"}}";
                programs.command(cases, Programs.OFFICER, one + "/happenings", OptionalLong.empty(), body);
            }
            if (i % ASSIGNED_EVERY == 0) {
                assigning.assign(ids.get(i), version(programs, cases, one), Programs.OFFICER);
            }
            if (i % CLOSED_EVERY == 0) {
                var version = OptionalLong.of(version(programs, cases, one));
                var body = "{\"outcome\": \"IDENTITY_ERROR\", \"reasons\": \"Another person\"}";
                programs.command(cases, Programs.SUPERVISOR, one + "/closure", version, body);
            }
        }
    }

    private static long version(Programs programs, URI cases, String one) throws IOException, InterruptedException {
        return programs.get(cases, Programs.SUPERVISOR, one)
                .json()
                .path("version")
                .asLong();
    }

    static void measure(Stack stack, Programs programs, Scale scale, Figures figures)
            throws IOException, InterruptedException {
        var cases = stack.http(Component.CASES);
        var recount =
                new Recount(programs.get(cases, Programs.SUPERVISOR, FIGURES).json());
        var walk = Load.times(1, Action.timed(() -> recount.walk(programs, cases)));
        var differences = recount.differences();
        if (!differences.isEmpty() || walk.failed() > 0) {
            throw new IOException("the figures are not what their rows are: " + differences);
        }
        var what = "%d figures of %,d cases, equal to a walk over all pages"
                .formatted(recount.told.size(), recount.told.getOrDefault("total", 0L));
        var asked = Load.times(scale.looks(), Action.timed(() -> programs.get(cases, Programs.SUPERVISOR, FIGURES)));
        figures.latency(what, asked, walk, "");
    }

    private void walk(Programs programs, URI cases) throws IOException, InterruptedException {
        var cursor = "";
        do {
            var page = programs.get(cases, Programs.SUPERVISOR, PAGE + cursor).json();
            page.path("items").forEach(this::count);
            cursor = Walk.cursorOf(page);
        } while (!cursor.isEmpty());
    }

    /** Counts a row of the list. */
    void count(JsonNode row) {
        one("total");
        if (!row.hasNonNull("assignee")) {
            one("unassigned");
        }
        FIGURE_OF.forEach((field, figure) -> {
            if (row.hasNonNull(field)) {
                one(figure + text(row, field));
            }
        });
        row.path("pathways")
                .valueStream()
                .filter(way -> !way.path("ended").asBoolean(false))
                .map(way -> text(way, "kind"))
                .distinct()
                .forEach(kind -> one("byPathway " + kind));
        row.path("missingChecks").forEach(check -> one("byMissingCheck " + check.asString()));
        row.path("clocks").forEach(clock -> {
            var kind = text(clock, "kind").equals("HARD") ? HARD : OTHER;
            one(kind + placeOf(LocalDate.parse(text(clock, "lastDay"))));
        });
    }

    private String placeOf(LocalDate day) {
        if (day.isBefore(days.getFirst())) {
            return "before";
        }
        return day.isAfter(days.getLast()) ? "after" : day.toString();
    }

    private void one(String name) {
        counted.merge(name, 1L, Long::sum);
    }

    /** What is told otherwise than it was counted; empty where all is equal. */
    String differences() {
        var names = new TreeSet<>(told.keySet());
        names.addAll(counted.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(told.getOrDefault(name, 0L), counted.getOrDefault(name, 0L)))
                .map(name -> "%s is told as %d, counted as %d"
                        .formatted(name, told.getOrDefault(name, 0L), counted.getOrDefault(name, 0L)))
                .collect(Collectors.joining("; "));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString();
    }
}
