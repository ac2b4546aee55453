package org.repatria.local.story;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.repatria.local.story.Story.Body;
import org.repatria.local.story.Story.Expected;
import org.repatria.local.story.Story.Show;
import org.repatria.local.story.Story.Step;
import tools.jackson.databind.JsonNode;

/** Reads a step file; anything that the format does not know is refused before the first step happens. */
final class StoryFile {

    private static final Pattern CALL = Pattern.compile("(GET|POST|PUT|PATCH|DELETE) (/\\S*)");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");
    private static final Set<String> SERVICES = Set.of("case-service", "asset-service", "notification-service");

    private StoryFile() {}

    static Story read(Path file) throws IOException, WrongStory {
        Located top = Located.read(file).allowing(Set.of("story", "about", "steps"));
        String title = top.text("story");
        if (!top.has("steps")) {
            throw top.wrong("needs 'steps'");
        }
        List<Step> steps = new ArrayList<>();
        Set<String> names = new HashSet<>();
        int happening = 0;
        for (Located element : top.at("steps").elements()) {
            if (element.has("each")) {
                Story.Each each = each(element, file, names);
                steps.add(each);
                happening += each.rows().size() * each.steps().size();
            } else {
                Step step = step(element, file);
                requireNewName(step, element, Map.of(), names);
                steps.add(step);
                happening++;
            }
        }
        if (steps.isEmpty() || happening > Limits.STEPS_MAX) {
            throw top.at("steps").wrong("must be 1 to " + Limits.STEPS_MAX + " steps, those of every row counted");
        }
        return new Story(title, top.optionalText("about").orElse(""), file, List.copyOf(steps));
    }

    private static Story.Each each(Located step, Path file, Set<String> names) throws WrongStory {
        step.allowing(Set.of("each", "steps", "when"));
        List<Map<String, JsonNode>> rows = rows(step);
        List<Located> elements = step.at("steps").elements();
        List<Step> steps = new ArrayList<>();
        for (Located element : elements) {
            Step one = step(element, file);
            for (Map<String, JsonNode> row : rows) {
                requireNewName(one, element, row, names);
            }
            steps.add(one);
        }
        if (steps.isEmpty()) {
            throw step.wrong("needs 'steps', at least one");
        }
        return new Story.Each(step.line(), step.rules("when", false), rows, List.copyOf(steps));
    }

    private static List<Map<String, JsonNode>> rows(Located step) throws WrongStory {
        List<Map<String, JsonNode>> rows = new ArrayList<>();
        for (Located element : step.at("each").elements()) {
            Map<String, JsonNode> row = new LinkedHashMap<>();
            for (Map.Entry<String, Located> one : element.entries().entrySet()) {
                if (!NAME.matcher(one.getKey()).matches()) {
                    throw one.getValue().wrong("must be a name of letters and digits");
                }
                row.put(one.getKey(), one.getValue().json());
            }
            // Else a row would be played with what the row before it left behind.
            if (!rows.isEmpty() && !rows.getFirst().keySet().equals(row.keySet())) {
                throw element.wrong("must give the same names as the first row");
            }
            rows.add(row);
        }
        if (rows.isEmpty()) {
            throw step.at("each").wrong("needs at least one row");
        }
        return List.copyOf(rows);
    }

    /** A command's idempotency key comes from its step's name. */
    private static void requireNewName(Step step, Located element, Map<String, JsonNode> row, Set<String> names)
            throws WrongStory {
        if (step instanceof Story.Call call && !names.add(Remembered.filledFrom(row, call.name()))) {
            throw element.at("step")
                    .wrong("is the name of an earlier step; each call needs one of its own"
                            + (row.isEmpty() ? "" : ", in every row"));
        }
    }

    private static Step step(Located step, Path file) throws WrongStory {
        List<String> kinds = List.of("say", "clock", "call", "event", "never").stream()
                .filter(step::has)
                .toList();
        if (kinds.size() != 1) {
            throw step.wrong("must have exactly one of say, clock, call, event, never, but has "
                    + (kinds.isEmpty() ? "none" : String.join(" and ", kinds)));
        }
        return switch (kinds.getFirst()) {
            case "say" -> {
                step.allowing(Set.of("say", "when"));
                yield new Story.Say(step.line(), step.rules("when", false), step.text("say"));
            }
            case "clock" -> clock(step);
            case "call" -> call(step, file);
            case "event" -> event(step);
            default -> never(step);
        };
    }

    private static Step clock(Located step) throws WrongStory {
        step.allowing(Set.of("clock", "when"));
        String at = step.text("clock");
        if (at.equals("system")) {
            return new Story.Clock(step.line(), step.rules("when", false), Optional.empty());
        }
        try {
            Instant.parse(at);
        } catch (DateTimeParseException e) {
            throw step.at("clock")
                    .wrong("must be a moment such as 2014-09-01T09:00:00Z, or 'system', not '" + at + "'");
        }
        return new Story.Clock(step.line(), step.rules("when", false), Optional.of(at));
    }

    private static Step call(Located step, Path file) throws WrongStory {
        step.allowing(Set.of(
                "step",
                "as",
                "to",
                "call",
                "query",
                "headers",
                "purpose",
                "body",
                "file",
                "text",
                "contentType",
                "expect",
                "remember",
                "until",
                "show",
                "when"));
        var call = CALL.matcher(step.text("call"));
        if (!call.matches()) {
            throw step.at("call").wrong("must be a method and a path, such as GET /v1/cases");
        }
        Optional<String> service = step.optionalText("to");
        if (service.isPresent() && !SERVICES.contains(service.get())) {
            throw step.at("to")
                    .wrong("must be one of "
                            + String.join(", ", SERVICES.stream().sorted().toList()));
        }
        Map<String, String> headers = step.texts("headers");
        step.optionalText("purpose").ifPresent(purpose -> headers.put("X-Purpose", purpose));
        return new Story.Call(
                step.line(),
                step.rules("when", false),
                step.text("step"),
                step.text("as"),
                service,
                call.group(1),
                call.group(2),
                step.texts("query"),
                headers,
                body(step, file),
                expected(step),
                remember(step),
                step.has("until") ? Optional.of(step.at("until").duration()) : Optional.empty(),
                show(step));
    }

    private static Body body(Located step, Path file) throws WrongStory {
        List<String> kinds =
                List.of("body", "file", "text").stream().filter(step::has).toList();
        if (kinds.size() > 1) {
            throw step.wrong("may have only one of body, file, text");
        }
        if (kinds.isEmpty()) {
            return new Body.None();
        }
        return switch (kinds.getFirst()) {
            case "body" -> new Body.Json(step.at("body").json());
            case "text" ->
                new Body.Text(
                        step.text("text"), step.optionalText("contentType").orElse("application/json"));
            default -> {
                Path sent = file.resolveSibling(step.text("file"));
                if (!Files.isRegularFile(sent)) {
                    throw step.at("file").wrong("names a file that is not there: " + sent);
                }
                yield new Body.File(sent, step.text("contentType"));
            }
        };
    }

    private static Expected expected(Located step) throws WrongStory {
        if (!step.has("expect")) {
            return new Expected(List.of(), Optional.empty(), Map.of(), Map.of());
        }
        Located expect = step.at("expect").allowing(Set.of("status", "code", "headers", "body"));
        List<Integer> statuses = new ArrayList<>();
        if (expect.has("status")) {
            Located status = expect.at("status");
            for (Located one : status.json().isArray() ? status.elements() : List.of(status)) {
                if (one.positive() < 100 || one.positive() > 599) {
                    throw one.wrong("must be an HTTP status, 100 to 599");
                }
                statuses.add(one.positive());
            }
        }
        return new Expected(
                List.copyOf(statuses),
                expect.optionalText("code"),
                expect.rules("headers", false),
                expect.rules("body", true));
    }

    private static Map<String, String> remember(Located step) throws WrongStory {
        Map<String, String> remember = step.texts("remember");
        for (Map.Entry<String, String> one : remember.entrySet()) {
            Located where = step.at("remember").at(one.getKey());
            if (!NAME.matcher(one.getKey()).matches()) {
                throw where.wrong("must be a name of letters and digits");
            }
            String source = one.getValue();
            if (!source.equals("status") && !source.startsWith("header ") && !source.startsWith("/")) {
                throw where.wrong(
                        "must be a JSON pointer such as /id, 'header <name>' or 'status', not '" + source + "'");
            }
        }
        return remember;
    }

    private static Optional<Show> show(Located step) throws WrongStory {
        if (!step.has("show")) {
            return Optional.empty();
        }
        Located show = step.at("show").allowing(Set.of("rows", "columns", "max"));
        Map<String, String> columns = show.texts("columns");
        if (columns.isEmpty()) {
            throw show.wrong("needs 'columns'");
        }
        for (Map.Entry<String, String> column : columns.entrySet()) {
            show.at("columns").at(column.getKey()).requirePointer(column.getValue());
        }
        Optional<String> rows = show.optionalText("rows");
        if (rows.isPresent()) {
            show.at("rows").requirePointer(rows.get());
        }
        return Optional.of(
                new Show(rows, columns, show.has("max") ? show.at("max").positive() : Limits.ROWS_SHOWN_DEFAULT));
    }

    private static Step event(Located step) throws WrongStory {
        step.allowing(Set.of("step", "event", "remember", "within", "show", "when"));
        Located event = record(step, "event");
        return new Story.Event(
                step.line(),
                step.rules("when", false),
                step.text("step"),
                event.text("topic"),
                headers(event),
                event.optionalText("key"),
                event.rules("fields", true),
                remember(step),
                step.has("within") ? step.at("within").duration() : Limits.EVENT_WAIT_DEFAULT,
                show(step));
    }

    private static Step never(Located step) throws WrongStory {
        step.allowing(Set.of("step", "never", "when"));
        Located never = record(step, "never");
        return new Story.Never(
                step.line(),
                step.rules("when", false),
                step.text("step"),
                never.text("topic"),
                headers(never),
                never.optionalText("key"),
                never.rules("fields", true));
    }

    private static Located record(Located step, String kind) throws WrongStory {
        return step.at(kind).allowing(Set.of("topic", "type", "key", "headers", "fields"));
    }

    private static Map<String, JsonNode> headers(Located record) throws WrongStory {
        Map<String, JsonNode> headers = record.rules("headers", false);
        if (record.has("type")) {
            headers.put("ce_type", record.at("type").json());
        }
        return headers;
    }

    /** A duration that reads well in a message. */
    static String spoken(Duration duration) {
        return duration.toMillis() / 1000.0 + " s";
    }
}
