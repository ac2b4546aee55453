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
 * @param next the cursor of the following page; empty on the last one
 */
public record Page(List<Hit> hits, Total total, Map<String, Facet> facets, Map<String, Sum> sums, Optional<String> next)
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
}
