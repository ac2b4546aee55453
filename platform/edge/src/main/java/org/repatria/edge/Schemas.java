package org.repatria.edge;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.repatria.decider.input.Amount;
import org.repatria.decider.input.AsText;
import org.repatria.decider.input.Max;
import org.repatria.decider.input.Min;
import org.repatria.decider.input.NameOfPerson;
import org.repatria.decider.input.Pattern;
import org.repatria.decider.input.Printed;
import org.repatria.decider.input.Size;
import org.repatria.edge.RecordShape.Part;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema of a record, from the same components and annotations that {@link InputReader} reads by. */
final class Schemas {

    private static final String REFERENCE = "#/components/schemas/";

    private final ObjectNode components;
    private final Map<String, Class<?>> names = new HashMap<>();

    Schemas(ObjectNode components) {
        this.components = components;
    }

    /** A reference to the schema of a record or sealed type, which is added to the components. */
    ObjectNode reference(Class<?> type) {
        var name = name(type);
        if (!components.has(name)) {
            var schema = components.putObject(name);
            if (type.isSealed()) {
                var choices = schema.putArray("oneOf");
                Arrays.stream(type.getPermittedSubclasses())
                        .map(this::reference)
                        .forEach(choices::add);
            } else {
                describe(type, schema);
            }
        }
        return node().put("$ref", REFERENCE + name);
    }

    /** What a component that may be left out is when it is there. */
    ObjectNode ofComponent(Part component) {
        var annotated = component.annotated();
        if (component.type() != Optional.class) {
            return of(annotated, annotated);
        }
        var inner = InputReader.argument(annotated, 0);
        return of(inner, inner.getAnnotations().length > 0 ? inner : annotated);
    }

    static boolean isRequired(Part component) {
        var type = component.type();
        var size = component.annotated().getAnnotation(Size.class);
        return type != Optional.class
                && (!(Collection.class.isAssignableFrom(type) || type == Map.class)
                        || (size != null && size.min() > 0));
    }

    private void describe(Class<?> type, ObjectNode schema) {
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        var properties = schema.putObject("properties");
        var components =
                RecordShape.of(type).parts().stream().filter(Part::isInBody).toList();
        components.forEach(component -> properties.set(component.name(), ofComponent(component)));
        var required =
                components.stream().filter(Schemas::isRequired).map(Part::name).toList();
        if (!required.isEmpty()) {
            var array = schema.putArray("required");
            required.forEach(array::add);
        }
    }

    private ObjectNode of(AnnotatedType annotated, AnnotatedElement rules) {
        var type = InputReader.erased(annotated);
        if (type == List.class || type == Set.class) {
            var schema = node().put("type", "array");
            var item = InputReader.argument(annotated, 0);
            schema.set("items", of(item, item));
            return schema;
        }
        if (type == Map.class) {
            var schema = node().put("type", "object");
            var item = InputReader.argument(annotated, 1);
            schema.set("additionalProperties", of(item, item));
            return schema;
        }
        if (type == String.class) {
            return text(rules);
        }
        if (type == int.class || type == Integer.class) {
            return bounded(node().put("type", "integer").put("format", "int32"), rules);
        }
        if (type == long.class || type == Long.class) {
            return bounded(node().put("type", "integer").put("format", "int64"), rules);
        }
        if (type == double.class || type == Double.class) {
            return node().put("type", "number").put("format", "double");
        }
        if (type == boolean.class || type == Boolean.class) {
            return node().put("type", "boolean");
        }
        if (type == BigDecimal.class) {
            return decimal();
        }
        if (type == LocalDate.class) {
            return node().put("type", "string").put("format", "date");
        }
        if (type == Instant.class) {
            return node().put("type", "string").put("format", "date-time");
        }
        if (type.isEnum()) {
            var schema = node().put("type", "string");
            var values = schema.putArray("enum");
            InputReader.names(type).forEach(values::add);
            return schema;
        }
        if (type == ZoneId.class) {
            return node().put("type", "string")
                    .put("description", "A zone of the IANA database, such as Europe/Vienna");
        }
        if (type.isAnnotationPresent(Amount.class)) {
            return reference(Money.class);
        }
        if (type.isAnnotationPresent(AsText.class)) {
            return text(rules);
        }
        if (InputReader.isSingleValue(type)) {
            var value = RecordShape.of(type).parts().getFirst().annotated();
            return of(value, value);
        }
        return type.isRecord() || type.isSealed() ? reference(type) : node();
    }

    private static ObjectNode text(AnnotatedElement rules) {
        var schema = node().put("type", "string");
        var size = rules.getAnnotation(Size.class);
        if (size != null) {
            schema.put("minLength", InputReader.charsMin(rules)).put("maxLength", InputReader.charsMax(rules));
        }
        if (rules.isAnnotationPresent(Printed.class)) {
            schema.put("description", "One line as it is printed, without characters that cannot be seen");
        }
        if (rules.isAnnotationPresent(NameOfPerson.class)) {
            schema.put("description", "A name in any script, with at least one letter");
        }
        var pattern = rules.getAnnotation(Pattern.class);
        if (pattern != null) {
            schema.put("pattern", "^(?:" + pattern.regexp() + ")$");
        }
        return schema;
    }

    private static ObjectNode bounded(ObjectNode schema, AnnotatedElement rules) {
        Optional.ofNullable(rules.getAnnotation(Min.class)).ifPresent(min -> schema.put("minimum", min.value()));
        Optional.ofNullable(rules.getAnnotation(Max.class)).ifPresent(max -> schema.put("maximum", max.value()));
        return schema;
    }

    private static ObjectNode decimal() {
        return node().put("type", "string")
                .put("pattern", "^-?\\d{1,18}(\\.\\d{1,8})?$")
                .put("description", "A decimal number as text, so that no reader rounds it");
    }

    private String name(Class<?> type) {
        var family = type.getEnclosingClass();
        var simple = family != null && family.isSealed() && family.isAssignableFrom(type)
                ? family.getSimpleName() + type.getSimpleName()
                : type.getSimpleName();
        if (names.computeIfAbsent(simple, _ -> type) == type) {
            return simple;
        }
        var outer = type.getEnclosingClass();
        var longer = (outer == null ? "Other" : outer.getSimpleName()) + simple;
        if (names.computeIfAbsent(longer, _ -> type) != type) {
            throw new IllegalStateException("Two types of the API are called " + longer + ".");
        }
        return longer;
    }

    private static ObjectNode node() {
        return Json.MAPPER.createObjectNode();
    }
}
