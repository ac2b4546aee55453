package org.repatria.testkit.store;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** An outside subscriber: reads a topic from its beginning with Kafka's plain consumer. */
final class Listener {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Listener() {}

    /** All records of a topic, read until they satisfy the condition or patience ends. */
    static List<ConsumerRecord<String, String>> heard(
            String bootstrap, String topic, Predicate<List<ConsumerRecord<String, String>>> enough) {
        var heard = new ArrayList<ConsumerRecord<String, String>>();
        var settings = Map.<String, Object>of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false);
        var until = System.nanoTime() + PATIENCE.toNanos();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = new ArrayList<TopicPartition>();
            while (partitions.isEmpty() && System.nanoTime() < until) {
                consumer.partitionsFor(topic).forEach(p -> partitions.add(new TopicPartition(topic, p.partition())));
            }
            consumer.assign(partitions);
            while (!enough.test(heard) && System.nanoTime() < until) {
                consumer.poll(Duration.ofMillis(100)).forEach(heard::add);
            }
        }
        return heard;
    }

    /** All records that a topic has by now. */
    static List<ConsumerRecord<String, String>> heardSoFar(String bootstrap, String topic) {
        var settings = Map.<String, Object>of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false);
        var records = 0L;
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            records = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
        var all = records;
        return heard(bootstrap, topic, heard -> heard.size() >= all);
    }

    static String header(ConsumerRecord<String, String> heard, String name) {
        return new String(heard.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /**
     * The publication sequences of each subject, in the order in which they came. Repeats are left out as a consumer
     * does.
     */
    static Map<String, List<Long>> sequences(List<ConsumerRecord<String, String>> heard) {
        var bySubject = new LinkedHashMap<String, List<Long>>();
        for (var one : heard) {
            var seen = bySubject.computeIfAbsent(one.key(), _ -> new ArrayList<>());
            var sequence = Long.parseLong(header(one, "ce_sequence"));
            if (seen.isEmpty() || sequence > seen.getLast()) {
                seen.add(sequence);
            }
        }
        return bySubject;
    }

    /** The version of the last snapshot of each subject: what compaction would leave. */
    static Map<String, Long> lastVersions(List<ConsumerRecord<String, String>> heard) {
        var last = new LinkedHashMap<String, Long>();
        heard.forEach(one -> last.put(one.key(), Long.parseLong(header(one, "ce_sequence"))));
        return last;
    }
}
