package org.repatria.gateway;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.repatria.edge.Api;
import org.repatria.edge.ApiDocument;
import org.repatria.edge.Json;
import org.repatria.gateway.PageFiles.PageFile;
import org.repatria.gateway.PartCalls.Answer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The API documents of all services as one. A service that is away is named in it, and the others are there. */
final class MergedDocument {

    private static final String NAME = "openapi.json";
    private static final String REFERENCE = "#/components/schemas/";
    private static final String OPERATIONS = "/v1/operations/";

    private final PartCalls calls;
    private final List<Api> own;
    private final Mono<PageFile> cached;

    MergedDocument(PartCalls calls, List<Api> own) {
        this.calls = calls;
        this.own = List.copyOf(own);
        this.cached = Mono.defer(this::merged)
                .publishOn(Schedulers.boundedElastic())
                .map(document -> new Made(
                        new PageFile(NAME, Json.MAPPER.writeValueAsBytes(document)),
                        missing(document).isEmpty() ? Limits.DOCUMENT_AGE_MAX : Limits.DOCUMENT_WITH_GAPS_AGE_MAX))
                .cache(Made::age, _ -> Duration.ZERO, () -> Duration.ZERO)
                .map(Made::file);
    }

    /**
     * Written and packed once for all who ask.
     *
     * @param age how long it is served
     */
    private record Made(PageFile file, Duration age) {}

    /** As it is sent. */
    Mono<PageFile> file() {
        return cached;
    }

    private Mono<ObjectNode> merged() {
        return Flux.fromArray(Part.values())
                .flatMap(part -> calls.ask(part, "/v3/api-docs", Limits.DOCUMENT_PART_MAX)
                        .map(answer -> Map.entry(part, answer)))
                .collectList()
                .map(answers -> {
                    var byPart = new EnumMap<Part, Answer>(Part.class);
                    answers.forEach(answer -> byPart.put(answer.getKey(), answer.getValue()));
                    return merge(byPart);
                });
    }

    private ObjectNode merge(Map<Part, Answer> answers) {
        var whole = ApiDocument.of("Repatria", own);
        var missing = new ArrayList<String>();
        answers.forEach((part, answer) -> {
            if (answer.data() instanceof ObjectNode document) {
                add(whole, part, document);
            } else {
                missing.add(part.service());
            }
        });
        var info = whole.withObjectProperty("info");
        info.put(
                "description",
                missing.isEmpty()
                        ? "The API of all services, through one door."
                        : "Incomplete at the moment, these services are away: " + String.join(", ", missing) + ".");
        var names = info.putArray("x-missing");
        missing.forEach(names::add);
        return whole;
    }

    private static JsonNode missing(JsonNode document) {
        return document.path("info").path("x-missing");
    }

    private static void add(ObjectNode whole, Part part, ObjectNode document) {
        var renamed = addSchemas(whole, part, document);
        rewriteReferences(document, renamed);
        document.path("tags").forEach(tag -> addTag(whole, tag));
        document.path("paths").properties().forEach(path -> addPath(whole, part, path.getKey(), path.getValue()));
    }

    /** Schemas of one name and other content, in two services, get the part's name before theirs. */
    private static Map<String, String> addSchemas(ObjectNode whole, Part part, ObjectNode document) {
        var schemas = whole.withObjectProperty("components").withObjectProperty("schemas");
        var renamed = new HashMap<String, String>();
        var incoming = document.path("components").path("schemas");
        incoming.properties().forEach(schema -> {
            var there = schemas.get(schema.getKey());
            if (there != null && !there.equals(schema.getValue())) {
                renamed.put(schema.getKey(), capitalised(part.word()) + schema.getKey());
            }
        });
        rewriteReferences(incoming, renamed);
        incoming.properties()
                .forEach(schema ->
                        schemas.set(renamed.getOrDefault(schema.getKey(), schema.getKey()), schema.getValue()));
        return renamed;
    }

    private static void rewriteReferences(JsonNode node, Map<String, String> renamed) {
        if (renamed.isEmpty()) {
            return;
        }
        if (node instanceof ObjectNode object && object.path("$ref").isString()) {
            var name = object.path("$ref").asString().replace(REFERENCE, "");
            if (renamed.containsKey(name)) {
                object.put("$ref", REFERENCE + renamed.get(name));
            }
        }
        node.forEach(child -> rewriteReferences(child, renamed));
    }

    private static void addTag(ObjectNode whole, JsonNode tag) {
        var tags = (ArrayNode) whole.path("tags");
        if (!tags.valueStream().anyMatch(there -> there.path("name").equals(tag.path("name")))) {
            tags.add(tag);
        }
    }

    /** What operators see and do exists in each service; from outside each has a path of its own. */
    private static void addPath(ObjectNode whole, Part part, String path, JsonNode item) {
        var operations = path.startsWith(OPERATIONS);
        var outside = operations ? path.replace(OPERATIONS, OPERATIONS + part.word() + "/") : path;
        if (operations) {
            item.properties().forEach(method -> {
                if (method.getValue() instanceof ObjectNode operation) {
                    var id = operation.path("operationId").asString();
                    operation.put("operationId", part.word() + capitalised(id));
                }
            });
        }
        whole.withObjectProperty("paths").set(outside, item);
    }

    private static String capitalised(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
