package org.repatria.readmodel;

import java.io.IOException;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.PointValues.IntersectVisitor;
import org.apache.lucene.index.PointValues.Relation;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/**
 * The values that a list sorted by a number still has before it, from where a page starts. Rows are mostly written in
 * the order of their moments and read newest first: without narrowing, each row met would be better than all before,
 * and a page would cost time per row of the view.
 */
final class Stretch {

    private final IndexSearcher searcher;
    private final String field;
    private final boolean descending;
    private final long least;
    private final long greatest;

    private Stretch(IndexSearcher searcher, String field, boolean descending, long least, long greatest) {
        this.searcher = searcher;
        this.field = field;
        this.descending = descending;
        this.least = least;
        this.greatest = greatest;
    }

    static Stretch of(IndexSearcher searcher, Order order, @Nullable FieldDoc after) throws IOException {
        long least = Long.MAX_VALUE;
        long greatest = Long.MIN_VALUE;
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            PointValues points = leaf.reader().getPointValues(order.field());
            if (points != null) {
                least = Math.min(least, LongPoint.decodeDimension(points.getMinPackedValue(), 0));
                greatest = Math.max(greatest, LongPoint.decodeDimension(points.getMaxPackedValue(), 0));
            }
        }
        if (after != null && after.fields[0] instanceof Long last) {
            least = order.descending() ? least : Math.max(least, last);
            greatest = order.descending() ? Math.min(greatest, last) : greatest;
        }
        return new Stretch(searcher, order.field(), order.descending(), least, greatest);
    }

    /** About how many rows it has; none where only rows without a value are left. */
    long rows() throws IOException {
        return least > greatest ? 0 : rowsBetween(least, greatest);
    }

    /** A value that has about so many rows before it, or more. */
    long edge(long rows) throws IOException {
        long near = descending ? greatest : least;
        long far = descending ? least : greatest;
        while (near != far) {
            // The middle without overflow, rounded towards the near end so that the search ends.
            long middle = (near & far) + ((near ^ far) >> 1) + (descending ? (near ^ far) & 1 : 0);
            long before = rowsUpTo(middle);
            if (before >= rows && before <= 2 * rows) {
                return middle;
            }
            if (before >= rows) {
                if (far == middle) {
                    break;
                }
                far = middle;
            } else {
                if (near == middle) {
                    break;
                }
                near = middle;
            }
        }
        return far;
    }

    Query upTo(long edge) {
        return descending
                ? LongField.newRangeQuery(field, edge, greatest)
                : LongField.newRangeQuery(field, least, edge);
    }

    /** Whether nothing beyond the edge can come before this row. */
    boolean isWithin(ScoreDoc row, long edge) {
        return ((FieldDoc) row).fields[0] instanceof Long value && (descending ? value >= edge : value <= edge);
    }

    private long rowsUpTo(long edge) throws IOException {
        return descending ? rowsBetween(edge, greatest) : rowsBetween(least, edge);
    }

    private long rowsBetween(long from, long to) throws IOException {
        IntersectVisitor range = new Range(from, to);
        long rows = 0;
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            PointValues points = leaf.reader().getPointValues(field);
            if (points != null) {
                rows += points.estimatePointCount(range);
            }
        }
        return rows;
    }

    /** Only compares: counting by blocks of points is near enough. */
    private record Range(long from, long to) implements IntersectVisitor {
        @Override
        public void visit(int doc) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void visit(int doc, byte[] value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Relation compare(byte[] least, byte[] greatest) {
            long min = LongPoint.decodeDimension(least, 0);
            long max = LongPoint.decodeDimension(greatest, 0);
            if (max < from || min > to) {
                return Relation.CELL_OUTSIDE_QUERY;
            }
            return min >= from && max <= to ? Relation.CELL_INSIDE_QUERY : Relation.CELL_CROSSES_QUERY;
        }
    }
}
