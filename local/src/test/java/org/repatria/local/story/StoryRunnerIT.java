package org.repatria.local.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.repatria.servers.KafkaBroker;

/** Stories played against a small HTTP server and a real broker. */
class StoryRunnerIT {

    @TempDir
    private static Path shared;

    private static KafkaBroker broker;
    private static HttpServer server;
    private static final Queue<String> CALLS = new ConcurrentLinkedQueue<>();
    private static final AtomicInteger ASKED = new AtomicInteger();

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeAll
    static void start() throws Exception {
        broker = KafkaBroker.start(shared.resolve("kafka"), 0);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            admin.createTopics(List.of(
                            new NewTopic("topic-a", 2, (short) 1),
                            new NewTopic("topic-b", 2, (short) 1),
                            new NewTopic("topic-used", 3, (short) 1),
                            new NewTopic("topic-late", 2, (short) 1)))
                    .all()
                    .get();
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.createContext("/oauth2/token", call -> answer(call, 200, "{\"access_token\":\"t\"}"));
        server.createContext("/v1/cases", StoryRunnerIT::cases);
        server.createContext("/local/clock", call -> answer(call, 200, "{}"));
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
        broker.close();
    }

    @BeforeEach
    void forget() {
        CALLS.clear();
        ASKED.set(0);
    }

    private static void cases(HttpExchange call) throws IOException {
        String authorization = call.getRequestHeaders().getFirst("Authorization");
        if (authorization == null) {
            answer(call, 401, "{\"code\":\"UNAUTHENTICATED\"}");
        } else if (call.getRequestMethod().equals("POST")) {
            answer(call, 201, "{\"id\":\"case-1\",\"version\":1}");
        } else {
            answer(call, 200, "{\"items\":[{\"name\":\"林文雄\"}],\"asked\":" + ASKED.incrementAndGet() + "}");
        }
    }

    private static void answer(HttpExchange call, int status, String body) throws IOException {
        String sent = new String(call.getRequestBody().readAllBytes(), UTF_8);
        CALLS.add(call.getRequestMethod() + " " + call.getRequestURI() + " " + sent + " "
                + call.getRequestHeaders().getFirst("Idempotency-Key"));
        call.getResponseHeaders().add("ETag", "\"1\"");
        byte[] bytes = body.getBytes(UTF_8);
        call.sendResponseHeaders(status, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    private StoryRunner.Result play(String yaml) throws Exception {
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return StoryRunner.run(
                Files.writeString(directory.resolve("story.yaml"), yaml),
                new Target(base, Map.of("case-service", base), base, broker.bootstrap()),
                new PrintStream(printed, true, UTF_8));
    }

    @Nested
    class Calling {

        @Test
        void what_is_remembered_is_used_and_what_is_shown_is_printed() throws Exception {
            StoryRunner.Result result = play("""
                    story: A story
                    steps:
                      - step: Open it
                        as: carl.officer
                        call: POST /v1/cases
                        body: { name: x }
                        expect: { status: 201, headers: { ETag: '"1"' } }
                        remember: { case: /id, tag: header ETag, status: status }
                      - step: Find it
                        as: carl.officer
                        call: GET /v1/cases
                        query: { q: '${case}' }
                        show: { rows: /items, columns: { Name: /name } }
                    """);

            assertThat(result.failure()).isEmpty();
            assertThat(result.remembered().get("tag").asString()).isEqualTo("\"1\"");
            assertThat(CALLS).anyMatch(call -> call.startsWith("GET /v1/cases?q=case-1"));
            assertThat(printed.toString(UTF_8)).contains("Open it", "-> 201", "林文雄", "The story held");
        }

        @Test
        void played_again_it_repeats_its_commands_with_the_same_keys() throws Exception {
            String story = """
                    story: A story
                    steps:
                      - { step: Open it, as: carl.officer, call: POST /v1/cases, body: { name: x } }
                    """;
            play(story);
            play(story);

            List<String> posts = CALLS.stream()
                    .filter(call -> call.startsWith("POST /v1/cases"))
                    .toList();
            assertThat(posts).hasSize(2);
            assertThat(posts.getFirst()).isEqualTo(posts.getLast()).doesNotEndWith("null");
        }

        @Test
        void a_step_that_waits_asks_again_until_it_is_as_told() throws Exception {
            StoryRunner.Result result = play("""
                    story: A story
                    steps:
                      - { step: Wait, as: carl.officer, call: GET /v1/cases, until: 20s, \
                    expect: { body: { /asked: { atLeast: 3 } } } }
                    """);

            assertThat(result.held()).isTrue();
            assertThat(ASKED).hasValueGreaterThanOrEqualTo(3);
        }

        @Test
        void a_step_whose_condition_does_not_hold_is_left_out() throws Exception {
            play("""
                    story: A story
                    steps:
                      - { step: Open it, as: carl.officer, call: POST /v1/cases, body: {}, \
                    remember: { status: status } }
                      - { say: It was new., when: { status: 201 } }
                      - { say: It was known., when: { status: 200 } }
                    """);

            assertThat(printed.toString(UTF_8)).contains("It was new.").doesNotContain("It was known.");
        }

        @Test
        void the_steps_of_each_row_are_played_with_the_words_of_the_row_and_keys_of_their_own() throws Exception {
            StoryRunner.Result result = play("""
                    story: A story
                    steps:
                      - { step: Open it, as: carl.officer, call: POST /v1/cases, body: {}, remember: { case: /id } }
                      - each:
                          - { check: SG-01, by: ana.analyst, about: 'of ${case}' }
                          - { check: SG-03, by: lena.legal, about: all }
                        steps:
                          - { step: 'Record ${check}', as: '${by}', call: POST /v1/cases, body: { about: '${about}' } }
                          - { step: 'Read ${check}', as: '${by}', call: 'GET /v1/cases/${check}' }
                    """);

            assertThat(result.failure()).isEmpty();
            List<String> calls = CALLS.stream()
                    .filter(call -> call.contains(" /v1/cases"))
                    .skip(1)
                    .toList();
            assertThat(calls)
                    .extracting(call -> call.substring(0, call.lastIndexOf(' ')))
                    .containsExactly(
                            "POST /v1/cases {\"about\":\"of case-1\"}",
                            "GET /v1/cases/SG-01 ",
                            "POST /v1/cases {\"about\":\"all\"}",
                            "GET /v1/cases/SG-03 ");
            assertThat(calls.get(0).substring(calls.get(0).lastIndexOf(' ')))
                    .isNotEqualTo(calls.get(2).substring(calls.get(2).lastIndexOf(' ')));
            assertThat(printed.toString(UTF_8)).contains("Record SG-03", "lena.legal: GET /v1/cases/SG-03");
        }

        @Test
        void a_step_of_a_row_that_fails_is_named_once_with_the_words_of_the_row() throws Exception {
            StoryRunner.Result result = play("""
                    story: A story
                    steps:
                      - each: [{ check: SG-01 }]
                        steps:
                          - { step: 'Record ${check}', as: ana.analyst, call: POST /v1/cases, expect: { status: 403 } }
                    """);

            assertThat(result.failure())
                    .containsOnlyOnce("did not come out as told")
                    .contains("(line 5 of ", "Record SG-01");
        }
    }

    @Nested
    class Failing {

        @Test
        void the_step_is_named_with_what_was_told_what_came_and_what_to_do() throws Exception {
            StoryRunner.Result result = play("""
                    story: A story
                    steps:
                      - { say: First }
                      - { step: Look, as: anonymous, call: GET /v1/cases, expect: { status: 200 } }
                      - { say: Never }
                    """);

            assertThat(result.held()).isFalse();
            assertThat(result.failure())
                    .contains(
                            "line 4",
                            "Look: GET /v1/cases as anonymous",
                            "should be 200, but is 401",
                            "UNAUTHENTICATED",
                            "What next: ");
            assertThat(printed.toString(UTF_8)).doesNotContain("Never");
        }

        @Test
        void a_name_that_nobody_remembered_is_told() throws Exception {
            assertThat(play("""
                    story: A story
                    steps:
                      - { step: Look, as: carl.officer, call: 'GET /v1/cases/${cse}' }
                    """).failure()).contains("line 3", "nothing has been remembered as 'cse'");
        }

        @Test
        void an_actor_that_does_not_exist_is_told() throws Exception {
            assertThat(play("""
                    story: A story
                    steps:
                      - { step: Look, as: carl, call: GET /v1/cases }
                    """).failure()).contains("there is no user 'carl'", "carl.officer");
        }
    }

    @Nested
    class Watching {

        private static final String STORY = """
                story: A story
                steps:
                  - step: It is published
                    event:
                      topic: %s
                      type: case.opened.v1
                      key: case-1
                      fields: { /name: 林文雄 }
                    within: %s
                    remember: { sequence: header ce_sequence }
                """;

        private static void publish(String topic, String type) throws Exception {
            try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", broker.bootstrap()), new StringSerializer(), new StringSerializer())) {
                ProducerRecord<String, String> record = new ProducerRecord<>(topic, "case-1", "{\"name\":\"林文雄\"}");
                record.headers().add("ce_type", type.getBytes(UTF_8)).add("ce_sequence", "7".getBytes(UTF_8));
                producer.send(record).get();
            }
        }

        @Test
        void an_event_is_found_although_it_was_there_before() throws Exception {
            publish("topic-a", "case.opened.v1");

            StoryRunner.Result result = play(STORY.formatted("topic-a", "30s"));

            assertThat(result.failure()).isEmpty();
            assertThat(result.remembered().get("sequence").asString()).isEqualTo("7");
        }

        @Test
        void an_event_is_found_under_thirty_thousand_later_ones_by_its_key_and_by_what_it_says() throws Exception {
            publish("topic-used", "case.opened.v1");
            try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", broker.bootstrap()), new StringSerializer(), new StringSerializer())) {
                for (int i = 0; i < 30_000; i++) {
                    Future<RecordMetadata> _ =
                            producer.send(new ProducerRecord<>("topic-used", "case-x" + i, "{\"name\":\"Orla\"}"));
                }
            }

            assertThat(play(STORY.formatted("topic-used", "1s")).failure()).isEmpty();
            assertThat(play(STORY.formatted("topic-used", "1s").replace("key: case-1", "headers: {}"))
                            .failure())
                    .isEmpty();
        }

        @Test
        void a_record_that_comes_while_the_step_waits_is_found() throws Exception {
            Thread later = Thread.ofPlatform().start(() -> {
                try {
                    publish("topic-late", "case.opened.v1");
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });

            assertThat(play(STORY.formatted("topic-late", "60s")).failure()).isEmpty();
            later.join();
        }

        @Test
        void what_came_instead_is_told() throws Exception {
            publish("topic-b", "case.closed.v1");

            assertThat(play(STORY.formatted("topic-b", "5s")).failure())
                    .contains("no such record within 5.0 s", "case.closed.v1: ce_type should be \"case.opened.v1\"");
        }
    }

    @Nested
    class FindingNothing {

        private static final String STORY = """
                story: A story
                steps:
                  - step: One is there
                    event: { topic: %1$s, key: %2$s }
                  - step: It says nothing of it
                    never: { topic: %1$s, key: %2$s, fields: { '': { mentions: [asylum, %3$s] } } }
                """;

        @Test
        void what_no_record_of_the_key_mentions_is_told_with_how_many_were_looked_at() throws Exception {
            Watching.publish("topic-a", "case.opened.v1");

            StoryRunner.Result result = play(STORY.formatted("topic-a", "case-1", "Орлов"));

            assertThat(result.failure()).isEmpty();
            assertThat(printed.toString(UTF_8)).containsPattern("none of [1-9][0-9]* records");
        }

        @Test
        void a_record_that_mentions_it_is_named() throws Exception {
            Watching.publish("topic-a", "case.opened.v1");

            assertThat(play(STORY.formatted("topic-a", "case-1", "林")).failure())
                    .contains(
                            "It says nothing of it: no such event on topic-a",
                            "there is such a record: case.opened.v1");
        }

        @Test
        void where_no_record_was_read_nothing_is_held_to_be_absent() throws Exception {
            assertThat(play("""
                    story: A story
                    steps:
                      - { step: Nothing, never: { topic: topic-a, key: case-9 } }
                    """).failure()).contains("no record of that key was read");
        }
    }

    @Nested
    class MovingTheClock {

        @Test
        void the_services_are_told_and_stay_there_until_told_otherwise() throws Exception {
            play("story: A story\nsteps:\n  - clock: 2014-09-01T09:00:00Z\n");
            play("story: A story\nsteps:\n  - clock: system\n");

            assertThat(CALLS.stream().filter(call -> call.contains("/local/clock")))
                    .satisfiesExactly(
                            first -> assertThat(first).contains("{\"at\":\"2014-09-01T09:00:00Z\"}"),
                            second -> assertThat(second).contains("{\"at\":null}"));
        }
    }
}
