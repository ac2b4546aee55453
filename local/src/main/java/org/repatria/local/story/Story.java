package org.repatria.local.story;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A story as its file tells it.
 *
 * @param title what it is called
 * @param about what it shows
 * @param file where it stands
 * @param steps what happens, in order
 */
public record Story(String title, String about, Path file, List<Step> steps) {

    /** One thing that happens. */
    public sealed interface Step {

        /** Where it stands in the file. */
        int line();

        /** Remembered values that must be as said for the step to happen; else it is left out. */
        Map<String, JsonNode> when();
    }

    /** Words for the reader. */
    record Say(int line, Map<String, JsonNode> when, String text) implements Step {}

    /** Moves the clocks of all services; empty puts them back to the time of day. */
    record Clock(int line, Map<String, JsonNode> when, Optional<String> at) implements Step {}

    /** A call of the API and what must come back. */
    record Call(
            int line,
            Map<String, JsonNode> when,
            String name,
            String actor,
            Optional<String> service,
            String method,
            String path,
            Map<String, String> query,
            Map<String, String> headers,
            Body body,
            Expected expected,
            Map<String, String> remember,
            Optional<Duration> until,
            Optional<Show> show)
            implements Step {}

    /** Steps that happen once for each row, which gives values their names. */
    record Each(int line, Map<String, JsonNode> when, List<Map<String, JsonNode>> rows, List<Step> steps)
            implements Step {}

    /** A record that must be seen on a topic. */
    record Event(
            int line,
            Map<String, JsonNode> when,
            String name,
            String topic,
            Map<String, JsonNode> headers,
            Optional<String> key,
            Map<String, JsonNode> fields,
            Map<String, String> remember,
            Duration within,
            Optional<Show> show)
            implements Step {}

    /** Records that must not have been seen on a topic up to now. */
    record Never(
            int line,
            Map<String, JsonNode> when,
            String name,
            String topic,
            Map<String, JsonNode> headers,
            Optional<String> key,
            Map<String, JsonNode> fields)
            implements Step {}

    /** What a call carries. */
    sealed interface Body {

        /** Nothing. */
        record None() implements Body {}

        /** JSON written in the story. */
        record Json(JsonNode value) implements Body {}

        /** A file beside the story, sent byte by byte. */
        record File(Path file, String contentType) implements Body {}

        /** Text written in the story, sent as it stands. */
        record Text(String text, String contentType) implements Body {}
    }

    /**
     * What an answer must be.
     *
     * @param statuses any of these; empty means any success
     * @param code the problem's code
     * @param headers rules by header name
     * @param body rules by JSON pointer
     */
    record Expected(
            List<Integer> statuses, Optional<String> code, Map<String, JsonNode> headers, Map<String, JsonNode> body) {}

    /**
     * What of an answer is printed.
     *
     * @param rows pointer to a list, one row each; empty shows the answer itself
     * @param columns JSON pointers by heading
     * @param max rows at most
     */
    record Show(Optional<String> rows, Map<String, String> columns, int max) {}
}
