package org.repatria.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads the reviewed table and refuses one with any fault, naming all of them. No half of a policy is ever in force.
 */
public final class PolicyFile {

    /** The reviewed table, on the class path. */
    public static final String NAME = "policy.yaml";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Set<String> RULE_FIELDS = Set.of("object", "makesNew", "operations", "rows");
    private static final Set<String> ROW_FIELDS = Set.of("roles", "sides", "relation", "purpose", "unseen", "source");

    private final List<String> faults = new ArrayList<>();

    private PolicyFile() {}

    static Policy ofTheHouse() {
        return parse(NAME, textOfTheHouse());
    }

    /** The text of the reviewed table. */
    public static String textOfTheHouse() {
        try (InputStream file = PolicyFile.class.getResourceAsStream("/" + NAME)) {
            return new String(
                    Objects.requireNonNull(file, NAME + " is not on the class path")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A policy from the text of its table.
     *
     * @param file how the text is called where it is at fault
     * @throws FaultyPolicy with every fault that was found
     */
    public static Policy parse(String file, String text) {
        var reading = new PolicyFile();
        var rules = reading.rules(reading.tree(text));
        reading.demandComplete(rules);
        reading.demandOneActEach(rules.values());
        reading.demandHonestyOfTheUnseeing(rules);
        if (!reading.faults.isEmpty()) {
            throw new FaultyPolicy(file, reading.faults);
        }
        return new Policy(rules.values());
    }

    private JsonNode tree(String text) {
        try {
            return YAML.readTree(text);
        } catch (JacksonException unreadable) {
            faults.add("it is no YAML, or says something twice: " + unreadable.getOriginalMessage());
            return YAML.createObjectNode();
        }
    }

    private Map<Act, Rule> rules(JsonNode tree) {
        var rules = new EnumMap<Act, Rule>(Act.class);
        tree.properties()
                .forEach(entry -> oneOf(Act.class, entry.getKey(), "there is no act ")
                        .ifPresent(act -> rules.put(act, rule(act, entry.getValue()))));
        return rules;
    }

    private Rule rule(Act act, JsonNode node) {
        demandFields(act.name(), node, RULE_FIELDS);
        var object = oneOf(ObjectKind.class, node.path("object").asString(""), act + ": there is no object ");
        var rows = new ArrayList<Entitlement>();
        var offices = new HashSet<String>();
        node.path("rows")
                .forEach(row -> rows(act, row).forEach(each -> {
                    each.sides().forEach(side -> {
                        if (!offices.add(each.role() + " " + side + " " + each.relation())) {
                            faults.add(act + ": " + each.role() + " as " + side + ", " + each.relation()
                                    + " stands there twice");
                        }
                    });
                    rows.add(each);
                }));
        if (rows.isEmpty()) {
            faults.add(act + " has no rows");
        }
        var operations = texts(node.path("operations"));
        if (operations.isEmpty()) {
            faults.add(act + " is asked for by no operation");
        }
        return new Rule(
                act,
                object.orElse(ObjectKind.CASE),
                isTrue(act, node.path("makesNew"), "makesNew", "true"),
                Set.copyOf(operations),
                rows);
    }

    private List<Entitlement> rows(Act act, JsonNode node) {
        demandFields(act + ", row", node, ROW_FIELDS);
        var sides = all(Side.class, node.path("sides"), act + ": there is no side ");
        var relation = oneOf(Relation.class, node.path("relation").asString(""), act + ": there is no relation ");
        var source = node.path("source").asString("");
        var onRequest = isTrue(act, node.path("purpose"), "purpose", "required");
        var unseeing = isTrue(act, node.path("unseen"), "unseen", "may act without reading");
        if (source.isBlank()) {
            faults.add(act + ": a row has no source");
        }
        relation.ifPresent(it -> sides.stream()
                .filter(side -> !it.sides().contains(side))
                .forEach(side -> faults.add(act + ": nobody is " + it + " as " + side)));
        var roles = all(Role.class, node.path("roles"), act + ": there is no role ");
        if (roles.isEmpty() || sides.isEmpty()) {
            faults.add(act + ": a row names no role or no side");
        }
        return relation.stream()
                .flatMap(
                        it -> roles.stream().map(role -> new Entitlement(role, sides, it, onRequest, unseeing, source)))
                .toList();
    }

    private void demandComplete(Map<Act, Rule> rules) {
        Arrays.stream(Act.values())
                .filter(act -> !rules.containsKey(act))
                .forEach(act -> faults.add(act + " has no rows"));
    }

    private void demandOneActEach(Collection<Rule> rules) {
        var acts = new HashMap<String, Act>();
        for (var rule : rules) {
            for (var operation : rule.operations()) {
                var other = acts.putIfAbsent(operation, rule.act());
                if (other != null) {
                    faults.add("the operation " + operation + " asks for both " + other + " and " + rule.act());
                }
            }
        }
    }

    /**
     * Demands that a row says so where its officer acts on what that one cannot read. No reviewer has to find that out
     * by comparing rows.
     */
    private void demandHonestyOfTheUnseeing(Map<Act, Rule> rules) {
        for (var rule : rules.values()) {
            rule.object()
                    .readBy()
                    .filter(_ -> !rule.makesNew())
                    .flatMap(reading -> Optional.ofNullable(rules.get(reading)))
                    .map(Rule::rows)
                    .ifPresent(readers -> rule.rows().forEach(row -> {
                        var reads = readers.stream().anyMatch(row::isWithin);
                        if (reads == row.unseeing()) {
                            faults.add(rule.act() + ": " + row.role() + ", " + row.relation()
                                    + (reads
                                            ? " reads it, so that it is not unseen"
                                            : " does not read it: say unseen"));
                        }
                    }));
        }
    }

    private void demandFields(String where, JsonNode node, Set<String> known) {
        node.propertyNames().stream()
                .filter(field -> !known.contains(field))
                .forEach(field -> faults.add(where + ": nobody knows the field " + field));
    }

    private boolean isTrue(Act act, JsonNode node, String field, String word) {
        if (!node.isMissingNode() && !node.asString().equals(word)) {
            faults.add(act + ": " + field + " says " + node + ", and can only say " + word);
        }
        return !node.isMissingNode();
    }

    private <E extends Enum<E>> Set<E> all(Class<E> type, JsonNode node, String complaint) {
        var found = EnumSet.noneOf(type);
        texts(node).forEach(text -> oneOf(type, text, complaint).ifPresent(found::add));
        return found;
    }

    private <E extends Enum<E>> Optional<E> oneOf(Class<E> type, String text, String complaint) {
        var found = Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(text))
                .findFirst();
        if (found.isEmpty()) {
            faults.add(complaint + text);
        }
        return found;
    }

    private List<String> texts(JsonNode node) {
        var texts = node.valueStream().map(JsonNode::asString).toList();
        var seen = new HashSet<String>();
        var twice = texts.stream().filter(text -> !seen.add(text)).collect(Collectors.toSet());
        twice.forEach(text -> faults.add(text + " stands twice in one list"));
        return texts;
    }
}
