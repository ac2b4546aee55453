package org.repatria.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.system.SharedStack.alerts;
import static org.repatria.system.SharedStack.assign;
import static org.repatria.system.SharedStack.events;
import static org.repatria.system.SharedStack.eventually;
import static org.repatria.system.SharedStack.gateway;
import static org.repatria.system.SharedStack.key;
import static org.repatria.system.SharedStack.openCase;
import static org.repatria.system.SharedStack.service;
import static org.repatria.system.SharedStack.stack;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.repatria.local.supervisor.Component;
import org.repatria.system.client.Reply;

class PoisonSystemTest {

    private static final String TOPIC = "repatria.case.events";
    private static final String CONSUMER = "alerts-from-cases";
    private static final String PARKED = "/v1/operations/notification/parked/" + CONSUMER + "~";
    private static final String OPENED = "{\"caseId\": \"x\", \"requestingState\": \"XR\", \"requestedState\": \"XH\"}";

    @Test
    void garbage_parks_its_own_case_until_it_is_left_out_and_the_rest_redriven() throws Exception {
        var poisoned = openCase();
        eventually("its first alert", () -> alerts(poisoned, "RP-02").size() == 1);
        send(poisoned, new byte[] {0, 1, 2, (byte) 0xff}, Map.of());
        eventually("it is parked", () -> parked(poisoned).status() == 200);

        assign(poisoned, 1, "carl.officer-program");
        eventually(
                "what comes later waits",
                () -> parked(poisoned).json().at("/parked/waiting").asInt() == 2);
        var other = openCase();
        eventually("others go on", () -> alerts(other, "RP-02").size() == 1);
        assertThat(status(poisoned)).isEqualTo("OPEN");
        assertThat(parked(poisoned).json().at("/parked/cause").asString()).isEqualTo("UNREADABLE");
        eventually("operators are told", () -> isTold(poisoned));

        var position = parked(poisoned).json().at("/first/0/position").asString();
        var leftOut = operate(poisoned, "left-out", """
                {"position": "%s", "reason": "garbage of a broken producer"}""".formatted(position));
        assertThat(leftOut.isSuccess()).as(leftOut.toString()).isTrue();
        operate(poisoned, "redrive", "");
        eventually("the waiting event is applied", () -> status(poisoned).equals("RESOLVED"));
        eventually("nothing is parked any more", () -> parked(poisoned).status() == 404);
    }

    @Test
    void a_gap_parks_its_case_and_a_redrive_heals_it_once_the_missing_event_is_there() throws Exception {
        var subject = "case-gap" + key().substring(0, 8);
        send(subject, event(subject), headers(subject, 2, "case.assigned.v1"));
        eventually(
                "it is parked",
                () -> parked(subject).json().at("/parked/cause").asString("").equals("GAP"));

        send(subject, event(subject), headers(subject, 1, "case.opened.v1"));
        eventually(
                "both wait", () -> parked(subject).json().at("/parked/waiting").asInt() == 2);
        var redriven = operate(subject, "redrive", "");

        assertThat(redriven.isSuccess()).as(redriven.toString()).isTrue();
        eventually("both were applied in order", () -> status(subject).equals("RESOLVED"));
        eventually("nothing is parked any more", () -> parked(subject).status() == 404);

        send(subject, event(subject), headers(subject, 3, "case.opened.v1"));
        eventually("the next event is applied as ever", () -> status(subject).equals("OPEN"));
        assertThat(parked(subject).status()).isEqualTo(404);
    }

    @Test
    void a_fork_parks_its_case() throws Exception {
        var id = openCase();
        eventually("its first alert", () -> alerts(id, "RP-02").size() == 1);
        send(id, "{\"caseId\": \"another\"}".getBytes(StandardCharsets.UTF_8), headers(id, 1, "case.opened.v1"));

        eventually(
                "it is parked",
                () -> parked(id).json().at("/parked/cause").asString("").equals("FORK"));
        assertThat(alerts(id, "RP-02").get(0).path("occurrences").asInt()).isEqualTo(1);
    }

    @Test
    void an_identical_repeat_is_harmless() throws Exception {
        var id = openCase();
        eventually("its first alert", () -> alerts(id, "RP-02").size() == 1);
        var first = events(TOPIC, id).getFirst();
        send(id, first.value().orElseThrow().getBytes(StandardCharsets.UTF_8), first.headers());
        assign(id, 1, "carl.officer-program");

        eventually("the next event is applied", () -> status(id).equals("RESOLVED"));
        assertThat(parked(id).status()).isEqualTo(404);
        assertThat(alerts(id, "RP-02").get(0).path("occurrences").asInt()).isEqualTo(1);
    }

    @Test
    void a_type_that_nobody_knows_is_skipped_and_counted() throws Exception {
        var subject = "case-odd" + key().substring(0, 8);
        var before = unknownRecords();
        send(subject, event(subject), headers(subject, 1, "case.imagined.v7"));
        eventually("it is counted", () -> unknownRecords() > before);

        send(subject, event(subject), headers(subject, 2, "case.opened.v1"));
        eventually("what comes next is applied", () -> alerts(subject, "RP-02").size() == 1);
        assertThat(parked(subject).status()).isEqualTo(404);
    }

    /** The id of what stands still since it was told of a case that nobody opened. */
    static String parkedSubject() throws Exception {
        var subject = "case-gap" + key().substring(0, 8);
        send(subject, event(subject), headers(subject, 2, "case.assigned.v1"));
        eventually("it is parked", () -> parked(subject).status() == 200);
        return CONSUMER + "~" + subject;
    }

    private static boolean isTold(String subject) throws IOException, InterruptedException {
        return gateway().get("olga.operator", "/v1/alerts?code=RP-04").text().contains(subject);
    }

    private static String status(String objectId) throws IOException, InterruptedException {
        var found = alerts(objectId, "RP-02");
        return found.isEmpty() ? "" : found.get(0).path("status").asString();
    }

    private static double unknownRecords() throws IOException, InterruptedException {
        var caller = service(Component.NOTIFICATIONS);
        return caller.send(caller.as("olga.operator", "/actuator/prometheus").GET())
                .text()
                .lines()
                .filter(line -> line.startsWith("repatria_consuming_records")
                        && line.contains("consumer=\"" + CONSUMER + "\"")
                        && line.contains("outcome=\"unknown\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static Reply parked(String subject) throws IOException, InterruptedException {
        return gateway().get("olga.operator", PARKED + subject);
    }

    private static Reply operate(String subject, String act, String body) throws IOException, InterruptedException {
        var caller = gateway();
        var request = caller.as("olga.operator", PARKED + subject + "/" + act).header("Idempotency-Key", key());
        return caller.send(
                body.isEmpty()
                        ? request.POST(BodyPublishers.noBody())
                        : request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    private static byte[] event(String subject) {
        return OPENED.replace("\"x\"", "\"" + subject + "\"").getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> headers(String subject, long sequence, String type) {
        return Map.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                subject + ":" + sequence,
                "ce_type",
                type,
                "ce_source",
                "/repatria/case",
                "ce_subject",
                subject,
                "ce_time",
                "2014-09-01T12:00:00Z",
                "ce_dataschema",
                "https://repatria.example/schemas/" + type + ".json",
                "ce_sequence",
                "%020d".formatted(sequence),
                "ce_states",
                "XH,XR",
                "content-type",
                "application/json");
    }

    private static void send(String key, byte[] value, Map<String, String> headers) throws Exception {
        var settings = new Properties();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, stack().kafka());
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            var message = new ProducerRecord<>(TOPIC, key, value);
            headers.forEach((name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
            producer.send(message).get();
        }
    }
}
