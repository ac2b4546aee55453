package org.repatria.gateway;

import java.time.Duration;

/** Every bound of the gateway, with its unit and reason. */
final class Limits {

    /** Bytes of a request to the lists: as many as the case service takes. */
    static final long LIST_BYTES_MAX = org.repatria.edge.Limits.LIST_BYTES_MAX;

    /** Bytes of any other request: as many as a service takes for a command. */
    static final long BODY_BYTES_MAX = org.repatria.edge.Limits.JSON_BYTES_MAX;

    /**
     * Requests per second of one subject: a busy integrating program. Five times the load that the system is built for.
     */
    static final int SUBJECT_REQUESTS_PER_SECOND = 1_000;

    /** Requests per second from one address without a valid token: pages and sign-in, not guessing. */
    static final int ADDRESS_REQUESTS_PER_SECOND = 50;

    /** How many seconds' worth of requests may come at once. */
    static final int BURST_SECONDS = 2;

    /** Subjects and addresses whose counts are kept: some 20 MB at most. */
    static final int BUCKETS_MAX = 100_000;

    /** How long an unused count is kept: by then it is full again. */
    static final Duration BUCKET_AGE_MAX = Duration.ofMinutes(5);

    /** How long each part of an overview may take. A reader prefers a part that is missing to a page that hangs. */
    static final Duration OVERVIEW_PART_MAX = Duration.ofSeconds(2);

    /** How long a service may take to say how it is. */
    static final Duration HEALTH_PART_MAX = Duration.ofSeconds(2);

    /** How long a service may take to send its API document. */
    static final Duration DOCUMENT_PART_MAX = Duration.ofSeconds(5);

    /** How long a complete API document is served before it is made again. Services change by being restarted. */
    static final Duration DOCUMENT_AGE_MAX = Duration.ofMinutes(1);

    /** The same for one with a part missing, so that it is complete soon after the part is back. */
    static final Duration DOCUMENT_WITH_GAPS_AGE_MAX = Duration.ofSeconds(5);

    /** Bytes of one part's answer that the gateway composes with others. */
    static final int PART_BYTES_MAX = 4 * 1024 * 1024;

    /**
     * How long an unused connection to a service or to the identity provider is kept. That is shorter than these keep
     * it, so that no request meets one that is being closed.
     */
    static final Duration PART_CONNECTION_IDLE_MAX = Duration.ofSeconds(20);

    private Limits() {}
}
