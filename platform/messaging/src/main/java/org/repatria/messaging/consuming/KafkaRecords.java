package org.repatria.messaging.consuming;

import java.lang.reflect.Type;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.kafka.support.converter.BatchMessageConverter;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

/**
 * Hands the records of one poll on as they are. Bytes, headers and tombstones reach the one place that understands
 * them, and nothing in between converts, renames or drops any.
 */
final class KafkaRecords implements BatchMessageConverter {

    @Override
    public Message<?> toMessage(
            List<ConsumerRecord<?, ?>> records,
            @Nullable Acknowledgment acknowledgment,
            @Nullable Consumer<?, ?> consumer,
            Type payloadType) {
        return MessageBuilder.withPayload(new Polled(records)).build();
    }

    @Override
    public List<ProducerRecord<?, ?>> fromMessage(Message<?> message, String defaultTopic) {
        throw new UnsupportedOperationException("consumers publish nothing; that is the relay's");
    }

    /**
     * The records of one poll. They may be personal, and many, so a log that shows a message shows how many they are.
     */
    record Polled(List<ConsumerRecord<?, ?>> records) {
        @Override
        public String toString() {
            return records.size() + " records";
        }
    }
}
