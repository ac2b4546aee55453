package org.repatria.local.story;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * An outside subscriber: reads whole topics from their beginning with a plain consumer, as anyone may, and remembers what it saw.
 *
 * <p>From the beginning, because a story that is played again finds its events already there.
 */
final class Subscriber implements AutoCloseable {

    /** One record as an outside reader sees it. */
    record Seen(String topic, String key, Map<String, String> headers, JsonNode value) {}

    private final KafkaConsumer<String, byte[]> consumer;
    private final Deque<Seen> seen = new ArrayDeque<>();
    private final Thread reading;
    private volatile boolean closing;
    private @Nullable KafkaException trouble;

    private Subscriber(String kafka, Set<String> topics) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        500,
                        ConsumerConfig.RECEIVE_BUFFER_CONFIG,
                        256 * 1024,
                        ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                        4 * 1024 * 1024,
                        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                        256 * 1024),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        reading = Thread.ofPlatform().name("story-subscriber").daemon().start(() -> read(topics));
    }

    static Subscriber of(String kafka, Set<String> topics) {
        return new Subscriber(kafka, topics);
    }

    private void read(Set<String> topics) {
        try (consumer) {
            Set<TopicPartition> assigned = Set.of();
            while (!closing) {
                Set<TopicPartition> known = partitions(topics);
                if (!known.equals(assigned)) {
                    consumer.assign(known);
                    assigned = known;
                }
                if (assigned.isEmpty()) {
                    Thread.sleep(Limits.TRY_EVERY.toMillis());
                } else {
                    consumer.poll(Duration.ofSeconds(1)).forEach(this::keep);
                }
            }
        } catch (WakeupException | InterruptedException closed) {
            return;
        } catch (KafkaException e) {
            note(e);
        }
    }

    // Topics may be made by the system while the story already plays.
    private Set<TopicPartition> partitions(Set<String> topics) {
        Set<TopicPartition> partitions = new HashSet<>();
        for (String topic : topics) {
            for (PartitionInfo partition :
                    Optional.ofNullable(consumer.partitionsFor(topic)).orElse(List.of())) {
                partitions.add(new TopicPartition(topic, partition.partition()));
            }
        }
        return partitions;
    }

    private synchronized void note(KafkaException e) {
        trouble = e;
        notifyAll();
    }

    private synchronized void keep(ConsumerRecord<String, byte[]> record) {
        if (seen.size() == Limits.RECORDS_KEPT_MAX) {
            seen.removeFirst();
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            byte[] value = header.value();
            headers.put(header.key(), value == null ? "" : new String(value, StandardCharsets.UTF_8));
        }
        seen.addLast(new Seen(record.topic(), String.valueOf(record.key()), headers, json(record.value())));
        notifyAll();
    }

    private static JsonNode json(byte @Nullable [] value) {
        if (value == null) {
            return JsonNodeFactory.instance.missingNode();
        }
        try {
            return JsonMapper.shared().readTree(value);
        } catch (JacksonException notJson) {
            return JsonNodeFactory.instance.stringNode(new String(value, StandardCharsets.UTF_8));
        }
    }

    /** The first record that is as wanted, waiting for it within the bound. */
    synchronized Optional<Seen> await(Predicate<Seen> wanted, Duration bound) throws InterruptedException {
        long until = System.nanoTime() + bound.toNanos();
        while (true) {
            Optional<Seen> found = seen.stream().filter(wanted).findFirst();
            long left = (until - System.nanoTime()) / 1_000_000;
            if (found.isPresent() || left <= 0 || trouble != null) {
                return found;
            }
            wait(left);
        }
    }

    /** What came nearest, for telling why nothing was found. */
    synchronized List<Seen> latest(Predicate<Seen> like, int max) {
        List<Seen> latest =
                new ArrayList<>(seen.reversed().stream().filter(like).limit(max).toList());
        return latest.reversed();
    }

    synchronized long count(Predicate<Seen> like) {
        return seen.stream().filter(like).count();
    }

    synchronized Optional<String> trouble() {
        return Optional.ofNullable(trouble).map(KafkaException::toString);
    }

    @Override
    public void close() {
        closing = true;
        consumer.wakeup();
        try {
            reading.join(Limits.CALL_MAX);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
