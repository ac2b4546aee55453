package org.repatria.edge;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.repatria.decider.input.Amount;
import org.repatria.decider.input.AsText;
import org.repatria.decider.input.Fresh;
import org.repatria.decider.input.Max;
import org.repatria.decider.input.Min;
import org.repatria.decider.input.NameOfPerson;
import org.repatria.decider.input.Pattern;
import org.repatria.decider.input.Printed;
import org.repatria.decider.input.Size;
import org.repatria.decider.input.Unfit;
import org.repatria.decider.money.Amounts;
import org.repatria.decider.text.VisibleText;
import org.repatria.edge.RecordShape.Part;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads JSON into records, whose components are the rules. A component is required unless it is an {@link Optional} or
 * a collection, bounded by the annotations of {@code org.repatria.decider.input}, and nothing else may be there. A text
 * that cannot be seen is never there. Collects every error before it gives up.
 */
final class InputReader {

    private static final java.util.regex.Pattern DECIMAL = java.util.regex.Pattern.compile("-?\\d{1,18}(\\.\\d{1,8})?");
    private static final LocalDate DATE_MIN = LocalDate.of(1800, 1, 1);
    private static final LocalDate DATE_MAX = LocalDate.of(2200, 12, 31);

    private final Function<String, String> pointers;
    private final Beside beside;
    private final boolean inQuery;
    private final List<FieldError> errors = new ArrayList<>();

    private InputReader(Function<String, String> pointers, Beside beside, boolean inQuery) {
        this.pointers = pointers;
        this.beside = beside;
        this.inQuery = inQuery;
    }

    /** Where the components come from that stand in no body. */
    interface Beside {

        /** Of a query, and of a body that has all its components. */
        Beside NOTHING = new Beside() {
            @Override
            public String inPath(String name) {
                throw new IllegalStateException("No path gives " + name + ".");
            }

            @Override
            public String fresh(String prefix) {
                throw new IllegalStateException("No id is made here: " + prefix);
            }

            @Override
            public Object value(Class<?> type, String text) {
                throw new IllegalStateException("No text is a " + type.getName() + " here.");
            }
        };

        /** A variable of the path, as it was written. */
        String inPath(String name);

        /** An id that is the same when the call is repeated. */
        String fresh(String prefix);

        /** What a text means that stands for a value of the domain. */
        Object value(Class<?> type, String text);
    }

    /** Reads a body; errors point into it. */
    static <T> T body(Class<T> type, JsonNode body) {
        return body(type, body, Beside.NOTHING);
    }

    /** Reads a command: its body, with what stands beside it. */
    static <T> T body(Class<T> type, JsonNode body, Beside beside) {
        return new InputReader(pointer -> pointer, beside, false).read(type, body, Problem::invalidBody);
    }

    /** Whether nothing of a command stands in the body. */
    static boolean hasNoBody(Class<?> type) {
        return RecordShape.of(type).parts().stream().noneMatch(Part::isInBody);
    }

    /**
     * The parameters of a query. A record in a query is a group of further ones, which several operations have in
     * common.
     */
    static Stream<Part> parameters(Class<?> query) {
        return RecordShape.of(query).parts().stream()
                .flatMap(component -> isGroup(component.type()) ? parameters(component.type()) : Stream.of(component));
    }

    private static boolean isGroup(Class<?> typeInQuery) {
        return typeInQuery.isRecord() && !isSingleValue(typeInQuery);
    }

    /** Reads query parameters; errors name them as {@code query:<name>}. */
    static <T> T query(Class<T> type, Map<String, List<String>> parameters) {
        return new InputReader(pointer -> "query:" + pointer.substring(1), Beside.NOTHING, true)
                .read(type, asJson(type, parameters), Problem::invalidParameters);
    }

    private <T> T read(Class<T> type, JsonNode node, Function<List<FieldError>, Problem> problem) {
        var value = record(type, node, "");
        if (value == null || !errors.isEmpty()) {
            throw problem.apply(errors.stream().limit(Limits.FIELD_ERRORS_MAX).toList())
                    .raised();
        }
        return type.cast(value);
    }

    private @Nullable Object record(Class<?> type, JsonNode node, String at) {
        if (!node.isObject()) {
            return wrong(at, "WRONG_TYPE", "must be a JSON object");
        }
        var known = (inQuery ? parameters(type) : RecordShape.of(type).parts().stream())
                .filter(Part::isInBody)
                .map(Part::name)
                .collect(Collectors.toSet());
        node.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> wrong(at + "/" + escaped(name), "UNKNOWN_FIELD", "is not a field here"));
        return components(type, node, at);
    }

    private @Nullable Object components(Class<?> type, JsonNode node, String at) {
        var errorsBefore = errors.size();
        var values = new ArrayList<@Nullable Object>();
        for (var component : RecordShape.of(type).parts()) {
            values.add(
                    inQuery && isGroup(component.type())
                            ? components(component.type(), node, at)
                            : component(component, node.get(component.name()), at + "/" + component.name()));
        }
        return errors.size() == errorsBefore ? construct(type, values, at) : null;
    }

    private @Nullable Object component(Part component, @Nullable JsonNode node, String at) {
        var type = component.type();
        if (!component.isInBody()) {
            return beside(component);
        }
        if (node != null && node.isNull()) {
            return wrong(at, "NULL_NOT_ALLOWED", "must not be null; leave the field out instead");
        }
        if (type == Optional.class) {
            return node == null ? Optional.empty() : Optional.ofNullable(optional(component.annotated(), node, at));
        }
        if (node == null && (type == List.class || type == Set.class || type == Map.class)) {
            var size = component.annotated().getAnnotation(Size.class);
            return size != null && size.min() > 0 ? wrong(at, "REQUIRED", "is required") : empty(type);
        }
        if (node == null) {
            return wrong(at, "REQUIRED", "is required");
        }
        return value(component.annotated(), component.annotated(), node, at);
    }

    private Object beside(Part component) {
        var type = component.type();
        var fresh = component.annotated().getAnnotation(Fresh.class);
        var text = fresh != null ? beside.fresh(fresh.value()) : beside.inPath(component.name());
        if (type == int.class) {
            // A number that is none is number 0, which nothing has.
            return text.matches("[1-9]\\d{0,8}") ? Integer.parseInt(text) : 0;
        }
        return isSingleValue(type) ? id(type, text) : text;
    }

    /** What cannot be an id of this kind is not there. */
    private Object id(Class<?> type, String text) {
        var id = construct(type, List.of(text), "");
        if (id == null) {
            throw Problem.of(GeneralProblem.NOT_FOUND, "No object has such an id.")
                    .raised();
        }
        return id;
    }

    /** Rules may stand before the Optional or inside it. */
    private @Nullable Object optional(AnnotatedType optional, JsonNode node, String at) {
        var inner = argument(optional, 0);
        return value(inner, inner.getAnnotations().length > 0 ? inner : optional, node, at);
    }

    private static Object empty(Class<?> type) {
        return type == List.class ? List.of() : type == Set.class ? Set.of() : Map.of();
    }

    /** Rules stand on the type they bound: {@code @Size(max = 5) List<@Size(max = 34) String>}. */
    private @Nullable Object value(AnnotatedType annotated, AnnotatedElement rules, JsonNode node, String at) {
        var type = erased(annotated);
        if (type == List.class || type == Set.class) {
            return items(annotated, type, rules, node, at);
        }
        if (type == Map.class) {
            return entries(annotated, rules, node, at);
        }
        if (type == String.class) {
            return text(rules, node, at);
        }
        if (type == int.class || type == Integer.class) {
            var number = integer(rules, node, at, Integer.MIN_VALUE, Integer.MAX_VALUE);
            return number == null ? null : Math.toIntExact(number);
        }
        if (type == long.class || type == Long.class) {
            return integer(rules, node, at, Long.MIN_VALUE, Long.MAX_VALUE);
        }
        if (type == boolean.class || type == Boolean.class) {
            return node.isBoolean() ? (Object) node.asBoolean() : wrong(at, "WRONG_TYPE", "must be true or false");
        }
        if (type == BigDecimal.class) {
            return decimal(node, at);
        }
        if (type == LocalDate.class) {
            return date(node, at);
        }
        if (type == Instant.class) {
            return instant(node, at);
        }
        if (type.isEnum()) {
            return constant(type, node, at);
        }
        if (type.isAnnotationPresent(Amount.class)) {
            return money(type, node, at);
        }
        if (JsonNode.class.isAssignableFrom(type)) {
            return node;
        }
        if (type == ZoneId.class) {
            return zone(node, at);
        }
        if (type.isAnnotationPresent(AsText.class)) {
            return text(rules, node, at) instanceof String text ? beside.value(type, text) : null;
        }
        if (isSingleValue(type)) {
            return singleValue(type, node, at);
        }
        if (type.isSealed()) {
            return alternative(type, node, at);
        }
        if (type.isRecord()) {
            return record(type, node, at);
        }
        throw new IllegalStateException("A field of a request cannot be a " + type.getName() + ".");
    }

    /** A record with the one component {@code value} is written as that value, as it is stored and published. */
    static boolean isSingleValue(Class<?> type) {
        if (!type.isRecord()) {
            return false;
        }
        var parts = RecordShape.of(type).parts();
        return parts.size() == 1 && parts.getFirst().name().equals("value");
    }

    private @Nullable Object singleValue(Class<?> type, JsonNode node, String at) {
        var rules = RecordShape.of(type).parts().getFirst().annotated();
        var value = value(rules, rules, node, at);
        return value == null ? null : construct(type, List.of(value), at);
    }

    /** One of several shapes, told apart by which fields are there. */
    private @Nullable Object alternative(Class<?> type, JsonNode node, String at) {
        var shapes = type.getPermittedSubclasses();
        for (var shape : shapes) {
            if (node.isObject() && Set.copyOf(node.propertyNames()).equals(names(RecordShape.of(shape)))) {
                return record(shape, node, at);
            }
        }
        return wrong(at, code(type), "must be an object with " + choices(shapes));
    }

    private static Set<String> names(RecordShape shape) {
        return shape.parts().stream().map(Part::name).collect(Collectors.toSet());
    }

    private static String choices(Class<?>[] shapes) {
        return Arrays.stream(shapes)
                .map(shape -> RecordShape.of(shape).parts().stream()
                        .map(component -> "\"" + component.name() + "\"")
                        .collect(Collectors.joining(" and ")))
                .collect(Collectors.joining(", or "));
    }

    private static String code(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    private @Nullable Object zone(JsonNode node, String at) {
        try {
            return node.isString() ? ZoneId.of(trimmed(node)) : wrong(at, "WRONG_TYPE", "must be a JSON string");
        } catch (DateTimeException _) {
            return wrong(at, "ZONE", "must be a zone such as \"Europe/Vienna\"");
        }
    }

    private @Nullable Object items(
            AnnotatedType annotated, Class<?> type, AnnotatedElement rules, JsonNode node, String at) {
        if (!node.isArray()) {
            return wrong(at, "WRONG_TYPE", "must be a JSON array");
        }
        var size = rules.getAnnotation(Size.class);
        var max = size == null || size.max() == Integer.MAX_VALUE ? Limits.ITEMS_MAX : size.max();
        var min = size == null ? 0 : size.min();
        if (node.size() < min || node.size() > max) {
            return wrong(at, "SIZE", "must have " + min + " to " + max + " items");
        }
        var item = argument(annotated, 0);
        var items = new ArrayList<>();
        for (var index = 0; index < node.size(); index++) {
            var element = node.get(index);
            var value = element.isNull()
                    ? wrong(at + "/" + index, "NULL_NOT_ALLOWED", "must not be null")
                    : value(item, item, element, at + "/" + index);
            if (value != null) {
                items.add(value);
            }
        }
        return type == List.class ? List.copyOf(items) : new LinkedHashSet<>(items);
    }

    private @Nullable Object entries(AnnotatedType annotated, AnnotatedElement rules, JsonNode node, String at) {
        if (!node.isObject()) {
            return wrong(at, "WRONG_TYPE", "must be a JSON object");
        }
        var size = rules.getAnnotation(Size.class);
        var max = size == null || size.max() == Integer.MAX_VALUE ? Limits.ITEMS_MAX : size.max();
        if (node.size() > max) {
            return wrong(at, "SIZE", "must have at most " + max + " entries");
        }
        var key = argument(annotated, 0);
        var item = argument(annotated, 1);
        var entries = new LinkedHashMap<String, Object>();
        for (var entry : node.properties()) {
            var where = at + "/" + escaped(entry.getKey());
            text(key, JsonNodeFactory.instance.stringNode(entry.getKey()), where);
            var value = entry.getValue().isNull()
                    ? wrong(where, "NULL_NOT_ALLOWED", "must not be null")
                    : value(item, item, entry.getValue(), where);
            if (value != null) {
                entries.put(entry.getKey(), value);
            }
        }
        return entries;
    }

    private @Nullable Object text(AnnotatedElement rules, JsonNode node, String at) {
        if (!node.isString()) {
            return wrong(at, "WRONG_TYPE", "must be a JSON string");
        }
        var text = trimmed(node);
        if (text.isEmpty()) {
            return wrong(at, "BLANK", "must not be blank; where the field is optional, leave it out instead");
        }
        var max = charsMax(rules);
        var min = charsMin(rules);
        if (text.length() < min || text.length() > max) {
            return wrong(at, "SIZE", "must have " + min + " to " + max + " characters");
        }
        if (!VisibleText.isReadable(text)) {
            return wrong(
                    at,
                    "CHARACTERS",
                    "must be Unicode text without control characters and without characters that change what is read");
        }
        if (rules.isAnnotationPresent(Printed.class) && !VisibleText.isPrinted(text)) {
            return wrong(at, "INVISIBLE", "must be one line without characters that cannot be seen");
        }
        if (rules.isAnnotationPresent(NameOfPerson.class) && !VisibleText.hasLetter(text)) {
            return wrong(at, "NO_LETTER", "must be a name: at least one letter");
        }
        var pattern = rules.getAnnotation(Pattern.class);
        if (pattern != null && !text.matches(pattern.regexp())) {
            var words = pattern.message().isEmpty() ? "must match " + pattern.regexp() : pattern.message();
            return wrong(at, "PATTERN", words);
        }
        return text;
    }

    /**
     * The text of a value without what nobody sees around it. That is no part of a text, a code, a date or a number.
     */
    private static String trimmed(JsonNode text) {
        return VisibleText.trimmed(text.asString());
    }

    /** A bound above 0 or none: a text of nothing is never an answer, so no bound makes it one. */
    static int charsMin(AnnotatedElement rules) {
        var size = rules.getAnnotation(Size.class);
        return size == null ? 1 : Math.max(1, size.min());
    }

    static int charsMax(AnnotatedElement rules) {
        var size = rules.getAnnotation(Size.class);
        return size == null || size.max() == Integer.MAX_VALUE ? Limits.TEXT_CHARS_MAX : size.max();
    }

    private @Nullable Long integer(AnnotatedElement rules, JsonNode node, String at, long lowest, long highest) {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            wrong(at, "WRONG_TYPE", "must be a whole number");
            return null;
        }
        var min = rules.getAnnotation(Min.class);
        var max = rules.getAnnotation(Max.class);
        var from = min == null ? lowest : min.value();
        var to = max == null ? highest : max.value();
        var number = node.asLong();
        if (number < from || number > to) {
            wrong(at, "RANGE", "must be from " + from + " to " + to);
            return null;
        }
        return number;
    }

    private @Nullable Object decimal(JsonNode node, String at) {
        return node.isString() && DECIMAL.matcher(trimmed(node)).matches()
                ? new BigDecimal(trimmed(node))
                : wrong(at, "DECIMAL", "must be a decimal number as text, such as \"1250.00\"");
    }

    private @Nullable Object date(JsonNode node, String at) {
        if (!node.isString()) {
            return wrong(at, "WRONG_TYPE", "must be a date as text, such as \"2014-08-29\"");
        }
        try {
            var date = LocalDate.parse(trimmed(node));
            return date.isBefore(DATE_MIN) || date.isAfter(DATE_MAX)
                    ? wrong(at, "RANGE", "must be from " + DATE_MIN + " to " + DATE_MAX)
                    : date;
        } catch (DateTimeException _) {
            return wrong(at, "DATE", "must be a date of the calendar, such as \"2014-08-29\"");
        }
    }

    private @Nullable Object instant(JsonNode node, String at) {
        if (!node.isString()) {
            return wrong(at, "WRONG_TYPE", "must be a time as text, such as \"2014-08-29T09:00:00Z\"");
        }
        try {
            var time = OffsetDateTime.parse(trimmed(node));
            return time.toLocalDate().isBefore(DATE_MIN) || time.toLocalDate().isAfter(DATE_MAX)
                    ? wrong(at, "RANGE", "must be from " + DATE_MIN + " to " + DATE_MAX)
                    : time.toInstant();
        } catch (DateTimeException _) {
            return wrong(at, "TIME", "must be a time with its offset (RFC 3339), such as \"2014-08-29T09:00:00Z\"");
        }
    }

    private @Nullable Object constant(Class<?> type, JsonNode node, String at) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> (Enum<?>) constant)
                .filter(constant -> node.isString() && constant.name().equals(trimmed(node)))
                .map(Object.class::cast)
                .findFirst()
                .orElseGet(() -> wrong(at, "UNKNOWN_VALUE", "must be one of " + names(type)));
    }

    static List<String> names(Class<?> enumType) {
        return Arrays.stream(enumType.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .toList();
    }

    private @Nullable Object money(Class<?> type, JsonNode node, String at) {
        if (!node.isObject()) {
            return wrong(at, "WRONG_TYPE", "must be an object with amount and currency");
        }
        node.propertyNames().stream()
                .filter(name -> !name.equals("amount") && !name.equals("currency"))
                .forEach(name -> wrong(at + "/" + escaped(name), "UNKNOWN_FIELD", "is not a field here"));
        var amount = node.has("amount")
                ? decimal(node.get("amount"), at + "/amount")
                : wrong(at + "/amount", "REQUIRED", "is required");
        var currency = node.has("currency")
                ? currency(node.get("currency"), at + "/currency")
                : wrong(at + "/currency", "REQUIRED", "is required");
        return amount instanceof BigDecimal number && currency instanceof String code
                ? money(type, number, code, at)
                : null;
    }

    /** Nothing is rounded, also where the record keeps the amount as text. */
    private @Nullable Object money(Class<?> type, BigDecimal amount, String currency, String at) {
        var decimals = Amounts.decimalsOf(currency).orElse(0);
        if (amount.scale() > decimals) {
            return wrong(
                    at + "/amount",
                    "TOO_MANY_DECIMALS",
                    "has %d decimals; an amount in %s has at most %d (ISO 4217)"
                            .formatted(amount.scale(), currency, decimals));
        }
        var written = Amounts.written(amount, currency);
        var keeps = RecordShape.of(type).parts().getFirst().type();
        var kept = keeps == String.class ? written.toPlainString() : written;
        return construct(type, List.of(kept, currency), at);
    }

    private @Nullable Object currency(JsonNode node, String at) {
        return node.isString() && Amounts.decimalsOf(trimmed(node)).isPresent()
                ? trimmed(node)
                : wrong(at, "CURRENCY", "must be a currency of ISO 4217 in which amounts are stated, such as \"USD\"");
    }

    /** A record that refuses its own components ({@link IllegalArgumentException}) tells a rule between fields. */
    private @Nullable Object construct(Class<?> type, List<@Nullable Object> values, String at) {
        try {
            return RecordShape.of(type).constructor().newInstance(values.toArray());
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof Unfit unfit) {
                return wrong(unfit.field().isEmpty() ? at : at + "/" + unfit.field(), unfit.code(), rule(unfit));
            }
            if (thrown.getCause() instanceof IllegalArgumentException rule) {
                return wrong(at, "RULE", rule(rule));
            }
            throw new IllegalStateException("The record " + type.getName() + " fails.", thrown.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("The record " + type.getName() + " cannot be made.", impossible);
        }
    }

    private static String rule(IllegalArgumentException broken) {
        return String.valueOf(broken.getMessage());
    }

    private @Nullable Object wrong(String at, String code, String detail) {
        errors.add(new FieldError(at.isEmpty() ? "" : pointers.apply(at), code, detail));
        return null;
    }

    private static String escaped(String name) {
        var readable = VisibleText.isReadable(name) ? name : "?";
        return VisibleText.cut(readable, Limits.TEXT_CHARS_MAX)
                .replace("~", "~0")
                .replace("/", "~1");
    }

    static AnnotatedType argument(AnnotatedType type, int index) {
        if (type instanceof AnnotatedParameterizedType parameterized) {
            return parameterized.getAnnotatedActualTypeArguments()[index];
        }
        throw new IllegalStateException("A collection in a record states what it holds: " + type);
    }

    static Class<?> erased(AnnotatedType type) {
        return switch (type.getType()) {
            case Class<?> c -> c;
            case java.lang.reflect.ParameterizedType p -> (Class<?>) p.getRawType();
            default -> throw new IllegalStateException("A record of the edge has plain types: " + type);
        };
    }

    /** Query parameters are text; what the record wants as a number, a flag or a list is made into one. */
    private static JsonNode asJson(Class<?> type, Map<String, List<String>> parameters) {
        var json = JsonNodeFactory.instance.objectNode();
        var components = parameters(type).collect(Collectors.toMap(Part::name, component -> component));
        parameters.forEach((name, values) -> {
            var component = components.get(name);
            var wanted = component == null ? String.class : component.type();
            if (wanted == List.class || wanted == Set.class) {
                var array = json.putArray(name);
                values.forEach(array::add);
            } else if (values.size() > 1) {
                var array = json.putArray(name);
                values.forEach(array::add);
            } else if (component != null) {
                var inner = wanted == Optional.class ? erased(argument(component.annotated(), 0)) : wanted;
                json.set(name, scalar(inner, VisibleText.trimmed(values.getFirst())));
            } else {
                json.put(name, values.getFirst());
            }
        });
        return json;
    }

    private static JsonNode scalar(Class<?> type, String text) {
        var nodes = JsonNodeFactory.instance;
        if (type == boolean.class || type == Boolean.class) {
            return text.equals("true") || text.equals("false")
                    ? nodes.booleanNode(Boolean.parseBoolean(text))
                    : nodes.stringNode(text);
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return text.matches("-?\\d{1,18}") ? nodes.numberNode(Long.parseLong(text)) : nodes.stringNode(text);
        }
        return nodes.stringNode(text);
    }
}
