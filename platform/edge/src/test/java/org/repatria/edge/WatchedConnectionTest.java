package org.repatria.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.repatria.testkit.identity.TokenIssuer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * What a server does about requests that no handler of ours sees, byte by byte. They are malformed, endless or broken
 * off.
 */
@ExtendWith(OutputCaptureExtension.class)
class WatchedConnectionTest {

    private static final int HEADERS_MILLIS = 700;
    private static final int PAUSE_MILLIS = 700;
    private static final int IDLE_MILLIS = 2_000;
    private static final int ANSWER_MILLIS_MAX = 10_000;

    private static TokenIssuer issuer;
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        issuer = TokenIssuer.start();
        service = new SpringApplicationBuilder(EdgeConfigurationTest.Things.class)
                .run(
                        "--server.port=0",
                        "--spring.application.name=things",
                        "--repatria.issuer=" + issuer.issuer(),
                        "--repatria.connections.headers-max=" + HEADERS_MILLIS + "ms",
                        "--repatria.connections.body-pause-max=" + PAUSE_MILLIS + "ms",
                        "--repatria.connections.body-max=2s",
                        "--repatria.connections.idle-max=" + IDLE_MILLIS + "ms");
    }

    @AfterAll
    static void stop() {
        service.close();
        issuer.close();
    }

    /** An answer as it came, its headers in lower case. */
    private record Answer(int status, String head, String body) {
        JsonNode json() {
            return Json.MAPPER.readTree(body);
        }
    }

    /** A client that lets bytes go one by one where it is told to. */
    private static final class Client implements AutoCloseable {
        private final Socket socket;

        Client() throws IOException {
            var port = service.getEnvironment().getProperty("local.server.port", Integer.class);
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(ANSWER_MILLIS_MAX);
        }

        Client send(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            return this;
        }

        /** One answer, to its end; the connection's end counts as the end of an answer without a length. */
        Answer answer() throws IOException {
            var head = new StringBuilder();
            while (!head.toString().endsWith("\r\n\r\n")) {
                var next = socket.getInputStream().read();
                if (next < 0) {
                    throw new IOException("the connection ended in: " + head);
                }
                head.append((char) next);
            }
            var lower = head.toString().toLowerCase(Locale.ROOT);
            var length = Pattern.compile("content-length: (\\d+)").matcher(lower);
            var bytes =
                    length.find() ? socket.getInputStream().readNBytes(Integer.parseInt(length.group(1))) : new byte[0];
            return new Answer(Integer.parseInt(lower.substring(9, 12)), lower, new String(bytes, ISO_8859_1));
        }

        boolean hasEnded() throws IOException {
            return socket.getInputStream().read() < 0;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static String token() {
        return issuer.token("carl.officer", "CO");
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token() + "\r\n\r\n";
    }

    private static String post(String framing) {
        return "POST /v1/things HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token()
                + "\r\nIdempotency-Key: k\r\nContent-Type: application/json\r\n" + framing + "\r\n\r\n";
    }

    private static Answer asked(String request) throws IOException {
        try (var client = new Client()) {
            return client.send(request).answer();
        }
    }

    private static void isProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.head() + answer.body()).isEqualTo(status);
        assertThat(answer.head()).contains("content-type: application/problem+json", "x-correlation-id: ");
        assertThat(answer.json().path("code").asString()).isEqualTo(code);
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.json().path("traceId").asString()).matches("[0-9a-f]{32}");
    }

    private static double faults(ConnectionFault fault) {
        return service.getBean(MeterRegistry.class)
                .get("repatria.connections.faults")
                .tag("fault", fault.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .counter()
                .count();
    }

    private static void awaitFault(ConnectionFault fault, double more) throws InterruptedException {
        var until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (faults(fault) < more) {
            assertThat(System.nanoTime()).as("no " + fault + " was counted").isLessThan(until);
            new CountDownLatch(1).await(5, TimeUnit.MILLISECONDS);
        }
    }

    @Nested
    class Refusing {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "GET                                                     | 400 | BAD_REQUEST",
                    "GET /v1/things                                          | 400 | BAD_REQUEST",
                    "nonsense                                                | 400 | BAD_REQUEST",
                    "GET /v1/things HTTP/1.1\\r\\nHost localhost             | 400 | BAD_REQUEST",
                    "GET /v1/things HTTP/1.1\\r\\nHost: a\\r\\nHost: b       | 400 | BAD_REQUEST",
                    "GET /v1/things HTTP/1.1                                 | 400 | BAD_REQUEST",
                    "GET /v1/things HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: -1 | 400 | BAD_REQUEST",
                    "POST /v1/things HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: 1\\r\\nContent-Length: 2 | "
                            + "400 | BAD_REQUEST",
                    "GET /v1/things HTTP/1.1\\r\\nHost: a\\r\\nX y: z        | 400 | BAD_REQUEST",
                    "GET /v1//things HTTP/1.1\\r\\nHost: a                   | 400 | BAD_REQUEST",
                    "GET /v1/things;a=b HTTP/1.1\\r\\nHost: a                | 400 | BAD_REQUEST",
                    "GET /v1/%2e%2e/things HTTP/1.1\\r\\nHost: a             | 400 | BAD_REQUEST",
                    "GET /v1/things%00 HTTP/1.1\\r\\nHost: a                 | 400 | BAD_REQUEST",
                    "GET /v1/things HTTP/1.1\\r\\nHost: a b                  | 400 | BAD_REQUEST",
                    "BREW /v1/things HTTP/1.1\\r\\nHost: a                   | 501 | NOT_IMPLEMENTED",
                    "get /v1/things HTTP/1.1\\r\\nHost: a                    | 501 | NOT_IMPLEMENTED",
                    "CONNECT localhost:443 HTTP/1.1\\r\\nHost: a             | 501 | NOT_IMPLEMENTED",
                    "POST /v1/things HTTP/1.1\\r\\nHost: a\\r\\nTransfer-Encoding: gzip, chunked | 501 | "
                            + "NOT_IMPLEMENTED",
                    "PRI * HTTP/2.0\\r\\nHost: a                             | 505 | HTTP_VERSION_NOT_SUPPORTED",
                    "GET /v1/things HTTP/3.0\\r\\nHost: a                    | 505 | HTTP_VERSION_NOT_SUPPORTED",
                    "TRACE /v1/things HTTP/1.1\\r\\nHost: a                  | 401 | UNAUTHENTICATED",
                })
        void what_the_web_server_or_the_firewall_would_refuse_is_a_problem(String request, int status, String code)
                throws IOException {
            isProblem(asked(request.replace("\\r\\n", "\r\n") + "\r\n\r\n"), status, code);
        }

        @Test
        void an_address_that_is_too_long_is_told_so() throws IOException {
            isProblem(
                    asked("GET /v1/things?q=" + "x".repeat(9_000) + " HTTP/1.1\r\nHost: a\r\n\r\n"),
                    414,
                    "URI_TOO_LONG");
        }

        @Test
        void headers_that_are_too_large_are_told_so() throws IOException {
            isProblem(
                    asked("GET /v1/things HTTP/1.1\r\nHost: a\r\nX-Long: " + "x".repeat(20_000) + "\r\n\r\n"),
                    431,
                    "HEADERS_TOO_LARGE");
        }

        @ParameterizedTest
        @ValueSource(strings = {"PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"})
        void a_method_that_a_path_does_not_take_is_told_which_it_takes(String method) throws IOException {
            var answer = asked(get("/v1/things").replace("GET ", method + " "));
            isProblem(answer, 405, "METHOD_NOT_ALLOWED");
            assertThat(answer.head()).containsPattern("allow: (get, head, post|post, get, head)\r\n");
        }

        @Test
        void a_person_is_told_in_a_page() throws IOException {
            var answer = asked("GET /v1//things HTTP/1.1\r\nHost: a\r\nAccept: text/html\r\n\r\n");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.head()).contains("content-type: text/html;charset=utf-8", "default-src 'none'");
            assertThat(answer.body()).contains("The request cannot be understood");
        }

        @Test
        void headers_alone_are_refused_without_a_body() throws IOException {
            try (var client = new Client()) {
                client.send("HEAD /v1//things HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
                assertThat(new String(client.socket.getInputStream().readAllBytes(), ISO_8859_1))
                        .startsWith("HTTP/1.1 400")
                        .endsWith("\r\n\r\n");
            }
        }

        @Test
        void the_callers_trace_goes_on() throws IOException {
            var answer = asked(String.join(
                    "\r\n",
                    "BREW /v1/things?name=secret HTTP/1.1",
                    "Host: a",
                    "X-Correlation-Id: mine",
                    "traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                    "",
                    ""));
            assertThat(answer.head()).contains("x-correlation-id: mine");
            assertThat(answer.json().path("traceId").asString()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
            assertThat(answer.json().path("instance").asString()).isEqualTo("/v1/things");
        }

        @ParameterizedTest
        @ValueSource(strings = {"zz\r\n", ""})
        void a_body_that_breaks_off_while_the_rest_of_a_refused_request_is_read_is_no_defect_of_ours(
                String rest, CapturedOutput log) throws Exception {
            var fault = rest.isEmpty() ? ConnectionFault.BROKEN_OFF : ConnectionFault.UNREADABLE;
            var before = faults(fault);
            try (var client = new Client()) {
                client.send(post("Transfer-Encoding: chunked").replace("/v1/things", "/v1/nowhere") + "4\r\nabcd\r\n");
                new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS);
                client.send(rest);
            }
            awaitFault(fault, before + 1);
            assertThat(asked(get("/v1/things/a")).status()).isEqualTo(200);
            assertThat(log.getAll()).doesNotContain("AbortedException", " ERROR ", "\"ERROR\"");
        }

        @ParameterizedTest
        @ValueSource(strings = {"zz\r\n", "5\r\nhello-and-more", "-1\r\n", "\u00ff\u00fe\r\n"})
        void a_broken_chunk_is_the_clients_fault(String chunk, CapturedOutput log) throws Exception {
            var before = faults(ConnectionFault.UNREADABLE);
            try (var client = new Client()) {
                isProblem(
                        client.send(post("Transfer-Encoding: chunked") + chunk + "\r\n\r\n")
                                .answer(),
                        400,
                        "MALFORMED_BODY");
                assertThat(client.hasEnded()).isTrue();
            }
            awaitFault(ConnectionFault.UNREADABLE, before + 1);
            assertThat(log.getAll()).doesNotContain("INTERNAL_ERROR", "already sent", "Decoding failed");
        }
    }

    @Nested
    class Waiting {

        @Test
        void headers_that_never_end_are_answered() throws IOException {
            try (var client = new Client()) {
                isProblem(client.send("GET /v1/things HTTP/1.1\r\nHost: loc").answer(), 408, "REQUEST_TIMEOUT");
                assertThat(client.hasEnded()).isTrue();
            }
        }

        @Test
        void headers_that_drip_are_answered_all_the_same() throws Exception {
            try (var client = new Client()) {
                var dripping = Thread.ofVirtual()
                        .start(() -> drip(client, "GET /v1/things HTTP/1.1\r\nX-Slow: " + "x".repeat(100)));
                isProblem(client.answer(), 408, "REQUEST_TIMEOUT");
                dripping.join();
            }
        }

        private static void drip(Client client, String text) {
            try {
                for (var at = 0; at < text.length(); at++) {
                    client.send(text.substring(at, at + 1));
                    new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS);
                }
            } catch (IOException _) {
                // The server has had enough.
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Content-Length: 100|{\"to",
                    "Content-Length: 100|",
                    "Transfer-Encoding: chunked|5\r\nhello\r\n",
                    "Transfer-Encoding: chunked|5\r\nhe",
                    "Transfer-Encoding: chunked|",
                })
        void a_body_that_stops_short_is_answered(String framingAndStart, CapturedOutput log) throws Exception {
            var at = framingAndStart.indexOf('|');
            var before = faults(ConnectionFault.BODY_SLOW);
            try (var client = new Client()) {
                client.send(post(framingAndStart.substring(0, at)) + framingAndStart.substring(at + 1));
                isProblem(client.answer(), 408, "REQUEST_TIMEOUT");
                assertThat(client.hasEnded()).isTrue();
            }
            awaitFault(ConnectionFault.BODY_SLOW, before + 1);
            assertThat(log.getAll()).doesNotContain("INTERNAL_ERROR");
        }

        @Test
        void a_body_that_drips_is_answered_when_it_has_taken_too_long() throws Exception {
            try (var client = new Client()) {
                client.send(post("Content-Length: 1000"));
                var dripping = Thread.ofVirtual().start(() -> drip(client, "x".repeat(1000)));
                isProblem(client.answer(), 408, "REQUEST_TIMEOUT");
                client.socket.close();
                dripping.join();
            }
        }

        @Test
        void a_body_with_a_pause_is_taken() throws Exception {
            var body = "{\"to\": \"Wei\", \"kind\": \"BOOK\", \"days\": 3, \"urgent\": false}";
            try (var client = new Client()) {
                client.send(post("Content-Length: " + body.length()) + body.substring(0, 10));
                new CountDownLatch(1).await(PAUSE_MILLIS / 3, TimeUnit.MILLISECONDS);
                assertThat(client.send(body.substring(10)).answer().status()).isEqualTo(201);
                assertThat(client.send(get("/v1/things/a")).answer().status()).isEqualTo(200);
            }
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void an_idle_connection_is_closed_without_a_word(boolean afterAnAnswer) throws IOException {
            try (var client = new Client()) {
                if (afterAnAnswer) {
                    assertThat(client.send(get("/v1/things/a")).answer().status())
                            .isEqualTo(200);
                }
                assertThat(client.hasEnded()).isTrue();
            }
        }

        @Test
        void a_connection_that_is_used_stays() throws Exception {
            try (var client = new Client()) {
                for (var time = 0; time < 5; time++) {
                    assertThat(client.send(get("/v1/things/a")).answer().status())
                            .isEqualTo(200);
                    new CountDownLatch(1).await(IDLE_MILLIS / 3, TimeUnit.MILLISECONDS);
                }
            }
        }
    }

    @Nested
    class BreakingOff {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "POST /v1/things HTTP/1.1\r\nHost: loc",
                    "Content-Length: 100|{\"to",
                    "Transfer-Encoding: chunked|5\r\nhello\r\n",
                })
        void a_client_that_breaks_off_is_counted_and_not_logged_as_a_defect(String sent, CapturedOutput log)
                throws Exception {
            var before = faults(ConnectionFault.BROKEN_OFF);
            var at = sent.indexOf('|');
            for (var reset : List.of(false, true)) {
                try (var client = new Client()) {
                    client.send(at < 0 ? sent : post(sent.substring(0, at)) + sent.substring(at + 1));
                    new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS);
                    client.socket.setSoLinger(reset, 0);
                }
            }
            awaitFault(ConnectionFault.BROKEN_OFF, before + 2);
            assertThat(asked(get("/v1/things/a")).status()).isEqualTo(200);
            assertThat(log.getAll())
                    .doesNotContain("INTERNAL_ERROR", "AbortedException", "\"ERROR\"", "\"WARN\"", " ERROR ", " WARN ");
        }
    }

    @Nested
    class Streaming {

        private static String endless(String subject) {
            return "GET /v1/endless HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + issuer.token(subject, "CO")
                    + "\r\n\r\n";
        }

        private static Client opened(String subject) throws IOException {
            var client = new Client();
            assertThat(client.send(endless(subject)).answer().status()).isEqualTo(200);
            return client;
        }

        private static boolean isFull(String subject) throws IOException {
            var answer = asked(endless(subject));
            if (answer.status() == 200) {
                return false;
            }
            isProblem(answer, 429, "TOO_MANY_STREAMS");
            assertThat(answer.head()).contains("retry-after: ");
            return true;
        }

        @Test
        void one_subject_does_not_take_the_places_of_others() throws Exception {
            var open = new ArrayList<Client>();
            for (var number = 0; number < Limits.STREAMS_OF_SUBJECT_MAX; number++) {
                open.add(opened("carl.greedy"));
            }
            assertThat(isFull("carl.greedy")).isTrue();
            assertThat(isFull("wei.other")).isFalse();
            assertThat(asked(endless("carl.greedy")
                                    .replace("GET", "HEAD")
                                    .replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"))
                            .status())
                    .isEqualTo(200);

            open.removeFirst().close();
            var until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            while (isFull("carl.greedy")) {
                assertThat(System.nanoTime()).as("no place became free").isLessThan(until);
            }
            for (var client : open) {
                client.close();
            }
        }

        @Test
        void a_stream_is_not_idle_and_its_reader_not_slow() throws Exception {
            try (var client = opened("wei.patient")) {
                new CountDownLatch(1).await(IDLE_MILLIS + 500, TimeUnit.MILLISECONDS);
                client.socket.setSoTimeout(300);
                client.socket.getInputStream().read(new byte[1_000]);
                assertThatThrownBy(() -> client.socket.getInputStream().read())
                        .isInstanceOf(SocketTimeoutException.class);
            }
        }
    }

    @Nested
    class Keeping {

        @Test
        void requests_that_come_together_are_answered_in_their_order_and_so_is_the_one_after_them() throws IOException {
            try (var client = new Client()) {
                for (var round = 0; round < 20; round++) {
                    client.send(get("/v1/things/a") + get("/v1/nothing/here")
                            + "GET /v1/things HTTP/1.1\r\nHost: localhost\r\n\r\n");
                    assertThat(client.answer().status()).isEqualTo(200);
                    assertThat(client.answer().status()).isEqualTo(404);
                    assertThat(client.answer().status()).isEqualTo(401);
                    assertThat(client.send(get("/v1/things/b")).answer().body()).contains("b");
                }
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"/v1/things/a", "/v1/nothing/here", "/v3/api-docs", "/actuator/health/liveness", "/v1//a"})
        void whatever_was_asked_behind_a_request_the_next_one_is_answered(String behind) throws IOException {
            for (var first : List.of("/v1/things/a", "/v1/nothing/here", "/v3/api-docs", "/actuator/health")) {
                try (var client = new Client()) {
                    for (var round = 0; round < 10; round++) {
                        client.send(get(first) + get(behind));
                        client.answer();
                        client.answer();
                        assertThat(client.send(get("/v1/things/b")).answer().status())
                                .as("after %s and %s in round %d", first, behind, round)
                                .isEqualTo(200);
                    }
                }
            }
        }

        @Test
        void what_is_malformed_behind_a_good_request_is_refused_behind_its_answer() throws IOException {
            try (var client = new Client()) {
                client.send(get("/v1/things/a") + "nonsense\r\n\r\n");
                assertThat(client.answer().status()).isEqualTo(200);
                isProblem(client.answer(), 400, "BAD_REQUEST");
                assertThat(client.hasEnded()).isTrue();
            }
        }

        @Test
        void one_connection_cannot_pile_up_requests_without_end() throws IOException {
            try (var client = new Client()) {
                var many = new StringBuilder();
                for (var number = 0; number < 2 * Limits.PIPELINED_MAX; number++) {
                    many.append("GET /v1/things HTTP/1.1\r\nHost: localhost\r\n\r\n");
                }
                client.send(many.toString());
                var statuses = new ArrayList<Integer>();
                for (var answer = client.answer();
                        answer.status() == 401 && statuses.size() < 2 * Limits.PIPELINED_MAX - 1;
                        answer = client.answer()) {
                    statuses.add(answer.status());
                }
                assertThat(statuses).isNotEmpty();
            }
        }
    }
}
