package org.repatria.system.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** Tokens of the demonstration programs, by client credentials, each fetched once. */
public final class Tokens {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http;
    private final URI identity;
    private final Map<String, String> byUser = new ConcurrentHashMap<>();

    public Tokens(HttpClient http, URI identity) {
        this.http = http;
        this.identity = identity;
    }

    /** The token of the program of a demonstration user, such as {@code carl.officer}. */
    public String of(String user) throws IOException, InterruptedException {
        var known = byUser.get(user);
        if (known != null) {
            return known;
        }
        var program = user + "-program";
        var basic = Base64.getEncoder()
                .encodeToString((program + ":" + program + "-secret").getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(identity.resolve("/oauth2/token"))
                .timeout(Limits.ANSWER_MAX)
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException("no token for " + user + ": " + answer.statusCode());
        }
        var token = JSON.readTree(answer.body()).path("access_token").asString();
        byUser.put(user, token);
        return token;
    }
}
