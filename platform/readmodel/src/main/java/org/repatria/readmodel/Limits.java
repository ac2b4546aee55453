package org.repatria.readmodel;

import java.time.Duration;

/** Every bound of this module, with its unit and reason. */
public final class Limits {

    /** Rows of one page: a page is read by a person or handled as one unit by a program. */
    public static final int PAGE_ROWS_MAX = 200;

    /** Rows of one page where the caller names no limit: a screenful. */
    public static final int PAGE_ROWS_DEFAULT = 50;

    /**
     * Matches counted exactly. Beyond, a total is a lower bound, because nobody reads it and counting costs time per
     * match.
     */
    public static final int TOTAL_EXACT_MAX = 10_000;

    /** Values returned per facet, most frequent first: a list to choose from, not an export. The rest is one figure. */
    public static final int FACET_VALUES_MAX = 100;

    /** Facets of one query: each costs time per match. */
    public static final int FACETS_MAX = 12;

    /** Breakdowns of one query: each costs time per match, and an overview is drawn from no more. */
    public static final int BREAKDOWNS_MAX = 16;

    /** Fields that a breakdown goes by, one within the other: what can be drawn and read. */
    public static final int DIMENSIONS_MAX = 2;

    /** Edges between spans of days or moments: two months day by day, with what lies before and after. */
    public static final int EDGES_MAX = 63;

    /** Groups within groups of one breakdown: far above what is drawn, so that none fills the memory. */
    public static final int GROUPS_MAX = 10_000;

    /** Fields that a list can be ordered by at once, the id not counted. */
    public static final int ORDERS_MAX = 4;

    /** Values of one any-of filter: far above what a screen or a program chooses from. */
    public static final int FILTER_VALUES_MAX = 1_000;

    /** Filters of one query: each is a clause to evaluate for the matches. */
    public static final int FILTERS_MAX = 32;

    /** Tokens of visibility that one actor may bring: roles, relations and compartments, not single rows. */
    public static final int VISIBILITY_TOKENS_MAX = 1_000;

    /** Characters of a search text: longer than any name. */
    public static final int SEARCH_CHARS_MAX = 200;

    /** Words of a search text that are looked for; each costs a few term look-ups. */
    public static final int SEARCH_WORDS_MAX = 10;

    /** Characters of a cursor: a few sort values; longer ones are not ours. */
    public static final int CURSOR_CHARS_MAX = 4_000;

    /**
     * Characters of a keyword that are indexed: far below Lucene's 32,766 bytes. A longer one is no keyword and the row
     * is refused.
     */
    public static final int KEYWORD_CHARS_MAX = 500;

    /** Values of one field of one row: keeps a single row from filling an index. */
    public static final int FIELD_VALUES_MAX = 1_000;

    /**
     * Decimal places of summed money: covers every ISO 4217 currency (4 at most). A long then holds 922 trillion units.
     */
    public static final int MONEY_DECIMALS = 4;

    /** Calls waiting for a version at once: each holds an HTTP request open. */
    public static final int WAITERS_MAX = 2_000;

    /** Longest wait for a version: beyond it the caller had better ask again. */
    public static final Duration WAIT_MAX = Duration.ofSeconds(10);

    /**
     * Changed rows that somebody has yet to read of. That is several pages of lists; who is further behind asks again
     * for everything.
     */
    public static final int CHANGES_UNREAD_MAX = 1_000;

    /** Queries waiting for a thread of one view: at some milliseconds each, about a second of work. */
    public static final int QUERIES_QUEUED_MAX = 1_000;

    private Limits() {}
}
