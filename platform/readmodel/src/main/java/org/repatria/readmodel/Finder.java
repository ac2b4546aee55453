package org.repatria.readmodel;

import static org.repatria.readmodel.QueryRefusal.Reason.FIELD_UNSUITABLE;
import static org.repatria.readmodel.QueryRefusal.Reason.LIMIT_EXCEEDED;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.search.SortedSetSelector;
import org.apache.lucene.search.SortedSetSortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.repatria.readmodel.Page.Facet;
import org.repatria.readmodel.Page.Hit;
import org.repatria.readmodel.Page.Total;
import org.repatria.readmodel.ViewDefinition.Kind;
import org.repatria.readmodel.text.FoldedName;

/** Turns a question into Lucene queries and their results into a page. */
final class Finder {

    private static final Query EVERYTHING = MatchAllDocsQuery.INSTANCE;

    /**
     * Rows looked at first for a page of a list sorted by a number. Many times a page, so that filters leave enough.
     */
    private static final int STRETCH_ROWS = 1_024;

    /** How much further to look where those were not enough. */
    private static final int STRETCH_FACTOR = 16;

    private final ViewDefinition definition;
    private final int stretchRows;

    Finder(ViewDefinition definition) {
        this(definition, STRETCH_ROWS);
    }

    Finder(ViewDefinition definition, int stretchRows) {
        this.definition = definition;
        this.stretchRows = stretchRows;
    }

    Found find(IndexSearcher searcher, ViewQuery asked) throws IOException {
        try {
            demandLimits(asked);
            Query query = query(asked);
            if (!asked.breakdowns.isEmpty()) {
                return figures(searcher, query, asked, List.of(), Optional.empty());
            }
            Sort sort = sort(asked);
            String list = list(asked);
            @Nullable FieldDoc after = asked.cursor.isPresent() ? Cursor.read(list, asked.cursor.get()) : null;
            return page(searcher, asked, query, sort, list, after);
        } catch (Unusable unusable) {
            return unusable.refusal();
        }
    }

    static Optional<Hit> one(IndexSearcher searcher, String id, Visibility visibility) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(new TermQuery(new Term(Documents.ID, id)), Occur.FILTER);
        visible(visibility, query);
        ScoreDoc[] found = searcher.search(query.build(), 1).scoreDocs;
        return found.length == 0
                ? Optional.empty()
                : Optional.of(hits(searcher, found, List.of(id)).getFirst());
    }

    /**
     * The version at which an actor is shown a row. In full for those to whom the row says so, the told one for others.
     */
    static Optional<Long> versionShown(IndexSearcher searcher, String id, Visibility visibility) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(new TermQuery(new Term(Documents.ID, id)), Occur.FILTER);
        visible(visibility, query);
        Query shown = query.build();
        Query inFull = visibility
                .tokens()
                .map(tokens -> (Query) new BooleanQuery.Builder()
                        .add(shown, Occur.FILTER)
                        .add(anyOf(Documents.KNOWN_IN_FULL, tokens), Occur.FILTER)
                        .build())
                .orElse(shown);
        Optional<Long> full = value(searcher, inFull, Documents.VERSION);
        return full.isPresent() ? full : value(searcher, shown, Documents.TOLD);
    }

    private static Optional<Long> value(IndexSearcher searcher, Query query, String field) throws IOException {
        ScoreDoc[] found = searcher.search(query, 1).scoreDocs;
        return found.length == 0 ? Optional.empty() : Optional.of(value(searcher, found[0].doc, field));
    }

    private static long value(IndexSearcher searcher, int doc, String field) throws IOException {
        List<LeafReaderContext> leaves = searcher.getLeafContexts();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
        NumericDocValues values = Objects.requireNonNull(leaf.reader().getNumericDocValues(field));
        values.advanceExact(doc - leaf.docBase);
        return values.longValue();
    }

    /**
     * These documents as hits, in the order given. They are read in the order of the index: so what leads to the values
     * of a segment is opened once, and not for each row of a page.
     */
    static List<Hit> hits(IndexSearcher searcher, ScoreDoc[] found, List<String> ids) throws IOException {
        List<LeafReaderContext> leaves = searcher.getLeafContexts();
        Hit[] hits = new Hit[ids.size()];
        int[] byDocument = IntStream.range(0, hits.length)
                .boxed()
                .sorted(Comparator.comparingInt(place -> found[place].doc))
                .mapToInt(Integer::intValue)
                .toArray();
        @Nullable Segment segment = null;
        for (int place : byDocument) {
            int doc = found[place].doc;
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
            if (segment == null || !segment.isOf(leaf)) {
                segment = Segment.of(leaf);
            }
            hits[place] = segment.hit(doc - leaf.docBase, ids.get(place));
        }
        return List.of(hits);
    }

    /** What is read of the rows of one segment, from the first to the last. */
    private record Segment(int number, LeafReader reader, NumericDocValues versions, BinaryDocValues sources) {

        static Segment of(LeafReaderContext leaf) throws IOException {
            LeafReader reader = leaf.reader();
            return new Segment(
                    leaf.ord,
                    reader,
                    Objects.requireNonNull(reader.getNumericDocValues(Documents.VERSION)),
                    Documents.sources(reader));
        }

        boolean isOf(LeafReaderContext leaf) {
            return number == leaf.ord;
        }

        Hit hit(int doc, String id) throws IOException {
            versions.advanceExact(doc);
            return new Hit(id, versions.longValue(), Documents.source(reader, sources, doc));
        }
    }

    private Page page(
            IndexSearcher searcher, ViewQuery asked, Query query, Sort sort, String list, @Nullable FieldDoc after)
            throws IOException, Unusable {
        ScoreDoc[] found = sortedByNumber(asked)
                ? stretchByStretch(searcher, asked, query, sort, after)
                : top(searcher, asked, query, sort, after);
        int rows = Math.min(found.length, asked.limit);
        List<String> ids =
                IntStream.range(0, rows).mapToObj(i -> id((FieldDoc) found[i])).toList();
        List<Hit> hits = hits(searcher, found, ids);
        Optional<String> next = found.length > asked.limit
                ? Optional.of(Cursor.of(list, (FieldDoc) found[rows - 1]))
                : Optional.empty();
        if (asked.facets.isEmpty() && asked.sums.isEmpty()) {
            return new Page(hits, total(searcher, query), Map.of(), Map.of(), List.of(), next);
        }
        return figures(searcher, query, asked, hits, next);
    }

    /** A page with all figures asked for. Breakdowns come first, then facets, and the sums of all at the end. */
    private static Page figures(
            IndexSearcher searcher, Query query, ViewQuery asked, List<Hit> hits, Optional<String> next)
            throws IOException, Unusable {
        List<Breakdown> all = new ArrayList<>(asked.breakdowns);
        asked.facets.forEach(field -> all.add(Breakdown.byValue(field)));
        all.add(Breakdown.ofAll().sums(asked.sums.toArray(String[]::new)));
        Figures figures = searcher.search(query, Figures.of(all));
        within(!figures.hasTooManyGroups(), "At most %d groups within groups; narrow the list.", Limits.GROUPS_MAX);
        int facetsFrom = asked.breakdowns.size();
        Map<String, Facet> facets = new LinkedHashMap<>();
        for (int i = 0; i < asked.facets.size(); i++) {
            facets.put(asked.facets.get(i), figures.facet(facetsFrom + i));
        }
        return new Page(
                hits,
                new Total(figures.rows(), true),
                facets,
                figures.sums(all.size() - 1),
                IntStream.range(0, facetsFrom).mapToObj(figures::groups).toList(),
                next);
    }

    private boolean sortedByNumber(ViewQuery asked) {
        if (asked.search.isPresent() || asked.orders.isEmpty()) {
            return false;
        }
        Kind kind = definition.fields().get(asked.orders.getFirst().field());
        return kind == Kind.DATE || kind == Kind.INSTANT || kind == Kind.NUMBER;
    }

    private ScoreDoc[] stretchByStretch(
            IndexSearcher searcher, ViewQuery asked, Query query, Sort sort, @Nullable FieldDoc after)
            throws IOException {
        Stretch stretch = Stretch.of(searcher, asked.orders.getFirst(), after);
        long all = stretch.rows();
        for (long rows = stretchRows; rows * 4 < all; rows *= STRETCH_FACTOR) {
            long edge = stretch.edge(rows);
            Query narrowed = new BooleanQuery.Builder()
                    .add(query, Occur.FILTER)
                    .add(stretch.upTo(edge), Occur.FILTER)
                    .build();
            ScoreDoc[] found = top(searcher, asked, narrowed, sort, after);
            if (found.length > asked.limit && stretch.isWithin(found[asked.limit], edge)) {
                return found;
            }
        }
        return top(searcher, asked, query, sort, after);
    }

    private static ScoreDoc[] top(
            IndexSearcher searcher, ViewQuery asked, Query query, Sort sort, @Nullable FieldDoc after)
            throws IOException {
        return searcher.search(query, new TopFieldCollectorManager(sort, asked.limit + 1, after, 1)).scoreDocs;
    }

    private static String id(FieldDoc row) {
        return ((BytesRef) Objects.requireNonNull(row.fields[row.fields.length - 1])).utf8ToString();
    }

    /** Exact where the index knows it without looking, or where it is small; otherwise "at least". */
    private static Total total(IndexSearcher searcher, Query query) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        long counted = 0;
        List<LeafReaderContext> toCount = new ArrayList<>();
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            int known = weight.count(leaf);
            if (known < 0) {
                toCount.add(leaf);
            } else {
                counted += known;
            }
        }
        for (LeafReaderContext leaf : toCount) {
            counted += countUpTo(weight, leaf, Limits.TOTAL_EXACT_MAX + 1 - counted);
            if (counted > Limits.TOTAL_EXACT_MAX) {
                return new Total(Limits.TOTAL_EXACT_MAX, false);
            }
        }
        return new Total(counted, true);
    }

    private static long countUpTo(Weight weight, LeafReaderContext leaf, long enough) throws IOException {
        Scorer scorer = weight.scorer(leaf);
        if (scorer == null) {
            return 0;
        }
        Bits live = leaf.reader().getLiveDocs();
        DocIdSetIterator docs = scorer.iterator();
        long counted = 0;
        while (counted < enough) {
            int doc = docs.nextDoc();
            if (doc == DocIdSetIterator.NO_MORE_DOCS) {
                break;
            }
            if (live == null || live.get(doc)) {
                counted++;
            }
        }
        return counted;
    }

    private Query query(ViewQuery asked) throws Unusable {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        visible(asked.visibility, all);
        boolean narrowed = asked.visibility.tokens().isPresent();
        for (ViewQuery.Filter filter : asked.filters) {
            if (filter instanceof ViewQuery.Present(String field, boolean wanted) && !wanted) {
                all.add(exists(field), Occur.MUST_NOT);
            } else {
                all.add(filter(filter), Occur.FILTER);
                narrowed = true;
            }
        }
        if (asked.search.isPresent()) {
            all.add(Names.query(FoldedName.of(asked.search.get())), Occur.MUST);
            return all.build();
        }
        if (narrowed) {
            return all.build();
        }
        return asked.filters.isEmpty()
                ? EVERYTHING
                : all.add(EVERYTHING, Occur.FILTER).build();
    }

    private static void visible(Visibility visibility, BooleanQuery.Builder all) {
        visibility.tokens().ifPresent(tokens -> all.add(anyOf(Documents.VISIBILITY, tokens), Occur.FILTER));
    }

    private static Query anyOf(String field, Set<String> tokens) {
        return switch (tokens.size()) {
            case 0 -> new MatchNoDocsQuery("the actor has no token");
            case 1 -> new TermQuery(new Term(field, tokens.iterator().next()));
            default ->
                new TermInSetQuery(field, tokens.stream().map(BytesRef::new).toList());
        };
    }

    private Query filter(ViewQuery.Filter filter) throws Unusable {
        return switch (filter) {
            case ViewQuery.AnyOf(String field, Set<String> values) -> {
                demand(field, "filtered by value", Kind.KEYWORD);
                yield values.isEmpty()
                        ? new MatchNoDocsQuery("no value asked for")
                        : KeywordField.newSetQuery(
                                field, values.stream().map(BytesRef::new).toList());
            }
            case ViewQuery.Between(String field, ViewQuery.Bound from, ViewQuery.Bound below) ->
                LongField.newRangeQuery(
                        field, bound(field, from, Long.MIN_VALUE), before(bound(field, below, Long.MAX_VALUE), below));
            case ViewQuery.Present(String field, boolean _) -> exists(field);
        };
    }

    private Query exists(String field) throws Unusable {
        demand(field, "asked for its presence", Kind.KEYWORD, Kind.TEXT, Kind.DATE, Kind.INSTANT, Kind.NUMBER);
        return new FieldExistsQuery(field);
    }

    private long bound(String field, ViewQuery.Bound bound, long open) throws Unusable {
        return switch (bound) {
            case ViewQuery.Open _ -> open;
            case ViewQuery.Day(var day) -> {
                demand(field, "compared with a day", Kind.DATE);
                yield day.toEpochDay();
            }
            case ViewQuery.Moment(var moment) -> {
                demand(field, "compared with a moment", Kind.INSTANT);
                yield Row.micros(moment);
            }
            case ViewQuery.Whole(long number) -> {
                demand(field, "compared with a number", Kind.NUMBER);
                yield number;
            }
        };
    }

    private static long before(long bound, ViewQuery.Bound kind) {
        return kind instanceof ViewQuery.Open || bound == Long.MIN_VALUE ? bound : bound - 1;
    }

    private Sort sort(ViewQuery asked) throws Unusable {
        List<SortField> fields = new ArrayList<>();
        if (asked.search.isPresent()) {
            fields.add(SortField.FIELD_SCORE);
        }
        for (Order order : asked.orders) {
            fields.add(sortField(order));
        }
        fields.add(new SortField(Documents.ID, SortField.Type.STRING));
        return new Sort(fields.toArray(SortField[]::new));
    }

    private SortField sortField(Order order) throws Unusable {
        Kind kind = demand(order.field(), "sorted by", Kind.KEYWORD, Kind.TEXT, Kind.DATE, Kind.INSTANT, Kind.NUMBER);
        return switch (kind) {
            case KEYWORD, TEXT ->
                new SortedSetSortField(
                        order.field(),
                        order.descending(),
                        SortedSetSelector.Type.MIN,
                        order.descending() ? SortField.STRING_FIRST : SortField.STRING_LAST);
            case DATE, INSTANT, NUMBER, MONEY ->
                new SortedNumericSortField(
                        order.field(),
                        SortField.Type.LONG,
                        order.descending(),
                        SortedNumericSelector.Type.MIN,
                        order.descending() ? Long.MIN_VALUE : Long.MAX_VALUE);
        };
    }

    private String list(ViewQuery asked) {
        return definition.shape() + "|" + asked.orders + "|" + asked.search.orElse("");
    }

    private Kind demand(String field, String use, Kind... suitable) throws Unusable {
        Kind kind = definition.fields().get(field);
        for (Kind one : suitable) {
            if (one == kind) {
                return one;
            }
        }
        throw new Unusable(
                FIELD_UNSUITABLE, "The list cannot be " + use + " in a field of this name: " + shortened(field));
    }

    private void demandLimits(ViewQuery asked) throws Unusable {
        within(
                asked.limit >= 1 && asked.limit <= Limits.PAGE_ROWS_MAX,
                "A page has 1 to %d rows.",
                Limits.PAGE_ROWS_MAX);
        within(asked.filters.size() <= Limits.FILTERS_MAX, "At most %d filters at once.", Limits.FILTERS_MAX);
        within(asked.orders.size() <= Limits.ORDERS_MAX, "At most %d fields to sort by.", Limits.ORDERS_MAX);
        within(
                asked.facets.size() + asked.sums.size() <= Limits.FACETS_MAX,
                "At most %d facets and sums at once.",
                Limits.FACETS_MAX);
        within(
                asked.search.orElse("").length() <= Limits.SEARCH_CHARS_MAX,
                "A search text has at most %d characters.",
                Limits.SEARCH_CHARS_MAX);
        within(
                asked.search.isEmpty()
                        || FoldedName.of(asked.search.get()).words().size() <= Limits.SEARCH_WORDS_MAX,
                "A search text has at most %d words.",
                Limits.SEARCH_WORDS_MAX);
        within(
                asked.visibility.tokens().map(Set::size).orElse(0) <= Limits.VISIBILITY_TOKENS_MAX,
                "An actor brings at most %d tokens.",
                Limits.VISIBILITY_TOKENS_MAX);
        for (ViewQuery.Filter filter : asked.filters) {
            within(
                    !(filter instanceof ViewQuery.AnyOf(String _, Set<String> values))
                            || values.size() <= Limits.FILTER_VALUES_MAX,
                    "At most %d values in one filter.",
                    Limits.FILTER_VALUES_MAX);
        }
        within(
                asked.breakdowns.size() <= Limits.BREAKDOWNS_MAX,
                "At most %d breakdowns at once.",
                Limits.BREAKDOWNS_MAX);
        for (Breakdown breakdown : asked.breakdowns) {
            demandGroups(breakdown);
        }
        for (String field : asked.facets) {
            demand(field, "counted by value", Kind.KEYWORD);
        }
        for (String field : asked.sums) {
            demand(field, "summed up", Kind.MONEY);
        }
    }

    private void demandGroups(Breakdown breakdown) throws Unusable {
        within(
                breakdown.by.size() <= Limits.DIMENSIONS_MAX,
                "A breakdown goes by at most %d fields.",
                Limits.DIMENSIONS_MAX);
        for (Breakdown.Dimension dimension : breakdown.by) {
            switch (dimension) {
                case Breakdown.Values(String field) -> demand(field, "broken down by value", Kind.KEYWORD);
                case Breakdown.Spans spans -> {
                    demand(spans.field(), "broken down by time", spans.kind());
                    within(
                            !spans.edges().isEmpty() && spans.edges().size() <= Limits.EDGES_MAX && spans.isAscending(),
                            "Spans have 1 to %d edges that ascend.",
                            Limits.EDGES_MAX);
                }
            }
        }
        for (String field : breakdown.sums) {
            demand(field, "summed up", Kind.MONEY);
        }
    }

    private static void within(boolean holds, String detail, int limit) throws Unusable {
        if (!holds) {
            throw new Unusable(LIMIT_EXCEEDED, detail.formatted(limit));
        }
    }

    private static String shortened(String text) {
        return text.length() > 64 ? text.substring(0, 64) : text;
    }
}
