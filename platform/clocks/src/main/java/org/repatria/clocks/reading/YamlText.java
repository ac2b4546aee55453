package org.repatria.clocks.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * A YAML text as JSON that still knows its lines.
 *
 * @param lines the line, from 1, of what a JSON pointer names
 */
public record YamlText(String file, JsonNode json, Map<String, Integer> lines) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    public YamlText {
        lines = Map.copyOf(lines);
    }

    /** Reads a text. Errors: {@link FaultyReference} with file and line. */
    public static YamlText of(String file, String text) {
        try {
            return new YamlText(file, YAML.readTree(text), lines(file, text));
        } catch (JacksonException e) {
            var line = TokenStreamLocation.NA.equals(e.getLocation())
                    ? 1
                    : e.getLocation().getLineNr();
            var problem = e.getCause() instanceof MarkedYamlEngineException marked
                    ? marked.getProblem()
                    : e.getOriginalMessage();
            throw faulty(file, line, "is not YAML: " + problem);
        }
    }

    private static Map<String, Integer> lines(String file, String text) {
        var lines = new HashMap<String, Integer>();
        try (var parser = (YAMLParser) YAML.createParser(text)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                var line = parser.currentTokenLocation().getLineNr();
                if (parser.isCurrentAlias() || parser.getString().equals("~")) {
                    throw faulty(file, line, "anchors and ~ have no meaning here");
                }
                var first = lines.putIfAbsent(
                                parser.streamReadContext().pathAsPointer().toString(), line)
                        == null;
                if (token == JsonToken.PROPERTY_NAME
                        && (!first || parser.currentName().isEmpty())) {
                    throw faulty(file, line, parser.currentName() + ": is written twice or no name");
                }
            }
        }
        return lines;
    }

    private static FaultyReference faulty(String file, int line, String what) {
        return new FaultyReference(List.of(new Fault(file + ":" + line, what)));
    }

    /** The line of what a pointer names, or of the nearest thing around it. */
    public int line(String pointer) {
        for (var at = pointer; ; at = at.substring(0, at.lastIndexOf('/'))) {
            var line = lines.get(at);
            if (line != null) {
                return line;
            }
            if (at.isEmpty()) {
                return 1;
            }
        }
    }

    /** A fault of what a pointer names. */
    public Fault fault(String pointer, String what) {
        return new Fault(file + ":" + line(pointer), what);
    }
}
