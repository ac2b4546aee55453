package org.repatria.system;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.repatria.local.supervisor.Component;
import tools.jackson.databind.JsonNode;

/**
 * One operation as the document of its service describes it.
 *
 * @param isOpen whether it asks for no token
 * @param isStream whether the answer has no end
 * @param required the parameters that must be there, such as {@code header:If-Match}
 * @param body the example of the document
 */
record ApiOperation(
        String id,
        String method,
        String path,
        Component service,
        boolean isOpen,
        boolean isStream,
        Set<String> required,
        Optional<Body> body) {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final String OPERATIONS = "/v1/operations/";
    private static final String METRICS = "/actuator/prometheus";
    private static final Map<Component, String> WORDS =
            Map.of(Component.CASES, "case", Component.ASSETS, "asset", Component.NOTIFICATIONS, "notification");

    /** An example and its type. */
    record Body(String type, String text) {}

    /** Those of all documents, and the metrics, which are in none. */
    static List<ApiOperation> all() throws IOException, InterruptedException {
        var all = new ArrayList<ApiOperation>();
        for (var service : List.of(Component.CASES, Component.ASSETS, Component.NOTIFICATIONS, Component.GATEWAY)) {
            var caller = SharedStack.service(service);
            var document = caller.send(caller.request("/v3/api-docs").GET()).json();
            for (var path : document.path("paths").properties()) {
                for (var method : path.getValue().properties()) {
                    all.add(of(service, path.getKey(), method.getKey(), method.getValue()));
                }
            }
            all.add(new ApiOperation("prometheus", "GET", METRICS, service, false, false, Set.of(), Optional.empty()));
        }
        return all;
    }

    private static ApiOperation of(Component service, String path, String method, JsonNode operation) {
        return new ApiOperation(
                operation.path("operationId").asString(),
                method.toUpperCase(Locale.ROOT),
                path,
                service,
                operation.path("x-open").asBoolean(false),
                operation.at("/responses/200/content").has("text/event-stream"),
                operation
                        .path("parameters")
                        .valueStream()
                        .filter(parameter -> parameter.path("required").asBoolean(false))
                        .map(parameter -> parameter.path("in").asString() + ":"
                                + parameter.path("name").asString())
                        .collect(Collectors.toSet()),
                operation.at("/requestBody/content").properties().stream()
                        .findFirst()
                        .map(content ->
                                body(content.getKey(), content.getValue().path("example"))));
    }

    private static Body body(String type, JsonNode example) {
        return new Body(type, example.isString() ? example.asString() : example.toString());
    }

    boolean isCommand() {
        return !method.equals("GET");
    }

    boolean needs(String parameter) {
        return required.contains(parameter);
    }

    /** Whether it is about one thing, which the path names. */
    boolean isOnOne() {
        return !variables().isEmpty();
    }

    List<String> variables() {
        return VARIABLE.matcher(path).results().map(found -> found.group(1)).toList();
    }

    /** Metrics are read of each process, past the gateway. */
    boolean isBehindGateway() {
        return service != Component.GATEWAY && !path.equals(METRICS);
    }

    /** Its address at the gateway; what programs of the operator do has one for each service. */
    String outside() {
        return path.startsWith(OPERATIONS) ? path.replace(OPERATIONS, OPERATIONS + WORDS.get(service) + "/") : path;
    }
}
