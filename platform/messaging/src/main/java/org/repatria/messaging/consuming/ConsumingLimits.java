package org.repatria.messaging.consuming;

import java.time.Duration;

/** Every bound of the consumers, with its unit and reason. */
public final class ConsumingLimits {

    /** Records that wait behind one parked key: their positions stay in one document of some 40 kB. */
    public static final int WAITING_PER_KEY_MAX = 1_000;

    /**
     * Parked keys per consumer. That many are a broken producer, not broken records; every instance keeps their names
     * in memory.
     */
    public static final int PARKED_KEYS_MAX = 10_000;

    /** Parked keys in one page of the list. */
    public static final int PAGE_MAX = 200;

    /** Waiting records that the detail of one parked key shows: enough to see what stands at its head. */
    public static final int SHOWN_WAITING_MAX = 20;

    /** Bytes of one record's value. It is above what a producer's default lets through, far below MongoDB's 16 MB. */
    public static final int VALUE_BYTES_MAX = 2 * 1024 * 1024;

    /** Characters of a header that is read: every one that we publish is shorter. */
    public static final int HEADER_CHARS_MAX = 512;

    /** Characters of the detail kept with a parked key: a sentence and an exception's message. */
    public static final int DETAIL_CHARS_MAX = 500;

    /** Characters of the reason for leaving out a record: a sentence. */
    public static final int REASON_CHARS_MAX = 500;

    /** Digests kept per subject, newest first: a fork shows at the tip, long before this many events later. */
    public static final int DIGESTS_MAX = 16;

    /** How long one read or write of the consumer's own documents may take. Beyond it the database counts as away. */
    public static final Duration STORE_WAIT_MAX = Duration.ofSeconds(10);

    /**
     * How long the commands of one record may take before the database counts as away. It is below Kafka's poll
     * interval of 5 minutes.
     */
    public static final Duration COMMANDS_WAIT_MAX = Duration.ofSeconds(30);

    /** First and longest pause between attempts while the database is away. Back within seconds, without a storm. */
    static final Duration RETRY_PAUSE_MIN = Duration.ofMillis(100);

    static final Duration RETRY_PAUSE_MAX = Duration.ofSeconds(5);

    /**
     * Between two polls. A record that comes alone is taken at once; what comes soon after it is then worked through
     * together.
     */
    static final Duration GATHERED_FOR = Duration.ofMillis(100);

    /**
     * Between two commits of offsets to Kafka. How far a consumer is stands in the database, so a crash repeats this
     * much without effect.
     */
    static final Duration OFFSETS_COMMIT_EVERY = Duration.ofSeconds(1);

    /** How long a partition rests whose parked key is full, before it is tried again. */
    static final Duration FULL_PAUSE = Duration.ofSeconds(10);

    /** Pause between attempts to reach Kafka, or a topic there, at the start. */
    static final Duration BIND_PAUSE = Duration.ofSeconds(2);

    private ConsumingLimits() {}
}
