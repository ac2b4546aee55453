package org.repatria.system.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/** Calls the API of one address as demonstration programs. Every call may be made from many threads. */
public final class Caller implements AutoCloseable {

    private final HttpClient http;
    private final URI base;
    private final Tokens tokens;

    public Caller(URI base, URI identity) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Limits.CONNECT_MAX)
                .build();
        this.base = base;
        this.tokens = new Tokens(http, identity);
    }

    private Caller(HttpClient http, URI base, Tokens tokens) {
        this.http = http;
        this.base = base;
        this.tokens = tokens;
    }

    /** The same programs calling another address, such as a service past the gateway. */
    public Caller at(URI other) {
        return new Caller(http, other, tokens);
    }

    /** The client below, for what goes beyond a call and its answer, such as a stream. */
    public HttpClient http() {
        return http;
    }

    /** A request on which nobody has signed. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(Limits.ANSWER_MAX);
    }

    /** A request of the program of a demonstration user. */
    public HttpRequest.Builder as(String user, String path) throws IOException, InterruptedException {
        return request(path).header("Authorization", "Bearer " + tokens.of(user));
    }

    public Reply send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        return new Reply(answer.statusCode(), answer.headers(), answer.body());
    }

    public Reply get(String user, String path) throws IOException, InterruptedException {
        return send(as(user, path).GET());
    }

    /** A command in JSON, without a version. */
    public Reply post(String user, String path, String key, String body) throws IOException, InterruptedException {
        return post(user, path, key, OptionalLong.empty(), body);
    }

    /** A command in JSON on one version; an empty body is sent as none. */
    public Reply post(String user, String path, String key, OptionalLong version, String body)
            throws IOException, InterruptedException {
        return send(command(user, path, key, version, "application/json", body));
    }

    /** The request of a command. */
    public HttpRequest.Builder command(
            String user, String path, String key, OptionalLong version, String contentType, String body)
            throws IOException, InterruptedException {
        var request = as(user, path).header("Idempotency-Key", key);
        if (version.isPresent()) {
            request.header("If-Match", "\"" + version.getAsLong() + "\"");
        }
        return body.isEmpty()
                ? request.POST(BodyPublishers.noBody())
                : request.header("Content-Type", contentType).POST(BodyPublishers.ofString(body));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
