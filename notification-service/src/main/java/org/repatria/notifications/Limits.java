package org.repatria.notifications;

import java.time.Duration;

/** Every bound of this service, with its unit and reason. */
public final class Limits {

    /** Between two looks at the deadlines: a warning is for a day, a second late is on time. */
    public static final Duration DEADLINE_LOOK_INTERVAL = Duration.ofSeconds(1);

    /** Deadlines handled per look-up: keeps one page of the view and one batch of commands small. */
    public static final int DEADLINES_PER_PAGE = 200;

    /** Alerts a slow reader may lag behind before its stream is closed; it resumes with Last-Event-ID. */
    public static final int STREAM_LAG_MAX = 2_000;

    /** How long a reader waits for the stream to know where it stands. An instance that has just started asks Kafka. */
    public static final Duration STREAM_BEGIN_MAX = Duration.ofSeconds(10);

    /** Records replayed to one resuming reader. Beyond, reading the list is quicker than replaying the past. */
    public static final int REPLAY_RECORDS_MAX = 20_000;

    /** Readers replaying at once on one instance: each costs a Kafka consumer. */
    public static final int REPLAYS_MAX = 20;

    private Limits() {}
}
