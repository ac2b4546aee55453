package org.repatria.servers;

import java.time.Duration;

/** What the local servers bound, in which unit and why. */
final class Limits {

    /** How long a server may take until it answers. A broker that restarts after SIGKILL needs about four seconds. */
    static final Duration READY_MAX = Duration.ofSeconds(60);

    /** Bytes of live pages that one compaction step may rewrite while serving. Keeps its pause near a millisecond. */
    static final int COMPACTION_STEP_BYTES_MAX = 1 << 20;

    /** Percent of a file's chunks that should be live; below it compaction rewrites the emptiest chunks. */
    static final int FILL_PERCENT_MIN = 50;

    /** Commits between two compaction steps. Often enough that the file stays within a small multiple of the data. */
    static final int COMMITS_PER_COMPACTION_STEP = 256;

    /**
     * Bytes of a page in memory that split it. Every commit writes the touched pages whole, and small ones keep it
     * short.
     */
    static final int PAGE_SPLIT_BYTES = 4 << 10;

    /** Threads that serve connections: each may wait for a commit, and those that wait together share one. */
    static final int SERVING_THREADS = 16;

    /**
     * Megabytes of decoded pages that the store keeps in memory. They live long, and a heap whose older part they fill
     * is collected again and again: under 224 MB of heap they take less than half of that part.
     */
    static final int PAGE_CACHE_MEGABYTES = 64;

    private Limits() {}
}
