package org.repatria.edge;

import java.time.Duration;

/** Every bound of this module, with its unit and reason. */
public final class Limits {

    /** Bytes of a JSON request body: a command is a form, not a file. */
    public static final int JSON_BYTES_MAX = 256 * 1024;

    /** Bytes of a handed-over list: 50,000 rows of 300 bytes fit. */
    public static final int LIST_BYTES_MAX = 16 * 1024 * 1024;

    /** Characters of a text field without a bound of its own: a name or a reference, not a report. */
    public static final int TEXT_CHARS_MAX = 200;

    /** Items of a JSON array without a bound of its own: what a person can have typed. */
    public static final int ITEMS_MAX = 100;

    /** Levels of a JSON body: deeper ones only serve to exhaust a parser. */
    public static final int JSON_DEPTH_MAX = 32;

    /** Field errors reported at once: enough to repair a form, little enough to read. */
    public static final int FIELD_ERRORS_MAX = 50;

    /** Items on a page when the caller does not say. */
    public static final int PAGE_DEFAULT = 50;

    /** Items on a page at most: keeps an answer below a megabyte. */
    public static final int PAGE_MAX = 200;

    /** Characters of a cursor: a few sort values; longer ones are not ours. */
    public static final int CURSOR_CHARS_MAX = 4_000;

    /** Characters of an Idempotency-Key: a UUID or a speaking key. Actor, route and key fit a command key together. */
    public static final int IDEMPOTENCY_KEY_CHARS_MAX = 100;

    /**
     * How long a token whose signature was checked is believed. A key that the provider withdraws outlives it here by
     * at most that.
     */
    public static final Duration TOKEN_BELIEVED = Duration.ofSeconds(60);

    /** Tokens that are believed at once: some kB each; those beyond are checked again. */
    public static final int TOKENS_BELIEVED_MAX = 5_000;

    /** Characters of a token's subject. With the route and the Idempotency-Key it stays below a command key's bound. */
    public static final int SUBJECT_CHARS_MAX = 80;

    /** Characters of X-Purpose: a sentence for the journal. */
    public static final int PURPOSE_CHARS_MAX = 200;

    /** Characters of X-Correlation-Id: a UUID with a prefix. */
    public static final int CORRELATION_CHARS_MAX = 100;

    /** Characters of an id in a path: a prefix and 25 characters, with room. */
    public static final int ID_CHARS_MAX = 64;

    /** Seconds by which the clocks of the identity provider and a service may differ. */
    public static final Duration CLOCK_SKEW_MAX = Duration.ofSeconds(30);

    /** Seconds after which a caller may try again when a part was away: a restart takes about that long. */
    public static final int RETRY_AFTER_SECONDS = 2;

    /** Seconds after which a caller may try again when others wrote the same aggregate. A write takes milliseconds. */
    public static final int RETRY_AFTER_CONTENTION_SECONDS = 1;

    /** Entries checked or shown per page of a journal. */
    public static final int JOURNAL_PAGE_MAX = 200;

    /** Milliseconds a list waits for the caller's own write: ten times what a view needs on a quiet day. */
    public static final int READ_AFTER_MILLIS_MAX = 3_000;

    /**
     * Bytes of a refused request that are still read, so that its connection can be used again. Enough for every body
     * that some route takes.
     */
    static final int REFUSED_BYTES_MAX = LIST_BYTES_MAX;

    /** How long the rest of a refused request is waited for. A caller who is slower gets another connection. */
    static final Duration REFUSED_READ_MAX = Duration.ofSeconds(2);

    /**
     * How long the headers of a request may take. They are a few kB, and whoever sends them byte by byte holds a
     * connection for nothing.
     */
    static final Duration HEADERS_WAIT_MAX = Duration.ofSeconds(10);

    /** How long a body may pause while it is waited for: a line that is bad for longer is down. */
    static final Duration BODY_PAUSE_MAX = Duration.ofSeconds(10);

    /**
     * All waiting for one body together: a list of 16 MB at 3 Mbit/s. It is less than the gateway waits for a service.
     */
    static final Duration BODY_WAIT_MAX = Duration.ofSeconds(45);

    /**
     * How long a connection may be idle between requests. It is longer than the gateway keeps its own to the services.
     */
    static final Duration CONNECTION_IDLE_MAX = Duration.ofSeconds(60);

    /** How long a client may leave an answer unread: four heartbeats of a stream; whoever lags resumes. */
    static final Duration ANSWER_UNREAD_MAX = Duration.ofSeconds(60);

    /** How long a connection that was refused stays open for what the client is still sending. So it can read why. */
    static final Duration REFUSED_LINGER_MAX = Duration.ofSeconds(1);

    /** Requests of one connection that wait for the answer before them. Browsers send none so, test tools a few. */
    static final int PIPELINED_MAX = 100;

    /**
     * Event streams that one subject has open at one instance. That is some windows and programs, far from all places
     * that there are.
     */
    public static final int STREAMS_OF_SUBJECT_MAX = 10;

    /** Event streams open at once on one instance: each holds a connection and a buffer. */
    public static final int STREAMS_MAX = 500;

    /** Between two comments on a quiet stream. Below the minute after which proxies drop a silent connection. */
    public static final Duration HEARTBEAT_INTERVAL = Duration.ofSeconds(15);

    /** Seconds after which a stream may be tried again where all places are taken. */
    static final int RETRY_AFTER_STREAMS_SECONDS = 5;

    private Limits() {}
}
