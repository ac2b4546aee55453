package org.repatria.readmodel;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What a view is made of. That is a snapshot topic, the types it takes from it, its fields and the pure function from a
 * snapshot to a {@link Row}. Changing anything here except the function's inside rebuilds the view at the next start;
 * raise the revision when the inside changes.
 */
public final class ViewDefinition {

    /** What can be done with a field. */
    enum Kind {
        KEYWORD,
        TEXT,
        DATE,
        INSTANT,
        NUMBER,
        MONEY
    }

    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9-]{0,63}");

    private final String name;
    private final String topic;
    private final Set<String> types;
    private final int revision;
    private final Map<String, Kind> fields;
    private final Function<JsonNode, Row> rows;

    private ViewDefinition(Builder builder, Function<JsonNode, Row> rows) {
        this.name = builder.name;
        this.topic = builder.topic;
        this.types = builder.types;
        this.revision = builder.revision;
        this.fields = new LinkedHashMap<>(builder.fields);
        this.rows = rows;
    }

    /**
     * Starts a definition.
     *
     * @param name of the view, of its directory and of its metrics
     * @param topic the compacted snapshot topic, such as {@code repatria.case.snapshots}
     * @param types the {@code ce_type}s it takes; others on the topic are none of its business
     */
    public static Builder of(String name, String topic, String... types) {
        return new Builder(name, topic, Set.copyOf(Arrays.asList(types)));
    }

    public String name() {
        return name;
    }

    public String topic() {
        return topic;
    }

    public Set<String> types() {
        return types;
    }

    Map<String, Kind> fields() {
        return fields;
    }

    Row row(JsonNode snapshot) {
        return rows.apply(snapshot);
    }

    /** Everything that makes two indexes incompatible, as text. */
    String shape() {
        return "%s|%s|%s|%d|%s"
                .formatted(
                        name,
                        topic,
                        types.stream().sorted().collect(Collectors.joining(",")),
                        revision,
                        fields.entrySet().stream()
                                .map(field -> field.getKey() + ":" + field.getValue())
                                .sorted()
                                .collect(Collectors.joining(",")));
    }

    /** Collects the fields of a view. */
    public static final class Builder {
        private final String name;
        private final String topic;
        private final Set<String> types;
        private final Map<String, Kind> fields = new LinkedHashMap<>();
        private int revision = 1;

        private Builder(String name, String topic, Set<String> types) {
            this.name = checked(name);
            this.topic = topic;
            this.types = types;
        }

        /** Filter, facet, sort. */
        public Builder keyword(String... names) {
            return with(Kind.KEYWORD, names);
        }

        /** Search names in any script; sort by their folded form. */
        public Builder text(String... names) {
            return with(Kind.TEXT, names);
        }

        /** Range, sort. */
        public Builder date(String... names) {
            return with(Kind.DATE, names);
        }

        /** Range, sort. */
        public Builder instant(String... names) {
            return with(Kind.INSTANT, names);
        }

        /** Range, sort. */
        public Builder number(String... names) {
            return with(Kind.NUMBER, names);
        }

        /** Sum, per currency. */
        public Builder money(String... names) {
            return with(Kind.MONEY, names);
        }

        /** Raise it when the function below gives other rows for the same snapshots: the view is then rebuilt. */
        public Builder revision(int number) {
            this.revision = number;
            return this;
        }

        /** The row of a snapshot: pure and tolerant, it reads what it needs and nothing else. */
        public ViewDefinition rows(Function<JsonNode, Row> function) {
            return new ViewDefinition(this, function);
        }

        private Builder with(Kind kind, String... names) {
            for (String field : names) {
                if (fields.putIfAbsent(checked(field), kind) != null) {
                    throw new IllegalArgumentException("declared twice: " + field);
                }
            }
            return this;
        }

        private static String checked(String name) {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("letters, digits and hyphens only: " + name);
            }
            return name;
        }
    }
}
