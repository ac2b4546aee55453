package org.repatria.local.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.repatria.local.identity.Users;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes the calls of a story, each with the token of the program that acts for its actor. */
final class Caller implements AutoCloseable {

    static final String ANONYMOUS = "anonymous";

    private final Target target;
    private final Users users = Users.demonstration();
    private final Map<String, String> tokens = new HashMap<>();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Limits.CALL_MAX)
            .build();

    Caller(Target target) {
        this.target = target;
    }

    /** What is sent, with its content type. */
    record Payload(HttpRequest.BodyPublisher bytes, Optional<String> contentType) {

        static Payload none() {
            return new Payload(HttpRequest.BodyPublishers.noBody(), Optional.empty());
        }

        static Payload text(String text, String contentType) {
            return new Payload(HttpRequest.BodyPublishers.ofString(text), Optional.of(contentType));
        }

        static Payload file(Path file, String contentType) throws IOException {
            return new Payload(HttpRequest.BodyPublishers.ofFile(file), Optional.of(contentType));
        }
    }

    Answer call(
            URI base, String actor, String method, String pathAndQuery, Map<String, String> headers, Payload payload)
            throws StepFailed, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(base, pathAndQuery))
                .timeout(Limits.CALL_MAX)
                .method(method, payload.bytes())
                .header("Accept", "application/json, application/problem+json;q=0.9, */*;q=0.1");
        payload.contentType().ifPresent(type -> request.header("Content-Type", type));
        if (!actor.equals(ANONYMOUS)) {
            request.header("Authorization", "Bearer " + token(actor));
        }
        headers.forEach(request::setHeader);
        return send(request.build());
    }

    private static URI uri(URI base, String pathAndQuery) throws StepFailed {
        try {
            return URI.create(base + pathAndQuery);
        } catch (IllegalArgumentException e) {
            throw new StepFailed(
                    "'" + pathAndQuery + "' is no path", "Put texts with spaces or other signs under 'query'.");
        }
    }

    private Answer send(HttpRequest request) throws StepFailed, InterruptedException {
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
            return Answer.of(response.statusCode(), response.headers(), response.body());
        } catch (ConnectException e) {
            throw new StepFailed(
                    "nobody listens at " + request.uri().getAuthority(),
                    "Start the system with ./repatria up; if it runs, wait until it says that this "
                            + "component is ready again.");
        } catch (IOException e) {
            throw new StepFailed(
                    "the call to " + request.uri().getAuthority() + " broke off: " + e,
                    "See whether ./repatria up tells of a component that ended, and play the story again.");
        }
    }

    private String token(String actor) throws StepFailed, InterruptedException {
        String known = tokens.get(actor);
        if (known != null) {
            return known;
        }
        Users.User user = users.users().stream()
                .filter(each -> each.name().equals(actor))
                .findFirst()
                .orElseThrow(() -> new StepFailed(
                        "there is no user '" + actor + "'",
                        "Use '" + ANONYMOUS + "' or one of "
                                + String.join(
                                        ", ",
                                        users.users().stream()
                                                .map(Users.User::name)
                                                .toList()) + "."));
        String secret = users.programOf(user) + ":" + users.programSecretOf(user);
        Answer answer = send(HttpRequest.newBuilder(URI.create(target.issuer() + "/oauth2/token"))
                .timeout(Limits.CALL_MAX)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(secret.getBytes(UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build());
        JsonNode token = answer.body().at("/access_token");
        if (answer.status() != 200 || !token.isString()) {
            throw new StepFailed(
                    "the identity provider gave no token to " + users.programOf(user) + ": " + answer.status() + " "
                            + answer.shortened(),
                    "Look at the log of the identity provider.");
        }
        tokens.put(actor, token.asString());
        return token.asString();
    }

    /** Moves the clock of one service; empty puts it back to the time of day. */
    Answer moveClock(URI service, Optional<String> at) throws StepFailed, InterruptedException {
        String body = JsonMapper.shared()
                .createObjectNode()
                .put("at", at.orElse(null))
                .toString();
        return call(service, ANONYMOUS, "POST", "/local/clock", Map.of(), Payload.text(body, "application/json"));
    }

    static String query(Map<String, String> parameters) {
        StringBuilder query = new StringBuilder();
        parameters.forEach((name, value) -> query.append(query.isEmpty() ? '?' : '&')
                .append(URLEncoder.encode(name, UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, UTF_8)));
        return query.toString();
    }

    @Override
    public void close() {
        client.close();
    }
}
