package org.repatria.local.story;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A part of a YAML file that knows on which line it stands. So a mistake can be shown to its writer. */
final class Located {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Path file;
    private final Map<String, Integer> lines;
    private final String pointer;
    private final JsonNode json;

    private Located(Path file, Map<String, Integer> lines, String pointer, JsonNode json) {
        this.file = file;
        this.lines = lines;
        this.pointer = pointer;
        this.json = json;
    }

    static Located read(Path file) throws IOException, WrongStory {
        if (!Files.isRegularFile(file)) {
            throw new WrongStory("There is no story " + file + ".");
        }
        String text = Files.readString(file);
        try {
            return new Located(file, linesOf(text), "", YAML.readTree(text));
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            throw new WrongStory(file + (at == null ? "" : ", line " + at.getLineNr()) + ": is not readable YAML: "
                    + e.getOriginalMessage().lines().findFirst().orElse(""));
        }
    }

    private static Map<String, Integer> linesOf(String text) {
        Map<String, Integer> lines = new HashMap<>();
        try (JsonParser parser = YAML.createParser(text)) {
            while (parser.nextToken() != null) {
                JsonToken token = parser.currentToken();
                if (token != JsonToken.END_OBJECT && token != JsonToken.END_ARRAY) {
                    lines.putIfAbsent(
                            parser.streamReadContext().pathAsPointer().toString(),
                            parser.currentTokenLocation().getLineNr());
                }
            }
        }
        return lines;
    }

    int line() {
        for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            Integer line = lines.get(at);
            if (line != null) {
                return line;
            }
        }
        return 1;
    }

    JsonNode json() {
        return json;
    }

    WrongStory wrong(String rule) {
        String field = pointer.isEmpty()
                ? "the file"
                : pointer.substring(1).replace('/', '.').replace("~1", "/");
        return new WrongStory(file + ", line " + line() + ": " + field + " " + rule);
    }

    boolean has(String key) {
        return json.has(key);
    }

    Located at(String key) {
        return below(key, json.path(key));
    }

    private Located below(String key, JsonNode value) {
        return new Located(file, lines, pointer + "/" + key.replace("~", "~0").replace("/", "~1"), value);
    }

    Located allowing(Set<String> keys) throws WrongStory {
        if (!json.isObject()) {
            throw wrong("must be a group of 'key: value' lines");
        }
        for (String key : json.propertyNames()) {
            if (!keys.contains(key)) {
                throw at(key).wrong("is not known here; known are "
                        + String.join(", ", keys.stream().sorted().toList()));
            }
        }
        return this;
    }

    String text() throws WrongStory {
        if (json.isContainer()
                || json.isNull()
                || json.isMissingNode()
                || json.asString().isBlank()) {
            throw wrong("must be a text");
        }
        return json.asString();
    }

    String text(String key) throws WrongStory {
        if (!has(key)) {
            throw wrong("needs '" + key + "'");
        }
        return at(key).text();
    }

    Optional<String> optionalText(String key) throws WrongStory {
        return has(key) ? Optional.of(at(key).text()) : Optional.empty();
    }

    List<Located> elements() throws WrongStory {
        if (!json.isArray()) {
            throw wrong("must be a list");
        }
        List<Located> elements = new ArrayList<>();
        for (int i = 0; i < json.size(); i++) {
            elements.add(below("" + i, json.path(i)));
        }
        return elements;
    }

    Map<String, Located> entries() throws WrongStory {
        if (!json.isObject()) {
            throw wrong("must be a group of 'key: value' lines");
        }
        Map<String, Located> entries = new LinkedHashMap<>();
        json.propertyNames().forEach(key -> entries.put(key, at(key)));
        return entries;
    }

    Map<String, String> texts(String key) throws WrongStory {
        Map<String, String> texts = new LinkedHashMap<>();
        if (has(key)) {
            for (Map.Entry<String, Located> entry : at(key).entries().entrySet()) {
                texts.put(entry.getKey(), entry.getValue().text());
            }
        }
        return texts;
    }

    Map<String, JsonNode> values(String key) throws WrongStory {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        if (has(key)) {
            for (Map.Entry<String, Located> entry : at(key).entries().entrySet()) {
                values.put(entry.getKey(), entry.getValue().json());
            }
        }
        return values;
    }

    /** Rules by name; with {@code byPointer} the names must be JSON pointers. */
    Map<String, JsonNode> rules(String key, boolean byPointer) throws WrongStory {
        Map<String, JsonNode> rules = new LinkedHashMap<>();
        if (has(key)) {
            for (Map.Entry<String, Located> entry : at(key).entries().entrySet()) {
                Optional<String> why = Rules.whyNoRule(entry.getValue().json());
                if (why.isPresent()) {
                    throw entry.getValue().wrong(why.get());
                }
                if (byPointer) {
                    entry.getValue().requirePointer(entry.getKey());
                }
                rules.put(entry.getKey(), entry.getValue().json());
            }
        }
        return rules;
    }

    void requirePointer(String text) throws WrongStory {
        if (!text.isEmpty() && !text.startsWith("/")) {
            throw wrong("must be a JSON pointer such as /items/0/name, not '" + text + "'");
        }
    }

    Duration duration() throws WrongStory {
        try {
            Duration duration = Duration.parse("PT" + text());
            if (duration.isPositive() && duration.compareTo(Limits.WAIT_MAX) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // Told below, together with durations out of range.
        }
        throw wrong("must be a time such as 0.5s, 10s or 2m, at most " + Limits.WAIT_MAX.toMinutes() + "m, not '"
                + json.asString() + "'");
    }

    int positive() throws WrongStory {
        if (!json.isInt() || json.asInt() < 1) {
            throw wrong("must be a whole number above 0");
        }
        return json.asInt();
    }
}
