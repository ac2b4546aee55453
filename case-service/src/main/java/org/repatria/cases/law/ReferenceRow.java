package org.repatria.cases.law;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.repatria.cases.domain.law.ReferenceKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One row as it is written, and where it stands.
 *
 * @param json its fields; nobody changes them in place
 * @param places where each field is written; the empty name is the row itself. Empty for a row that was proposed:
 *     there the places are the fields
 */
record ReferenceRow(ReferenceKind kind, ObjectNode json, Map<String, String> places) {

    ReferenceRow {
        places = Map.copyOf(places);
    }

    static ReferenceRow of(ReferenceKind kind, YamlText text, String pointer) {
        var places = new LinkedHashMap<String, String>();
        var json = (ObjectNode) text.json().at(pointer);
        places.put("", text.file() + ":" + text.line(pointer));
        json.propertyNames().forEach(name -> places.put(name, text.file() + ":" + text.line(pointer + "/" + name)));
        return new ReferenceRow(kind, json, places);
    }

    ReferenceRow with(String field, JsonNode value) {
        return new ReferenceRow(kind, json.deepCopy().set(field, value), places);
    }

    /** What tells rows of a kind apart. */
    String id() {
        return text(idField(kind));
    }

    static String idField(ReferenceKind kind) {
        return kind == ReferenceKind.PROFILES ? "state" : "id";
    }

    int version() {
        return json.path("version").asInt(1);
    }

    boolean has(String field) {
        return json.has(field);
    }

    String text(String field) {
        return json.path(field).asString();
    }

    boolean says(String field, String word) {
        return has(field) && text(field).equals(word);
    }

    Optional<String> optional(String field) {
        return has(field) ? Optional.of(text(field)) : Optional.empty();
    }

    /** The texts of a list; a field that holds one value is a list of it. */
    List<String> list(String field) {
        var value = json.path(field);
        var items = value.isArray() || value.isMissingNode() ? value.valueStream() : Stream.of(value);
        return items.map(JsonNode::asString).toList();
    }

    FaultyReference wrong(String field, String what) {
        return new FaultyReference(List.of(fault(field, what)));
    }

    Fault fault(String field, String what) {
        if (places.isEmpty()) {
            return new Fault("/" + field, what);
        }
        var place = places.getOrDefault(field, places.getOrDefault("", ""));
        return new Fault(place, field.isEmpty() ? what : field + ": " + what);
    }
}
