package org.repatria.readmodel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a view keeps of one snapshot. That is its values by field, who may see it, and the JSON that lists return. */
public final class Row {

    final String id;
    final long version;
    final long told;
    final Map<String, List<String>> keywords;
    final Map<String, List<String>> texts;
    final Map<String, List<Long>> numbers;
    final Map<String, Map<String, BigDecimal>> moneys;
    final List<String> visibility;
    final List<String> knownInFull;
    final Optional<JsonNode> source;
    final Optional<Row> toOthers;

    private Row(Builder builder) {
        this.id = builder.id;
        this.version = builder.version;
        this.told = builder.told;
        this.keywords = builder.keywords;
        this.texts = builder.texts;
        this.numbers = builder.numbers;
        this.moneys = builder.moneys;
        this.visibility = builder.visibility;
        this.knownInFull = builder.knownInFull;
        this.source = Optional.ofNullable(builder.source);
        this.toOthers = Optional.ofNullable(builder.toOthers);
    }

    /**
     * Starts the row of a snapshot with its {@code id} and {@code version}. Also with {@code told}, the version for
     * those who are not told everything, where the snapshot says so.
     *
     * @throws IllegalArgumentException where the snapshot has none: such a record is skipped and counted
     */
    public static Builder of(JsonNode snapshot) {
        JsonNode id = snapshot.path("id");
        JsonNode version = snapshot.path("version");
        if (!id.isString() || id.stringValue().isBlank() || !version.isIntegralNumber()) {
            throw new IllegalArgumentException("a snapshot has an id and a version");
        }
        JsonNode told = snapshot.path("told");
        return new Builder(
                id.stringValue(),
                version.longValue(),
                told.isIntegralNumber() ? told.longValue() : version.longValue());
    }

    public String id() {
        return id;
    }

    public long version() {
        return version;
    }

    /**
     * Collects the values of a row. A JSON value that is absent or null adds nothing, an array adds each element; one
     * of the wrong type is an {@link IllegalArgumentException} or {@link java.time.DateTimeException}, and the record
     * is skipped and counted.
     */
    public static final class Builder {
        private static final Pattern CURRENCY = Pattern.compile("[A-Z0-9]{2,12}");

        private final String id;
        private final long version;
        private final long told;
        private final Map<String, List<String>> keywords = new HashMap<>();
        private final Map<String, List<String>> texts = new HashMap<>();
        private final Map<String, List<Long>> numbers = new HashMap<>();
        private final Map<String, Map<String, BigDecimal>> moneys = new HashMap<>();
        private final List<String> visibility = new ArrayList<>();
        private final List<String> knownInFull = new ArrayList<>();
        private @Nullable JsonNode source;
        private @Nullable Row toOthers;

        private Builder(String id, long version, long told) {
            this.id = id;
            this.version = version;
            this.told = told;
        }

        /** A value to filter, facet and sort by, compared exactly. */
        public Builder keyword(String field, String value) {
            add(keywords, field, shortEnough(field, value));
            return this;
        }

        public Builder keyword(String field, JsonNode value) {
            each(value, one -> keyword(field, one.asString()));
            return this;
        }

        /** A name to search for, in any script. */
        public Builder text(String field, String value) {
            add(texts, field, value);
            return this;
        }

        public Builder text(String field, JsonNode value) {
            each(value, one -> text(field, one.asString()));
            return this;
        }

        /** A day, for ranges and sorting. */
        public Builder date(String field, LocalDate value) {
            add(numbers, field, value.toEpochDay());
            return this;
        }

        public Builder date(String field, JsonNode value) {
            each(value, one -> date(field, LocalDate.parse(one.asString())));
            return this;
        }

        /** A moment to the microsecond, for ranges and sorting. */
        public Builder instant(String field, Instant value) {
            add(numbers, field, micros(value));
            return this;
        }

        public Builder instant(String field, JsonNode value) {
            each(
                    value,
                    one -> instant(field, OffsetDateTime.parse(one.asString()).toInstant()));
            return this;
        }

        /** A whole number, for ranges and sorting. */
        public Builder number(String field, long value) {
            add(numbers, field, value);
            return this;
        }

        public Builder number(String field, JsonNode value) {
            each(value, one -> number(field, one.longValue()));
            return this;
        }

        /** An amount to sum, per currency; several amounts of one row in one currency add up. */
        public Builder money(String field, String currency, BigDecimal amount) {
            if (!CURRENCY.matcher(currency).matches()) {
                throw new IllegalArgumentException("a currency or unit is 2 to 12 capital letters or digits");
            }
            moneys.computeIfAbsent(field, _ -> new HashMap<>()).merge(currency, amount, BigDecimal::add);
            return this;
        }

        /** {@code {"amount": "123.45", "currency": "USD"}}, or an array of such. */
        public Builder money(String field, JsonNode value) {
            each(
                    value,
                    one -> money(
                            field,
                            one.path("currency").asString(),
                            new BigDecimal(one.path("amount").asString())));
            return this;
        }

        /**
         * Tokens of which an actor needs any one to see this row at all. A row without tokens is seen only by {@link
         * Visibility#everything()}.
         */
        public Builder visibleTo(String... tokens) {
            visibility.addAll(List.of(tokens));
            return this;
        }

        public Builder visibleTo(JsonNode tokens) {
            each(tokens, one -> visibleTo(one.asString()));
            return this;
        }

        /**
         * Tokens of which an actor needs any one to wait for the row's full version. Everybody else who sees it waits
         * for the told one.
         */
        public Builder knownInFullTo(String... tokens) {
            knownInFull.addAll(List.of(tokens));
            return this;
        }

        public Builder knownInFullTo(JsonNode tokens) {
            each(tokens, one -> knownInFullTo(one.asString()));
            return this;
        }

        /** What lists return of this row; without it, the snapshot as it came. */
        public Builder source(JsonNode json) {
            this.source = json;
            return this;
        }

        /**
         * The same aggregate as others see it, who are told less. It is another row of the same id and versions, put
         * and deleted with this one. INVARIANT: nobody's tokens let them see both, or lists would count the aggregate
         * twice.
         */
        public Builder toOthers(Row row) {
            if (!row.id.equals(id) || row.toOthers.isPresent()) {
                throw new IllegalArgumentException("a row is shown to others under its own id, and once");
            }
            this.toOthers = row;
            return this;
        }

        public Row build() {
            return new Row(this);
        }

        private static void each(JsonNode value, Consumer<JsonNode> adding) {
            if (value.isArray()) {
                value.forEach(one -> each(one, adding));
            } else if (!value.isMissingNode() && !value.isNull()) {
                adding.accept(value);
            }
        }

        private static <V> void add(Map<String, List<V>> values, String field, V value) {
            List<V> list = values.computeIfAbsent(field, _ -> new ArrayList<>(2));
            if (list.size() >= Limits.FIELD_VALUES_MAX) {
                throw new IllegalArgumentException("more values than a field may have: " + field);
            }
            list.add(value);
        }

        private static String shortEnough(String field, String value) {
            if (value.length() > Limits.KEYWORD_CHARS_MAX) {
                throw new IllegalArgumentException("longer than a keyword may be: " + field);
            }
            return value;
        }
    }

    static long micros(Instant value) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, value);
    }

    /** The amount as a scaled long, or nothing where a long cannot hold it exactly. */
    static Optional<Long> scaled(BigDecimal amount) {
        try {
            return Optional.of(amount.setScale(Limits.MONEY_DECIMALS, RoundingMode.UNNECESSARY)
                    .unscaledValue()
                    .longValueExact());
        } catch (ArithmeticException _) {
            return Optional.empty();
        }
    }
}
