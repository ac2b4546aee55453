package org.repatria.system.client;

import java.time.Duration;

/** Bounds of the client. */
final class Limits {

    /**
     * Whoever has not answered by then is asked again. It is longer than the slowest answer of a service that works.
     */
    static final Duration ANSWER_MAX = Duration.ofSeconds(15);

    /** A connection on one machine is made at once or not at all. */
    static final Duration CONNECT_MAX = Duration.ofSeconds(3);

    private Limits() {}
}
