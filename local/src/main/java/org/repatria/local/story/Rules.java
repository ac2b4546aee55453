package org.repatria.local.story;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What a value must be. A plain value must be equal; an object holds rules by name.
 *
 * <p>Numbers are compared by value, and a number equals the text that writes it: headers and money travel as text.
 */
final class Rules {

    static final Set<String> NAMES =
            Set.of("equals", "oneOf", "matches", "exists", "count", "atLeast", "atMost", "contains", "mentions", "not");

    private Rules() {}

    /** Why this is no rule; empty when it is one. */
    static Optional<String> whyNoRule(JsonNode rule) {
        if (!rule.isObject()) {
            return Optional.empty();
        }
        if (rule.isEmpty()) {
            return Optional.of("needs one of the rules " + sortedNames());
        }
        for (Map.Entry<String, JsonNode> entry : rule.properties()) {
            Optional<String> why = whyNoRule(entry.getKey(), entry.getValue());
            if (why.isPresent()) {
                return why;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> whyNoRule(String name, JsonNode value) {
        return switch (name) {
            case "equals" -> Optional.empty();
            case "oneOf" -> value.isArray() ? Optional.empty() : Optional.of("'oneOf' needs a list");
            case "matches" -> whyNoPattern(value);
            case "exists" -> value.isBoolean() ? Optional.empty() : Optional.of("'exists' needs true or false");
            case "count" -> isNumberOrReference(value) ? Optional.empty() : Optional.of("'count' needs a whole number");
            case "atLeast", "atMost" ->
                isNumberOrReference(value) ? Optional.empty() : Optional.of("'" + name + "' needs a number");
            case "contains" -> Optional.empty();
            case "mentions" ->
                value.isString() || (!value.isEmpty() && value.valueStream().allMatch(JsonNode::isString))
                        ? Optional.empty()
                        : Optional.of("'mentions' needs a text or a list of texts");
            case "not" -> whyNoRule(value);
            default -> Optional.of("knows no rule '" + name + "'; the rules are " + sortedNames());
        };
    }

    private static boolean isNumberOrReference(JsonNode value) {
        return value.isNumber() || (value.isString() && value.asString().contains("${"));
    }

    private static Optional<String> whyNoPattern(JsonNode value) {
        if (!value.isString()) {
            return Optional.of("'matches' needs a regular expression");
        }
        try {
            Pattern.compile(value.asString().replaceAll("\\$\\{[^}]*}", "x"));
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of("'matches' has a wrong regular expression: " + e.getDescription());
        }
    }

    private static String sortedNames() {
        return String.join(", ", NAMES.stream().sorted().toList());
    }

    /** Every rule by pointer that the document breaks, each as a sentence. */
    static List<String> broken(JsonNode document, Map<String, JsonNode> byPointer) {
        List<String> broken = new ArrayList<>();
        byPointer.forEach((pointer, rule) ->
                whyBroken(document.at(pointer), rule).ifPresent(why -> broken.add(pointer + " " + why)));
        return broken;
    }

    /**
     * What is wrong with a value, as the end of a sentence that begins with its name. A missing value is a missing
     * node.
     */
    static Optional<String> whyBroken(JsonNode actual, JsonNode rule) {
        if (!rule.isObject()) {
            return whyNotEqual(actual, rule);
        }
        return rule.properties().stream()
                .map(entry -> whyBroken(actual, entry.getKey(), entry.getValue()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> whyBroken(JsonNode actual, String name, JsonNode wanted) {
        return switch (name) {
            case "equals" -> whyNotEqual(actual, wanted);
            case "oneOf" ->
                unless(
                        wanted.valueStream().anyMatch(one -> same(actual, one)),
                        "should be one of " + wanted + ", but " + is(actual));
            case "matches" ->
                unless(
                        isText(actual)
                                && Pattern.compile(wanted.asString())
                                        .matcher(actual.asString())
                                        .find(),
                        "should match " + wanted.asString() + ", but " + is(actual));
            case "exists" ->
                unless(
                        wanted.asBoolean() != isAbsent(actual),
                        wanted.asBoolean() ? "should be there, but is not" : "should not be there, but " + is(actual));
            case "count" ->
                unless(
                        actual.isContainer() && actual.size() == number(wanted).intValue(),
                        "should have " + wanted.asString() + " elements, but "
                                + (actual.isContainer() ? "has " + actual.size() : is(actual)));
            case "atLeast" ->
                unless(
                        isNumber(actual) && number(actual).compareTo(number(wanted)) >= 0,
                        "should be at least " + wanted.asString() + ", but " + is(actual));
            case "atMost" ->
                unless(
                        isNumber(actual) && number(actual).compareTo(number(wanted)) <= 0,
                        "should be at most " + wanted.asString() + ", but " + is(actual));
            case "contains" -> whyNotContaining(actual, wanted);
            case "mentions" -> {
                List<String> texts = texts(wanted);
                yield unless(
                        mentioned(actual, texts, "").isPresent(),
                        "should mention " + String.join(" or ", texts) + ", but " + is(actual));
            }
            case "not" -> whyNot(actual, wanted);
            default -> throw new IllegalArgumentException("No rule " + name);
        };
    }

    private static Optional<String> whyNotEqual(JsonNode actual, JsonNode wanted) {
        return unless(same(actual, wanted), "should be " + wanted + ", but " + is(actual));
    }

    /** A text contains a part; a list contains an element, which an object of pointers describes. */
    private static Optional<String> whyNotContaining(JsonNode actual, JsonNode wanted) {
        if (isText(actual) && !wanted.isContainer()) {
            return unless(
                    actual.asString().contains(wanted.asString()), "should contain " + wanted + ", but " + is(actual));
        }
        boolean found = actual.isArray()
                && actual.valueStream()
                        .anyMatch(element -> wanted.isObject()
                                ? wanted.properties().stream()
                                        .allMatch(rule -> whyBroken(element.at(rule.getKey()), rule.getValue())
                                                .isEmpty())
                                : same(element, wanted));
        return unless(found, "should contain " + wanted + ", but " + is(actual));
    }

    /** Names what must not be mentioned with its place. A whole answer would be too long to look through. */
    private static Optional<String> whyNot(JsonNode actual, JsonNode rule) {
        if (rule.isObject() && rule.size() == 1 && rule.has("mentions")) {
            return mentioned(actual, texts(rule.path("mentions")), "").map(found -> "should not mention " + found);
        }
        return unless(whyBroken(actual, rule).isPresent(), "should not be " + rule + ", but " + is(actual));
    }

    private static List<String> texts(JsonNode wanted) {
        return wanted.isArray() ? wanted.valueStream().map(JsonNode::asString).toList() : List.of(wanted.asString());
    }

    /** Which of the texts stands anywhere in a value, as part of a name or of what it names, and where. */
    private static Optional<String> mentioned(JsonNode actual, List<String> texts, String pointer) {
        if (actual.isObject()) {
            return actual.properties().stream()
                    .flatMap(field -> {
                        String there = pointer + "/" + field.getKey();
                        return Stream.of(
                                partOf(field.getKey(), texts, there), mentioned(field.getValue(), texts, there));
                    })
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        if (actual.isArray()) {
            return IntStream.range(0, actual.size())
                    .mapToObj(i -> mentioned(actual.path(i), texts, pointer + "/" + i))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        return isAbsent(actual) ? Optional.empty() : partOf(actual.asString(), texts, pointer);
    }

    private static Optional<String> partOf(String whole, List<String> texts, String pointer) {
        return texts.stream().filter(whole::contains).findFirst().map(text -> text + ", but it stands at " + pointer);
    }

    private static Optional<String> unless(boolean holds, String why) {
        return holds ? Optional.empty() : Optional.of(why);
    }

    private static boolean same(JsonNode actual, JsonNode wanted) {
        if (isAbsent(actual)) {
            return wanted.isNull();
        }
        if (actual.isContainer() || wanted.isContainer()) {
            return actual.equals(wanted);
        }
        if (isNumber(actual) && isNumber(wanted)) {
            return number(actual).compareTo(number(wanted)) == 0;
        }
        return actual.asString().equals(wanted.asString());
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private static boolean isText(JsonNode node) {
        return !isAbsent(node) && !node.isContainer();
    }

    private static boolean isNumber(JsonNode node) {
        return isText(node) && node.asString().matches("-?[0-9]{1,30}(\\.[0-9]{1,30})?");
    }

    private static BigDecimal number(JsonNode node) {
        return new BigDecimal(node.asString());
    }

    private static String is(JsonNode actual) {
        if (isAbsent(actual)) {
            return "is not there";
        }
        String text = actual.toString();
        return "is " + (text.length() > 300 ? text.substring(0, 300) + "…" : text);
    }
}
