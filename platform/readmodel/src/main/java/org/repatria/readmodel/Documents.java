package org.repatria.readmodel;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;
import org.repatria.readmodel.ViewDefinition.Kind;
import org.repatria.readmodel.text.FoldedName;
import tools.jackson.databind.json.JsonMapper;

/** The Lucene document of a row. */
final class Documents {

    static final String ID = "_id";
    static final String VERSION = "_version";
    static final String SOURCE = "_source";
    static final String VISIBILITY = "_visibility";

    /** Raised when this class writes other documents for the same rows: every view is then rebuilt. */
    static final int FORMAT = 1;

    private static final String LEFT_OUT = "leftOut";
    private static final JsonMapper JSON = JsonMapper.shared();

    private Documents() {}

    /**
     * The document of a row.
     *
     * @throws IllegalArgumentException where the row has a field that the view does not declare that way
     */
    static Document of(ViewDefinition definition, Row row, byte[] snapshot) {
        Document document = new Document();
        BytesRef id = keyword(row.id);
        document.add(new StringField(ID, id, Field.Store.NO));
        document.add(new SortedDocValuesField(ID, id));
        document.add(new NumericDocValuesField(VERSION, row.version));
        document.add(
                new StoredField(SOURCE, row.source.map(JSON::writeValueAsBytes).orElse(snapshot)));
        row.visibility.forEach(token -> document.add(new StringField(VISIBILITY, keyword(token), Field.Store.NO)));
        row.keywords.forEach((field, values) -> {
            demand(definition, field, Kind.KEYWORD);
            values.stream()
                    .distinct()
                    .forEach(value -> document.add(new KeywordField(field, keyword(value), Field.Store.NO)));
        });
        row.numbers.forEach((field, values) -> {
            demand(definition, field, Kind.DATE, Kind.INSTANT, Kind.NUMBER);
            values.forEach(value -> document.add(new LongField(field, value, Field.Store.NO)));
        });
        row.moneys.forEach((field, amounts) -> {
            demand(definition, field, Kind.MONEY);
            money(document, field, amounts);
        });
        List<FoldedName> names = new ArrayList<>();
        row.texts.forEach((field, values) -> {
            demand(definition, field, Kind.TEXT);
            List<FoldedName> folded = values.stream().map(FoldedName::of).toList();
            String sortable = folded.getFirst().sortable();
            document.add(new KeywordField(
                    field, new BytesRef(sortable.substring(0, Math.min(100, sortable.length()))), Field.Store.NO));
            names.addAll(folded);
        });
        Names.index(document, names);
        return document;
    }

    static String amounts(String field, String currency) {
        return field + ":" + currency;
    }

    static String leftOut(String field) {
        return field + ":" + LEFT_OUT;
    }

    /** The currency of a Lucene field that holds amounts of that field. */
    static Optional<String> currency(String field, String luceneField) {
        return luceneField.startsWith(field + ":") && !luceneField.equals(leftOut(field))
                ? Optional.of(luceneField.substring(field.length() + 1))
                : Optional.empty();
    }

    static String json(BytesRef source) {
        return new String(source.bytes, source.offset, source.length, StandardCharsets.UTF_8);
    }

    private static void money(Document document, String field, Map<String, BigDecimal> amounts) {
        boolean complete = true;
        for (Map.Entry<String, BigDecimal> amount : amounts.entrySet()) {
            Optional<Long> scaled = Row.scaled(amount.getValue());
            complete &= scaled.isPresent();
            scaled.ifPresent(value -> document.add(new NumericDocValuesField(amounts(field, amount.getKey()), value)));
        }
        if (!complete) {
            document.add(new NumericDocValuesField(leftOut(field), 1));
        }
    }

    private static BytesRef keyword(String value) {
        if (value.length() > Limits.KEYWORD_CHARS_MAX) {
            throw new IllegalArgumentException("longer than a keyword may be");
        }
        return new BytesRef(value);
    }

    private static void demand(ViewDefinition definition, String field, Kind... kinds) {
        Kind declared = definition.fields().get(field);
        for (Kind kind : kinds) {
            if (kind == declared) {
                return;
            }
        }
        throw new IllegalArgumentException("the view does not declare this field so: " + field);
    }
}
