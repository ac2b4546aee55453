package org.repatria.readmodel;

import java.time.Instant;
import java.util.Optional;

/**
 * How fresh a view is.
 *
 * @param name of the view
 * @param rows searchable now
 * @param caughtUp whether it once reached the end of its topic since it was opened or rebuilt
 * @param asOf everything published before this moment is searchable; empty before it first caught up
 * @param lag records of the topic not applied yet, as far as the last contact told
 * @param recordsDone position summed over partitions; with {@code recordsEnd} the progress of a rebuild
 * @param recordsEnd end of the topic summed over partitions, 0 before the first contact
 * @param recordsSkipped garbage met since the start
 * @param inContact whether Kafka answered the last time it was asked
 */
public record ViewStatus(
        String name,
        long rows,
        boolean caughtUp,
        Optional<Instant> asOf,
        long lag,
        long recordsDone,
        long recordsEnd,
        long recordsSkipped,
        boolean inContact) {}
