package org.repatria.cases.law;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.repatria.cases.domain.CountryCode;
import org.repatria.cases.domain.law.ClockRule.Unit;
import org.repatria.cases.domain.law.Confidence;
import org.repatria.cases.domain.law.Officer;
import org.repatria.cases.domain.law.ReferenceKind;
import org.repatria.cases.domain.law.SafeguardRule.Period;
import org.repatria.cases.domain.law.Validity;
import org.repatria.policy.Role;
import tools.jackson.databind.JsonNode;

/**
 * One row as it is written: texts by field, and where they stand.
 *
 * @param fields every value as text; a list has one text per item
 * @param places where each field is written; the empty name is the row itself
 */
record ReferenceRow(ReferenceKind kind, Map<String, List<String>> fields, Map<String, String> places) {

    ReferenceRow {
        fields = Map.copyOf(fields);
        places = Map.copyOf(places);
    }

    static ReferenceRow of(ReferenceKind kind, YamlText text, String pointer) {
        var places = new LinkedHashMap<String, String>();
        var row = text.json().at(pointer);
        places.put("", text.file() + ":" + text.line(pointer));
        row.propertyNames().forEach(name -> places.put(name, text.file() + ":" + text.line(pointer + "/" + name)));
        return new ReferenceRow(kind, texts(row), places);
    }

    /** A row that was proposed, whose places are its fields. */
    static ReferenceRow of(ReferenceKind kind, Map<String, List<String>> fields) {
        return new ReferenceRow(kind, fields, Map.of());
    }

    static Map<String, List<String>> texts(JsonNode row) {
        var fields = new LinkedHashMap<String, List<String>>();
        row.properties().forEach(field -> fields.put(field.getKey(), values(field.getValue())));
        return fields;
    }

    private static List<String> values(JsonNode value) {
        if (!value.isArray()) {
            return List.of(value.asString());
        }
        return value.valueStream().map(JsonNode::asString).toList();
    }

    ReferenceRow with(String field, List<String> values) {
        var changed = new LinkedHashMap<>(fields);
        changed.put(field, values);
        return new ReferenceRow(kind, changed, places);
    }

    /** What tells rows of a kind apart. */
    String id() {
        return text(idField(kind));
    }

    static String idField(ReferenceKind kind) {
        return kind == ReferenceKind.PROFILES ? "state" : "id";
    }

    int version() {
        return optional("version").map(Integer::parseInt).orElse(1);
    }

    boolean has(String field) {
        return fields.containsKey(field);
    }

    String text(String field) {
        return optional(field).orElseThrow(() -> wrong(field, "is missing"));
    }

    Optional<String> optional(String field) {
        return Optional.ofNullable(fields.get(field))
                .flatMap(values -> values.stream().findFirst());
    }

    List<String> list(String field) {
        return fields.getOrDefault(field, List.of());
    }

    <T> List<T> list(String field, Function<String, T> read) {
        return list(field).stream().map(item -> read(field, item, read)).toList();
    }

    int number(String field) {
        return read(field, text(field), Integer::parseInt);
    }

    boolean flag(String field) {
        return optional(field).filter("true"::equals).isPresent();
    }

    <E extends Enum<E>> E oneOf(String field, Class<E> type) {
        return read(field, text(field), word -> Enum.valueOf(type, word));
    }

    <E extends Enum<E>> E oneOf(String field, E otherwise) {
        return optional(field)
                .map(word -> read(field, word, w -> Enum.valueOf(otherwise.getDeclaringClass(), w)))
                .orElse(otherwise);
    }

    Optional<LocalDate> date(String field) {
        return optional(field).map(text -> read(field, text, LocalDate::parse));
    }

    Optional<ZoneId> zone(String field) {
        return optional(field).map(text -> read(field, text, ZoneId::of));
    }

    CountryCode state(String field) {
        return CountryCode.parse(text(field)).orElseThrow(() -> wrong(field, text(field) + " is no state"));
    }

    Optional<Period> period(String field) {
        return optional(field).map(text -> read(field, text, ReferenceRow::periodOf));
    }

    /** A length such as {@code 90 CAL_DAY}. */
    static Period periodOf(String text) {
        var space = text.indexOf(' ');
        return new Period(Integer.parseInt(text.substring(0, space)), Unit.valueOf(text.substring(space + 1)));
    }

    List<Officer> officers(String field) {
        var officers = new ArrayList<Officer>();
        for (var text : list(field)) {
            var officer = Officer.parse(text);
            if (Arrays.stream(Role.values()).map(Role::name).noneMatch(officer.role()::equals)) {
                throw wrong(field, text + " is no officer");
            }
            officers.add(officer);
        }
        return officers;
    }

    Confidence confidence() {
        return oneOf("confidence", Confidence.class);
    }

    /** When the row is the law; when it became known is not written in it. */
    Validity validity() {
        var from = date("validFrom");
        var to = date("validTo");
        if (from.isPresent() && to.filter(from.get()::isAfter).isPresent()) {
            throw wrong("validTo", "is before validFrom");
        }
        return new Validity(from, to, Optional.empty(), Optional.empty());
    }

    private <T> T read(String field, String text, Function<String, T> read) {
        try {
            return read.apply(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new FaultyReference(List.of(fault(field, text + " cannot be understood")));
        }
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
