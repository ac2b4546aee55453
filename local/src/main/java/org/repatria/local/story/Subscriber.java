package org.repatria.local.story;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * An outside subscriber. It reads topics with a plain consumer, as anyone may, where a step looks for something.
 *
 * <p>From the beginning, because a story that is played again finds its events already there. The records of one key
 * lie in one partition: where a step names a key, only that partition is read, each record once, and only those of the
 * key are kept, however much else is on the topic.
 */
final class Subscriber implements AutoCloseable {

    /** One record as an outside reader sees it. */
    record Seen(String topic, String key, Map<String, String> headers, JsonNode value) {}

    /** Where a step looks: on a whole topic, or at one key of it. */
    record Place(String topic, Optional<String> key) {
        boolean has(ConsumerRecord<String, byte[]> record) {
            return key.isEmpty() || key.get().equals(record.key());
        }
    }

    /** How far a place has been read, and what was there. */
    private static final class Reading {
        private final Map<TopicPartition, Long> next = new HashMap<>();
        private final Deque<Seen> kept = new ArrayDeque<>();
        private long read;

        void keep(Seen seen) {
            read++;
            // LIMIT: a key has some hundred records; of a whole topic the newest are enough to tell what came near.
            if (kept.size() == Limits.RECORDS_KEPT_MAX) {
                kept.removeFirst();
            }
            kept.addLast(seen);
        }
    }

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<Place, Reading> readings = new HashMap<>();

    private Subscriber(String kafka) {
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
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        (int) Limits.KAFKA_ANSWER_MAX.toMillis(),
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        5_000,
                        ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                        4 * 1024 * 1024,
                        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                        1024 * 1024),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    static Subscriber of(String kafka) {
        return new Subscriber(kafka);
    }

    /**
     * The first record at a place that is as wanted. What is there already is read to its end first; then the bound
     * counts.
     *
     * @throws org.apache.kafka.common.KafkaException when Kafka does not answer
     */
    Optional<Seen> await(Place place, Predicate<Seen> wanted, Duration bound) throws StepFailed, InterruptedException {
        Reading reading = reading(place);
        Optional<Seen> before = reading.kept.stream().filter(wanted).findFirst();
        return before.isPresent() ? before : search(place, reading, wanted, bound);
    }

    /** Whether something is as told among all that is there now. */
    Optional<Seen> find(Place place, Predicate<Seen> told) throws StepFailed, InterruptedException {
        return await(place, told, Duration.ZERO);
    }

    /** Of a key each record is read once; a whole topic is not kept and so read anew. */
    private Reading reading(Place place) {
        if (place.key().isEmpty()) {
            readings.put(place, new Reading());
        }
        return readings.computeIfAbsent(place, _ -> new Reading());
    }

    private Optional<Seen> search(Place place, Reading reading, Predicate<Seen> wanted, Duration bound)
            throws StepFailed, InterruptedException {
        long start = System.nanoTime();
        List<TopicPartition> partitions = partitions(place);
        while (partitions.isEmpty()) {
            // Topics may be made by the system while the story already plays.
            if (System.nanoTime() - start > bound.toNanos()) {
                return Optional.empty();
            }
            TimeUnit.MILLISECONDS.sleep(Limits.TRY_EVERY.toMillis());
            partitions = partitions(place);
        }
        consumer.assign(partitions);
        partitions.forEach(partition -> consumer.seek(partition, reading.next.getOrDefault(partition, 0L)));
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        long caughtUp = 0;
        while (true) {
            Optional<Seen> found = poll(place, reading, wanted);
            if (found.isPresent()) {
                return found;
            }
            long now = System.nanoTime();
            boolean isAtEnd =
                    ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
            if (!isAtEnd && now - start > Limits.WAIT_MAX.toNanos()) {
                throw new StepFailed(
                        "the topic " + place.topic() + " was not read to its end within " + Limits.WAIT_MAX.toMinutes()
                                + " minutes",
                        "See whether the machine is busy; then play the story again.");
            }
            if (isAtEnd && caughtUp == 0) {
                caughtUp = now;
            }
            if (isAtEnd && now - caughtUp >= bound.toNanos()) {
                return Optional.empty();
            }
        }
    }

    /** Takes in all that one poll brings, so that nothing of it is read twice or left out. */
    private Optional<Seen> poll(Place place, Reading reading, Predicate<Seen> wanted) {
        Optional<Seen> found = Optional.empty();
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Limits.TRY_EVERY)) {
            reading.next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
            if (place.has(record)) {
                Seen seen = seen(record);
                reading.keep(seen);
                if (found.isEmpty() && wanted.test(seen)) {
                    found = Optional.of(seen);
                }
            }
        }
        return found;
    }

    /** Where the default partitioner of Kafka's clients puts the key: murmur2 of its bytes. */
    private List<TopicPartition> partitions(Place place) {
        List<PartitionInfo> all =
                Optional.ofNullable(consumer.partitionsFor(place.topic())).orElse(List.of());
        if (all.isEmpty() || place.key().isEmpty()) {
            return all.stream()
                    .map(partition -> new TopicPartition(place.topic(), partition.partition()))
                    .toList();
        }
        byte[] key = place.key().get().getBytes(StandardCharsets.UTF_8);
        return List.of(new TopicPartition(place.topic(), Utils.toPositive(Utils.murmur2(key)) % all.size()));
    }

    private static Seen seen(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            byte[] value = header.value();
            headers.put(header.key(), value == null ? "" : new String(value, StandardCharsets.UTF_8));
        }
        return new Seen(record.topic(), String.valueOf(record.key()), headers, json(record.value()));
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

    /** What came last at a place, for telling why nothing was found. */
    List<Seen> latest(Place place, int max) {
        Deque<Seen> kept = readings.computeIfAbsent(place, _ -> new Reading()).kept;
        List<Seen> latest = new ArrayList<>(kept.reversed().stream().limit(max).toList());
        return latest.reversed();
    }

    /** How many records of a place were looked at. */
    long count(Place place) {
        return readings.computeIfAbsent(place, _ -> new Reading()).read;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
