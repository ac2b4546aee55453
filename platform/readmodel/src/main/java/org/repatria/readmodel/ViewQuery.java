package org.repatria.readmodel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A question to a view. It starts with what the actor may see, which is applied before counts, facets and sums;
 * everything else narrows it. Immutable: each method gives a new question.
 */
public final class ViewQuery {

    /** A condition on one field. */
    sealed interface Filter {
        String field();
    }

    record AnyOf(String field, Set<String> values) implements Filter {}

    /** Bounds in the unit of the field's kind: {@code from} inclusive, {@code below} exclusive. */
    record Between(String field, Bound from, Bound below) implements Filter {}

    record Present(String field, boolean wanted) implements Filter {}

    /** A bound remembers its kind so that a day is never compared with a moment. */
    sealed interface Bound {}

    record Open() implements Bound {}

    record Day(LocalDate value) implements Bound {}

    record Moment(Instant value) implements Bound {}

    record Whole(long value) implements Bound {}

    private static final Bound OPEN = new Open();

    final Visibility visibility;
    final Optional<String> search;
    final List<Filter> filters;
    final List<Order> orders;
    final List<String> facets;
    final List<String> sums;
    final List<Breakdown> breakdowns;
    final Optional<String> cursor;
    final int limit;

    private ViewQuery(
            Visibility visibility,
            Optional<String> search,
            List<Filter> filters,
            List<Order> orders,
            List<String> facets,
            List<String> sums,
            List<Breakdown> breakdowns,
            Optional<String> cursor,
            int limit) {
        this.visibility = visibility;
        this.search = search;
        this.filters = filters;
        this.orders = orders;
        this.facets = facets;
        this.sums = sums;
        this.breakdowns = breakdowns;
        this.cursor = cursor;
        this.limit = limit;
    }

    public static ViewQuery visibleTo(Visibility visibility) {
        return new ViewQuery(
                visibility,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Limits.PAGE_ROWS_DEFAULT);
    }

    /** What the actor may see. */
    public Visibility visibility() {
        return visibility;
    }

    /**
     * Names that contain all these words, in any order and script, the last one possibly unfinished. Best matches
     * first: whole words, then beginnings, then similar spellings; within each, the order asked for. A blank text
     * narrows nothing.
     */
    public ViewQuery search(String text) {
        return new ViewQuery(
                visibility,
                Optional.of(text).filter(t -> !t.isBlank()),
                filters,
                orders,
                facets,
                sums,
                breakdowns,
                cursor,
                limit);
    }

    /** Keyword: any of these values. No value given matches nothing. */
    public ViewQuery anyOf(String field, Collection<String> values) {
        return with(new AnyOf(field, new LinkedHashSet<>(values)));
    }

    public ViewQuery anyOf(String field, String... values) {
        return anyOf(field, List.of(values));
    }

    /** Keyword: any of these values, where a caller asked for some; all rows otherwise. */
    public ViewQuery asked(String field, Collection<String> values) {
        return values.isEmpty() ? this : anyOf(field, values);
    }

    /** On this day or later. */
    public ViewQuery from(String field, LocalDate day) {
        return with(new Between(field, new Day(day), OPEN));
    }

    /** Before this day. */
    public ViewQuery below(String field, LocalDate day) {
        return with(new Between(field, OPEN, new Day(day)));
    }

    /** On some day from the first on and before the second: of several days of a row, one and the same. */
    public ViewQuery between(String field, LocalDate from, LocalDate below) {
        return with(new Between(field, new Day(from), new Day(below)));
    }

    /** At this moment or later. */
    public ViewQuery from(String field, Instant moment) {
        return with(new Between(field, new Moment(moment), OPEN));
    }

    /** Before this moment. */
    public ViewQuery below(String field, Instant moment) {
        return with(new Between(field, OPEN, new Moment(moment)));
    }

    /** This number or more. */
    public ViewQuery from(String field, long number) {
        return with(new Between(field, new Whole(number), OPEN));
    }

    /** Less than this number. */
    public ViewQuery below(String field, long number) {
        return with(new Between(field, OPEN, new Whole(number)));
    }

    /** Rows that have a value there. */
    public ViewQuery present(String field) {
        return with(new Present(field, true));
    }

    /** Rows that have no value there. */
    public ViewQuery missing(String field) {
        return with(new Present(field, false));
    }

    /** Sorted by these fields, then by id; without any, by id. */
    public ViewQuery orderBy(List<Order> fields) {
        return new ViewQuery(visibility, search, filters, List.copyOf(fields), facets, sums, breakdowns, cursor, limit);
    }

    public ViewQuery orderBy(Order... fields) {
        return orderBy(List.of(fields));
    }

    /** Counts per value of these keyword fields, over all matches. Costs time per match: ask on the first page only. */
    public ViewQuery facets(String... fields) {
        return new ViewQuery(visibility, search, filters, orders, List.of(fields), sums, breakdowns, cursor, limit);
    }

    /** Sums of these money fields, over all matches. Costs time per match, like a facet. */
    public ViewQuery sums(String... fields) {
        return new ViewQuery(visibility, search, filters, orders, facets, List.of(fields), breakdowns, cursor, limit);
    }

    /** Rows in groups, over all matches, in place of a page's rows. Costs time per match, like a facet. */
    public ViewQuery breakdowns(Breakdown... wanted) {
        return new ViewQuery(visibility, search, filters, orders, facets, sums, List.of(wanted), cursor, limit);
    }

    /** Continues after a page: its {@link Page#next()}, with the same search and order. */
    public ViewQuery after(String nextOfPage) {
        return new ViewQuery(
                visibility, search, filters, orders, facets, sums, breakdowns, Optional.of(nextOfPage), limit);
    }

    /** Rows per page, 1 to {@link Limits#PAGE_ROWS_MAX}. */
    public ViewQuery limit(int rows) {
        return new ViewQuery(visibility, search, filters, orders, facets, sums, breakdowns, cursor, rows);
    }

    private ViewQuery with(Filter filter) {
        List<Filter> more = new ArrayList<>(filters);
        more.add(filter);
        return new ViewQuery(visibility, search, List.copyOf(more), orders, facets, sums, breakdowns, cursor, limit);
    }
}
