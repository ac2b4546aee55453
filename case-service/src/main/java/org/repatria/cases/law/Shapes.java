package org.repatria.cases.law;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.repatria.cases.domain.law.ReferenceKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shapes that files and rows must have, by their JSON Schemas. */
final class Shapes {

    private static final String BASE = "https://repatria.example/reference/";
    private static final String HAPPENINGS = "happenings";

    private final SchemaRegistry registry;
    private final Map<String, JsonNode> rows;

    private Shapes(SchemaRegistry registry, Map<String, JsonNode> rows) {
        this.registry = registry;
        this.rows = rows;
    }

    static Shapes shipped() {
        var texts = new HashMap<String, String>();
        var rows = new HashMap<String, JsonNode>();
        var names = new ArrayList<>(List.of(HAPPENINGS));
        for (var kind : ReferenceKind.values()) {
            names.add(kind.word());
        }
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
    List<Fault> faultsOf(String name, YamlText text) {
        return schema(name + ".json").validate(text.json(), Shapes::assertFormats).stream()
                .map(error -> {
                    var where = error.getInstanceLocation().toString();
                    return text.fault(where, lastOf(where) + error.getMessage());
                })
                .toList();
    }

    /** What is wrong with the shape of one row that somebody proposes. */
    List<Fault> faultsOf(ReferenceKind kind, JsonNode row) {
        return schema(kind.word() + ".json#/$defs/row").validate(row, Shapes::assertFormats).stream()
                .map(error -> new Fault(error.getInstanceLocation().toString(), error.getMessage()))
                .toList();
    }

    /** The schema of one field of a row; a missing node where it has none. */
    JsonNode shapeOf(ReferenceKind kind, String field) {
        return rows.getOrDefault(kind.word(), JsonMapper.shared().missingNode()).path(field);
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
