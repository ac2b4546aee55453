package org.repatria.messaging.accessjournal;

import java.time.Duration;

/** Every bound of the access journal, with its unit and reason. */
public final class AccessLimits {

    /** Entries of one batch, which is one document. With at most some kB each it stays far below MongoDB's 16 MB. */
    public static final int BATCH_MAX = 500;

    /** How long an entry waits for others before it is written. It is what is lost at most when a process is killed. */
    public static final Duration BATCH_WAIT = Duration.ofMillis(250);

    /** Entries that wait or are still being made: seconds of full load, some MB. Beyond it nothing is read untraced. */
    public static final int WAITING_MAX = 10_000;

    /**
     * Of those, what refused callers without a name may fill. A flood of them must not keep those with a name from
     * reading.
     */
    public static final int NAMELESS_MAX = WAITING_MAX / 2;

    /**
     * Entries of one chain before the next one follows it. It is what a verifier can be asked to look at as one piece.
     */
    public static final int CHAIN_ENTRIES_MAX = 100_000;

    /** Pause before a batch that the database did not take is written again. */
    static final Duration WRITE_PAUSE = Duration.ofMillis(500);

    /** How long a stopping process goes on writing what waits. */
    static final Duration CLOSE_MAX = Duration.ofSeconds(5);

    /** Batches read from the database at once: some MB where they are full. */
    static final int BATCHES_AT_ONCE = 20;

    /**
     * Batches looked at for one page. A filter that finds nothing must not read years; the page then says where to go
     * on.
     */
    public static final int PAGE_BATCHES_MAX = 400;

    /**
     * Entries after which an export begins no further chain: what a verifier holds in memory. The last line says where
     * to go on.
     */
    public static final int EXPORT_ENTRIES_MAX = 1_000_000;

    private AccessLimits() {}
}
