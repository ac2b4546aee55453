package org.repatria.testkit.consuming;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.repatria.decider.Actor;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.Limits;
import org.repatria.messaging.consuming.CommandFor;
import org.repatria.messaging.consuming.ConsumerLags;
import org.repatria.messaging.consuming.ConsumingLimits;
import org.repatria.messaging.consuming.ConsumingWiring;
import org.repatria.messaging.consuming.Consumption;
import org.repatria.messaging.consuming.ParkCause;
import org.repatria.messaging.consuming.Parked;
import org.repatria.messaging.consuming.Parking;
import org.repatria.messaging.consuming.PublishedRecord;
import org.repatria.servers.KafkaBroker;
import org.repatria.servers.MongoServer;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

class KafkaConsumingIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    /** What one poll brings: as much as one outbox holds, should all of it be for the same aggregate. */
    private static final int POLL = Limits.OUTBOX_ENTRIES_MAX;

    private static final Actor SIMON = new Actor("simon", java.util.Set.of("SI"), "XH-CA");

    @TempDir
    static Path directory;

    private static KafkaBroker broker;
    private static MongoServer mongo;
    private static MongoClient client;
    private static Admin admin;
    private static KafkaProducer<byte[], byte[]> producer;

    private final String topic = "repatria.t" + UUID.randomUUID() + ".events";
    private final String consumer = "lines-from-" + UUID.randomUUID().toString().substring(0, 8);
    private final Aggregates<Lines.Write, Lines> lines = Lines.inMemory();
    private final AtomicReference<String> unbearable = new AtomicReference<>("");
    private MongoDatabase database;
    private ConfigurableApplicationContext service;

    @BeforeAll
    static void startServers() {
        broker = KafkaBroker.start(directory.resolve("kafka"), 0);
        mongo = MongoServer.start(directory.resolve("mongo"), 0);
        client = MongoClients.create(mongo.uri());
        admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()));
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrap(), "acks", "all", "linger.ms", "0"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    @AfterAll
    static void stopServers() {
        producer.close();
        admin.close();
        client.close();
        mongo.close();
        broker.close();
    }

    @BeforeEach
    void createTopic() throws Exception {
        admin.createTopics(List.of(new NewTopic(topic, 3, (short) 1))).all().get();
        database = client.getDatabase("d" + UUID.randomUUID().toString().substring(0, 8));
    }

    @AfterEach
    void stopService() {
        if (service != null) {
            service.close();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(ConsumingWiring.class)
    static class Service {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }

    private void startService(Consumption consumption) {
        service = new SpringApplicationBuilder(Service.class)
                .web(WebApplicationType.NONE)
                .initializers(context -> {
                    var beans = (GenericApplicationContext) context;
                    beans.registerBean(Consumption.class, () -> consumption);
                })
                .run(
                        "--spring.application.name=lines",
                        "--repatria.kafka=" + broker.bootstrap(),
                        "--repatria.mongo.uri=" + mongo.uri(database.getName()),
                        "--spring.main.banner-mode=off");
    }

    private Consumption events() {
        return Consumption.named(consumer).events(topic).on("thing.said.v1", lines, this::whenSaidThenWritten);
    }

    private List<CommandFor<Lines.Write>> whenSaidThenWritten(PublishedRecord event) {
        var text = event.data().get("text").asString();
        if (text.equals(unbearable.get())) {
            throw new IllegalStateException("not bearable yet");
        }
        return List.of(new CommandFor<>(event.subject(), new Lines.Write(text)));
    }

    private void say(String subject, long sequence, String text) {
        send(subject, "{\"text\":\"" + text + "\"}", headers("thing.said.v1", subject, sequence));
    }

    private void send(String key, String value, Map<String, String> headers) {
        var record = new ProducerRecord<>(
                topic, key == null ? null : key.getBytes(UTF_8), value == null ? null : value.getBytes(UTF_8));
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        try {
            producer.send(record).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> headers(String type, String subject, long sequence) {
        return Map.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                subject + ":" + sequence,
                "ce_type",
                type,
                "ce_source",
                "/repatria/thing",
                "ce_subject",
                subject,
                "ce_time",
                "2014-09-01T09:00:00Z",
                "ce_sequence",
                "%020d".formatted(sequence),
                "content-type",
                "application/json");
    }

    private List<String> linesOf(String subject) {
        return lines.read(subject).map(c -> c.state().written()).blockOptional().orElse(List.of());
    }

    private static void until(String what, BooleanSupplier condition) {
        var giveUp = Instant.now().plus(SOON);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(giveUp);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private Parked parked() {
        return service.getBean(Parked.class);
    }

    private Optional<Parking> parkingOf(String subject) {
        return parked().show(consumer, subject).map(Parked.Detail::parking).blockOptional();
    }

    private List<Parking> allParked() {
        return parked().list(Optional.empty(), 100)
                .blockOptional()
                .orElseThrow()
                .parkings();
    }

    @Test
    void events_are_applied_in_order_and_once_although_they_come_twice() {
        startService(events());
        for (var n = 1; n <= 20; n++) {
            for (var subject = 1; subject <= 5; subject++) {
                say("thing-" + subject, n, "line " + n);
                say("thing-" + subject, n, "line " + n);
            }
        }

        var expected = IntStream.rangeClosed(1, 20).mapToObj(n -> "line " + n).toList();
        for (var subject = 1; subject <= 5; subject++) {
            var id = "thing-" + subject;
            until("all lines of " + id, () -> linesOf(id).size() >= 20);
            assertThat(linesOf(id)).isEqualTo(expected);
        }
        assertThat(allParked()).isEmpty();
    }

    @Test
    void poison_parks_its_own_key_with_the_cause_and_others_go_on() {
        startService(events());
        say("good", 1, "one");
        send("garbage", "\u0000\u0001 not json", Map.of());
        send(null, "no key at all", Map.of());
        send("wrong-type", "[1,2]", headers("thing.said.v1", "wrong-type", 1));
        say("gap", 2, "too early");
        say("fork", 1, "one");
        say("fork", 1, "another one");
        send("unknown", "???", headers("thing.never-heard-of.v1", "unknown", 1));
        say("unknown", 2, "two");
        send("erased", null, Map.of());
        say("good", 2, "two");

        until(
                "the last good one",
                () -> linesOf("good").size() == 2 && linesOf("unknown").size() == 1);
        until("six parked", () -> allParked().size() == 6);
        assertThat(parkingOf("garbage").orElseThrow().cause()).isEqualTo(ParkCause.UNREADABLE);
        assertThat(parkingOf("wrong-type").orElseThrow().cause()).isEqualTo(ParkCause.UNREADABLE);
        assertThat(parkingOf("erased").orElseThrow().cause()).isEqualTo(ParkCause.UNREADABLE);
        assertThat(parkingOf("gap").orElseThrow().cause()).isEqualTo(ParkCause.GAP);
        assertThat(parkingOf("fork").orElseThrow().cause()).isEqualTo(ParkCause.FORK);
        assertThat(linesOf("fork")).containsExactly("one");
    }

    @Test
    void a_parked_key_waits_in_order_over_a_restart_and_is_redriven() {
        unbearable.set("two");
        startService(events());
        say("thing-1", 1, "one");
        say("thing-1", 2, "two");
        until("parked", () -> parkingOf("thing-1").isPresent());
        service.close();
        say("thing-1", 3, "three");
        startService(events());
        until("the third waits behind", () -> parkingOf("thing-1").orElseThrow().count() == 2);

        unbearable.set("");
        var redriven = parked().redrive(consumer, "thing-1").blockOptional().orElseThrow();

        assertThat(redriven.handled()).isEqualTo(2);
        assertThat(redriven.stopped()).isEmpty();
        say("thing-1", 4, "four");
        until("the fourth", () -> linesOf("thing-1").size() == 4);
        assertThat(linesOf("thing-1")).containsExactly("one", "two", "three", "four");
    }

    @Test
    void while_the_database_is_away_everything_waits_and_nothing_is_parked_or_lost() {
        startService(events());
        say("thing-1", 1, "one");
        until("the first", () -> linesOf("thing-1").size() == 1);
        var port = mongo.port();
        mongo.close();
        try {
            say("thing-1", 2, "two");
            say("thing-2", 1, "other");
            until(
                    "postponed",
                    () -> service.getBean(MeterRegistry.class)
                                    .find("repatria.consuming.postponed")
                                    .counter()
                            != null);
        } finally {
            mongo = MongoServer.start(directory.resolve("mongo"), port);
        }

        until(
                "all of both",
                () -> linesOf("thing-1").size() == 2 && linesOf("thing-2").size() == 1);
        say("thing-1", 3, "three");
        until("the third", () -> linesOf("thing-1").size() == 3);
        assertThat(linesOf("thing-1")).containsExactly("one", "two", "three");
        assertThat(allParked()).isEmpty();
    }

    @Test
    void a_crash_between_effect_and_progress_leaves_one_effect() throws Exception {
        startService(events());
        for (var n = 1; n <= 3; n++) {
            say("thing-1", n, "line " + n);
        }
        until("all", () -> linesOf("thing-1").size() == 3);
        service.close();
        reactor.core.publisher.Mono.from(
                        database.getCollection("consumer_progress").drop())
                .block();
        for (var partition = 0; partition < 3; partition++) {
            admin.alterConsumerGroupOffsets(
                            consumer, Map.of(new TopicPartition(topic, partition), new OffsetAndMetadata(0)))
                    .all()
                    .get();
        }

        startService(events());
        say("thing-1", 4, "line 4");

        until("the fourth", () -> linesOf("thing-1").contains("line 4"));
        assertThat(linesOf("thing-1")).containsExactly("line 1", "line 2", "line 3", "line 4");
        assertThat(allParked()).isEmpty();
    }

    @Test
    void a_full_parking_rests_its_partition_while_others_go_on_and_loses_nothing() {
        startService(events());
        say("stuck", 2, "too early");
        for (var n = 3; n <= ConsumingLimits.WAITING_PER_KEY_MAX + 2; n++) {
            say("stuck", n, "line");
        }
        until(
                "full",
                () -> parkingOf("stuck")
                        .filter(p -> p.count() == ConsumingLimits.WAITING_PER_KEY_MAX)
                        .isPresent());
        for (var n = 1; n <= 6; n++) {
            say("other-" + n, 1, "goes on");
        }
        until(
                "other partitions",
                () -> IntStream.rangeClosed(1, 6)
                                .filter(n -> linesOf("other-" + n).size() == 1)
                                .count()
                        >= 2);

        var first = parkingOf("stuck").orElseThrow().waiting().getFirst();
        parked().leaveOutFirst(consumer, "stuck", first, "makes room", SIMON).block();

        until(
                "the rested one is taken",
                () -> parkingOf("stuck")
                        .filter(p -> p.waiting().getLast().endsWith("-" + ConsumingLimits.WAITING_PER_KEY_MAX)
                                || p.count() == ConsumingLimits.WAITING_PER_KEY_MAX)
                        .isPresent());
    }

    @Test
    void snapshots_and_tombstones_reach_the_reaction() {
        startService(Consumption.named(consumer)
                .snapshots(topic)
                .on("thing.snapshot.v1", lines, this::whenSaidThenWritten)
                .onErased(lines, e -> List.of(new CommandFor<>(e.subject(), new Lines.Write("erased")))));
        send("thing-1", "{\"text\":\"v4\"}", headers("thing.snapshot.v1", "thing-1", 4));
        until("the first", () -> linesOf("thing-1").equals(List.of("v4")));
        send("thing-1", "{\"text\":\"v9\"}", headers("thing.snapshot.v1", "thing-1", 9));
        until("a newer one", () -> linesOf("thing-1").equals(List.of("v4", "v9")));
        send("thing-1", "{\"text\":\"v4\"}", headers("thing.snapshot.v1", "thing-1", 4));
        send("thing-2", "{\"text\":\"other\"}", headers("thing.snapshot.v1", "thing-2", 1));
        until("another one", () -> linesOf("thing-2").equals(List.of("other")));
        send("thing-1", null, Map.of());

        until("erased", () -> linesOf("thing-1").contains("erased"));
        assertThat(linesOf("thing-1")).containsExactly("v4", "v9", "erased");
    }

    @Test
    void how_many_records_are_not_fetched_yet_is_told_and_none_once_all_are_read() throws Exception {
        var unread = 40;
        for (var n = 1; n <= POLL + unread; n++) {
            say("thing-1", n, "line " + n);
        }
        var goOn = new CountDownLatch(1);
        startService(Consumption.named(consumer).events(topic).on("thing.said.v1", lines, event -> {
            awaited(goOn);
            // Each in a place of its own: no outbox takes as many without a relay.
            return List.of(new CommandFor<>("line-" + event.sequence(), new Lines.Write("read")));
        }));
        var lags = service.getBean(ConsumerLags.class);
        try {
            until(
                    "the rest is told while the first poll is worked on",
                    () -> lags.now().equals(Map.of(consumer, (long) unread)));
            assertThat(linesOf("line-1")).isEmpty();
        } finally {
            goOn.countDown();
        }

        until("all are read", () -> !linesOf("line-" + (POLL + unread)).isEmpty());
        assertThat(linesOf("line-1")).containsExactly("read");
        until("nothing is left", () -> lags.now().equals(Map.of(consumer, 0L)));
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_backlog_of_snapshots_leads_to_the_newest_of_each() {
        for (var version = 1; version <= 40; version++) {
            for (var thing = 1; thing <= 3; thing++) {
                say("thing-" + thing, version, "v" + version);
            }
        }
        startService(
                Consumption.named(consumer).snapshots(topic).on("thing.said.v1", lines, this::whenSaidThenWritten));

        for (var thing = 1; thing <= 3; thing++) {
            var id = "thing-" + thing;
            until("the newest of " + id, () -> linesOf(id).contains("v40"));
            assertThat(linesOf(id)).hasSizeLessThan(40);
        }
    }
}
