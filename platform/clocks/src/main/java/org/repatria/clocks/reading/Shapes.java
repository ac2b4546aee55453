package org.repatria.clocks.reading;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shapes that files and rows must have, by their JSON Schemas. */
public final class Shapes {

    private static final String BASE = "https://repatria.example/reference/";

    private final SchemaRegistry registry;
    private final Map<String, JsonNode> rows;

    private Shapes(SchemaRegistry registry, Map<String, JsonNode> rows) {
        this.registry = registry;
        this.rows = rows;
    }

    /**
     * The shapes that are shipped for some files.
     *
     * @param names of the files, such as {@code clock-rules}
     */
    public static Shapes shipped(Collection<String> names) {
        var texts = new HashMap<String, String>();
        var rows = new HashMap<String, JsonNode>();
        for (var name : names) {
            var text = Shipped.text("schemas/" + name + ".json");
            texts.put(BASE + name + ".json", text);
            rows.put(name, JsonMapper.shared().readTree(text).at("/$defs/row/properties"));
        }
        return new Shapes(
                SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(texts)),
                rows);
    }

    /** What is wrong with the shape of a whole file. */
    public List<Fault> faultsOf(String name, YamlText text) {
        return schema(name + ".json").validate(text.json(), Shapes::assertFormats).stream()
                .map(error -> {
                    var where = error.getInstanceLocation().toString();
                    return text.fault(where, lastOf(where) + error.getMessage());
                })
                .toList();
    }

    /** What is wrong with the shape of one row that somebody proposes. */
    public List<Fault> faultsOf(String kind, JsonNode row) {
        return schema(kind + ".json#/$defs/row").validate(row, Shapes::assertFormats).stream()
                .map(error -> new Fault(error.getInstanceLocation().toString(), error.getMessage()))
                .toList();
    }

    /** The schema of one field of a row; a missing node where it has none. */
    public JsonNode shapeOf(String kind, String field) {
        return rows.getOrDefault(kind, JsonMapper.shared().missingNode()).path(field);
    }

    private Schema schema(String file) {
        return registry.getSchema(SchemaLocation.of(BASE + file));
    }

    private static void assertFormats(com.networknt.schema.ExecutionContext run) {
        run.executionConfig(config -> config.formatAssertionsEnabled(true));
    }

    private static String lastOf(String pointer) {
        return pointer.isEmpty() ? "" : pointer.substring(pointer.lastIndexOf('/') + 1) + ": ";
    }
}
