package org.repatria.bench;

import java.time.Duration;

/** Every bound of the measurement, with its reason. */
final class Limits {

    /**
     * The whole run: several times what it needs on two idle cores, and enough on slow ones. A measurement that hangs
     * ends by itself.
     */
    static final Duration RUN_MAX = Duration.ofMinutes(200);

    /** One call: beyond it something is broken, and a latency of that size says all there is to say. */
    static final Duration CALL_MAX = Duration.ofSeconds(30);

    /** Handing over one large list: 10,000 rows, of which slow cores take in fewer than a hundred a second. */
    static final Duration LIST_MAX = Duration.ofMinutes(6);

    /** Until views or a plain consumer have caught up with everything written. */
    static final Duration CATCH_UP_MAX = Duration.ofMinutes(20);

    /** Until a component that was held down is ready again. */
    static final Duration READY_MAX = Duration.ofMinutes(2);

    /** A program beside the system, from being told to end until it is made to. */
    static final Duration END_MAX = Duration.ofSeconds(10);

    /** Between two looks at something awaited: short beside what is awaited. */
    static final Duration LOOK_EVERY = Duration.ofMillis(200);

    /** Between two stretches of load, so that the relay's rest of one is not paid for by the next. */
    static final Duration SETTLE = Duration.ofSeconds(2);

    /** One event from its answer until a plain consumer has it; beyond it the event counts as failed. */
    static final Duration SIGHT_MAX = Duration.ofSeconds(10);

    /** A case from the pool for the next command; none within this time means that commands fail in rows. */
    static final Duration BORROW_MAX = Duration.ofSeconds(10);

    /** Rows of one list: far below what one file may hold. */
    static final int LIST_ROWS_MAX = 10_000;

    /** Rows of one page while walking to a deep cursor: the most that a page may have. */
    static final int WALK_PAGE = 200;

    /** Share of one core that a system at rest may take while another is measured: its beats, and no work. */
    static final double AT_REST_MAX = 0.25;

    /** Share of one core that the compilers of a system take which runs warm. */
    static final double COMPILERS_AT_REST = 0.15;

    /** Stretches of load after which a system counts as warm, whatever its compilers do: some minutes. */
    static final int WARM_UP_STRETCHES_MAX = 24;

    /** Share of the processor time that the host of a virtual machine may give to others meanwhile. */
    static final double STOLEN_MAX = 0.05;

    /** Share of the cores that others may use when we start. Above it a figure says more about them than about us. */
    static final double FOREIGN_LOAD_MAX = 0.25;

    private Limits() {}
}
