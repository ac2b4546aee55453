package org.repatria.clocks.reading;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.function.Function;
import org.repatria.clocks.Validity;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/** Turns rows into values, and names the field of a row that cannot be understood. */
public final class RowValues {

    private static final JsonSetter.Value EMPTY_WHERE_LEFT_OUT = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);

    private final JsonMapper mapper;

    /**
     * Values of some types that rows write as one text, beside those that Java has.
     *
     * @param words their deserializers, each made by {@link #word}
     */
    public RowValues(SimpleModule words) {
        mapper = JsonMapper.builder()
                .addModule(words)
                .withConfigOverride(List.class, list -> list.setNullHandling(EMPTY_WHERE_LEFT_OUT))
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .build();
    }

    /** Values of Java's own types alone. */
    public static RowValues plain() {
        return new RowValues(new SimpleModule("repatria-rows"));
    }

    /** A value that a row writes as one text. What is none of its kind is {@link Unfit}. */
    public static <T> ValueDeserializer<T> word(Function<String, T> read) {
        return new ValueDeserializer<>() {
            @Override
            public T deserialize(JsonParser parser, DeserializationContext context) {
                return read.apply(parser.getString());
            }
        };
    }

    /** No fields yet: what a row means by leaving some out is put here. */
    public ObjectNode nothing() {
        return mapper.createObjectNode();
    }

    /**
     * The value of one row. Errors: {@link FaultyReference}.
     *
     * @param leftOut what it means that the row leaves a field out
     */
    public <T> T read(Dated dated, ObjectNode leftOut, Class<T> type) {
        return read(dated.row(), fields(dated, leftOut), type);
    }

    /** The fields of a row beside its version and its two times. */
    static ObjectNode fields(Dated dated, ObjectNode leftOut) {
        var row = dated.row();
        return leftOut.setAll(row.json()).put("version", row.version()).putPOJO("validity", dated.validity());
    }

    /** When the row is the law; when it became known is not written in it. Errors: {@link FaultyReference}. */
    public Validity validity(ReferenceRow row) {
        var validity = read(row, row.json(), Validity.class);
        if (validity.validFrom()
                .filter(from -> validity.validTo().filter(from::isAfter).isPresent())
                .isPresent()) {
            throw row.wrong("validTo", "is before validFrom");
        }
        return validity;
    }

    /**
     * A value that a row's fields make, put together as its type has them. Errors: {@link FaultyReference}.
     *
     * @param row tells the place of a fault
     */
    <T> T read(ReferenceRow row, ObjectNode fields, Class<T> type) {
        try {
            return mapper.treeToValue(fields, type);
        } catch (DatabindException e) {
            throw wrong(row, e);
        }
    }

    private static FaultyReference wrong(ReferenceRow row, DatabindException e) {
        if (e.getPath().isEmpty()) {
            return row.wrong("", e.getOriginalMessage());
        }
        var field = e.getPath().getFirst().getPropertyName();
        if (e.getCause() instanceof Unfit) {
            return row.wrong(field, e.getOriginalMessage());
        }
        var value = row.json().path(field);
        var said = value.isArray() ? value.path(e.getPath().getLast().getIndex()) : value;
        return row.wrong(field, said.isMissingNode() ? "is missing" : said.asString() + " cannot be understood");
    }

    /** A text that is none of the values of its kind, and says so in the fault's own words. */
    public static final class Unfit extends IllegalArgumentException {

        private static final long serialVersionUID = 1;

        public Unfit(String what) {
            super(what);
        }
    }
}
