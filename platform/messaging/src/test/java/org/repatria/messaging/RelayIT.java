package org.repatria.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.repatria.decider.Outcome;
import org.repatria.messaging.Parcels.Command;
import org.repatria.messaging.Parcels.Event;
import org.repatria.messaging.Parcels.Parcel;
import org.repatria.servers.KafkaBroker;
import reactor.core.publisher.Mono;

/** The relay over a real broker. The whole write path, over a real database too, is shown by {@code WritePathIT}. */
final class RelayIT {

    private static final String NOWHERE = "127.0.0.1:1";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    @TempDir
    private static Path directory;

    private static KafkaBroker kafka;
    private static int kinds;

    private final InMemoryStore store = new InMemoryStore();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    /** Each test has a kind of its own, and with it its own topics. */
    private final AggregateType<Command, Parcel, Event> type = kind("parcel" + ++kinds);

    @BeforeAll
    static void start() {
        kafka = KafkaBroker.start(directory, 0);
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    private static AggregateType<Command, Parcel, Event> kind(String name) {
        return new AggregateType<>(
                name, name + "s", name, Parcel.class, Event.class, new Parcels(), new Parcels.Published());
    }

    private Relay<Parcel> relay(AggregateStore of, String bootstrap) {
        var relay = new Relay<>(type, of, new Outlet(bootstrap, type), new Kept<>(), Limits.SWEEP_EVERY, meters);
        relay.start();
        return relay;
    }

    private void executed(Handover<Parcel> handover, Command command) {
        var outcome = new StoredAggregates<>(type, store, handover)
                .execute(Parcels.ask("parcel-1", command))
                .block();
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
    }

    private void untilTidied() {
        until(() -> answer(store.load(List.of("parcel-1"))).values().stream()
                .allMatch(document -> document.outbox().isEmpty()));
    }

    private Timer measured(String stage) {
        return meters.get("repatria.relay.stage")
                .tags("aggregate", type.name(), "stage", stage)
                .timer();
    }

    private static void until(BooleanSupplier condition) {
        Mono.fromSupplier(condition::getAsBoolean)
                .repeatWhen(looks -> looks.delayElements(LOOK_EVERY))
                .filter(Boolean::booleanValue)
                .blockFirst(PATIENCE);
    }

    private static <T> T answer(Mono<T> request) {
        return Objects.requireNonNull(request.block());
    }

    @Nested
    class Measuring {
        @ParameterizedTest
        @ValueSource(strings = {"queue", "journal", "send", "tidy"})
        void each_stage_of_an_event_is_measured(String stage) {
            try (var relay = relay(store, kafka.bootstrap())) {
                executed(relay.handover(), new Command.Post("Bela"));
                untilTidied();
            }

            var timer = measured(stage);
            assertThat(timer.count()).isPositive();
            assertThat(timer.totalTime(TimeUnit.NANOSECONDS)).isPositive();
        }

        @Test
        void while_kafka_is_away_the_stage_that_waits_is_told() {
            try (var relay = relay(store, NOWHERE)) {
                executed(relay.handover(), new Command.Post("Bela"));

                until(() -> active("send") == 1);
                assertThat(active("journal") + active("tidy")).isZero();
            }
        }

        private int active(String stage) {
            return meters.get("repatria.relay.stage.active")
                    .tags("aggregate", type.name(), "stage", stage)
                    .longTaskTimer()
                    .activeTasks();
        }
    }

    @Nested
    class Overtaking {

        /** While a snapshot is on its way another process writes, sends and tidies. Then the database fails once. */
        private final class Overtaken extends DelegatingStore {

            private final AtomicBoolean first = new AtomicBoolean(true);

            Overtaken() {
                super(store);
            }

            @Override
            public Mono<Map<String, Versions>> versions(Collection<String> aggregateIds) {
                if (!first.getAndSet(false)) {
                    return super.versions(aggregateIds);
                }
                executed(Handover.nowhere(), new Command.Stamp("Carl"));
                return store.clear(Map.of("parcel-1", 2L), List.of())
                        .then(Mono.error(new StoreUnavailable("away", null)));
            }
        }

        @Test
        void the_newest_snapshot_is_the_last_one_also_when_the_second_look_failed_at_first() {
            try (var relay = relay(new Overtaken(), kafka.bootstrap())) {
                executed(relay.handover(), new Command.Post("Bela"));
                until(() -> measured("tidy").count() == 1);
            }

            assertThat(lastVersions(Topics.snapshots(type.stream()))).isEqualTo(Map.of("parcel-1", 2L));
        }

        /** What another process wrote after ours can be loaded, and not be understood. */
        private final class Unreadable extends DelegatingStore {

            Unreadable() {
                super(store);
            }

            @Override
            public Mono<Map<String, Versions>> versions(Collection<String> aggregateIds) {
                return super.versions(aggregateIds).map(all -> {
                    var newer = new HashMap<>(all);
                    newer.computeIfPresent("parcel-1", (_, at) -> new Versions(at.version() + 1, at.told() + 1));
                    return newer;
                });
            }

            @Override
            public Mono<Map<String, StoredAggregate>> load(Collection<String> aggregateIds) {
                return super.load(aggregateIds).map(all -> {
                    var unreadable = new HashMap<>(all);
                    unreadable.replaceAll((_, one) -> one.withState(Map.of()));
                    return unreadable;
                });
            }
        }

        @Test
        void a_newer_snapshot_that_cannot_be_made_is_told_of_and_holds_up_nobody() {
            try (var relay = relay(new Unreadable(), kafka.bootstrap())) {
                executed(relay.handover(), new Command.Post("Bela"));
                untilTidied();
                executed(relay.handover(), new Command.Stamp("Carl"));
                untilTidied();
            }

            assertThat(meters.get("repatria.relay.held").counter().count()).isEqualTo(2);
            assertThat(lastVersions(Topics.snapshots(type.stream()))).isEqualTo(Map.of("parcel-1", 2L));
        }

        private Map<String, Long> lastVersions(String topic) {
            var settings = Map.<String, Object>of(
                    ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                    kafka.bootstrap(),
                    ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                    "earliest");
            var last = new HashMap<String, Long>();
            try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
                var partitions = consumer.partitionsFor(topic).stream()
                        .map(partition -> new TopicPartition(topic, partition.partition()))
                        .toList();
                consumer.assign(partitions);
                var left = consumer.endOffsets(partitions).values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
                while (left > 0) {
                    for (var heard : consumer.poll(PATIENCE)) {
                        var version = new String(
                                heard.headers().lastHeader("ce_sequence").value(), UTF_8);
                        last.put(heard.key(), Long.parseLong(version));
                        left--;
                    }
                }
            }
            return last;
        }
    }
}
