package org.repatria.gateway;

import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** A service of few words behind the gateway: a real server that remembers what it was asked. */
final class StubPart implements AutoCloseable {

    record Asked(String method, String uri, Map<String, String> headers, long bodyBytes) {}

    private record Prepared(int status, String mediaType, String body, Duration delay) {}

    private final Map<String, Prepared> answers = new ConcurrentHashMap<>();
    private final Map<String, String> said = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final DisposableServer server =
            HttpServer.create().host("127.0.0.1").port(0).handle(this::serve).bindNow();

    static StubPart start() {
        return new StubPart();
    }

    String address() {
        return "http://127.0.0.1:" + server.port();
    }

    /** A header of each answer from now on. */
    StubPart says(String header, String value) {
        said.put(header, value);
        return this;
    }

    StubPart answers(String path, int status, String body) {
        return answers(
                path, status, status < 400 ? "application/json" : "application/problem+json", body, Duration.ZERO);
    }

    StubPart answers(String path, int status, String mediaType, String body, Duration delay) {
        answers.put(path, new Prepared(status, mediaType, body, delay));
        return this;
    }

    Asked lastAsked() {
        return asked.getLast();
    }

    @Override
    public void close() {
        server.disposeNow(Duration.ofSeconds(2));
    }

    private Mono<Void> serve(HttpServerRequest request, HttpServerResponse response) {
        if (request.uri().endsWith("/stream")) {
            var events = Flux.concat(
                    Mono.just("id: 1\ndata: one\n\n"),
                    Mono.delay(Duration.ofSeconds(3)).thenReturn("id: 2\ndata: two\n\n"));
            return response.sse()
                    .send(events.map(text -> Unpooled.copiedBuffer(text, StandardCharsets.UTF_8)), _ -> true)
                    .then();
        }
        var path = request.uri().replaceAll("\\?.*", "");
        var prepared = answers.getOrDefault(path, new Prepared(200, "application/json", "{}", Duration.ZERO));
        return request.receive()
                .map(buffer -> (long) buffer.readableBytes())
                .reduce(0L, Long::sum)
                .doOnNext(bytes -> remember(request, bytes))
                .flatMap(bytes -> prepared.delay().isZero()
                        ? Mono.just(bytes)
                        : Mono.just(bytes).delayElement(prepared.delay()))
                .doOnNext(_ -> said.forEach(response::header))
                .flatMap(_ -> response.status(prepared.status())
                        .header("Content-Type", prepared.mediaType())
                        .header("X-Correlation-Id", "from-the-part")
                        .sendString(Mono.just(prepared.body()))
                        .then());
    }

    private void remember(HttpServerRequest request, long bytes) {
        var headers = new ConcurrentHashMap<String, String>();
        request.requestHeaders()
                .forEach(header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        asked.add(new Asked(request.method().name(), request.uri(), headers, bytes));
    }
}
