package org.repatria.system.checker;

import java.util.HashSet;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and compares JSON; nothing and null are the same, and so are 1 and 1.0. */
final class Trees {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Trees() {}

    static JsonNode read(String json) {
        return MAPPER.readTree(json);
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    static Optional<String> text(JsonNode node) {
        return isNothing(node) ? Optional.empty() : Optional.of(node.asString());
    }

    /** Where two values first differ; empty when they are the same. */
    static Optional<String> difference(JsonNode expected, JsonNode actual) {
        return difference("", expected, actual);
    }

    private static Optional<String> difference(String pointer, JsonNode expected, JsonNode actual) {
        if (isNothing(expected) && isNothing(actual)) {
            return Optional.empty();
        }
        if (expected.isObject() && actual.isObject()) {
            var names = new HashSet<>(expected.propertyNames());
            names.addAll(actual.propertyNames());
            return names.stream()
                    .sorted()
                    .map(name -> difference(pointer + "/" + name, expected.path(name), actual.path(name)))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
            for (var i = 0; i < expected.size(); i++) {
                var found = difference(pointer + "/" + i, expected.get(i), actual.get(i));
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
        return isSame(expected, actual)
                ? Optional.empty()
                : Optional.of(
                        (pointer.isEmpty() ? "/" : pointer) + " is " + brief(actual) + ", not " + brief(expected));
    }

    private static boolean isSame(JsonNode expected, JsonNode actual) {
        if (expected.isNumber() && actual.isNumber()) {
            return expected.decimalValue().compareTo(actual.decimalValue()) == 0;
        }
        return expected.equals(actual);
    }

    private static boolean isNothing(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private static String brief(JsonNode node) {
        var text = node.isMissingNode() ? "nothing" : node.toString();
        return text.length() <= 120 ? text : text.substring(0, 120) + "…";
    }
}
