package org.repatria.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * What the gateway makes of requests that stop short, and of errors without words. Never a fault of a service, always a
 * problem.
 */
@ExtendWith(OutputCaptureExtension.class)
class UnfinishedRequestsTest {

    private static final int ANSWER_MILLIS_MAX = 10_000;

    private static Door door;

    @BeforeAll
    static void open() {
        door = Door.open(
                "--repatria.rates.address-per-second=1000000",
                "--repatria.connections.headers-max=500ms",
                "--repatria.connections.body-pause-max=500ms",
                "--repatria.connections.idle-max=2s");
    }

    @AfterAll
    static void close() {
        door.close();
    }

    private static Socket connected() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), door.at("/").getPort());
        socket.setSoTimeout(ANSWER_MILLIS_MAX);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** All that comes until the connection ends. */
    private static String everythingAfter(String sent) throws IOException {
        try (var socket = connected()) {
            send(socket, sent);
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    private static String post(String framing) {
        return "POST /v1/cases HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + door.issuer.token("carl.officer", "CO") + "\r\nContent-Type: application/json\r\n" + framing
                + "\r\n\r\n";
    }

    private static void isProblem(String answer, int status, String code) {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .containsIgnoringCase("content-type: application/problem+json")
                .contains("\"code\":\"" + code + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 100|{\"to",
                "Content-Length: 100|",
                "Transfer-Encoding: chunked|5\r\nhello\r\n",
                "Transfer-Encoding: chunked|5\r\nhe"
            })
    void a_body_that_stops_short_is_its_senders_matter(String framingAndStart, CapturedOutput log) throws IOException {
        var at = framingAndStart.indexOf('|');
        isProblem(
                everythingAfter(post(framingAndStart.substring(0, at)) + framingAndStart.substring(at + 1)),
                408,
                "REQUEST_TIMEOUT");
        assertThat(log.getAll()).doesNotContain("INTERNAL_ERROR", "SERVICE_TIMEOUT", "SERVICE_UNAVAILABLE");
    }

    @Test
    void headers_that_stop_short_are_answered() throws IOException {
        isProblem(everythingAfter("GET /v1/cases HTTP/1.1\r\nHost: loc"), 408, "REQUEST_TIMEOUT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz\r\n\r\n", "5\r\nhello-and-more\r\n"})
    void a_broken_chunk_is_named(String chunk, CapturedOutput log) throws IOException {
        isProblem(everythingAfter(post("Transfer-Encoding: chunked") + chunk), 400, "MALFORMED_BODY");
        assertThat(log.getAll()).doesNotContain("INTERNAL_ERROR", "SERVICE_UNAVAILABLE", "already sent");
    }

    @Test
    void a_client_that_breaks_off_is_no_outage_of_a_service(CapturedOutput log) throws Exception {
        for (var reset : List.of(true, false)) {
            try (var socket = connected()) {
                send(socket, post("Content-Length: 100") + "{\"to");
                new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS);
                socket.setSoLinger(reset, 0);
            }
        }
        door.carl().get().uri("/v1/cases").exchange().expectStatus().isOk();
        assertThat(log.getAll())
                .doesNotContain("INTERNAL_ERROR", "SERVICE_UNAVAILABLE", "\"ERROR\"", " ERROR ", "onErrorDropped");
    }

    @Test
    void an_idle_connection_is_closed() throws IOException {
        assertThat(everythingAfter("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BREW / HTTP/1.1       | 501 | NOT_IMPLEMENTED",
                "GET //v1/cases HTTP/1.1 | 400 | BAD_REQUEST",
                "GET /v1/cases;x HTTP/1.1 | 400 | BAD_REQUEST",
                "GET / HTTP/9.9        | 505 | HTTP_VERSION_NOT_SUPPORTED",
                "nonsense              | 400 | BAD_REQUEST",
                "TRACE /v1/cases HTTP/1.1 | 401 | UNAUTHENTICATED",
            })
    void what_never_comes_to_a_route_is_a_problem(String line, int status, String code) throws IOException {
        isProblem(everythingAfter(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n"), status, code);
    }

    @ParameterizedTest
    @CsvSource({"404, NOT_FOUND", "403, FORBIDDEN", "502, BAD_GATEWAY", "418, BAD_REQUEST"})
    void an_error_without_words_of_a_service_gets_them(int status, String code) {
        door.cases.answers("/v1/cases/wordless-" + status, status, "", "", Duration.ZERO);
        var answer = door.carl().get().uri("/v1/cases/wordless-" + status).exchange();
        answer.expectBody().jsonPath("$.code").isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/docs", "/openapi.json", "/v1/health", "/actuator/health", "/docs/start.js"})
    void the_headers_of_what_is_open_can_be_asked_for(String path) {
        var whole = door.client().get().uri(path).exchange().returnResult(byte[].class);
        whole.getResponseBody().blockLast();
        door.client()
                .head()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(whole.getResponseHeaders().getContentType())
                .expectBody()
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/me", "/v1/overview/case-1", "/v1/cases", "/v1/alerts/stream"})
    void the_headers_of_what_is_read_can_be_asked_for(String path) {
        door.carl()
                .head()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/v1/cases, 401, Sign in on the start page", "/nowhere, 401, Sign in on the start page"})
    void a_browser_is_told_in_a_page(String path, int status, String words) {
        door.client()
                .get()
                .uri(path)
                .header("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType("text/html;charset=UTF-8")
                .expectHeader()
                .value("Content-Security-Policy", policy -> assertThat(policy).startsWith("default-src 'none'"))
                .expectBody(String.class)
                .value(page -> assertThat(page).contains(words, "<a href=\"/\">"));
    }

    @Test
    void a_service_that_is_away_is_told_in_a_page_too() {
        try (var alone = Door.open("--repatria.parts.asset=http://127.0.0.1:1")) {
            alone.carl()
                    .get()
                    .uri("/v1/assets")
                    .header("Accept", "text/html")
                    .exchange()
                    .expectStatus()
                    .isEqualTo(503)
                    .expectHeader()
                    .contentType("text/html;charset=UTF-8")
                    .expectBody(String.class)
                    .value(page ->
                            assertThat(page).contains("Try again in 2 seconds.").doesNotContain("127.0.0.1"));
        }
    }
}
