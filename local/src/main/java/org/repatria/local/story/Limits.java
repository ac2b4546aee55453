package org.repatria.local.story;

import java.time.Duration;

/** Every bound of the story runner, with its reason. */
final class Limits {

    /** One call; the gateway itself gives up earlier. */
    static final Duration CALL_MAX = Duration.ofSeconds(60);

    /** Between two tries of a step that waits for something: short beside what a person notices. */
    static final Duration TRY_EVERY = Duration.ofMillis(100);

    /** How long an event step waits when it does not say. */
    static final Duration EVENT_WAIT_DEFAULT = Duration.ofSeconds(20);

    /** The longest wait a step may ask for: a story that waits longer than that hangs. */
    static final Duration WAIT_MAX = Duration.ofMinutes(5);

    /** Records that the subscriber keeps of one key, or of a topic without one. The newest stay: about 2 MB. */
    static final int RECORDS_KEPT_MAX = 2_000;

    /** How long Kafka may take for one answer: a broker of this machine needs milliseconds. */
    static final Duration KAFKA_ANSWER_MAX = Duration.ofSeconds(20);

    /** Rows of a table that are printed unless the step says otherwise. */
    static final int ROWS_SHOWN_DEFAULT = 20;

    /** Characters of an answer that are printed when a step fails. */
    static final int ANSWER_SHOWN_MAX = 2_000;

    /** Widest printed cell in terminal columns: an id fits. */
    static final int CELL_COLUMNS_MAX = 40;

    /** Widest last cell of a row: nothing has to line up after it, and a sentence fits. */
    static final int LAST_CELL_COLUMNS_MAX = 160;

    /** Steps in one story; more of them belong in several files. */
    static final int STEPS_MAX = 2_000;

    /** How long the rehearsal's clients go on: thousands of calls, so that what is busy stands out. */
    static final Duration REHEARSAL = Duration.ofSeconds(60);

    /** Clients of the rehearsal: two cores are busy with fewer. */
    static final int REHEARSAL_CLIENTS = 8;

    /** Cases of the rehearsal, one page of them. */
    static final int REHEARSAL_CASES = 100;

    private Limits() {}
}
