package org.repatria.system.kills;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.repatria.system.checker.Family;
import org.repatria.system.checker.Gathering;
import org.repatria.system.checker.Stores;
import reactor.core.publisher.Flux;

/**
 * Knows when nothing moves any more. No outbox holds an entry, no consumer is behind, and no topic has grown since the
 * last look.
 */
public final class Quiet implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration READ_MAX = Duration.ofSeconds(20);

    /** Looks in a row that must agree: effects of effects need a moment to appear on a topic. */
    private static final int LOOKS_ALIKE = 4;

    private final Admin admin;
    private final Stores stores;
    private Map<TopicPartition, Long> before = Map.of();
    private int alike;
    private String missing = "nothing was looked at yet";

    public Quiet(String kafka, Stores stores) {
        var settings = new Properties();
        settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka);
        this.admin = Admin.create(settings);
        this.stores = stores;
    }

    /** Waits until it is so; what is still moving where it is not within the bound. */
    public Optional<String> within(Duration bound) throws InterruptedException {
        alike = 0;
        return Until.within(bound, LOOK_EVERY, this::holds) ? Optional.empty() : Optional.of(missing);
    }

    private boolean holds() throws ExecutionException, InterruptedException {
        missing = "MongoDB does not answer";
        var waiting = waitingOutboxes();
        if (!waiting.isEmpty()) {
            missing = "outboxes hold entries: " + waiting;
            alike = 0;
            return false;
        }
        missing = "Kafka does not answer";
        var ends = ends();
        var behind = behind(ends);
        if (!behind.isEmpty()) {
            missing = "consumers are behind: " + behind;
            alike = 0;
            return false;
        }
        alike = ends.equals(before) ? alike + 1 : 0;
        before = ends;
        missing = "topics still grow";
        return alike >= LOOKS_ALIKE;
    }

    private Map<String, Integer> waitingOutboxes() {
        var waiting = new TreeMap<String, Integer>();
        for (var family : Family.values()) {
            var documents = Optional.ofNullable(Flux.from(stores.database(family.database())
                                    .getCollection(family.collection())
                                    .find()
                                    .projection(new Document("outbox", 1)))
                            .filter(d -> !d.getList("outbox", Document.class, List.of())
                                    .isEmpty())
                            .collectList()
                            .block(READ_MAX))
                    .orElse(List.of());
            if (!documents.isEmpty()) {
                waiting.merge(family.collection(), documents.size(), Integer::sum);
            }
        }
        return waiting;
    }

    private Map<TopicPartition, Long> ends() throws ExecutionException, InterruptedException {
        var asked = new HashMap<TopicPartition, OffsetSpec>();
        var topics = new ArrayList<>(Gathering.TOPICS);
        topics.addAll(Gathering.CONFIDED_TOPICS);
        for (var topic : admin.describeTopics(topics).allTopicNames().get().values()) {
            topic.partitions()
                    .forEach(p -> asked.put(new TopicPartition(topic.name(), p.partition()), OffsetSpec.latest()));
        }
        var ends = new HashMap<TopicPartition, Long>();
        admin.listOffsets(asked).all().get().forEach((partition, found) -> ends.put(partition, found.offset()));
        return ends;
    }

    private Map<String, Long> behind(Map<TopicPartition, Long> ends) throws ExecutionException, InterruptedException {
        var behind = new TreeMap<String, Long>();
        for (var listing : admin.listGroups().all().get()) {
            var group = listing.groupId();
            var committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            ends.forEach((partition, end) -> {
                var offset = committed.get(partition);
                if (offset != null && offset.offset() < end) {
                    behind.merge(group, end - offset.offset(), Long::sum);
                } else if (offset == null && end > 0 && partition.topic().equals(EVERYTHING_OF.get(group))) {
                    behind.merge(group, end, Long::sum);
                }
            });
        }
        return behind;
    }

    /** Who must have read everything of a topic; other groups are waited for where they have begun. */
    private static final Map<String, String> EVERYTHING_OF = Map.of(
            "alerts-from-cases", "repatria.case.events",
            "alerts-from-assets", "repatria.asset.events");

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
