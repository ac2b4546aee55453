package org.repatria.cases.flows.reassessing;

import java.time.Duration;

/**
 * How fast the cases are walked through.
 *
 * @param before from the first sight of a change until the walk: all instances know of it by then, and what was decided
 *     before is shown
 * @param atOnce cases in one batch
 * @param restPercent of the time of a batch in which nothing is done after it, so that commands of people go before
 */
public record Pace(Duration before, int atOnce, int restPercent) {

    /** LIMIT: the register of amendments is read every two seconds, a view is up to date within one. */
    private static final Duration KNOWN_EVERYWHERE = Duration.ofSeconds(3);

    /** LIMIT: some milliseconds of deciding, so that no command waits longer behind a batch. */
    private static final int BATCH = 50;

    private static final int REST = 25;

    static Pace besidePeople() {
        return new Pace(KNOWN_EVERYWHERE, BATCH, REST);
    }

    Duration rest(Duration batch) {
        return batch.multipliedBy(restPercent).dividedBy(100);
    }
}
