package org.repatria.testkit.consuming;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the events of cases and hands on each known one exactly once. */
final class PlainSubscriber implements AutoCloseable {

    private final KafkaConsumer<String, byte[]> kafka;

    /**
     * Last sequence done per subject. Keep it in your database, in the same transaction as what you do with the event.
     */
    private final Map<String, Long> done = new HashMap<>();

    PlainSubscriber(String bootstrap, String topic, String group) {
        kafka = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", bootstrap,
                        "group.id", group,
                        "enable.auto.commit", "false",
                        "auto.offset.reset", "earliest",
                        "allow.auto.create.topics", "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        kafka.subscribe(List.of(topic));
    }

    /** One poll. Offsets are committed after the work: a crash repeats records, the sequence tells. */
    void poll(Consumer<String> caseOpened) {
        for (var record : kafka.poll(Duration.ofMillis(200))) {
            var subject = header(record, "ce_subject");
            var sequence = Long.parseLong(header(record, "ce_sequence"));
            var last = done.getOrDefault(subject, 0L);
            if (sequence <= last) {
                continue; // a duplicate, or a replay
            }
            if (sequence > last + 1) {
                throw new IllegalStateException("gap: " + subject + " went from " + last + " to " + sequence);
            }
            if (header(record, "ce_type").equals("case.opened.v1")) {
                caseOpened.accept(new String(record.value(), UTF_8)); // parse it, take the fields you need
            }
            done.put(subject, sequence); // unknown types count too
        }
        kafka.commitSync();
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    @Override
    public void close() {
        kafka.close();
    }
}
