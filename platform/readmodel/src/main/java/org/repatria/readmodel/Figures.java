package org.repatria.readmodel;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.repatria.decider.money.Amounts;
import org.repatria.readmodel.Page.Count;
import org.repatria.readmodel.Page.Facet;
import org.repatria.readmodel.Page.Sum;

/** Counts per value and sums per currency over all matches, in one pass. */
final class Figures implements Collector {

    private final List<String> facets;
    private final List<String> sums;
    private final Map<String, Map<String, Long>> counts = new HashMap<>();
    private final Map<String, Map<String, BigInteger>> amounts = new HashMap<>();
    private final Map<String, Long> leftOut = new HashMap<>();
    private long rows;

    private Figures(List<String> facets, List<String> sums) {
        this.facets = facets;
        this.sums = sums;
    }

    static CollectorManager<Figures, Figures> of(List<String> facets, List<String> sums) {
        return new CollectorManager<>() {
            @Override
            public Figures newCollector() {
                return new Figures(facets, sums);
            }

            @Override
            public Figures reduce(Collection<Figures> parts) {
                Figures all = new Figures(facets, sums);
                parts.forEach(all::add);
                return all;
            }
        };
    }

    long rows() {
        return rows;
    }

    Facet facet(String field) {
        List<Count> all = new ArrayList<>();
        counts.getOrDefault(field, Map.of()).forEach((value, number) -> all.add(new Count(value, number)));
        all.sort(Comparator.comparingLong(Count::rows).reversed().thenComparing(Count::value));
        int shown = Math.min(all.size(), Limits.FACET_VALUES_MAX);
        return new Facet(List.copyOf(all.subList(0, shown)), all.size() - shown);
    }

    Sum sum(String field) {
        Map<String, BigDecimal> byCurrency = new TreeMap<>();
        amounts.getOrDefault(field, Map.of())
                .forEach((currency, amount) -> byCurrency.put(currency, decimal(amount, currency)));
        return new Sum(byCurrency, leftOut.getOrDefault(field, 0L));
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
        LeafReader reader = leaf.reader();
        List<LeafFigure> figures = new ArrayList<>();
        for (String field : facets) {
            SortedSetDocValues values = reader.getSortedSetDocValues(field);
            if (values != null) {
                figures.add(new LeafFacet(values, counts.computeIfAbsent(field, _ -> new HashMap<>())));
            }
        }
        for (String field : sums) {
            for (FieldInfo info : reader.getFieldInfos()) {
                NumericDocValues values = info.name.startsWith(field + ":")
                        ? DocValues.getNumeric(reader, info.name)
                        : DocValues.emptyNumeric();
                Documents.currency(field, info.name)
                        .ifPresent(currency -> figures.add(
                                new LeafSum(values, currency, amounts.computeIfAbsent(field, _ -> new HashMap<>()))));
                if (info.name.equals(Documents.leftOut(field))) {
                    figures.add(new LeafLeftOut(values, field, leftOut));
                }
            }
        }
        return new LeafCollector() {
            @Override
            public void setScorer(Scorable scorer) {}

            @Override
            public void collect(int doc) throws IOException {
                rows++;
                for (LeafFigure figure : figures) {
                    figure.count(doc);
                }
            }

            @Override
            public void finish() throws IOException {
                for (LeafFigure figure : figures) {
                    figure.finish();
                }
            }
        };
    }

    private void add(Figures part) {
        rows += part.rows;
        part.counts.forEach((field, values) -> values.forEach((value, number) ->
                counts.computeIfAbsent(field, _ -> new HashMap<>()).merge(value, number, Long::sum)));
        part.amounts.forEach((field, values) -> values.forEach((currency, amount) ->
                amounts.computeIfAbsent(field, _ -> new HashMap<>()).merge(currency, amount, BigInteger::add)));
        part.leftOut.forEach((field, number) -> leftOut.merge(field, number, Long::sum));
    }

    private static BigDecimal decimal(BigInteger amount, String currency) {
        return Amounts.written(new BigDecimal(amount, Limits.MONEY_DECIMALS), currency);
    }

    /** One figure in one segment. */
    private interface LeafFigure {
        void count(int doc) throws IOException;

        void finish() throws IOException;
    }

    private static final class LeafFacet implements LeafFigure {
        private final SortedSetDocValues values;
        private final Map<String, Long> into;
        private final int[] byOrdinal;

        LeafFacet(SortedSetDocValues values, Map<String, Long> into) {
            this.values = values;
            this.into = into;
            this.byOrdinal = new int[Math.toIntExact(values.getValueCount())];
        }

        @Override
        public void count(int doc) throws IOException {
            if (values.advanceExact(doc)) {
                for (int i = values.docValueCount(); i > 0; i--) {
                    byOrdinal[(int) values.nextOrd()]++;
                }
            }
        }

        @Override
        public void finish() throws IOException {
            for (int ordinal = 0; ordinal < byOrdinal.length; ordinal++) {
                if (byOrdinal[ordinal] > 0) {
                    into.merge(values.lookupOrd(ordinal).utf8ToString(), (long) byOrdinal[ordinal], Long::sum);
                }
            }
        }
    }

    private static final class LeafSum implements LeafFigure {
        private final NumericDocValues values;
        private final String currency;
        private final Map<String, BigInteger> into;
        private long sum;
        private boolean any;

        LeafSum(NumericDocValues values, String currency, Map<String, BigInteger> into) {
            this.values = values;
            this.currency = currency;
            this.into = into;
        }

        @Override
        public void count(int doc) throws IOException {
            if (values.advanceExact(doc)) {
                long value = values.longValue();
                long added = sum + value;
                if (((sum ^ added) & (value ^ added)) < 0) {
                    into.merge(currency, BigInteger.valueOf(sum), BigInteger::add);
                    added = value;
                }
                sum = added;
                any = true;
            }
        }

        @Override
        public void finish() {
            if (any) {
                into.merge(currency, BigInteger.valueOf(sum), BigInteger::add);
            }
        }
    }

    private static final class LeafLeftOut implements LeafFigure {
        private final NumericDocValues marks;
        private final String field;
        private final Map<String, Long> into;
        private long number;

        LeafLeftOut(NumericDocValues marks, String field, Map<String, Long> into) {
            this.marks = marks;
            this.field = field;
            this.into = into;
        }

        @Override
        public void count(int doc) throws IOException {
            if (marks.advanceExact(doc)) {
                number++;
            }
        }

        @Override
        public void finish() {
            into.merge(field, number, Long::sum);
        }
    }
}
