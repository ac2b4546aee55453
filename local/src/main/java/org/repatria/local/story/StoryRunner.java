package org.repatria.local.story;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.repatria.local.story.Story.Body;
import org.repatria.local.story.Story.Show;
import org.repatria.local.story.Story.Step;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Plays a story against a running system and tells on the way what it does and sees. Used by people and by tests alike.
 */
public final class StoryRunner {

    private final Target target;
    private final PrintStream out;

    /**
     * How a story went.
     *
     * @param held whether every step came out as told
     * @param stepsPlayed how many steps happened, the failed one included
     * @param failure what went wrong, as it was printed; empty when the story held
     * @param remembered what the story remembered
     */
    public record Result(boolean held, int stepsPlayed, String failure, Map<String, JsonNode> remembered) {}

    private StoryRunner(Target target, PrintStream out) {
        this.target = target;
        this.out = out;
    }

    /** Plays a story file and prints what happens to the terminal. */
    public static Result run(Path file, Target target) throws WrongStory, InterruptedException {
        return run(file, target, new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    /** Plays a story file and prints what happens. */
    public static Result run(Path file, Target target, PrintStream out) throws WrongStory, InterruptedException {
        return new StoryRunner(target, out).play(read(file));
    }

    /** Reads a story file without playing it, to find mistakes in it. */
    public static Story read(Path file) throws WrongStory {
        try {
            return StoryFile.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Result play(Story story) throws InterruptedException {
        out.println(story.title());
        out.println("=".repeat(Table.width(story.title())));
        if (!story.about().isBlank()) {
            out.println(story.about().strip());
        }
        Playing playing = new Playing(story);
        try (Caller caller = new Caller(target);
                Subscriber subscriber = Subscriber.of(target.kafka())) {
            return playing.play(caller, subscriber);
        }
    }

    /** One performance of one story. */
    private final class Playing {

        private final Story story;
        private final Remembered remembered = new Remembered();
        private int number;

        Playing(Story story) {
            this.story = story;
            remembered.put(
                    "run", JsonNodeFactory.instance.stringNode(UUID.randomUUID().toString()));
        }

        Result play(Caller caller, Subscriber subscriber) throws InterruptedException {
            int played = 0;
            String failure = "";
            try {
                for (Step step : story.steps()) {
                    if (remembered.agreesWith(step.when())) {
                        played++;
                        play(step, caller, subscriber);
                    }
                }
            } catch (StepFailed e) {
                failure =
                        told(e, story.steps().get(Math.min(played, story.steps().size()) - 1));
            }
            out.println();
            out.println(failure.isEmpty() ? "The story held: " + number + " steps as told." : failure);
            return new Result(failure.isEmpty(), played, failure, remembered.all());
        }

        private void play(Step step, Caller caller, Subscriber subscriber) throws StepFailed, InterruptedException {
            try {
                switch (step) {
                    case Story.Each each -> playEach(each, caller, subscriber);
                    case Story.Say say -> {
                        out.println();
                        out.println(remembered.filled(say.text()).strip());
                    }
                    case Story.Clock clock -> move(clock, caller);
                    case Story.Call call -> call(call, caller);
                    case Story.Event event -> await(event, subscriber);
                    case Story.Never never -> refute(never, subscriber);
                }
            } catch (StepFailed e) {
                throw isTold(e) ? e : new StepFailed(heading(step) + "\n  " + e.reason(), e.advice());
            }
        }

        private static boolean isTold(StepFailed e) {
            return e.reason().startsWith("Step ");
        }

        private void playEach(Story.Each each, Caller caller, Subscriber subscriber)
                throws StepFailed, InterruptedException {
            for (Map<String, JsonNode> row : each.rows()) {
                for (Map.Entry<String, JsonNode> value : row.entrySet()) {
                    remembered.put(value.getKey(), remembered.filled(value.getValue()));
                }
                for (Step step : each.steps()) {
                    if (remembered.agreesWith(step.when())) {
                        play(step, caller, subscriber);
                    }
                }
            }
        }

        private String heading(Step step) {
            String name = switch (step) {
                case Story.Say _ -> "say";
                case Story.Clock _ -> "clock";
                case Story.Each _ -> "each";
                case Story.Call call ->
                    remembered.filledWherePossible(call.name()) + ": " + call.method() + " " + call.path() + " as "
                            + remembered.filledWherePossible(call.actor());
                case Story.Event event ->
                    remembered.filledWherePossible(event.name()) + ": an event on " + event.topic();
                case Story.Never never ->
                    remembered.filledWherePossible(never.name()) + ": no such event on " + never.topic();
            };
            return "Step " + number + " (line " + step.line() + " of " + story.file()
                    + ") did not come out as told.\n  " + name;
        }

        private String told(StepFailed e, Step step) {
            String text = isTold(e) ? e.reason() : heading(step) + "\n  " + e.reason();
            return text + "\nWhat next: " + e.advice();
        }

        private void begin(String name, String detail) {
            number++;
            out.println();
            out.println("%2d  %s".formatted(number, name));
            out.println("    " + detail);
        }

        private void move(Story.Clock clock, Caller caller) throws StepFailed, InterruptedException {
            begin(
                    clock.at()
                            .map(at -> "The clocks now stand at " + at)
                            .orElse("The clocks show the time of day again"),
                    "POST /local/clock at each service");
            for (Map.Entry<String, URI> service : new TreeMap<>(target.serviceUrls()).entrySet()) {
                Answer answer = caller.moveClock(service.getValue(), clock.at());
                if (answer.status() / 100 != 2) {
                    throw new StepFailed(
                            service.getKey() + " does not let its clock be moved: " + answer.status() + " "
                                    + answer.shortened(),
                            "Clocks move only where the services run with the profile 'local', as "
                                    + "./repatria up starts them.");
                }
            }
        }

        private void call(Story.Call call, Caller caller) throws StepFailed, InterruptedException {
            String path = remembered.filled(call.path()) + Caller.query(remembered.filledTexts(call.query()));
            String name = remembered.filled(call.name());
            String actor = remembered.filled(call.actor());
            begin(name, actor + ": " + call.method() + " " + path);
            URI base = call.service()
                    .map(service -> target.serviceUrls().getOrDefault(service, target.baseUrl()))
                    .orElse(target.baseUrl());
            Map<String, String> headers = new LinkedHashMap<>(remembered.filledTexts(call.headers()));
            if (!call.method().equals("GET")
                    && headers.keySet().stream().noneMatch("Idempotency-Key"::equalsIgnoreCase)) {
                // The same in every performance, so that playing a story again repeats its commands instead of adding
                // new ones.
                headers.put("Idempotency-Key", key(story.title() + "/" + name));
            }
            Answer answer = answered(call, actor, caller, base, path, headers);
            out.println("    -> " + answer.status());
            for (Map.Entry<String, String> one : call.remember().entrySet()) {
                remembered.put(one.getKey(), source(one.getValue(), answer));
            }
            if (call.show().isPresent()) {
                show(call.show().get(), answer.body());
            }
        }

        private Answer answered(
                Story.Call call, String actor, Caller caller, URI base, String path, Map<String, String> headers)
                throws StepFailed, InterruptedException {
            long until = System.nanoTime() + call.until().orElse(Duration.ZERO).toNanos();
            while (true) {
                Answer answer = caller.call(base, actor, call.method(), path, headers, payload(call.body()));
                List<String> wrong = wrong(call, answer);
                if (wrong.isEmpty()) {
                    return answer;
                }
                if (System.nanoTime() >= until) {
                    throw new StepFailed(
                            String.join("\n  ", wrong) + "\n  The answer was " + answer.status() + " "
                                    + answer.shortened(),
                            advice(actor, answer));
                }
                TimeUnit.MILLISECONDS.sleep(Limits.TRY_EVERY.toMillis());
            }
        }

        private static String advice(String actor, Answer answer) {
            return switch (answer.status()) {
                case 401, 403 ->
                    "See which roles " + actor + " has (./repatria up lists them) and which the route asks for.";
                case 502, 503, 504 ->
                    "See whether ./repatria up tells of a component that ended; then play the story again.";
                default ->
                    "Compare the step with the answer above; the logs of the services are in .local/logs,"
                            + " and ./repatria up --fresh starts with empty data.";
            };
        }

        private Caller.Payload payload(Body body) throws StepFailed {
            try {
                return switch (body) {
                    case Body.None _ -> Caller.Payload.none();
                    case Body.Json json ->
                        Caller.Payload.text(remembered.filled(json.value()).toString(), "application/json");
                    case Body.Text text -> Caller.Payload.text(remembered.filled(text.text()), text.contentType());
                    case Body.File file -> Caller.Payload.file(file.file(), file.contentType());
                };
            } catch (IOException e) {
                throw new StepFailed("the file cannot be read: " + e.getMessage(), "Correct 'file' in the story.");
            }
        }

        private List<String> wrong(Story.Call call, Answer answer) throws StepFailed {
            List<String> wrong = new ArrayList<>();
            List<Integer> statuses = call.expected().statuses();
            if (statuses.isEmpty() ? answer.status() / 100 != 2 : !statuses.contains(answer.status())) {
                wrong.add("the status should be "
                        + (statuses.isEmpty()
                                ? "a success"
                                : statuses.stream().map(String::valueOf).collect(Collectors.joining(" or ")))
                        + ", but is " + answer.status());
            }
            if (call.expected().code().isPresent()) {
                Rules.whyBroken(
                                answer.body().at("/code"),
                                JsonNodeFactory.instance.stringNode(
                                        remembered.filled(call.expected().code().get())))
                        .ifPresent(why -> wrong.add("the problem's code " + why));
            }
            for (Map.Entry<String, JsonNode> rule :
                    remembered.filledRules(call.expected().headers()).entrySet()) {
                Rules.whyBroken(answer.header(rule.getKey()), rule.getValue())
                        .ifPresent(why -> wrong.add("header " + rule.getKey() + " " + why));
            }
            wrong.addAll(Rules.broken(
                    answer.body(), remembered.filledRules(call.expected().body())));
            return wrong;
        }

        private static JsonNode source(String source, Answer answer) throws StepFailed {
            JsonNode value = source.equals("status")
                    ? JsonNodeFactory.instance.numberNode(answer.status())
                    : source.startsWith("header ")
                            ? answer.header(source.substring("header ".length()).strip())
                            : answer.body().at(source);
            if (value.isMissingNode()) {
                throw new StepFailed(
                        "there is nothing to remember at " + source + " in " + answer.shortened(),
                        "Correct 'remember'.");
            }
            return value;
        }

        private void await(Story.Event event, Subscriber subscriber) throws StepFailed, InterruptedException {
            @Nullable
            String key = event.key().isPresent() ? remembered.filled(event.key().get()) : null;
            Map<String, JsonNode> headers = remembered.filledRules(event.headers());
            Map<String, JsonNode> fields = remembered.filledRules(event.fields());
            begin(
                    remembered.filled(event.name()),
                    "an outside subscriber of " + event.topic() + (key == null ? "" : ", key " + key));
            Subscriber.Place place = new Subscriber.Place(event.topic(), Optional.ofNullable(key));
            Subscriber.Seen seen = asked(
                            () -> subscriber.await(place, one -> isAsTold(one, headers, fields), event.within()))
                    .orElseThrow(() -> unseen(event, place, headers, fields, subscriber));
            out.println("    -> " + seen.headers().getOrDefault("ce_type", "(no type)") + "  "
                    + seen.headers().getOrDefault("ce_id", "") + "  "
                    + seen.headers().getOrDefault("ce_time", ""));
            for (Map.Entry<String, String> one : event.remember().entrySet()) {
                remembered.put(
                        one.getKey(),
                        one.getValue().startsWith("header ")
                                ? JsonNodeFactory.instance.stringNode(seen.headers()
                                        .getOrDefault(
                                                one.getValue()
                                                        .substring("header ".length())
                                                        .strip(),
                                                ""))
                                : seen.value().at(one.getValue()));
            }
            if (event.show().isPresent()) {
                show(event.show().get(), seen.value());
            }
        }

        private void refute(Story.Never never, Subscriber subscriber) throws StepFailed, InterruptedException {
            @Nullable
            String key = never.key().isPresent() ? remembered.filled(never.key().get()) : null;
            Map<String, JsonNode> headers = remembered.filledRules(never.headers());
            Map<String, JsonNode> fields = remembered.filledRules(never.fields());
            begin(
                    remembered.filled(never.name()),
                    "an outside subscriber of " + never.topic() + (key == null ? "" : ", key " + key));
            Subscriber.Place place = new Subscriber.Place(never.topic(), Optional.ofNullable(key));
            Optional<Subscriber.Seen> found =
                    asked(() -> subscriber.find(place, one -> isAsTold(one, headers, fields)));
            if (found.isPresent()) {
                throw new StepFailed(
                        "there is such a record: "
                                + found.get().headers().getOrDefault("ce_type", "(no type)") + "  "
                                + found.get().headers().getOrDefault("ce_id", ""),
                        "Look at that record: it should not have been published on this topic, or the step "
                                + "asks for too little.");
            }
            long read = subscriber.count(place);
            if (read == 0) {
                throw new StepFailed(
                        "no record of " + (key == null ? "the topic" : "that key")
                                + " was read, so nothing was looked at",
                        "Let an 'event' step of the same key stand before it.");
            }
            out.println("    -> none of " + read + " records");
        }

        private static boolean isAsTold(
                Subscriber.Seen seen, Map<String, JsonNode> headers, Map<String, JsonNode> fields) {
            return headersBroken(seen, headers).isEmpty()
                    && Rules.broken(seen.value(), fields).isEmpty();
        }

        /** A search on a topic. */
        private interface Search {
            Optional<Subscriber.Seen> run() throws StepFailed, InterruptedException;
        }

        private static Optional<Subscriber.Seen> asked(Search search) throws StepFailed, InterruptedException {
            try {
                return search.run();
            } catch (InterruptException interrupted) {
                throw new InterruptedException();
            } catch (KafkaException away) {
                throw new StepFailed(
                        "Kafka does not answer: " + away.getMessage(),
                        "See whether ./repatria up tells of a component that ended; then play the story again.");
            }
        }

        private static List<String> headersBroken(Subscriber.Seen seen, Map<String, JsonNode> rules) {
            List<String> broken = new ArrayList<>();
            rules.forEach((name, rule) -> {
                String value = seen.headers().get(name);
                JsonNode actual = value == null
                        ? JsonNodeFactory.instance.missingNode()
                        : JsonNodeFactory.instance.stringNode(value);
                Rules.whyBroken(actual, rule).ifPresent(why -> broken.add(name + " " + why));
            });
            return broken;
        }

        private static StepFailed unseen(
                Story.Event event,
                Subscriber.Place place,
                Map<String, JsonNode> headers,
                Map<String, JsonNode> fields,
                Subscriber subscriber) {
            StringBuilder text = new StringBuilder("no such record within " + StoryFile.spoken(event.within()));
            List<Subscriber.Seen> near = subscriber.latest(place, 5);
            String of = place.key().isPresent() ? "of that key" : "of the topic";
            text.append(
                    near.isEmpty()
                            ? "; none at all " + of
                            : "; the last of " + subscriber.count(place) + " " + of + ":");
            for (Subscriber.Seen seen : near) {
                List<String> broken = new ArrayList<>(headersBroken(seen, headers));
                broken.addAll(Rules.broken(seen.value(), fields));
                text.append("\n    ")
                        .append(seen.headers().getOrDefault("ce_type", "?"))
                        .append(": ")
                        .append(String.join("; ", broken));
            }
            return new StepFailed(
                    text.toString(),
                    "The topic was read to its end. Look at the log of the service that publishes such records.");
        }

        private void show(Show show, JsonNode body) throws StepFailed {
            Table table = new Table();
            if (show.rows().isEmpty()) {
                for (Map.Entry<String, String> column : show.columns().entrySet()) {
                    table.add(List.of(column.getKey(), cell(body.at(remembered.filled(column.getValue())))));
                }
                table.lines().forEach(line -> out.println("    " + line));
                return;
            }
            JsonNode rows = body.at(show.rows().get());
            table.add(List.copyOf(show.columns().keySet()));
            rows.valueStream()
                    .limit(show.max())
                    .forEach(row -> table.add(show.columns().values().stream()
                            .map(pointer -> cell(row.at(pointer)))
                            .toList()));
            table.lines().forEach(line -> out.println("    " + line));
            if (rows.size() > show.max()) {
                out.println("    … and " + (rows.size() - show.max()) + " more");
            }
        }

        private static String cell(JsonNode value) {
            if (value.isMissingNode() || value.isNull()) {
                return "-";
            }
            if (value.isArray()) {
                return value.valueStream().map(Playing::cell).collect(Collectors.joining(", "));
            }
            if (value.isObject()) {
                return value.properties().stream()
                        .map(field -> field.getKey() + " " + cell(field.getValue()))
                        .collect(Collectors.joining(", "));
            }
            return value.asString();
        }
    }

    private static String key(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
