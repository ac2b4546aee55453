package org.repatria.edge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.repatria.edge.Endpoint.Body;
import org.repatria.policy.Policy;
import org.springframework.http.MediaType;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The OpenAPI 3.1 document of a service, from the same table that serves it. What is not in the table does not exist.
 */
public final class ApiDocument {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final String BEARER = "bearer";
    private static final String PROBLEM_JSON = MediaType.APPLICATION_PROBLEM_JSON_VALUE;

    private final ObjectNode document = Json.MAPPER.createObjectNode();
    private final Schemas schemas;
    private final Policy policy;

    private ApiDocument(String title, Policy policy) {
        this.policy = policy;
        document.put("openapi", "3.1.0");
        describe(document.putObject("info").put("title", title).put("version", "v1"));
        document.putArray("servers").addObject().put("url", "/");
        document.putArray("tags");
        document.putObject("paths");
        var components = document.putObject("components");
        components
                .putObject("securitySchemes")
                .putObject(BEARER)
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT");
        this.schemas = new Schemas(components.putObject("schemas"));
    }

    /** Who runs it and what its readers may do with it; nobody has granted a licence. */
    private static void describe(ObjectNode info) {
        info.put("description", "Lawful strategies for persons sought, and the return of assets moved abroad.");
        info.putObject("contact")
                .put("name", "The central authority that runs this system")
                .put("url", "https://repatria.example/");
        info.putObject("license").put("name", "No licence granted").put("identifier", "LicenseRef-No-Licence-Granted");
    }

    public static ObjectNode of(String title, List<Api> apis) {
        return of(title, apis, Policy.ofTheHouse());
    }

    /** The same with another table of who may. */
    static ObjectNode of(String title, List<Api> apis, Policy policy) {
        var made = new ApiDocument(title, policy);
        apis.forEach(made::add);
        made.describeProblem();
        return made.document;
    }

    private void add(Api api) {
        ((ArrayNode) document.get("tags")).addObject().put("name", api.name()).put("description", api.description());
        api.endpoints().forEach(endpoint -> add(api, endpoint));
    }

    private void add(Api api, Endpoint endpoint) {
        var operation = ((ObjectNode) document.get("paths"))
                .withObjectProperty(endpoint.path())
                .putObject(endpoint.method().name().toLowerCase(Locale.ROOT));
        operation.putArray("tags").add(api.name());
        operation.put("operationId", endpoint.operationId());
        operation.put("summary", endpoint.summary());
        whoMay(operation, endpoint);
        parameters(operation, endpoint);
        body(operation, endpoint);
        var responses = operation.putObject("responses");
        good(responses, endpoint);
        problems(endpoint).forEach((status, codes) -> problem(responses, status, codes));
    }

    private void whoMay(ObjectNode operation, Endpoint endpoint) {
        if (endpoint.open()) {
            operation.put("description", "For anyone: no token is asked for.");
            operation.put("x-open", true);
            operation.putArray("security");
            return;
        }
        var act = policy.actOf(endpoint.operationId())
                .orElseThrow(() -> new IllegalStateException(
                        "No row of the policy says who may ask for " + endpoint.operationId() + "."));
        operation.put("description", "For " + WhoMay.sentence(policy, act) + ".");
        operation.put("x-act", act.name());
        operation.putArray("security").addObject().putArray(BEARER);
        var roles = operation.putArray("x-roles");
        policy.rolesOf(act).forEach(role -> roles.add(role.name()));
    }

    private void parameters(ObjectNode operation, Endpoint endpoint) {
        var parameters = Json.MAPPER.createArrayNode();
        var variables = VARIABLE.matcher(endpoint.path());
        while (variables.find()) {
            parameter(parameters, "path", variables.group(1), true, text(Limits.ID_CHARS_MAX), "Id of the object");
        }
        endpoint.query()
                .ifPresent(type -> InputReader.parameters(type)
                        .forEach(component -> parameters
                                .addObject()
                                .put("in", "query")
                                .put("name", component.name())
                                .put("required", Schemas.isRequired(component))
                                .set("schema", schemas.ofComponent(component))));
        if (endpoint.paged()) {
            var limit = Json.MAPPER
                    .createObjectNode()
                    .put("type", "integer")
                    .put("minimum", 1)
                    .put("maximum", Limits.PAGE_MAX)
                    .put("default", Limits.PAGE_DEFAULT);
            parameter(parameters, "query", "limit", false, limit, "Items on the page");
            parameter(parameters, "query", "cursor", false, text(Limits.CURSOR_CHARS_MAX), "From the page before");
            parameter(
                    parameters,
                    "header",
                    "X-Read-After",
                    false,
                    text(2 * Limits.ID_CHARS_MAX),
                    "`<id>@<version>` that the answer must already show");
        }
        if (endpoint.keyed()) {
            parameter(
                    parameters,
                    "header",
                    "Idempotency-Key",
                    true,
                    text(Limits.IDEMPOTENCY_KEY_CHARS_MAX),
                    "Your own key for this request; the same again gets the same answer and does nothing");
        }
        if (endpoint.versioned()) {
            parameter(
                    parameters,
                    "header",
                    "If-Match",
                    true,
                    text(Limits.CURSOR_CHARS_MAX),
                    "ETag of the version you decided on; several, or `*` for whatever version there is");
        }
        if (!endpoint.open()) {
            parameter(
                    parameters,
                    "header",
                    "X-Purpose",
                    false,
                    text(Limits.PURPOSE_CHARS_MAX),
                    "Why you ask, for the journal");
        }
        if (!parameters.isEmpty()) {
            operation.set("parameters", parameters);
        }
    }

    private static void parameter(
            ArrayNode parameters, String in, String name, boolean required, ObjectNode schema, String words) {
        parameters
                .addObject()
                .put("in", in)
                .put("name", name)
                .put("required", required)
                .put("description", words)
                .set("schema", schema);
    }

    private static ObjectNode text(int charsMax) {
        return Json.MAPPER.createObjectNode().put("type", "string").put("maxLength", charsMax);
    }

    private void body(ObjectNode operation, Endpoint endpoint) {
        switch (endpoint.body()) {
            case Body.None _ -> {}
            case Body.Json json when json.isEmpty() -> {}
            case Body.Json(var type, var example, var _) -> {
                var content = operation
                        .putObject("requestBody")
                        .put("required", true)
                        .putObject("content")
                        .putObject(MediaType.APPLICATION_JSON_VALUE);
                content.set("schema", schemas.reference(type));
                content.set("example", Json.MAPPER.readTree(example));
            }
            case Body.Streamed(var samples, var bytesMax) -> {
                var request = operation
                        .putObject("requestBody")
                        .put("required", true)
                        .put("description", "At most " + bytesMax + " bytes, UTF-8");
                var content = request.putObject("content");
                samples.forEach(sample -> content.putObject(sample.type().toString())
                        .put("example", sample.example())
                        .putObject("schema")
                        .put("type", "string"));
            }
        }
    }

    private void good(ObjectNode responses, Endpoint endpoint) {
        var answer = endpoint.answer();
        var response = responses.putObject(Integer.toString(answer.status())).put("description", answer.words());
        var headers = response.putObject("headers");
        header(headers, "X-Correlation-Id", "Yours, or the trace id");
        if (ApiRoutes.isCommand(endpoint)) {
            header(headers, "ETag", "The version after the command");
        }
        if (answer.status() == 201) {
            header(headers, "Location", "Address of what was created");
        }
        if (endpoint.paged()) {
            header(headers, "Link", "`rel=\"next\"` where there is a next page");
        }
        var content = response.putObject("content").putObject(answer.mediaType().toString());
        answer.type()
                .ifPresentOrElse(
                        type -> {
                            content.set("schema", schemas.reference(type));
                            content.set("example", Json.MAPPER.readTree(answer.example()));
                        },
                        () -> content.put("example", answer.example())
                                .putObject("schema")
                                .put("type", "string"));
    }

    private static void header(ObjectNode headers, String name, String words) {
        headers.putObject(name).put("description", words).putObject("schema").put("type", "string");
    }

    /** Which problems a route can answer with, by status. */
    private static Map<Integer, Set<ProblemCode>> problems(Endpoint endpoint) {
        var codes = new ArrayList<ProblemCode>(List.of(
                GeneralProblem.INVALID_PARAMETERS,
                GeneralProblem.NOT_ACCEPTABLE,
                GeneralProblem.TOO_MANY_REQUESTS,
                GeneralProblem.INTERNAL_ERROR,
                GeneralProblem.SERVICE_UNAVAILABLE));
        if (!endpoint.open()) {
            codes.addAll(List.of(
                    GeneralProblem.UNAUTHENTICATED,
                    GeneralProblem.FORBIDDEN,
                    GeneralProblem.IDENTITY_PROVIDER_UNAVAILABLE,
                    GeneralProblem.STORE_UNAVAILABLE));
        }
        if (VARIABLE.matcher(endpoint.path()).find()) {
            codes.add(GeneralProblem.NOT_FOUND);
        }
        if (!endpoint.body().isEmpty()) {
            codes.addAll(List.of(
                    GeneralProblem.MALFORMED_BODY,
                    GeneralProblem.REQUEST_TIMEOUT,
                    GeneralProblem.BODY_TOO_LARGE,
                    GeneralProblem.UNSUPPORTED_MEDIA_TYPE,
                    GeneralProblem.INVALID_BODY));
        }
        if (endpoint.answer().mediaType().equals(MediaType.TEXT_EVENT_STREAM)) {
            codes.addAll(List.of(GeneralProblem.TOO_MANY_STREAMS, GeneralProblem.STREAMS_FULL));
        }
        if (ApiRoutes.isCommand(endpoint)) {
            codes.addAll(List.of(GeneralProblem.PUBLICATION_BACKLOG, GeneralProblem.CONTENDED));
        }
        if (endpoint.keyed()) {
            codes.add(GeneralProblem.IDEMPOTENCY_KEY_REUSED);
        }
        if (endpoint.versioned()) {
            codes.addAll(List.of(GeneralProblem.VERSION_REQUIRED, GeneralProblem.VERSION_STALE));
        }
        codes.addAll(endpoint.problems());
        return codes.stream()
                .collect(Collectors.groupingBy(
                        ProblemCode::status, java.util.TreeMap::new, Collectors.toCollection(LinkedHashSet::new)));
    }

    private static void problem(ObjectNode responses, int status, Set<ProblemCode> codes) {
        var words = codes.stream()
                .map(code -> "`" + code.name() + "`: " + code.title())
                .collect(Collectors.joining("; "));
        var content = responses
                .putObject(Integer.toString(status))
                .put("description", words)
                .putObject("content")
                .putObject(PROBLEM_JSON);
        content.putObject("schema").put("$ref", "#/components/schemas/Problem");
        var first = codes.iterator().next();
        var example = new LinkedHashMap<String, Object>();
        example.put("type", first.type());
        example.put("code", first.name());
        example.put("title", first.title());
        example.put("status", status);
        example.put("detail", first.title() + ".");
        example.put("instance", "/v1/");
        example.put("traceId", "0af7651916cd43dd8448eb211c80319c");
        content.set("example", Json.MAPPER.valueToTree(example));
    }

    private void describeProblem() {
        var errors = schemas.reference(FieldError.class);
        var problem = ((ObjectNode) document.get("components").get("schemas")).putObject("Problem");
        problem.put("type", "object").put("description", "RFC 9457 problem details");
        var properties = problem.putObject("properties");
        properties.putObject("type").put("type", "string").put("format", "uri");
        for (var name : List.of("code", "title", "detail", "instance", "traceId")) {
            properties.putObject(name).put("type", "string");
        }
        properties.putObject("status").put("type", "integer");
        properties.putObject("errors").put("type", "array").set("items", errors);
        var required = problem.putArray("required");
        List.of("type", "code", "title", "status", "detail", "instance", "traceId")
                .forEach(required::add);
    }
}
