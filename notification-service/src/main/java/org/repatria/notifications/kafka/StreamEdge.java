package org.repatria.notifications.kafka;

import java.util.List;
import org.repatria.messaging.Topics;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the topics of alerts as a stream. */
@Configuration(proxyBeanMethods = false)
class StreamEdge {

    private static final List<String> TOPICS = List.of(Topics.events("alert"), Topics.confidedEvents("alert"));

    /** As many as the relay creates. */
    private static final int PARTITIONS = 12;

    @Bean(initMethod = "start", destroyMethod = "close")
    TopicStream alertStream(@Value("${repatria.kafka}") String kafka) {
        return new TopicStream(kafka, TOPICS, PARTITIONS);
    }
}
