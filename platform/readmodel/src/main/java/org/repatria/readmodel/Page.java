package org.repatria.readmodel;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One page of a list, with the figures of the whole filtered list where they were asked for.
 *
 * @param hits in order
 * @param total of all pages
 * @param facets by field, in the order asked for
 * @param sums by field, then by currency
 * @param breakdowns in the order asked for; a page with breakdowns has no hits
 * @param next the cursor of the following page; empty on the last one
 */
public record Page(
        List<Hit> hits,
        Total total,
        Map<String, Facet> facets,
        Map<String, Sum> sums,
        List<Groups> breakdowns,
        Optional<String> next)
        implements Found {

    /**
     * A row found.
     *
     * @param json what the view keeps of the snapshot, ready to be sent
     */
    public record Hit(String id, long version, String json) {}

    /**
     * How many rows match.
     *
     * @param exact false: at least {@code count}
     */
    public record Total(long count, boolean exact) {}

    /**
     * Rows per value over the filtered list, the field's own filter included. The most frequent come first, then by
     * value.
     *
     * @param values at most {@link Limits#FACET_VALUES_MAX}
     * @param otherValues how many further values there are
     */
    public record Facet(List<Count> values, int otherValues) {}

    /** One value of a facet with its number of rows. */
    public record Count(String value, long rows) {}

    /**
     * Amounts added up, never across currencies.
     *
     * @param amounts by currency
     * @param leftOut rows with an amount that has more decimals or digits than are summed ({@link
     *     Limits#MONEY_DECIMALS})
     */
    public record Sum(Map<String, BigDecimal> amounts, long leftOut) {}

    /**
     * The groups of a breakdown. Those by value come as those of a facet do, those of days and moments all and in their
     * order.
     *
     * @param others how many further groups there are
     * @param without rows that have no value there
     */
    public record Groups(List<Group> groups, int others, long without) {}

    /**
     * One group.
     *
     * @param value the value, or the edge that the span begins with; {@link Breakdown#BEFORE} the first one
     * @param rows that have a value in it
     * @param values of these rows that are in it, such as two clocks of one case that end on one day
     * @param sums of the rows, by field
     * @param within the groups of the second field, where one was asked for
     */
    public record Group(String value, long rows, long values, Map<String, Sum> sums, Optional<Groups> within) {}
}
