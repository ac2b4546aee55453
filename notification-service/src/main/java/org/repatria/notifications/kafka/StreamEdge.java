package org.repatria.notifications.kafka;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the alert topic as a stream. */
@Configuration(proxyBeanMethods = false)
class StreamEdge {

    private static final String TOPIC = "repatria.alert.events";

    /** As many as the relay creates. */
    private static final int PARTITIONS = 12;

    @Bean(initMethod = "start", destroyMethod = "close")
    TopicStream alertStream(@Value("${repatria.kafka}") String kafka) {
        return new TopicStream(kafka, TOPIC, PARTITIONS);
    }
}
