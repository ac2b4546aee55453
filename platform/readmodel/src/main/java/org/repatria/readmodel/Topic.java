package org.repatria.readmodel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/**
 * What Kafka says of a topic: its id, its partitions, where they end. Asked on a connection of its own once a second,
 * so that the feed never waits for an answer.
 */
final class Topic implements AutoCloseable {

    /** Between two questions: the age of a view is known to about this. */
    private static final Duration ASK_EVERY = Duration.ofSeconds(1);

    /** After which an answer is given up and Kafka counts as away. */
    private static final int ANSWER_MS_MAX = 5_000;

    private static final Set<String> ADMIN_SETTINGS = AdminClientConfig.configNames();

    private final String name;
    private final Clock clock;
    private final Admin admin;
    private @Nullable KafkaFuture<Map<String, TopicDescription>> describing;
    private @Nullable KafkaFuture<Map<TopicPartition, ListOffsetsResultInfo>> listing;
    private Instant asked = Instant.EPOCH;
    private Optional<TopicDescription> description = Optional.empty();
    private Optional<Ends> ends = Optional.empty();
    private boolean trouble;

    Topic(String name, Map<String, Object> settings, Clock clock) {
        this.name = name;
        this.clock = clock;
        Properties own = new Properties();
        settings.forEach((key, value) -> {
            if (ADMIN_SETTINGS.contains(key)) {
                own.put(key, value);
            }
        });
        own.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MS_MAX);
        own.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MS_MAX);
        own.put(AdminClientConfig.CLIENT_ID_CONFIG, "view-topic-" + name);
        this.admin = Admin.create(own);
    }

    /** Where the partitions of a topic ended at some moment. */
    record Ends(Instant askedAt, Map<Integer, Long> offsets) {

        /** Whether these offsets have not got here yet. */
        boolean isBeyond(Map<Integer, Long> reached) {
            return offsets.entrySet().stream().anyMatch(end -> reached.getOrDefault(end.getKey(), 0L) < end.getValue());
        }

        /** Whether any of these offsets lies after the end: another history than ours. */
        boolean isBefore(Map<Integer, Long> reached) {
            return reached.entrySet().stream().anyMatch(at -> offsets.getOrDefault(at.getKey(), 0L) < at.getValue());
        }

        long sum() {
            return offsets.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** Takes answers that have come and asks again when it is time; never waits. */
    void ask() {
        if (describing != null && describing.isDone()) {
            take(describing).map(topics -> topics.get(name)).ifPresent(found -> {
                description = Optional.of(found);
                listing = admin.listOffsets(partitions().stream()
                                .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest())))
                        .all();
            });
            describing = null;
        }
        if (listing != null && listing.isDone()) {
            take(listing).ifPresent(this::ended);
            listing = null;
        }
        Instant now = clock.instant();
        if (describing == null && listing == null && now.isAfter(asked.plus(ASK_EVERY))) {
            asked = now;
            describing = admin.describeTopics(List.of(name)).allTopicNames();
        }
    }

    boolean isKnown() {
        return ends.isPresent();
    }

    /** Whether the last question was not answered. */
    boolean trouble() {
        return trouble;
    }

    Optional<String> id() {
        return description.map(topic -> topic.topicId().toString());
    }

    Set<TopicPartition> partitions() {
        Set<TopicPartition> partitions = new HashSet<>();
        description.ifPresent(topic -> topic.partitions()
                .forEach(partition -> partitions.add(new TopicPartition(name, partition.partition()))));
        return partitions;
    }

    /** The latest known. */
    Optional<Ends> ends() {
        return ends;
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }

    private void ended(Map<TopicPartition, ListOffsetsResultInfo> answer) {
        Map<Integer, Long> offsets = new HashMap<>();
        answer.forEach((partition, end) -> offsets.put(partition.partition(), end.offset()));
        ends = Optional.of(new Ends(asked, offsets));
    }

    private <T> Optional<T> take(KafkaFuture<T> answer) {
        try {
            T value = answer.get();
            trouble = false;
            return Optional.of(value);
        } catch (ExecutionException e) {
            trouble = !(e.getCause() instanceof UnknownTopicOrPartitionException);
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
