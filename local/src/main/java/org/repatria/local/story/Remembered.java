package org.repatria.local.story;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a story has remembered so far; <code>${name}</code> in later steps stands for it. */
final class Remembered {

    static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z][A-Za-z0-9]*)}");

    private final Map<String, JsonNode> values = new LinkedHashMap<>();

    void put(String name, JsonNode value) {
        values.put(name, value);
    }

    Map<String, JsonNode> all() {
        return Map.copyOf(values);
    }

    boolean agreesWith(Map<String, JsonNode> when) throws StepFailed {
        for (Map.Entry<String, JsonNode> one : when.entrySet()) {
            JsonNode value = values.getOrDefault(one.getKey(), JsonNodeFactory.instance.missingNode());
            if (Rules.whyBroken(value, filled(one.getValue())).isPresent()) {
                return false;
            }
        }
        return true;
    }

    /** A text with those references replaced that a row has values for; the others stay. */
    static String filledFrom(Map<String, JsonNode> row, String text) {
        return REFERENCE
                .matcher(text)
                .replaceAll(reference -> Matcher.quoteReplacement(
                        row.containsKey(reference.group(1))
                                ? row.get(reference.group(1)).asString()
                                : reference.group()));
    }

    /** A text for a message: a reference to nothing stays as it is. */
    String filledWherePossible(String text) {
        return filledFrom(values, text);
    }

    String filled(String text) throws StepFailed {
        Matcher matcher = REFERENCE.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(
                    filled, Matcher.quoteReplacement(value(matcher.group(1)).asString()));
        }
        return matcher.appendTail(filled).toString();
    }

    /**
     * The same JSON with every reference replaced. A text that is nothing but one reference becomes the value itself.
     */
    JsonNode filled(JsonNode node) throws StepFailed {
        if (node.isString()) {
            Matcher whole = REFERENCE.matcher(node.asString());
            return whole.matches()
                    ? value(whole.group(1))
                    : JsonNodeFactory.instance.stringNode(filled(node.asString()));
        }
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            for (JsonNode element : node.values()) {
                array.add(filled(element));
            }
            return array;
        }
        if (node.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                object.set(entry.getKey(), filled(entry.getValue()));
            }
            return object;
        }
        return node;
    }

    Map<String, JsonNode> filledRules(Map<String, JsonNode> rules) throws StepFailed {
        Map<String, JsonNode> filled = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> rule : rules.entrySet()) {
            filled.put(filled(rule.getKey()), filled(rule.getValue()));
        }
        return filled;
    }

    Map<String, String> filledTexts(Map<String, String> texts) throws StepFailed {
        Map<String, String> filled = new LinkedHashMap<>();
        for (Map.Entry<String, String> text : texts.entrySet()) {
            filled.put(text.getKey(), filled(text.getValue()));
        }
        return filled;
    }

    private JsonNode value(String name) throws StepFailed {
        JsonNode value = values.get(name);
        if (value == null) {
            throw new StepFailed(
                    "nothing has been remembered as '" + name + "'; there is "
                            + (values.isEmpty()
                                    ? "nothing yet"
                                    : values.keySet().stream().collect(Collectors.joining(", "))),
                    "Let an earlier step 'remember' it, or correct the name.");
        }
        return value;
    }
}
