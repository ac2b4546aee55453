package org.repatria.cases.flows.intake;

import java.time.Duration;

/** Every bound of the intake, with its unit and reason. */
public final class Limits {

    /** Bytes of a file: 50,000 rows of 300 bytes fit. */
    public static final int FILE_BYTES_MAX = 16 * 1024 * 1024;

    /**
     * Rows of a list. The largest lists known have some hundreds; more rows than this are a bulk transfer, not a list.
     */
    public static final int ROWS_MAX = 50_000;

    /** Columns of a CSV file: thrice what is documented. */
    static final int COLUMNS_MAX = 40;

    /** Characters of one cell: an offence summary of about a page; longer texts belong into an annex. */
    static final int CELL_CHARS_MAX = 3_000;

    /** Characters of one cell that the parser buffers at all before it gives the file up. */
    static final int CELL_CHARS_BUFFERED_MAX = 100_000;

    /** Characters of one JSON line: a person with all the properties that we do not read. */
    static final int LINE_CHARS_MAX = 100_000;

    /** Characters of a name: longer than any name. */
    static final int NAME_CHARS_MAX = 200;

    /** Characters of an authority's name. */
    static final int AUTHORITY_CHARS_MAX = 200;

    /** Characters of a document's number or kind. */
    static final int DOCUMENT_CHARS_MAX = 50;

    /** Names beside the primary one: more are another person's. */
    static final int ALIASES_MAX = 20;

    /** Nationalities and documents of one person. */
    static final int IDENTIFIERS_MAX = 10;

    /** Cells of a row that are kept because they could not be used. */
    static final int UNUSABLE_CELLS_MAX = 20;

    /** Characters that are shown of a value that could not be used. */
    static final int SHOWN_CHARS_MAX = 100;

    /** Folded forms by which one person is compared with others: those of the name and of some ten aliases. */
    static final int FOLDED_NAMES_MAX = 200;

    /**
     * Rows screened as one unit. It means a few writes for all of them, and bounds what must be looked at again after a
     * crash.
     */
    static final int BATCH_ROWS = 250;

    /** Lists screened at once in this process: each holds a file and a batch in memory. */
    public static final int LISTS_AT_ONCE_MAX = 4;

    /**
     * Attempts of a batch that cannot be written because too much waits for publication. Together they take about two
     * minutes.
     */
    static final int ATTEMPTS_MAX = 60;

    /** Pause between two such attempts: the relay drains hundreds of entries in it. */
    static final Duration ATTEMPT_PAUSE = Duration.ofSeconds(2);

    /** How long the database may take for one step of a batch. Beyond it, the list stops and is resumed by a repeat. */
    static final Duration STEP_MAX = Duration.ofSeconds(30);

    /** Seconds after which a refused list may be tried again: a list of usual size takes less. */
    public static final int BUSY_RETRY_SECONDS = 5;

    private Limits() {}
}
