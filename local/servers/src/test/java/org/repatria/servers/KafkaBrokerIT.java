package org.repatria.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded broker keeps what it acknowledged and creates nothing by itself. */
class KafkaBrokerIT {

    static final String TOPIC = "repatria.case.events";

    @TempDir
    Path directory;

    static void createTopic(String bootstrap) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 12, (short) 1)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
    }

    static void send(String bootstrap, String value) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "max.block.ms", 3_000),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, "case-1", value)).get(30, TimeUnit.SECONDS);
        }
    }

    static List<String> read(String bootstrap, String group) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "group.id", group, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (System.nanoTime() < end) {
                var records = consumer.poll(Duration.ofMillis(200));
                if (!records.isEmpty()) {
                    consumer.commitSync();
                    return StreamSupport.stream(records.spliterator(), false)
                            .map(ConsumerRecord::value)
                            .toList();
                }
            }
            return List.of();
        }
    }

    @Nested
    class Starting {

        @Test
        void answers_and_keeps_its_records_over_a_clean_restart() throws Exception {
            try (var broker = KafkaBroker.start(directory, 0)) {
                createTopic(broker.bootstrap());
                send(broker.bootstrap(), "opened");
            }
            try (var broker = KafkaBroker.start(directory, 0)) {
                assertThat(read(broker.bootstrap(), "subscriber")).containsExactly("opened");
            }
        }

        @Test
        void creates_no_topic_by_itself() throws Exception {
            try (var broker = KafkaBroker.start(directory, 0);
                    var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
                assertThatExceptionOfType(Exception.class).isThrownBy(() -> send(broker.bootstrap(), "lost"));

                assertThat(admin.listTopics().names().get(30, TimeUnit.SECONDS)).isEmpty();
            }
        }

        @Test
        void refuses_a_port_that_is_taken() throws Exception {
            try (var other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
                assertThatExceptionOfType(PortTaken.class)
                        .isThrownBy(() -> KafkaBroker.start(directory, other.getLocalPort()));
            }
        }
    }

    @Nested
    class Being_killed {

        @Test
        void loses_no_acknowledged_record() throws Exception {
            var environment = Map.of(
                    "REPATRIA_KAFKA_PORT",
                    String.valueOf(FreePorts.claim(0)),
                    "REPATRIA_KAFKA_DATA",
                    directory.toString());
            try (var first = ServerProcess.start(KafkaMain.class, environment)) {
                createTopic(first.address());
                send(first.address(), "opened");
                first.kill();
            }
            var start = System.nanoTime();
            try (var second = ServerProcess.start(KafkaMain.class, environment)) {
                System.err.printf("Kafka ready %.1f s after SIGKILL%n", (System.nanoTime() - start) / 1e9);

                assertThat(read(second.address(), "subscriber")).containsExactly("opened");
                send(second.address(), "closed");
                assertThat(read(second.address(), "subscriber")).containsExactly("closed");
            }
        }
    }

    @Nested
    class Launching {

        @Test
        void says_which_port_is_taken_and_ends_with_its_exit_code() throws Exception {
            try (var other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
                var port = String.valueOf(other.getLocalPort());
                try (var process = ServerProcess.start(
                        KafkaMain.class,
                        Map.of("REPATRIA_KAFKA_PORT", port, "REPATRIA_KAFKA_DATA", directory.toString()))) {

                    assertThat(process.awaitEnd()).isEqualTo(Launch.EXIT_PORT_TAKEN);
                    assertThat(process.output()).anyMatch(line -> line.contains(port));
                }
            }
        }

        @Test
        void stops_cleanly_when_terminated() throws Exception {
            try (var process = ServerProcess.start(
                    KafkaMain.class, Map.of("REPATRIA_KAFKA_PORT", "0", "REPATRIA_KAFKA_DATA", directory.toString()))) {
                process.terminate();
            }

            assertThat(directory.resolve(".kafka_cleanshutdown")).exists();
        }
    }
}
