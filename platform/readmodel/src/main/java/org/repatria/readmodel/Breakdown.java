package org.repatria.readmodel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.repatria.readmodel.ViewDefinition.Kind;

/**
 * Asks for the matches of a query in groups. They go by the values of a field, or by spans of its days or moments, and
 * within each group by another field. A row with several values is in the group of each. Immutable: each method gives a
 * new question.
 */
public final class Breakdown {

    /** The group before the first edge of spans. The others are called by the edge that they begin with. */
    public static final String BEFORE = "before";

    /** What makes the groups. */
    sealed interface Dimension {
        String field();
    }

    /** A group for each value of a keyword field that a match has. */
    record Values(String field) implements Dimension {}

    /**
     * A group before the first edge, and one from each edge on to the next; the last one has no end.
     *
     * @param names of the groups, one more than edges
     * @param edges in the unit of the field's kind
     */
    record Spans(String field, Kind kind, List<String> names, List<Long> edges) implements Dimension {
        static Spans of(String field, Kind kind, List<?> edges, List<Long> numbers) {
            return new Spans(
                    field,
                    kind,
                    Stream.concat(Stream.of(BEFORE), edges.stream().map(Object::toString))
                            .toList(),
                    numbers);
        }

        boolean isAscending() {
            return IntStream.range(1, edges.size()).allMatch(i -> edges.get(i - 1) < edges.get(i));
        }
    }

    final List<Dimension> by;
    final List<String> sums;

    private Breakdown(List<Dimension> by, List<String> sums) {
        this.by = by;
        this.sums = sums;
    }

    /** All matches as one group. */
    static Breakdown ofAll() {
        return new Breakdown(List.of(), List.of());
    }

    /** By the values of a keyword field, the most frequent first. */
    public static Breakdown byValue(String field) {
        return ofAll().thenByValue(field);
    }

    /** By each day of a window, with what lies before it and what lies after. */
    public static Breakdown byDay(String field, LocalDate first, int days) {
        List<LocalDate> edges =
                IntStream.rangeClosed(0, days).mapToObj(first::plusDays).toList();
        return ofAll().with(Spans.of(
                field,
                Kind.DATE,
                edges,
                edges.stream().map(LocalDate::toEpochDay).toList()));
    }

    /** By the stretches of time between these moments, which ascend. */
    public static Breakdown byMoment(String field, List<Instant> edges) {
        return ofAll().thenByMoment(field, edges);
    }

    /** Within each group by the values of a keyword field. */
    public Breakdown thenByValue(String field) {
        return with(new Values(field));
    }

    /** Within each group by the stretches of time between these moments. */
    public Breakdown thenByMoment(String field, List<Instant> edges) {
        return with(Spans.of(
                field, Kind.INSTANT, edges, edges.stream().map(Row::micros).toList()));
    }

    /** Sums of these money fields in each group. */
    public Breakdown sums(String... fields) {
        return new Breakdown(by, List.of(fields));
    }

    private Breakdown with(Dimension dimension) {
        return new Breakdown(Stream.concat(by.stream(), Stream.of(dimension)).toList(), sums);
    }
}
