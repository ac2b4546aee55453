package org.repatria.messaging;

import java.time.Duration;

/** Every bound of this module, with its unit and reason. */
public final class Limits {

    /** Commands in one batch: keeps one write message far below MongoDB's 48 MB. */
    public static final int BATCH_MAX = 500;

    /**
     * Attempts of one command when others write the same aggregate. Beyond this the caller should see the contention.
     */
    public static final int ATTEMPTS_MAX = 16;

    /** Upper bound of the first pause between attempts; grows with each: about one write's time. */
    static final Duration BACKOFF = Duration.ofMillis(4);

    /** Aggregates of one kind that a process keeps as it wrote them: those at work, some tens of kB each. */
    static final int KEPT_MAX = 500;

    /** Aggregates of one kind whose state is kept for readings. It is read again where they have another version. */
    static final int SEEN_MAX = 500;

    /**
     * How long nothing is kept after another process was found to write the same aggregates. Each such find costs a
     * write and a reading.
     */
    static final Duration KEPT_PAUSE = Duration.ofSeconds(10);

    /** Unpublished entries of one aggregate. With a few kB each the document stays far below MongoDB's 16 MB. */
    public static final int OUTBOX_ENTRIES_MAX = 200;

    /**
     * Command receipts kept per aggregate, newest first. A repeat comes within minutes, not after hundreds of commands.
     */
    public static final int RECEIPTS_MAX = 100;

    /**
     * Subjects whose events one aggregate remembers, the last heard ones. An aggregate listens to a few others, not to
     * all.
     */
    public static final int SOURCES_MAX = 500;

    /** Characters of a command key: room for an actor, a route and a UUID. */
    public static final int COMMAND_KEY_CHARS_MAX = 300;

    /** Characters of an aggregate's id: a prefix and a digest, with room to spare. */
    public static final int ID_CHARS_MAX = 100;

    /**
     * Marker documents that name the aggregates with a pending outbox. They are few enough to read at once, enough to
     * stay small.
     */
    static final int MARKER_BUCKETS = 256;

    /** Writes that share a marker document before the next one is used: clearing then touches few of them. */
    static final int WRITES_PER_MARKER_BUCKET = 16;

    /** Journal entries read at once: a page of a few hundred kB. */
    static final int JOURNAL_PAGE = 500;

    /** How long the database may take for one request before the caller hears that it is away. */
    static final Duration STORE_TIMEOUT = Duration.ofSeconds(5);

    /** How long to look for a reachable database server before giving up. */
    static final Duration STORE_SELECTION_TIMEOUT = Duration.ofSeconds(2);

    /**
     * How long the relay's thread waits for an answer of the database. It is more than the database's own bound, as a
     * net below it.
     */
    static final Duration STORE_PATIENCE = STORE_TIMEOUT.multipliedBy(3);

    /**
     * Commands that wait in one instance for their turn: some seconds of work. Beyond it callers had better come again.
     */
    static final int WAITING_MAX = 5_000;

    /**
     * Batches of commands under way at once in one instance. Hides the database's latency, keeps batches worthwhile.
     */
    static final int BATCHES_UNDER_WAY_MAX = 4;

    /**
     * Aggregates that wait in memory for the relay: some seconds of full load. Those beyond it are found by the sweep.
     */
    static final int RELAY_QUEUE_MAX = 2_000;

    /** Aggregates relayed together. Enough to share one round of acknowledgements, few enough for low delay. */
    static final int RELAY_BATCH_MAX = 250;

    /** Aggregates whose last relayed entry is remembered, to not send again what was just sent. */
    static final int RELAYED_REMEMBERED_MAX = 10_000;

    /**
     * How long what was relayed stays in its outbox. One look and one request then serve for more of it; nobody waits
     * for them, and an outbox has room for what comes meanwhile.
     */
    static final Duration TIDIED_AFTER = Duration.ofMillis(50);

    /** Time between sweeps for what crashed processes left. It is long enough for a live process to relay its own. */
    static final Duration SWEEP_EVERY = Duration.ofSeconds(3);

    /** Pause after the database or Kafka did not answer the relay. */
    static final Duration RELAY_PAUSE = Duration.ofMillis(500);

    /** How long a stopping process goes on relaying; the rest is found by another one's sweep. */
    static final Duration RELAY_DRAIN = Duration.ofSeconds(5);

    /** Pause between attempts while draining: short, since the time to drain is short. */
    static final Duration DRAIN_PAUSE = Duration.ofMillis(50);

    /** How long one send waits for Kafka's metadata or for room. Then the relay looks whether it should stop. */
    static final Duration SEND_BLOCKED_MAX = Duration.ofSeconds(2);

    /** After so long without an acknowledgement the relay looks whether the topics still exist. */
    static final Duration ACKNOWLEDGEMENT_LATE = Duration.ofSeconds(5);

    /** How long one request to a broker may take before the producer repeats it, perhaps to another broker. */
    static final Duration KAFKA_REQUEST = Duration.ofSeconds(5);

    /** Sweeps after which a marker whose write never came is removed: far longer than any write can take. */
    static final int SWEEPS_UNTIL_FORGOTTEN = 20;

    /** Markers of raced writes that wait to be cleared: beyond it the sweep clears them. */
    static final int ORPHANS_MAX = 10_000;

    /**
     * Partitions of each topic. Consumers in a group can grow to this many; changing it later would break the order per
     * key.
     */
    public static final int PARTITIONS = 12;

    /** Bytes of one Kafka message: Kafka's own default bound. */
    static final int MESSAGE_BYTES_MAX = 1_000_000;

    /**
     * Bytes that go to one partition with one request, which the next one waits for. Four times Kafka's own: what a
     * round of the relay sends is then few requests, and a buffer for each partition still less than 1 MB.
     */
    static final int SENT_TOGETHER_BYTES = 64 * 1024;

    /** Refills whose outcome is told: what an operator looks back on. */
    static final int REFILLS_REMEMBERED_MAX = 20;

    private Limits() {}
}
