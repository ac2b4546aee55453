package org.repatria.edge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.repatria.edge.Endpoint.Body;
import org.repatria.policy.Policy;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a reader of the API would miss or stumble over. A service's test expects no findings. */
public final class ApiLint {

    /** A no-break space, a zero-width space and a letter that is printed as nothing. */
    private static final String UNSEEN = "\u00A0\u200B\u3164";

    private ApiLint() {}

    /** One sentence per finding. */
    public static List<String> findings(List<Api> apis) {
        return findings(apis, Policy.ofTheHouse());
    }

    /** The same with another table of who may. */
    static List<String> findings(List<Api> apis, Policy policy) {
        var findings = new ArrayList<String>();
        apis.stream().flatMap(api -> api.endpoints().stream()).forEach(endpoint -> examples(endpoint, findings));
        if (findings.isEmpty()) {
            findings.addAll(findings(ApiDocument.of("lint", apis, policy)));
        }
        return findings;
    }

    /** The same for a whole document, such as the one that the gateway merges. */
    public static List<String> findings(JsonNode document) {
        var findings = new ArrayList<String>();
        var operationIds = new HashSet<String>();
        for (var path : document.path("paths").properties()) {
            for (var method : path.getValue().properties()) {
                operation(method.getKey() + " " + path.getKey(), method.getValue(), operationIds, findings);
            }
        }
        for (var about : List.of("contact", "license")) {
            if (document.path("info").path(about).path("name").asString("").isBlank()) {
                findings.add("the document names no " + about);
            }
        }
        references(document, document, findings);
        lengths(document, "", findings);
        return findings;
    }

    private static void examples(Endpoint endpoint, List<String> findings) {
        if (endpoint.body() instanceof Body.Json json && !json.isEmpty()) {
            try {
                var example = Json.MAPPER.readTree(json.example());
                var _ = read(json, example);
                blanks(endpoint.operationId(), json, example, "", findings);
            } catch (RuntimeException wrong) {
                findings.add(endpoint.operationId() + ": its own example is refused: " + wrong.getMessage());
            }
        }
        try {
            if (endpoint.answer().type().isPresent()) {
                var _ = Json.MAPPER.readTree(endpoint.answer().example());
            }
        } catch (RuntimeException wrong) {
            findings.add(endpoint.operationId() + ": the example of its answer is no JSON: " + wrong.getMessage());
        }
    }

    /** Where a text of which nothing can be seen is taken for an answer. */
    private static void blanks(String operation, Body.Json type, JsonNode whole, String at, List<String> findings) {
        var node = whole.at(at);
        if (node.isString()) {
            if (isTaken(type, whole, at)) {
                findings.add(operation + ": a text that cannot be seen is taken at " + at);
            }
        } else if (node.isArray()) {
            IntStream.range(0, node.size())
                    .forEach(index -> blanks(operation, type, whole, at + "/" + index, findings));
        } else {
            node.propertyNames().forEach(name -> blanks(operation, type, whole, at + "/" + name, findings));
        }
    }

    private static Object read(Body.Json json, JsonNode body) {
        return InputReader.body(json.type(), body, new InputReader.Beside() {
            @Override
            public String inPath(String name) {
                // A variable is called as the kind of its ids: {orderId} has order-...
                return name.endsWith("Id") ? name.substring(0, name.length() - 2) + "-an-id" : "an-id";
            }

            @Override
            public String fresh(String prefix) {
                return prefix + "fresh";
            }

            @Override
            public Object value(Class<?> type, String text) {
                return json.texts().value(type, text);
            }
        });
    }

    private static boolean isTaken(Body.Json type, JsonNode whole, String at) {
        var copy = whole.deepCopy();
        var parent = copy.at(at.substring(0, at.lastIndexOf('/')));
        var last = at.substring(at.lastIndexOf('/') + 1);
        if (parent instanceof ObjectNode object) {
            object.put(last, UNSEEN);
        } else if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(last), UNSEEN);
        }
        try {
            var _ = read(type, copy);
            return true;
        } catch (ProblemRaised refused) {
            return false;
        }
    }

    private static void operation(String name, JsonNode operation, Set<String> operationIds, List<String> findings) {
        var id = operation.path("operationId").asString("");
        if (!id.matches("[a-z][A-Za-z0-9]*")) {
            findings.add(name + ": the operationId is no lower camel case name");
        } else if (!operationIds.add(id)) {
            findings.add(name + ": the operationId " + id + " exists twice");
        }
        var summary = operation.path("summary").asString("");
        if (summary.isBlank() || !Character.isUpperCase(summary.charAt(0)) || summary.endsWith(".")) {
            findings.add(name + ": the summary is no short line with a capital letter and without a full stop");
        }
        if (!operation.path("security").isArray()) {
            findings.add(name + ": nothing says who may use it");
        } else if (operation.path("security").isEmpty() != operation.has("x-open")) {
            findings.add(name + ": it is open to anyone in one place and not in the other");
        }
        operation.path("requestBody").path("content").properties().forEach(content -> {
            if (!content.getValue().has("example") || !content.getValue().has("schema")) {
                findings.add(name + ": the body has no example or no schema");
            }
        });
        var good = operation.path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .flatMap(response -> response.getValue().path("content").properties().stream())
                .toList();
        if (good.isEmpty() || good.stream().anyMatch(it -> !it.getValue().has("example"))) {
            findings.add(name + ": no good answer with an example");
        }
        operation.path("responses").properties().stream()
                .filter(response -> response.getKey().compareTo("4") >= 0)
                .filter(response -> !response.getValue().path("content").has("application/problem+json"))
                .forEach(response -> findings.add(name + ": " + response.getKey() + " is no problem+json"));
    }

    /** A bound from 0 on says that a text of nothing will do. */
    private static void lengths(JsonNode node, String at, List<String> findings) {
        if (node.path("minLength").isInt() && node.path("minLength").asInt() < 1) {
            findings.add("a text of no characters is allowed at " + at);
        }
        node.properties().forEach(child -> lengths(child.getValue(), at + "/" + child.getKey(), findings));
        if (node.isArray()) {
            node.forEach(child -> lengths(child, at, findings));
        }
    }

    private static void references(JsonNode document, JsonNode node, List<String> findings) {
        var reference = node.path("$ref");
        if (reference.isString()
                && document.at(reference.asString().substring(1)).isMissingNode()) {
            findings.add("nothing stands at " + reference.asString());
        }
        node.forEach(child -> references(document, child, findings));
    }
}
