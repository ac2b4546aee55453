package org.repatria.clocks.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One row as it is written, and where it stands.
 *
 * @param kind the file's word for it, such as {@code clock-rules}
 * @param json its fields; nobody changes them in place
 * @param places where each field is written; the empty name is the row itself. Empty for a row that was proposed:
 *     there the places are the fields
 */
public record ReferenceRow(String kind, ObjectNode json, Map<String, String> places) {

    /** Which systems of law apply in a state: such rows are told apart by the state. */
    public static final String PROFILES = "profiles";

    public ReferenceRow {
        places = Map.copyOf(places);
    }

    /** The rows of a file, in its order. */
    public static List<ReferenceRow> of(String kind, YamlText file) {
        return IntStream.range(0, file.json().path("rows").size())
                .mapToObj(index -> of(kind, file, "/rows/" + index))
                .toList();
    }

    private static ReferenceRow of(String kind, YamlText text, String pointer) {
        var places = new LinkedHashMap<String, String>();
        var json = (ObjectNode) text.json().at(pointer);
        places.put("", text.file() + ":" + text.line(pointer));
        json.propertyNames().forEach(name -> places.put(name, text.file() + ":" + text.line(pointer + "/" + name)));
        return new ReferenceRow(kind, json, places);
    }

    public ReferenceRow with(String field, JsonNode value) {
        return new ReferenceRow(kind, json.deepCopy().set(field, value), places);
    }

    /** What tells rows of a kind apart. */
    public String id() {
        return text(idField(kind));
    }

    /** The field that tells rows of a kind apart. */
    public static String idField(String kind) {
        return kind.equals(PROFILES) ? "state" : "id";
    }

    /** Counts the changes of the row, from 1. */
    public int version() {
        return json.path("version").asInt(1);
    }

    public boolean has(String field) {
        return json.has(field);
    }

    public String text(String field) {
        return json.path(field).asString();
    }

    public boolean says(String field, String word) {
        return has(field) && text(field).equals(word);
    }

    public Optional<String> optional(String field) {
        return has(field) ? Optional.of(text(field)) : Optional.empty();
    }

    /** The texts of a list; a field that holds one value is a list of it. */
    public List<String> list(String field) {
        var value = json.path(field);
        var items = value.isArray() || value.isMissingNode() ? value.valueStream() : Stream.of(value);
        return items.map(JsonNode::asString).toList();
    }

    public FaultyReference wrong(String field, String what) {
        return new FaultyReference(List.of(fault(field, what)));
    }

    /** Something that is wrong with a field; with the whole row where the name is empty. */
    public Fault fault(String field, String what) {
        if (places.isEmpty()) {
            return new Fault("/" + field, what);
        }
        var place = places.getOrDefault(field, places.getOrDefault("", ""));
        return new Fault(place, field.isEmpty() ? what : field + ": " + what);
    }
}
