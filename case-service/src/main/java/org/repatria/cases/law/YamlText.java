package org.repatria.cases.law;

import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A YAML text as JSON that still knows its lines.
 *
 * @param lines the line, from 1, of what a JSON pointer names
 */
record YamlText(String file, JsonNode json, Map<String, Integer> lines) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    YamlText {
        lines = Map.copyOf(lines);
    }

    static YamlText of(String file, String text) {
        try {
            var options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            var root = new Yaml(options).compose(new StringReader(text));
            var lines = new HashMap<String, Integer>();
            return new YamlText(file, root == null ? JSON.objectNode() : json(file, root, "", lines), lines);
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            var line = mark == null ? 1 : mark.getLine() + 1;
            throw new FaultyReference(List.of(new Fault(file + ":" + line, "is not YAML: " + e.getProblem())));
        }
    }

    /** The line of what a pointer names, or of the nearest thing around it. */
    int line(String pointer) {
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

    Fault fault(String pointer, String what) {
        return new Fault(file + ":" + line(pointer), what);
    }

    private static JsonNode json(String file, Node node, String pointer, Map<String, Integer> lines) {
        lines.put(pointer, node.getStartMark().getLine() + 1);
        return switch (node) {
            case MappingNode mapping -> object(file, mapping, pointer, lines);
            case SequenceNode sequence -> {
                var array = JSON.arrayNode();
                for (var item : sequence.getValue()) {
                    array.add(json(file, item, pointer + "/" + array.size(), lines));
                }
                yield array;
            }
            case ScalarNode scalar -> scalar(scalar);
            default ->
                throw new FaultyReference(List.of(
                        new Fault(file + ":" + (node.getStartMark().getLine() + 1), "anchors have no meaning here")));
        };
    }

    private static JsonNode object(String file, MappingNode mapping, String pointer, Map<String, Integer> lines) {
        var object = JSON.objectNode();
        for (var field : mapping.getValue()) {
            var line = field.getKeyNode().getStartMark().getLine() + 1;
            var name = field.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
            if (name.isEmpty() || object.has(name)) {
                throw new FaultyReference(
                        List.of(new Fault(file + ":" + line, name + ": is written twice or no name")));
            }
            var inside = pointer + "/" + name;
            object.set(name, json(file, field.getValueNode(), inside, lines));
            lines.put(inside, line);
        }
        return object;
    }

    /** Whole numbers and the words true and false are what they look like; all else is text, dates included. */
    private static JsonNode scalar(ScalarNode scalar) {
        var text = scalar.getValue();
        if (scalar.getTag().equals(Tag.INT) && text.matches("-?\\d{1,9}")) {
            return JSON.numberNode(Integer.parseInt(text));
        }
        if (scalar.getTag().equals(Tag.BOOL) && (text.equals("true") || text.equals("false"))) {
            return JSON.booleanNode(Boolean.parseBoolean(text));
        }
        return scalar.getTag().equals(Tag.NULL) ? JSON.nullNode() : JSON.stringNode(text);
    }
}
