package org.repatria.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.repatria.edge.Limits;

/**
 * What becomes of a connection on which a request was refused before its body had come. The bytes are written to a
 * plain socket, as no client would let one.
 */
class KeptConnectionTest {

    private static final String BODY = "{\"name\": \"" + "x".repeat(400) + "\"}";
    private static final int CONNECTIONS = 25;
    private static final int PAIRS = 4;
    private static final int BODY_NANOS_MAX = 4_000_000;
    private static final int ANSWER_MILLIS_MAX = 10_000;
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

    private static Door door;

    @BeforeAll
    static void open() {
        door = Door.open("--repatria.rates.address-per-second=1000000");
    }

    @AfterAll
    static void close() {
        door.close();
    }

    private static Socket connected() throws IOException {
        var at = door.at("/");
        var socket = new Socket(at.getHost(), at.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(ANSWER_MILLIS_MAX);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** A session without the second proof that browsers have to show. */
    private static String refusedPost(int length) {
        return "POST /v1/cases HTTP/1.1\r\nHost: localhost\r\nCookie: REPATRIA_SESSION=none\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n";
    }

    /** One answer, to its end. */
    private static String answer(Socket socket) throws IOException {
        var read = new StringBuilder();
        while (!isWhole(read)) {
            var next = socket.getInputStream().read();
            if (next < 0) {
                throw new EOFException("the connection ended in " + read);
            }
            read.append((char) next);
        }
        return read.toString();
    }

    private static boolean isWhole(StringBuilder read) {
        var end = read.indexOf("\r\n\r\n");
        if (end < 0) {
            return false;
        }
        var length = LENGTH.matcher(read.substring(0, end));
        return length.find()
                ? read.length() == end + 4 + Integer.parseInt(length.group(1))
                : read.toString().endsWith("\r\n0\r\n\r\n");
    }

    @Test
    void the_next_request_is_answered_whenever_the_body_of_the_refused_one_comes() throws IOException {
        var when = new Random(20140829);
        for (var connection = 0; connection < CONNECTIONS; connection++) {
            try (var socket = connected()) {
                for (var pair = 0; pair < PAIRS; pair++) {
                    send(socket, refusedPost(BODY.length()));
                    LockSupport.parkNanos(when.nextLong(BODY_NANOS_MAX));
                    send(socket, BODY);
                    assertThat(answer(socket)).startsWith("HTTP/1.1 403");

                    send(socket, "GET / HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\n\r\n");
                    assertThat(answer(socket)).startsWith("HTTP/1.1 200");
                }
            }
        }
    }

    @Test
    void a_body_larger_than_any_route_takes_ends_the_connection() throws IOException {
        try (var socket = connected()) {
            send(socket, refusedPost(Limits.LIST_BYTES_MAX + 1));

            assertThat(answer(socket)).startsWith("HTTP/1.1 4").containsIgnoringCase("connection: close");
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void a_body_that_never_comes_ends_the_connection() throws IOException {
        try (var socket = connected()) {
            send(socket, refusedPost(BODY.length()));

            assertThat(answer(socket)).startsWith("HTTP/1.1 403").containsIgnoringCase("connection: close");
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }
}
