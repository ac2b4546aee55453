package org.repatria.testkit.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.repatria.readmodel.KafkaView;
import org.repatria.readmodel.Page;
import org.repatria.readmodel.Row;
import org.repatria.readmodel.View;
import org.repatria.readmodel.ViewDefinition;
import org.repatria.readmodel.ViewQuery;
import org.repatria.readmodel.Visibility;

/** A snapshot topic to write to and views of it to look at. */
final class Snapshots implements AutoCloseable {

    static final Duration BOUND = Duration.ofSeconds(60);
    static final ViewQuery ALL = ViewQuery.visibleTo(Visibility.everything());

    private static final String TYPE = "door.snapshot.v1";
    private static final AtomicInteger TOPICS = new AtomicInteger();

    private final String bootstrap;
    private final String topic;
    private final KafkaProducer<byte[], byte[]> producer;
    private final List<Future<RecordMetadata>> sent = new ArrayList<>();

    private Snapshots(String bootstrap, String topic) {
        this.bootstrap = bootstrap;
        this.topic = topic;
        // RACE: on a partition without a leader yet, the first batch is refused and a second one in flight accepted;
        // Kafka then never takes the first.
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "acks", "all", "max.in.flight.requests.per.connection", 1),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** A topic name of its own; the topic is not there yet. */
    static Snapshots on(String bootstrap) {
        return new Snapshots(bootstrap, "repatria.door%d.snapshots".formatted(TOPICS.incrementAndGet()));
    }

    Snapshots created() throws Exception {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic(topic, 12, (short) 1).configs(Map.of("cleanup.policy", "compact"))))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
        return this;
    }

    void deleted() throws Exception {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrap))) {
            admin.deleteTopics(List.of(topic)).all().get(30, TimeUnit.SECONDS);
        }
        until(() -> {
            try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrap))) {
                return !admin.listTopics().names().get(30, TimeUnit.SECONDS).contains(topic);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    void publish(String id, long version) {
        publish(id, version, "OPEN");
    }

    void publish(String id, long version, String state) {
        send(
                id,
                "{\"id\":\"%s\",\"version\":%d,\"state\":\"%s\",\"names\":[\"Door %s\"]}"
                        .formatted(id, version, state, id),
                TYPE);
    }

    void publish(int first, int last, long version) {
        for (int i = first; i <= last; i++) {
            publish("door-" + i, version);
        }
        flush();
    }

    void tombstone(String id) {
        send(id, null, TYPE);
    }

    void send(String key, @Nullable String value, String type) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), bytes(value));
        record.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
        sent.add(producer.send(record));
    }

    /** Waits until the broker has everything. */
    void flush() {
        try {
            for (Future<RecordMetadata> one : sent) {
                one.get(60, TimeUnit.SECONDS);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        sent.clear();
    }

    ViewDefinition definition(int revision) {
        return ViewDefinition.of("doors", topic, TYPE)
                .keyword("state")
                .text("names")
                .revision(revision)
                .rows(json -> Row.of(json)
                        .keyword("state", json.path("state"))
                        .text("names", json.path("names"))
                        .build());
    }

    KafkaView view(Path directory) {
        return view(directory, 1);
    }

    KafkaView view(Path directory, int revision) {
        return KafkaView.open(
                definition(revision), directory, Map.of("bootstrap.servers", bootstrap), new SimpleMeterRegistry());
    }

    static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + BOUND.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within the bound").isLessThan(end);
            LockSupport.parkNanos(5_000_000);
        }
    }

    static Set<String> rows(View view) {
        return view.all()
                .map(hit -> hit.id() + "@" + hit.version())
                .collect(Collectors.toCollection(TreeSet::new))
                .block(BOUND);
    }

    static Page page(View view, ViewQuery query) {
        return (Page) view.find(query).block(BOUND);
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }

    private static byte @Nullable [] bytes(@Nullable String value) {
        return value == null ? null : value.getBytes(StandardCharsets.UTF_8);
    }
}
