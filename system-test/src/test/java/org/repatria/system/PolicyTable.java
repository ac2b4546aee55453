package org.repatria.system;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The reviewed table of who may, read as data and understood anew as docs/policy.md says. It shares no code with the
 * services.
 */
final class PolicyTable {

    private static final Path FILE = Path.of("..", "platform", "policy", "src", "main", "resources", "policy.yaml");

    /** Whoever may not do the first to a thing of this kind is told that there is none. */
    private static final Map<String, String> READ_BY = Map.of(
            "CASE",
            "READ_CASE",
            "LIST",
            "READ_LIST",
            "ASSET",
            "READ_ASSET",
            "COMPANY",
            "READ_COMPANY",
            "ALERT",
            "READ_ALERTS");

    /** What somebody gets who asks. */
    enum Verdict {
        ALLOWED,
        FORBIDDEN,
        UNSEEN,
        PURPOSE_REQUIRED
    }

    /** One row: who, for whom, and what to it. */
    private record Row(Set<String> roles, Set<String> sides, String relation, boolean isOnRequest) {

        boolean isOf(Officer officer) {
            return roles.contains(officer.role())
                    && sides.stream().anyMatch(side -> side.equals("OPERATOR") == officer.isOfOperator());
        }

        boolean fits(Officer officer, Standing standing) {
            return isOf(officer)
                    && sides.stream().anyMatch(side -> isOn(side, officer, standing))
                    && isRelated(officer, standing);
        }

        private static boolean isOn(String side, Officer officer, Standing standing) {
            return switch (side) {
                case "REQUESTING" -> isThe(standing.requesting(), officer.state());
                case "REQUESTED" -> isThe(standing.requested(), officer.state());
                case "HOLDER" -> standing.holders().contains(officer.state());
                case "STATE" -> !officer.isOfOperator();
                case "OPERATOR" ->
                    officer.isOfOperator()
                            && (standing.holders().isEmpty()
                                    || standing.holders().contains(officer.state()));
                default -> throw new IllegalArgumentException("the test knows no side " + side);
            };
        }

        private boolean isRelated(Officer officer, Standing standing) {
            return switch (relation) {
                case "NONE", "PARTY", "OWN" -> true;
                case "ASSIGNED" -> isThe(standing.assignee(), officer.id());
                case "TAKING" -> standing.assignee().isEmpty() && isThe(standing.next(), officer.id());
                case "ADDRESSED" -> standing.addressees().contains(officer.role());
                case "COMMON" -> standing.isCommon();
                case "COMMON_PROPOSED_HERE" -> standing.isCommon() && isThe(standing.proposedIn(), officer.state());
                case "COMMON_PROPOSED_ELSEWHERE" ->
                    standing.isCommon() && !isThe(standing.proposedIn(), officer.state());
                default -> throw new IllegalArgumentException("the test knows no relation " + relation);
            };
        }

        private static boolean isThe(Optional<String> one, String other) {
            return one.filter(other::equals).isPresent();
        }
    }

    private record Act(String object, boolean makesNew, List<Row> rows) {}

    private final Map<String, Act> acts = new HashMap<>();
    private final Map<String, String> actOfOperation = new HashMap<>();

    private PolicyTable(JsonNode file) {
        file.properties().forEach(each -> {
            var act = each.getValue();
            acts.put(
                    each.getKey(),
                    new Act(
                            act.path("object").asString(),
                            act.path("makesNew").asBoolean(false),
                            act.path("rows")
                                    .valueStream()
                                    .map(row -> new Row(
                                            texts(row.path("roles")),
                                            texts(row.path("sides")),
                                            row.path("relation").asString(),
                                            row.has("purpose")))
                                    .toList()));
            texts(act.path("operations")).forEach(operation -> actOfOperation.put(operation, each.getKey()));
        });
    }

    /** The table in the tree, of which the running services hold a copy. */
    static PolicyTable read() throws IOException {
        return new PolicyTable(YAMLMapper.builder().build().readTree(FILE));
    }

    private static Set<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).collect(Collectors.toSet());
    }

    Set<String> operations() {
        return new HashSet<>(actOfOperation.keySet());
    }

    /** What kind of thing an operation is about. */
    String object(String operation) {
        return act(operation).object();
    }

    boolean makesNew(String operation) {
        return act(operation).makesNew();
    }

    /** Whether it is a secret that a thing of this kind is there. */
    static boolean isSecret(String object) {
        return READ_BY.containsKey(object);
    }

    /** Whether saying why could make a difference to somebody. */
    boolean minds(Officer officer, String operation) {
        return act(operation).rows().stream()
                .anyMatch(row -> row.isOnRequest() && row.roles().contains(officer.role()));
    }

    /** Whether anybody of this office may do it to anything. */
    boolean isOffice(Officer officer, String operation) {
        return act(operation).rows().stream().anyMatch(row -> row.isOf(officer));
    }

    /** What is answered about no thing in particular, such as a list that is filtered. */
    Verdict verdict(Officer officer, String operation, boolean saysWhy) {
        return among(operation, row -> row.isOf(officer), saysWhy, Verdict.FORBIDDEN);
    }

    /** What is answered about a thing. */
    Verdict verdict(Officer officer, String operation, Standing standing, boolean saysWhy) {
        var atAll = verdict(officer, operation, saysWhy);
        if (atAll != Verdict.ALLOWED) {
            return atAll;
        }
        var refused = knows(officer, act(operation), standing) ? Verdict.FORBIDDEN : Verdict.UNSEEN;
        return among(operation, row -> row.fits(officer, standing), saysWhy, refused);
    }

    private Verdict among(String operation, Predicate<Row> which, boolean saysWhy, Verdict refused) {
        var rows = act(operation).rows().stream().filter(which).toList();
        if (rows.isEmpty()) {
            return refused;
        }
        return saysWhy || rows.stream().anyMatch(row -> !row.isOnRequest())
                ? Verdict.ALLOWED
                : Verdict.PURPOSE_REQUIRED;
    }

    private boolean knows(Officer officer, Act act, Standing standing) {
        return act.makesNew()
                || !isSecret(act.object())
                || acts.get(READ_BY.get(act.object())).rows().stream().anyMatch(row -> row.fits(officer, standing));
    }

    private Act act(String operation) {
        return acts.get(actOfOperation.get(operation));
    }
}
