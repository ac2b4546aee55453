package org.repatria.testkit.contracts;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The published language as it lies in the repository's {@code contracts/}. It has a schema and an example per type,
 * and the channels.
 */
public final class Contracts {

    private static final String SCHEMA_BASE = "https://repatria.example/schemas/";
    private static final Pattern TYPE = Pattern.compile("[a-z-]+([.][a-z-]+)+[.]v[0-9]+");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path directory;
    private final SchemaRegistry registry;

    private Contracts(Path directory) {
        this.directory = directory;
        var schemas = schemas(directory);
        this.registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(schemas));
    }

    /** Every schema text by the address that others refer to it with; nothing is ever fetched. */
    private static Map<String, String> schemas(Path directory) {
        var texts = new HashMap<String, String>();
        try (var files = Files.list(directory.resolve("schemas"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
                texts.put(SCHEMA_BASE + file.getFileName(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    /** The contracts of this repository, from whichever module the test runs in. */
    public static Contracts find() {
        for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("contracts/schemas"))) {
                return at(at.resolve("contracts"));
            }
        }
        throw new AssertionError(
                "there is no contracts/schemas above " + Path.of("").toAbsolutePath());
    }

    /** Contracts that lie elsewhere. */
    public static Contracts at(Path directory) {
        return new Contracts(directory.toAbsolutePath());
    }

    /** Every type that has a schema; files that types share, such as money, are none. */
    public Set<String> types() {
        try (var files = Files.list(directory.resolve("schemas"))) {
            var types = new TreeSet<String>();
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .filter(name -> TYPE.matcher(name).matches())
                    .forEach(types::add);
            return types;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a type's schema. */
    public Optional<String> schema(String type) {
        return text("schemas/" + type + ".json");
    }

    /** The text of a type's example: the JSON value as a subscriber gets it. */
    public Optional<String> example(String type) {
        return text("examples/" + type + ".json");
    }

    /** What is wrong with a JSON text as a value of a type; empty when nothing is. */
    public List<String> validate(String type, String json) {
        if (schema(type).isEmpty()) {
            return List.of("there is no schema for " + type);
        }
        try {
            var _ = JSON.readTree(json);
        } catch (JacksonException e) {
            return List.of("is not JSON: " + e.getOriginalMessage());
        }
        return schemaOf(type)
                .validate(
                        json,
                        InputFormat.JSON,
                        run -> run.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    private Schema schemaOf(String type) {
        return registry.getSchema(SchemaLocation.of(SCHEMA_BASE + type + ".json"));
    }

    /** Where a type's schema lets unknown fields pass; empty when it is closed everywhere. */
    public List<String> openObjects(String type) {
        var open = new ArrayList<String>();
        schema(type).ifPresent(text -> collectOpen(JSON.readTree(text), "", open));
        return open;
    }

    private static void collectOpen(JsonNode node, String pointer, List<String> open) {
        if (node.isObject()) {
            var closed = isFalse(node.get("additionalProperties")) || isFalse(node.get("unevaluatedProperties"));
            if (node.path("properties").isObject() && !closed) {
                open.add(pointer.isEmpty() ? "/" : pointer);
            }
            node.properties().forEach(field -> collectOpen(field.getValue(), pointer + "/" + field.getKey(), open));
        } else if (node.isArray()) {
            for (var index = 0; index < node.size(); index++) {
                collectOpen(node.get(index), pointer + "/" + index, open);
            }
        }
    }

    private static boolean isFalse(@Nullable JsonNode node) {
        return node != null && node.isBoolean() && !node.booleanValue();
    }

    /** What a type lacks in {@code asyncapi.yaml}: its message, or the channel that carries it; empty when nothing. */
    public List<String> missingInAsyncApi(String type) {
        var text = text("asyncapi.yaml");
        if (text.isEmpty()) {
            return List.of("there is no asyncapi.yaml");
        }
        var api = new YAMLMapper().readTree(text.get());
        var messages = new TreeSet<String>();
        api.path("components").path("messages").properties().forEach(message -> {
            if (message.getKey().equals(type)
                    || message.getValue().path("name").asString("").equals(type)) {
                messages.add("#/components/messages/" + message.getKey());
            }
        });
        if (messages.isEmpty()) {
            return List.of("asyncapi.yaml has no message " + type);
        }
        for (var channel : api.path("channels")) {
            for (var message : channel.path("messages")) {
                if (messages.contains(message.path("$ref").asString(""))) {
                    return List.of();
                }
            }
        }
        return List.of("no channel of asyncapi.yaml carries " + type);
    }

    private Optional<String> text(String file) {
        var path = directory.resolve(file);
        try {
            return Files.exists(path) ? Optional.of(Files.readString(path)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
