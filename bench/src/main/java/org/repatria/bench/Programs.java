package org.repatria.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.repatria.local.supervisor.Component;
import org.repatria.local.supervisor.Stack;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the API as the programs of demonstration users, from any number of threads. */
final class Programs implements AutoCloseable {

    /** Hands over lists. */
    static final String ANALYST = "ana.analyst";

    /** Sees all cases and lists. */
    static final String HEAD = "hana.head";

    /** Has cases to work on. */
    static final String OFFICER = "carl.officer";

    /** Takes assets on file and values them. */
    static final String MANAGER = "amir.assets";

    /** Assesses cases and proposes amendments. */
    static final String LEGAL = "lena.legal";

    /** Sees all cases and alerts, assigns cases to anybody, and approves amendments. */
    static final String SUPERVISOR = "sara.supervisor";

    /** Sees what the requesting state is told of cases. */
    static final String OF_OTHER_STATE = "rasmus.supervisor";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Limits.CALL_MAX)
            .build();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
    private final ReentrantLock renewing = new ReentrantLock();
    private final URI identity;

    Programs(Stack stack) {
        this.identity = stack.http(Component.IDENTITY);
    }

    private record Token(String text, long until) {
        boolean isFresh() {
            return System.nanoTime() - until < 0;
        }
    }

    /** What came back, read as JSON. */
    record Reply(int status, JsonNode json) {}

    /** An answer of the 200s; anything else is an {@link IOException}. */
    Reply get(URI base, String user, String path) throws IOException, InterruptedException {
        return send(request(base, user, path, Limits.CALL_MAX).GET().build());
    }

    /** A command on one version, or on none. */
    Reply command(URI base, String user, String path, OptionalLong version, String body)
            throws IOException, InterruptedException {
        var request = request(base, user, path, Limits.CALL_MAX)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        version.ifPresent(it -> request.header("If-Match", "\"" + it + "\""));
        return send(request.build());
    }

    /** Hands over a list in CSV. */
    Reply list(URI base, String reference, String csv) throws IOException, InterruptedException {
        var path = "/v1/lists?requestingState=XR&requestedState=XH&handedOverOn=2014-08-29&reference=" + reference;
        return send(request(base, ANALYST, path, Limits.LIST_MAX)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(csv))
                .build());
    }

    private HttpRequest.Builder request(URI base, String user, String path, Duration bound)
            throws IOException, InterruptedException {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(bound)
                .header("Authorization", "Bearer " + token(user));
    }

    private Reply send(HttpRequest request) throws IOException, InterruptedException {
        var answer = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(
                    request.method() + " " + request.uri() + ": " + answer.statusCode() + " " + answer.body());
        }
        return new Reply(answer.statusCode(), read(answer));
    }

    private static JsonNode read(HttpResponse<String> answer) throws IOException {
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException e) {
            throw new IOException("no JSON from " + answer.uri(), e);
        }
    }

    /**
     * The token of a user, renewed at half its age by one caller. The others go on with the old one: no stretch of load
     * pays for it.
     */
    private String token(String user) throws IOException, InterruptedException {
        var known = tokens.get(user);
        if (known != null && (known.isFresh() || !renewing.tryLock())) {
            return known.text();
        }
        if (known == null) {
            renewing.lock();
        }
        try {
            var renewed = tokens.get(user);
            if (renewed == null || !renewed.isFresh()) {
                renewed = fetched(user);
                tokens.put(user, renewed);
            }
            return renewed.text();
        } finally {
            renewing.unlock();
        }
    }

    private Token fetched(String user) throws IOException, InterruptedException {
        var program = user + "-program";
        var basic = Base64.getEncoder()
                .encodeToString((program + ":" + program + "-secret").getBytes(StandardCharsets.UTF_8));
        var now = System.nanoTime();
        var json = send(HttpRequest.newBuilder(identity.resolve("/oauth2/token"))
                        .timeout(Limits.CALL_MAX)
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                        .build())
                .json();
        var age = Duration.ofSeconds(json.path("expires_in").asLong());
        return new Token(json.path("access_token").asString(), now + age.toNanos() / 2);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
