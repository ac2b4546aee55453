package org.repatria.testkit.consuming;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.repatria.testkit.servers.SharedServers;

class PlainSubscriberIT {

    private static final Path HERE = Path.of("src/test/java/org/repatria/testkit/consuming/PlainSubscriber.java");

    private final String topic = "repatria.t" + UUID.randomUUID() + ".events";
    private final String group = "outside-" + UUID.randomUUID();
    private final List<String> opened = new ArrayList<>();

    @BeforeEach
    void createTopic() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", SharedServers.kafka()))) {
            admin.createTopics(List.of(new NewTopic(topic, 3, (short) 1))).all().get();
        }
    }

    private void publish(String type, String subject, long sequence) throws Exception {
        var record = new ProducerRecord<>(topic, subject, "{\"caseId\":\"" + subject + "\"}");
        record.headers()
                .add("ce_type", type.getBytes(UTF_8))
                .add("ce_subject", subject.getBytes(UTF_8))
                .add("ce_sequence", "%020d".formatted(sequence).getBytes(UTF_8));
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", SharedServers.kafka()), new StringSerializer(), new StringSerializer())) {
            producer.send(record).get();
        }
    }

    private void pollUntil(PlainSubscriber subscriber, int events) {
        var giveUp = Instant.now().plusSeconds(30);
        while (opened.size() < events) {
            assertThat(Instant.now()).isBefore(giveUp);
            subscriber.poll(opened::add);
        }
    }

    @Test
    void it_hears_of_each_opened_case_once_and_steps_over_what_it_does_not_know() throws Exception {
        publish("case.opened.v1", "case-1", 1);
        publish("case.opened.v1", "case-1", 1);
        publish("case.assigned.v1", "case-1", 2);
        publish("case.opened.v1", "case-1", 3);

        try (var subscriber = new PlainSubscriber(SharedServers.kafka(), topic, group)) {
            pollUntil(subscriber, 2);
            subscriber.poll(opened::add);
        }

        assertThat(opened).hasSize(2);
    }

    @Test
    void it_stops_at_a_gap() throws Exception {
        publish("case.opened.v1", "case-1", 2);

        try (var subscriber = new PlainSubscriber(SharedServers.kafka(), topic, group)) {
            assertThatThrownBy(() -> pollUntil(subscriber, 1)).hasMessageContaining("gap: case-1 went from 0 to 2");
        }
    }

    @Test
    void the_documentation_shows_this_very_program() throws IOException {
        var source = Files.readString(HERE);
        var shown = source.substring(source.indexOf("import static")).strip();

        assertThat(Files.readString(Path.of("../../docs/subscribers.md"))).contains(shown);
    }
}
