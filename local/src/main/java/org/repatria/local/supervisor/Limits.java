package org.repatria.local.supervisor;

import java.time.Duration;

/** Every bound of the supervisor, with its reason. */
final class Limits {

    /**
     * How long the start may take. A cold start of everything on two idle cores takes half a minute; a machine that is
     * busy with a build needs several times that.
     */
    static final Duration START_MAX = Duration.ofMinutes(4);

    /** From the end of a build until the supervisor has its home: one JVM, on a machine that is busy. */
    static final Duration UP_MAX = Duration.ofSeconds(30);

    /** One health call; a component that needs longer is not ready. */
    static final Duration PROBE_MAX = Duration.ofSeconds(2);

    /** Between two health calls while a component starts: short beside the seconds that a start takes. */
    static final Duration PROBE_EVERY = Duration.ofMillis(100);

    /** A component that was asked to stop and has not by then is stopped forcibly. */
    static final Duration STOP_MAX = Duration.ofSeconds(12);

    /**
     * How long a kill may take. A killed process is gone within moments; the bound only keeps a defect of the machine
     * from hanging us.
     */
    static final Duration KILL_MAX = Duration.ofSeconds(5);

    /** Starts in a row that end before the component was ready; more of them change nothing. */
    static final int STARTS_IN_VAIN_MAX = 5;

    /** The first pause before a component is started again; doubled for each start in vain. */
    static final Duration RESTART_PAUSE_MIN = Duration.ofMillis(200);

    /** The longest pause before a component is started again. */
    static final Duration RESTART_PAUSE_MAX = Duration.ofSeconds(10);

    /** Lines of a log that are shown when a component fails: enough for an exception with its cause. */
    static final int LOG_LINES_SHOWN = 20;

    /** Bytes read from the end of a log to find those lines. */
    static final int LOG_TAIL_BYTES = 32 * 1024;

    /**
     * One step of a training run: a component's start, the rehearsal, or the writing of a cache. Each takes half a
     * minute on two idle cores, the rehearsal two.
     */
    static final Duration TRAINING_STEP_MAX = Duration.ofMinutes(10);

    /** Between two looks whether the system is in use: long beside the ticks of processor time. */
    static final Duration USE_ASKED_EVERY = Duration.ofMillis(500);

    /** Of one core: an idle system takes less, in polls and heartbeats; a single user more. */
    static final int IDLE_PERCENT_MAX = 40;

    /** A training run goes on only after so long a time of quiet: a person reads between two clicks. */
    static final Duration QUIET_FOR = Duration.ofSeconds(3);

    /** Waiting for another caller's stop: every component in turn at its bound, and force after it. */
    static final Duration CLOSE_MAX = Duration.ofMinutes(2);

    private Limits() {}
}
