package org.repatria.messaging.consuming;

import java.util.Map;

/** How far the consumers of this instance are behind their topics. */
@FunctionalInterface
public interface ConsumerLags {

    /**
     * Records that each consumer has not fetched yet, by its name. They are those of the partitions that this instance
     * reads, as its last fetch told: one that cannot reach Kafka does not know of more.
     */
    Map<String, Long> now();
}
