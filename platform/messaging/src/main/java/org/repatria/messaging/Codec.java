package org.repatria.messaging;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.introspect.AnnotationIntrospectorPair;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/**
 * Domain types as JSON, without an annotation in the domain. Records and enums are as they are, sealed types have a
 * {@code type} (the simple name), amounts are text, a record with the one component {@code value} is that value, empty
 * Optionals are left out. The text is canonical: the same value is the same text in every process, whatever order a set
 * or map iterates in.
 */
final class Codec {

    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .annotationIntrospector(
                    AnnotationIntrospectorPair.create(new DomainTypes(), new JacksonAnnotationIntrospector()))
            // What a record says of itself by a question, such as isSettled(), is no part of it.
            .changeDefaultVisibility(checker -> checker.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .changeDefaultPropertyInclusion(
                    _ -> JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
            // A list or map that an older document did not have yet is empty, not absent.
            .withConfigOverride(List.class, o -> o.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .withConfigOverride(Set.class, o -> o.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .withConfigOverride(Map.class, o -> o.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .withConfigOverride(BigDecimal.class, o -> o.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
            .build();

    /** The value as canonical JSON text: its keys in order on every level. */
    String text(Object value) {
        // By way of the fields, since only there is every key a text that has an order.
        return ordered(fields(value));
    }

    /** Fields that {@link #fields} made, as text. */
    private static String ordered(Map<String, Object> fields) {
        return MAPPER.writeValueAsString(fields);
    }

    /** The value as nested maps, lists, texts, numbers and truth values, ready for a BSON document. */
    Map<String, Object> fields(Object value) {
        return MAPPER.convertValue(value, FIELDS);
    }

    /** The value that {@link #fields} was made from. */
    <T> T value(Map<String, Object> fields, Class<T> type) {
        return MAPPER.convertValue(fields, type);
    }

    /** The value that {@link #text} was made from. */
    <T> T value(String text, Class<T> type) {
        return MAPPER.readValue(text, type);
    }

    /** The fields of a JSON object. */
    Map<String, Object> fields(String text) {
        return MAPPER.readValue(text, FIELDS);
    }

    /** A published snapshot's value: its fields with {@code id} and {@code version}. */
    String snapshotText(String aggregateId, long version, Object data) {
        return ordered(snapshotFields(aggregateId, version, data));
    }

    /** A full snapshot's value: beside its version {@code told}, the one that the other state sees. */
    String snapshotText(String aggregateId, AggregateStore.Versions versions, Object data) {
        var fields = snapshotFields(aggregateId, versions.version(), data);
        fields.put("told", versions.told());
        return ordered(fields);
    }

    private Map<String, Object> snapshotFields(String aggregateId, long version, Object data) {
        var fields = new LinkedHashMap<>(fields(data));
        fields.put("id", aggregateId);
        fields.put("version", version);
        return fields;
    }

    /** Whether a text is a JSON object at all. */
    boolean isObject(String text) {
        try {
            return MAPPER.readTree(text).isObject();
        } catch (JacksonException e) {
            return false;
        }
    }
}
