package org.repatria.readmodel;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.jspecify.annotations.Nullable;
import org.repatria.readmodel.Figures.Counted;

/** One breakdown of the matches in one segment. Groups are numbers here, and get their names at its end. */
final class LeafFigures {

    /** Values of one field of a usual row; where one has more, the room grows. */
    private static final int VALUES_USUAL = 8;

    private final List<Grouping> groupings;
    private final List<Column> columns;
    private final Tally all;
    private int groupsWithin;

    private LeafFigures(List<Grouping> groupings, List<Column> columns) {
        this.groupings = groupings;
        this.columns = columns;
        this.all = new Tally(groupings.isEmpty() ? 0 : groupings.getFirst().size());
    }

    static LeafFigures of(LeafReader reader, Breakdown breakdown) throws IOException {
        List<Grouping> groupings = new ArrayList<>();
        for (Breakdown.Dimension dimension : breakdown.by) {
            groupings.add(
                    switch (dimension) {
                        case Breakdown.Values values -> new ByValue(DocValues.getSortedSet(reader, values.field()));
                        case Breakdown.Spans spans ->
                            new BySpan(DocValues.getSortedNumeric(reader, spans.field()), spans);
                    });
        }
        List<Column> columns = new ArrayList<>();
        for (String field : breakdown.sums) {
            for (FieldInfo info : reader.getFieldInfos()) {
                if (info.name.startsWith(field + ":")) {
                    columns.add(new Column(info.name, DocValues.getNumeric(reader, info.name)));
                }
            }
        }
        return new LeafFigures(groupings, columns);
    }

    void count(int doc) throws IOException {
        for (Grouping grouping : groupings) {
            grouping.look(doc);
        }
        for (Column column : columns) {
            column.look(doc);
        }
        count(all, 1, 0);
    }

    /** Counts the row in hand. */
    private void count(Tally tally, int values, int depth) {
        tally.rows++;
        tally.values += values;
        if (!columns.isEmpty()) {
            tally.sum(columns);
        }
        if (depth == groupings.size()) {
            return;
        }
        Grouping grouping = groupings.get(depth);
        if (grouping.found == 0) {
            tally.without++;
        }
        for (int i = 0; i < grouping.found; i++) {
            Tally group = tally.groups[grouping.groups[i]];
            if (group == null) {
                groupsWithin += depth == 0 ? 0 : 1;
                // LIMIT: what is beyond is not counted, and the whole answer is refused at the end.
                if (hasTooManyGroups()) {
                    return;
                }
                group = new Tally(
                        depth + 1 < groupings.size() ? groupings.get(depth + 1).size() : 0);
                tally.groups[grouping.groups[i]] = group;
            }
            count(group, grouping.times[i], depth + 1);
        }
    }

    boolean hasTooManyGroups() {
        return groupsWithin > Limits.GROUPS_MAX;
    }

    /** Adds what was counted here to what was counted before. */
    void into(Counted counted) throws IOException {
        into(counted, all, 0);
    }

    private void into(Counted counted, Tally tally, int depth) throws IOException {
        counted.add(tally.rows, tally.values, tally.without);
        for (int i = 0; i < tally.sums.length; i++) {
            Total total = tally.sums[i];
            if (total != null) {
                counted.add(columns.get(i).luceneField, total.amount());
            }
        }
        for (int i = 0; i < tally.groups.length; i++) {
            Tally group = tally.groups[i];
            if (group != null) {
                into(counted.group(groupings.get(depth).name(i)), group, depth + 1);
            }
        }
    }

    /** What was counted of one group. */
    private static final class Tally {
        private static final @Nullable Total[] NO_SUMS = {};

        private final @Nullable Tally[] groups;
        private @Nullable Total[] sums = NO_SUMS;
        private long rows;
        private long values;
        private long without;

        Tally(int groups) {
            this.groups = new Tally[groups];
        }

        void sum(List<Column> columns) {
            if (sums.length == 0) {
                sums = new Total[columns.size()];
            }
            for (int i = 0; i < sums.length; i++) {
                Column column = columns.get(i);
                if (column.present) {
                    Total total = sums[i];
                    if (total == null) {
                        total = new Total();
                        sums[i] = total;
                    }
                    total.add(column.value);
                }
            }
        }
    }

    /** A sum that has no bound, and mostly needs none. */
    private static final class Total {
        private BigInteger carried = BigInteger.ZERO;
        private long sum;

        void add(long value) {
            long added = sum + value;
            if (((sum ^ added) & (value ^ added)) < 0) {
                carried = carried.add(BigInteger.valueOf(sum));
                added = value;
            }
            sum = added;
        }

        BigInteger amount() {
            return carried.add(BigInteger.valueOf(sum));
        }
    }

    /** The amounts of one field in one currency, or the marks of those that are left out. */
    private static final class Column {
        private final String luceneField;
        private final NumericDocValues amounts;
        private boolean present;
        private long value;

        Column(String luceneField, NumericDocValues amounts) {
            this.luceneField = luceneField;
            this.amounts = amounts;
        }

        void look(int doc) throws IOException {
            present = amounts.advanceExact(doc);
            if (present) {
                value = amounts.longValue();
            }
        }
    }

    /** In which groups of one dimension a row is. */
    private abstract static class Grouping {
        /** Each once, with how many of the row's values are in it. */
        int[] groups = new int[VALUES_USUAL];

        int[] times = new int[VALUES_USUAL];
        int found;

        abstract int size();

        abstract String name(int group) throws IOException;

        abstract void look(int doc) throws IOException;

        /** Groups come in their order, so that the same one comes again at once or never. */
        final void in(int group) {
            if (found > 0 && groups[found - 1] == group) {
                times[found - 1]++;
            } else {
                if (found == groups.length) {
                    groups = Arrays.copyOf(groups, 2 * found);
                    times = Arrays.copyOf(times, 2 * found);
                }
                groups[found] = group;
                times[found++] = 1;
            }
        }
    }

    private static final class ByValue extends Grouping {
        private final SortedSetDocValues values;

        ByValue(SortedSetDocValues values) {
            this.values = values;
        }

        @Override
        int size() {
            return Math.toIntExact(values.getValueCount());
        }

        @Override
        String name(int group) throws IOException {
            return values.lookupOrd(group).utf8ToString();
        }

        @Override
        void look(int doc) throws IOException {
            found = 0;
            if (values.advanceExact(doc)) {
                for (int i = values.docValueCount(); i > 0; i--) {
                    in((int) values.nextOrd());
                }
            }
        }
    }

    private static final class BySpan extends Grouping {
        private final SortedNumericDocValues values;
        private final Breakdown.Spans spans;
        private final long[] edges;

        BySpan(SortedNumericDocValues values, Breakdown.Spans spans) {
            this.values = values;
            this.spans = spans;
            this.edges = spans.edges().stream().mapToLong(Long::longValue).toArray();
        }

        @Override
        int size() {
            return edges.length + 1;
        }

        @Override
        String name(int group) {
            return spans.names().get(group);
        }

        @Override
        void look(int doc) throws IOException {
            found = 0;
            if (values.advanceExact(doc)) {
                for (int i = values.docValueCount(); i > 0; i--) {
                    int at = Arrays.binarySearch(edges, values.nextValue());
                    in(at < 0 ? -at - 1 : at + 1);
                }
            }
        }
    }
}
