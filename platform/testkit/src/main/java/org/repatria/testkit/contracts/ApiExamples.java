package org.repatria.testkit.contracts;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The examples of an OpenAPI 3.1 document against the schemas that stand beside them. A reader copies the examples. */
public final class ApiExamples {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** One JSON value, unlike a file of many lines. */
    private static final Pattern JSON_TYPE = Pattern.compile("application/(.+\\+)?json(;.*)?");

    private final JsonNode document;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Schema> compiled = new HashMap<>();
    private final List<String> findings = new ArrayList<>();

    private ApiExamples(JsonNode document) {
        this.document = document;
    }

    /**
     * One sentence per example, default or example of a schema that does not fit. Also one per body or good answer
     * without any. Looked at is every operation, each of its parameters, its body, and each answer with its headers.
     */
    public static List<String> findings(JsonNode document) {
        var looking = new ApiExamples(document);
        for (var path : document.path("paths").properties()) {
            for (var method : path.getValue().properties()) {
                looking.operation(method.getKey() + " " + path.getKey(), method.getValue());
            }
        }
        looking.document
                .path("components")
                .path("schemas")
                .properties()
                .forEach(schema -> looking.within("schema " + schema.getKey(), schema.getValue()));
        return looking.findings;
    }

    /**
     * What is wrong with an answer as it was really given; empty when nothing is.
     *
     * @param operationId whose good answer it is
     */
    public static List<String> misfits(JsonNode document, String operationId, String answer) {
        var looking = new ApiExamples(document);
        document.path("paths")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .filter(operation -> operation.path("operationId").asString("").equals(operationId))
                .map(operation -> operation.at("/responses/200/content/application~1json/schema"))
                .findFirst()
                .ifPresentOrElse(
                        schema -> looking.fits(operationId, schema, JSON.readTree(answer)),
                        () -> looking.findings.add("there is no operation " + operationId));
        return looking.findings;
    }

    private void operation(String name, JsonNode operation) {
        operation
                .path("parameters")
                .forEach(parameter ->
                        described(name + ", parameter " + parameter.path("name").asString(""), parameter));
        contents(name + ", body", operation.path("requestBody"));
        for (var response : operation.path("responses").properties()) {
            var where = name + ", answer " + response.getKey();
            contents(where, response.getValue());
            response.getValue()
                    .path("headers")
                    .properties()
                    .forEach(header -> described(where + ", header " + header.getKey(), header.getValue()));
        }
    }

    private void contents(String where, JsonNode holder) {
        for (var content : holder.path("content").properties()) {
            var media = content.getValue();
            described(where + ", " + content.getKey(), media);
            if (JSON_TYPE.matcher(content.getKey()).matches()
                    && media.at("/schema/type").asString("").equals("string")) {
                findings.add(where + ", " + content.getKey() + ": is JSON and described as a text");
            }
            if (!media.has("example") && media.path("examples").isEmpty()) {
                findings.add(where + ", " + content.getKey() + ": has no example");
            }
        }
    }

    /** A parameter, a header or a content: a schema with examples beside it. */
    private void described(String where, JsonNode described) {
        if (!described.path("schema").isObject()) {
            findings.add(where + ": has no schema");
            return;
        }
        var schema = described.path("schema");
        if (described.has("example")) {
            fits(where, schema, described.path("example"));
        }
        described
                .path("examples")
                .properties()
                .forEach(example -> fits(
                        where + ", example " + example.getKey(),
                        schema,
                        example.getValue().path("value")));
        within(where, schema);
    }

    /** What a schema says of itself. */
    private void within(String where, JsonNode schema) {
        if (schema.has("default")) {
            fits(where + ", default", schema, schema.path("default"));
        }
        if (schema.path("examples").isArray()) {
            schema.path("examples").forEach(example -> fits(where + ", example of the schema", schema, example));
        }
        schema.path("properties")
                .properties()
                .forEach(property -> within(where + "/" + property.getKey(), property.getValue()));
        if (schema.path("items").isObject()) {
            within(where + "[]", schema.path("items"));
        }
    }

    private void fits(String where, JsonNode schema, JsonNode example) {
        compiled.computeIfAbsent(schema.toString(), _ -> compile(schema))
                .validate(
                        example.toString(),
                        InputFormat.JSON,
                        run -> run.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .forEach(error -> findings.add(where + ": " + error));
    }

    /** References of the document point to its components, which therefore come along. */
    private Schema compile(JsonNode schema) {
        ObjectNode whole = JSON.createObjectNode();
        whole.putArray("allOf").add(schema);
        whole.set("components", document.path("components"));
        return registry.getSchema(whole.toString(), InputFormat.JSON);
    }
}
