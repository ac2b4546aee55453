package org.repatria.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.repatria.edge.Api;
import org.repatria.edge.ApiLint;
import org.repatria.edge.Json;
import org.repatria.testkit.contracts.ApiExamples;
import org.repatria.testkit.identity.TokenIssuer;
import org.repatria.testkit.servers.KafkaForTests;
import org.repatria.testkit.servers.MongoForTests;
import org.repatria.testkit.servers.WithServers;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * The whole service on a real port, a real Kafka and a MongoDB-protocol store. The other services are played by a
 * producer.
 */
@WithServers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotificationServiceIT {

    private static final Duration BOUND = Duration.ofSeconds(60);

    @TempDir
    static Path directory;

    private final HttpClient http = HttpClient.newHttpClient();
    private TokenIssuer issuer;
    private KafkaProducer<String, String> producer;
    private KafkaForTests kafka;
    private MongoForTests mongo;
    private ConfigurableApplicationContext service;

    @BeforeAll
    void start(KafkaForTests kafka, MongoForTests mongo) {
        this.kafka = kafka;
        this.mongo = mongo;
        issuer = TokenIssuer.start();
        service = run();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrap(), "linger.ms", 0),
                new StringSerializer(),
                new StringSerializer());
        makeTopicsOfOthers();
    }

    @AfterAll
    void stop() {
        producer.close();
        service.close();
        issuer.close();
    }

    private ConfigurableApplicationContext run() {
        return new SpringApplicationBuilder(NotificationServiceApplication.class)
                .profiles("local")
                .run(
                        "--server.port=0",
                        "--repatria.issuer=" + issuer.issuer(),
                        "--repatria.kafka=" + kafka.bootstrap(),
                        "--spring.cloud.stream.kafka.binder.brokers=" + kafka.bootstrap(),
                        "--repatria.mongo.uri=" + mongo.uri(),
                        "--repatria.view.dir=" + directory.resolve("views"),
                        "--repatria.clock-file=" + directory.resolve("clock"));
    }

    private void makeTopicsOfOthers() {
        try (var admin = org.apache.kafka.clients.admin.Admin.create(
                Map.<String, Object>of("bootstrap.servers", kafka.bootstrap()))) {
            var topics =
                    List.of("repatria.case.events", "repatria.case.confided-events", "repatria.asset.events").stream()
                            .map(name -> new org.apache.kafka.clients.admin.NewTopic(name, 12, (short) 1))
                            .toList();
            admin.createTopics(topics).all().get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void publish(String topic, String type, String subject, long sequence, String json) {
        publish(topic, type, subject, sequence, json, "XH,XR");
    }

    private void publish(String topic, String type, String subject, long sequence, String json, String states) {
        var event = new ProducerRecord<>(topic, subject, json);
        event.headers().add("ce_states", states.getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        subject + ":" + sequence,
                        "ce_type",
                        type,
                        "ce_source",
                        "/repatria/test",
                        "ce_subject",
                        subject,
                        "ce_time",
                        "2015-03-16T15:00:00Z",
                        "ce_sequence",
                        "%020d".formatted(sequence),
                        "content-type",
                        "application/json")
                .forEach((name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(event).get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port") + path);
    }

    private HttpRequest.Builder as(String role, String path) {
        return HttpRequest.newBuilder(at(path))
                .timeout(BOUND)
                .header("Authorization", "Bearer " + issuer.token("test." + role, role));
    }

    private HttpRequest.Builder abroad(String role, String path) {
        var token = issuer.tokenWith(Map.of("authority", "\"XR-CA\""), "abroad." + role, role);
        return HttpRequest.newBuilder(at(path)).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (Exception e) {
            throw new IllegalStateException(request.uri() + ": " + e.getMessage(), e);
        }
    }

    private JsonNode alertsAbout(String role, String objectId) {
        var answer = send(as(role, "/v1/alerts?objectId=" + objectId).build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.MAPPER.readTree(answer.body()).path("items");
    }

    private JsonNode alert(String role, String objectId, String code) {
        return alertsAbout(role, objectId)
                .valueStream()
                .filter(item -> item.path("about").path("code").asString().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + code + " about " + objectId));
    }

    private static <T> T eventually(Supplier<T> look) {
        var end = Instant.now().plus(BOUND);
        while (true) {
            try {
                return look.get();
            } catch (AssertionError e) {
                if (Instant.now().isAfter(end)) {
                    throw e;
                }
                Thread.onSpinWait();
            }
        }
    }

    private void moveClockTo(String at) {
        var moved = send(HttpRequest.newBuilder(at("/local/clock"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"at\": \"" + at + "\"}"))
                .build());
        assertThat(moved.statusCode()).as(moved.body()).isBetween(200, 204);
    }

    private HttpRequest act(String role, String path, long version, String key, String body) {
        var publisher =
                body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        var request = as(role, path)
                .header("If-Match", "\"" + version + "\"")
                .header("Idempotency-Key", key)
                .POST(publisher);
        return (body.isEmpty() ? request : request.header("Content-Type", "application/json")).build();
    }

    @Test
    void a_case_without_an_officer_calls_the_supervisor_until_it_is_assigned() {
        publish("repatria.case.events", "case.opened.v1", "case-a", 1, "{\"caseId\": \"case-a\"}");
        var open = eventually(() -> alert("SU", "case-a", "RP-02"));
        assertThat(open.path("status").asString()).isEqualTo("OPEN");
        assertThat(alertsAbout("AN", "case-a"))
                .as("an analyst is not asked and does not see it")
                .isEmpty();

        publish("repatria.case.events", "case.assigned.v1", "case-a", 2, "{\"caseId\": \"case-a\"}");
        eventually(() -> {
            assertThat(alert("SU", "case-a", "RP-02").path("status").asString()).isEqualTo("RESOLVED");
            return true;
        });
    }

    @Test
    void an_alert_is_taken_and_resolved_by_whom_it_is_for() {
        publish(
                "repatria.case.events",
                "case.duplicate-suspected.v1",
                "case-b",
                1,
                "{\"caseId\": \"case-b\", \"otherCaseId\": \"case-a\"}");
        var id = eventually(() -> alert("AN", "case-b", "AL-18")).path("id").asString();

        assertThat(send(as("CO", "/v1/alerts/" + id).build()).statusCode()).isEqualTo(404);
        assertThat(send(as("AN", "/v1/alerts/alert-unknown").build()).statusCode())
                .isEqualTo(404);
        assertThat(send(act("CO", "/v1/alerts/" + id + "/acknowledgement", 1, "k1", ""))
                        .statusCode())
                .isEqualTo(404);
        var taken = send(act("AN", "/v1/alerts/" + id + "/acknowledgement", 1, "k2", ""));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
        assertThat(send(act("AN", "/v1/alerts/" + id + "/acknowledgement", 1, "k2", ""))
                        .body())
                .as("the same key gets the same answer")
                .isEqualTo(taken.body());
        assertThat(send(act("AN", "/v1/alerts/" + id + "/resolution", 1, "k3", "{\"act\": \"merged\"}"))
                        .statusCode())
                .as("an old version")
                .isEqualTo(412);
        assertThat(send(act("AN", "/v1/alerts/" + id + "/resolution", 2, "k4", "{\"act\": \" \"}"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(send(act("AN", "/v1/alerts/" + id + "/resolution", 2, "k5", "{\"act\": \"merged\"}"))
                        .statusCode())
                .isEqualTo(200);

        var read =
                Json.MAPPER.readTree(send(as("AN", "/v1/alerts/" + id).build()).body());
        assertThat(read.path("status").asString()).isEqualTo("RESOLVED");
        assertThat(read.path("act").asString()).isEqualTo("merged");
        assertThat(send(as("AU", "/v1/alerts/" + id + "/journal/verification").build())
                        .body())
                .contains("\"whole\":true");
    }

    @Test
    void warnings_of_a_restraint_rise_once_each_also_through_a_restart() {
        moveClockTo("2015-03-16T15:00:00Z");
        publish("repatria.asset.events", "asset.restrained.v1", "asset-w", 1, """
                {"assetId": "asset-w", "order": {"orderId": "order-w", "courtReference": "15-MJ-201",
                 "legalBasis": "18 U.S.C. 983(j)", "issuedOn": "2015-03-16", "endsOn": "2015-06-14",
                 "zone": "America/New_York", "endsBefore": "2015-06-15T04:00:00Z"}}""");
        eventually(() -> alert("LO", "asset-w", "RP-03"));
        assertThat(alertsAbout("LO", "asset-w")).hasSize(1);

        moveClockTo("2015-05-15T09:00:00Z");
        eventually(() -> alert("LO", "asset-w", "AL-03"));

        service.close();
        service = run();
        moveClockTo("2015-05-15T09:30:00Z");
        moveClockTo("2015-05-31T09:00:00Z");
        eventually(() -> {
            var warned = alert("LO", "asset-w", "AL-03");
            assertThat(warned.path("occurrences").intValue()).isEqualTo(2);
            assertThat(warned.path("about").path("title").asString()).contains("in 14 days");
            return true;
        });
    }

    @Test
    void a_stream_that_broke_is_resumed_without_a_gap_or_a_repeat() throws Exception {
        var first = new Reading("SU", null);
        eventually(() -> {
            assertThat(first.comments).isNotEmpty();
            return true;
        });
        publish("repatria.case.events", "case.opened.v1", "case-s1", 1, "{\"caseId\": \"case-s1\"}");
        var seen = first.next("case-s1");
        first.close();

        publish("repatria.case.events", "case.opened.v1", "case-s2", 1, "{\"caseId\": \"case-s2\"}");
        eventually(() -> alert("SU", "case-s2", "RP-02"));
        var resumed = new Reading("SU", seen.id());
        resumed.next("case-s2");
        publish("repatria.case.events", "case.opened.v1", "case-s3", 1, "{\"caseId\": \"case-s3\"}");
        resumed.next("case-s3");
        assertThat(resumed.about("case-s1")).as("what the reader already has").isZero();
        assertThat(resumed.about("case-s2")).isEqualTo(1);
        resumed.close();
    }

    @Test
    void a_reader_who_is_cut_off_before_the_first_event_misses_none() throws Exception {
        var cutOff = new Reading("SU", "");
        var id = cutOff.firstId();
        assertThat(cutOff.all).isEmpty();
        cutOff.close();

        publish("repatria.case.events", "case.opened.v1", "case-c1", 1, "{\"caseId\": \"case-c1\"}");
        eventually(() -> alert("SU", "case-c1", "RP-02"));
        var resumed = new Reading("SU", id);
        assertThat(resumed.firstId()).as("what it has it keeps").isEqualTo(id);
        resumed.next("case-c1");
        resumed.close();
    }

    @Test
    void an_id_beyond_the_end_is_of_no_stream_that_is_left() throws Exception {
        var here = new Reading("SU", null);
        var id = here.firstId();
        here.close();
        var places = id.split("\\.");
        for (var at : List.of(0, places.length - 1)) {
            var beyond = places.clone();
            beyond[at] = Long.toString(Long.parseLong(beyond[at], 36) + 1_000_000, 36);
            var answer = send(as("SU", "/v1/alerts/stream")
                    .header("Last-Event-ID", String.join(".", beyond))
                    .build());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(410);
            assertThat(Json.MAPPER.readTree(answer.body()).path("code").asString())
                    .isEqualTo("STREAM_POSITION_GONE");
        }
    }

    @Test
    void what_one_state_keeps_to_itself_reaches_its_officers_alone() throws Exception {
        var atHome = new Reading("SU", null);
        var abroad = new Reading(abroad("SU", "/v1/alerts/stream"), null);
        eventually(() -> {
            assertThat(atHome.comments).isNotEmpty();
            assertThat(abroad.comments).isNotEmpty();
            return true;
        });
        publish("repatria.case.confided-events", "case.pathway-moved.v1", "case-p", 1, """
                {"caseId": "case-p", "courseId": "course-p", "kind": "removal", "from": "IN_HEARING",
                 "to": "PROTECTION_GRANTED", "happenedOn": "2015-03-16", "at": "2015-03-16T15:00:00Z"}""", "XH");
        eventually(() -> alert("SU", "case-p", "AL-14"));
        atHome.next("case-p");

        publish("repatria.case.events", "case.opened.v1", "case-p2", 1, "{\"caseId\": \"case-p2\"}");
        abroad.next("case-p2");
        assertThat(abroad.about("case-p")).isZero();
        var listed = send(abroad("SU", "/v1/alerts?objectId=case-p&facets=true").build());
        assertThat(listed.statusCode()).isEqualTo(200);
        assertThat(listed.body()).doesNotContain("AL-14");
        atHome.close();
        abroad.close();
    }

    @Test
    void an_event_id_of_another_house_and_a_stranger_are_refused() {
        var one = "0" + ".0".repeat(23);
        for (var ids : List.of(
                List.of("nonsense"),
                List.of("-1" + ".0".repeat(23)),
                List.of("0" + ".0".repeat(11)),
                List.of("0".repeat(4_000)),
                List.of(one + ", " + one),
                List.of(one, one),
                List.of("", one))) {
            var request = as("SU", "/v1/alerts/stream");
            ids.forEach(id -> request.header("Last-Event-ID", id));
            var answer = send(request.build());
            assertThat(answer.statusCode()).as("%s: %s", ids, answer.body()).isEqualTo(400);
            assertThat(Json.MAPPER.readTree(answer.body()).path("code").asString())
                    .isEqualTo("INVALID_PARAMETERS");
        }
        assertThat(send(HttpRequest.newBuilder(at("/v1/alerts")).build()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_reader_of_any_operation_that_is_served_stumbles_over_nothing() {
        assertThat(ApiLint.findings(
                        List.copyOf(service.getBeansOfType(Api.class).values())))
                .isEmpty();
    }

    @Test
    void every_example_of_the_api_document_fits_its_schema() {
        assertThat(ApiExamples.findings(document())).isEmpty();
    }

    @Test
    void alerts_are_answered_as_the_api_document_says() {
        publish("repatria.case.events", "case.opened.v1", "case-d", 1, "{\"caseId\": \"case-d\"}");
        var id = eventually(() -> alert("SU", "case-d", "RP-02")).path("id").asString();
        for (var query : List.of("", "?facets=true", "?objectId=case-nobody-has", "?limit=1")) {
            var list = send(as("SU", "/v1/alerts" + query).build()).body();
            assertThat(ApiExamples.misfits(document(), "listAlerts", list))
                    .as("%s: %s", query, list)
                    .isEmpty();
        }
        var read = send(as("SU", "/v1/alerts/" + id).build()).body();
        assertThat(ApiExamples.misfits(document(), "readAlert", read)).isEmpty();
    }

    private JsonNode document() {
        return Json.MAPPER.readTree(
                send(HttpRequest.newBuilder(at("/v3/api-docs")).build()).body());
    }

    /** Each time it is asked it makes the Kafka client warn of each partition: a quiet service is silent. */
    @Test
    void the_lag_is_told_by_the_consumers_and_not_asked_for_behind_their_backs() {
        publish("repatria.case.events", "case.opened.v1", "case-q", 1, "{\"caseId\": \"case-q\"}");
        eventually(() -> alert("SU", "case-q", "RP-02"));
        var meters = service.getBean(MeterRegistry.class);
        eventually(() -> {
            assertThat(meters.getMeters())
                    .anyMatch(meter -> meter.getId().getName().startsWith("kafka.consumer.fetch.manager."));
            return true;
        });
        assertThat(meters.find("spring.cloud.stream.binder.kafka.offset").meters())
                .isEmpty();
    }

    /** A reader of the stream, line by line, as a browser would. */
    private final class Reading implements AutoCloseable {

        private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
        private final List<Event> all = new ArrayList<>();
        private final BlockingQueue<String> ids = new LinkedBlockingQueue<>();
        private final BlockingQueue<String> comments = new LinkedBlockingQueue<>();
        private final CompletableFuture<Void> done;

        record Event(String id, String data) {}

        Reading(String role, String lastEventId) {
            this(as(role, "/v1/alerts/stream"), lastEventId);
        }

        Reading(HttpRequest.Builder request, String lastEventId) {
            if (lastEventId != null) {
                request.header("Last-Event-ID", lastEventId);
            }
            done = http.sendAsync(request.build(), BodyHandlers.ofLines()).thenAccept(answer -> {
                var id = new String[] {""};
                answer.body().forEach(line -> {
                    if (line.startsWith("id:")) {
                        id[0] = line.substring(3).strip();
                        ids.add(id[0]);
                    } else if (line.startsWith("data:")) {
                        events.add(new Event(id[0], line.substring(5)));
                    } else if (line.startsWith(":")) {
                        comments.add(line);
                    }
                });
            });
        }

        String firstId() throws InterruptedException {
            var id = ids.poll(BOUND.toSeconds(), TimeUnit.SECONDS);
            assertThat(id).as("the id that comes at once").isNotNull();
            return id;
        }

        Event next(String objectId) throws InterruptedException {
            var end = Instant.now().plus(BOUND);
            while (Instant.now().isBefore(end)) {
                var event = events.poll(1, TimeUnit.SECONDS);
                if (event != null) {
                    all.add(event);
                    if (event.data().contains("\"" + objectId + "\"")) {
                        return event;
                    }
                }
            }
            throw new AssertionError("the stream did not tell about " + objectId);
        }

        long about(String objectId) {
            return all.stream()
                    .filter(event -> event.data().contains("\"" + objectId + "\""))
                    .count();
        }

        @Override
        public void close() {
            done.cancel(true);
        }
    }
}
