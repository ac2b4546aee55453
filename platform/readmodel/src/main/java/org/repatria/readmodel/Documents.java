package org.repatria.readmodel;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;
import org.repatria.readmodel.ViewDefinition.Kind;
import org.repatria.readmodel.text.FoldedName;
import tools.jackson.databind.json.JsonMapper;

/** The Lucene document of a row. */
final class Documents {

    static final String ID = "_id";
    static final String VERSION = "_version";
    static final String SOURCE = "_source";
    static final String TOLD = "_told";
    static final String VISIBILITY = "_visibility";
    static final String KNOWN_IN_FULL = "_knownInFull";

    /** Marks the last document of a row; Lucene then keeps those of one row together. */
    static final String LAST_OF_ROW = "_lastOfRow";

    /**
     * How rows lie in each segment: a page in the order of ids, the usual one, then ends after its rows. Without it
     * Lucene looks up the postings of up to a thousand ids for each page.
     */
    static final Sort ORDER = new Sort(new SortField(ID, SortField.Type.STRING));

    /** Raised when this class writes other documents for the same rows: every view is then rebuilt. */
    static final int FORMAT = 6;

    /** Bytes of a source that is kept uncompressed beside the values. Lucene takes no more than 32,766 there. */
    private static final int SOURCE_BYTES_MAX = 32_000;

    private static final String LONG_SOURCE = "_longSource";
    private static final String LEFT_OUT = "leftOut";
    private static final JsonMapper JSON = JsonMapper.shared();

    private Documents() {}

    /** The documents of a row, with that of the row which others are shown. */
    static List<Document> allOf(ViewDefinition definition, Row row, byte[] snapshot) {
        // What others are shown mostly has the same names, and folding them is dear.
        Map<String, FoldedName> folded = new HashMap<>();
        List<Document> documents = new ArrayList<>(2);
        documents.add(of(definition, row, snapshot, folded));
        row.toOthers.ifPresent(shown -> documents.add(of(definition, shown, snapshot, folded)));
        return documents;
    }

    /**
     * The document of a row.
     *
     * @throws IllegalArgumentException where the row has a field that the view does not declare that way
     */
    private static Document of(ViewDefinition definition, Row row, byte[] snapshot, Map<String, FoldedName> folded) {
        Document document = new Document();
        BytesRef id = keyword(row.id);
        document.add(new StringField(ID, id, Field.Store.NO));
        document.add(new SortedDocValuesField(ID, id));
        document.add(new NumericDocValuesField(VERSION, row.version));
        document.add(new NumericDocValuesField(TOLD, row.told));
        source(document, row.source.map(JSON::writeValueAsBytes).orElse(snapshot));
        row.visibility.forEach(token -> document.add(new StringField(VISIBILITY, keyword(token), Field.Store.NO)));
        row.knownInFull.forEach(token -> document.add(new StringField(KNOWN_IN_FULL, keyword(token), Field.Store.NO)));
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
            List<FoldedName> ofField = values.stream()
                    .map(value -> folded.computeIfAbsent(value, FoldedName::of))
                    .toList();
            String sortable = ofField.getFirst().sortable();
            document.add(new KeywordField(
                    field, new BytesRef(sortable.substring(0, Math.min(100, sortable.length()))), Field.Store.NO));
            names.addAll(ofField);
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

    /** The sources of the rows of a segment; each is asked for once, in the order of the documents. */
    static BinaryDocValues sources(LeafReader reader) throws IOException {
        return DocValues.getBinary(reader, SOURCE);
    }

    /** The source of a row. Fifty of them are half the cost of a page, so the usual ones are not compressed. */
    static String source(LeafReader reader, BinaryDocValues sources, int doc) throws IOException {
        if (sources.advanceExact(doc)) {
            return json(sources.binaryValue());
        }
        return json(Objects.requireNonNull(
                reader.storedFields().document(doc, Set.of(LONG_SOURCE)).getBinaryValue(LONG_SOURCE)));
    }

    private static void source(Document document, byte[] json) {
        document.add(
                json.length <= SOURCE_BYTES_MAX
                        ? new BinaryDocValuesField(SOURCE, new BytesRef(json))
                        : new StoredField(LONG_SOURCE, json));
    }

    private static String json(BytesRef source) {
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
