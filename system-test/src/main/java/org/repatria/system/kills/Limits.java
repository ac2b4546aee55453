package org.repatria.system.kills;

import java.time.Duration;

/** Every bound of the proof, with its reason. */
final class Limits {

    /** Concurrent clients: more than the cores of a small machine, so that commands really meet. */
    static final int CLIENTS = 8;

    /** The whole run; a machine that is busy with something else needs several times what a quiet one does. */
    static final Duration RUN_MAX = Duration.ofMinutes(20);

    /** The whole short run. */
    static final Duration SHORT_RUN_MAX = Duration.ofMinutes(6);

    /** From the last answer until nothing moves any more: restarts, sweeps and rebalances included. */
    static final Duration QUIET_MAX = Duration.ofMinutes(3);

    /** From quiet until every list shows what is there. */
    static final Duration VIEWS_MAX = Duration.ofSeconds(60);

    /** A killed process until it is ready again. */
    static final Duration READY_MAX = Duration.ofMinutes(4);

    /** The first pause before a command is sent again. */
    static final Duration RETRY_MIN = Duration.ofMillis(50);

    /** The longest pause before a command is sent again. */
    static final Duration RETRY_MAX = Duration.ofSeconds(1);

    /** Cases that one client works on at a time: few enough that each lives through many commands. */
    static final int CASES_PER_CLIENT = 30;

    /** Assets that one client works on at a time. */
    static final int ASSETS_PER_CLIENT = 15;

    /** Violations that are printed one by one; the rest is counted. */
    static final int VIOLATIONS_SHOWN = 40;

    private Limits() {}
}
