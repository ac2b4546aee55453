package org.repatria.bench.floors;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A plain consumer of whole topics, as an outside subscriber would write it. */
public final class PlainReader implements AutoCloseable {

    private static final Duration POLL_MAX = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread thread;

    /** Takes each record with the moment, in {@link System#nanoTime()}, at which the consumer had it. */
    @FunctionalInterface
    public interface Sink {
        void take(ConsumerRecord<byte[], byte[]> record, long moment);
    }

    private PlainReader(KafkaConsumer<byte[], byte[]> consumer, Sink sink) {
        this.consumer = consumer;
        this.thread = Thread.ofPlatform().daemon().name("plain-reader").unstarted(() -> read(sink));
    }

    /** Reads what comes after this moment, and goes on when Kafka was away. */
    public static PlainReader fromNow(String bootstrap, List<String> topics, Sink sink) throws IOException {
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        try {
            var partitions = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(known -> new TopicPartition(known.topic(), known.partition()))
                    .toList();
            if (partitions.stream().map(TopicPartition::topic).distinct().count() != topics.size()) {
                throw new KafkaException("not all of these topics are there: " + topics);
            }
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            // The seek happens when a position is asked for, and "now" must not be later than this call.
            partitions.forEach(consumer::position);
        } catch (KafkaException e) {
            consumer.close();
            throw new IOException(e);
        }
        var reader = new PlainReader(consumer, sink);
        reader.thread.start();
        return reader;
    }

    private void read(Sink sink) {
        try {
            while (true) {
                var records = consumer.poll(POLL_MAX);
                var moment = System.nanoTime();
                records.forEach(record -> sink.take(record, moment));
            }
        } catch (WakeupException closing) {
            // The only way out; close() waits for it.
        } finally {
            consumer.close();
        }
    }

    /** A header's text; empty when it is missing. */
    public static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** The key's text. */
    public static String key(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.key(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
