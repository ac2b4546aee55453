package org.repatria.system;

import static org.repatria.system.SharedStack.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Reads the stream of alerts as a browser or a program would. */
final class AlertReader implements AutoCloseable {

    private static final Duration OPEN_MAX = Duration.ofMinutes(2);

    private final InputStream body;
    private final BlockingQueue<String> comments = new LinkedBlockingQueue<>();
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final List<Event> seen = new ArrayList<>();

    /** One event of the stream. */
    record Event(String id, String type, String data) {}

    private AlertReader(InputStream body) {
        this.body = body;
        Thread.ofVirtual().name("alert-reader").start(this::read);
    }

    /**
     * Opens the stream.
     *
     * @param after the id of the last event that was read; empty to begin now
     */
    static AlertReader open(String user, String after) throws IOException, InterruptedException {
        var request = gateway()
                .as(user, "/v1/alerts/stream")
                .timeout(OPEN_MAX)
                .header("Accept", "text/event-stream")
                .GET();
        if (!after.isEmpty()) {
            request.header("Last-Event-ID", after);
        }
        var answer = gateway().http().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new IOException("the stream was answered with " + answer.statusCode());
        }
        return new AlertReader(answer.body());
    }

    private void read() {
        var id = "";
        var type = "";
        var data = "";
        var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        try {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    if (!data.isEmpty()) {
                        events.add(new Event(id, type, data));
                    }
                    data = "";
                } else if (line.startsWith(":")) {
                    comments.add(line.substring(1));
                } else if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("event:")) {
                    type = line.substring(6).strip();
                } else if (line.startsWith("data:")) {
                    data += line.substring(5);
                }
            }
        } catch (IOException | UncheckedIOException closed) {
            // Whoever closed the stream is done with it.
        }
    }

    String comment() throws InterruptedException {
        var comment = comments.poll(SharedStack.SOON.toSeconds(), TimeUnit.SECONDS);
        return comment == null ? "" : comment;
    }

    /** The first event that fits; all before it count as seen. */
    Event next(Predicate<Event> wanted) throws InterruptedException {
        var until = System.nanoTime() + SharedStack.SOON.toNanos();
        while (System.nanoTime() < until) {
            var event = events.poll(200, TimeUnit.MILLISECONDS);
            if (event != null) {
                seen.add(event);
                if (wanted.test(event)) {
                    return event;
                }
            }
        }
        throw new AssertionError("no such event on the stream; it had " + seen);
    }

    List<Event> seen() {
        return List.copyOf(seen);
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
