package org.repatria.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.repatria.edge.Json;
import org.repatria.edge.Trace;
import org.repatria.edge.TraceFilter;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Asks one service for one thing. It always comes back in time, with the thing or with why there is none. */
final class PartCalls {

    /** How a question to a service ended. */
    enum Status {
        OK,
        NOT_FOUND,
        FORBIDDEN,
        UNAVAILABLE,
        TIMEOUT,
        FAILED
    }

    /**
     * What a service answered.
     *
     * @param data missing unless the status is OK
     */
    record Answer(Status status, JsonNode data) {
        private static Answer without(Status status) {
            return new Answer(status, MissingNode.getInstance());
        }
    }

    private final WebClient http;
    private final Parts parts;

    PartCalls(WebClient.Builder http, Parts parts) {
        this.http = http.codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(Limits.PART_BYTES_MAX))
                .build();
        this.parts = parts;
    }

    /** A question that needs no token. */
    Mono<Answer> ask(Part part, String path, Duration bound) {
        return answer(http.get().uri(parts.at(part).resolve(path)), bound);
    }

    /** A question in the name of the caller. */
    Mono<Answer> askFor(String token, Trace trace, Part part, String path, Duration bound) {
        return answer(
                http.get()
                        .uri(URI.create(parts.at(part) + path))
                        .headers(headers -> headers.setBearerAuth(token))
                        .header(TraceFilter.TRACEPARENT_HEADER, trace.traceparent())
                        .header(TraceFilter.CORRELATION_HEADER, trace.correlationId()),
                bound);
    }

    private static Mono<Answer> answer(WebClient.RequestHeadersSpec<?> question, Duration bound) {
        return question.exchangeToMono(PartCalls::read)
                .timeout(bound)
                .onErrorResume(error -> Mono.just(
                        Answer.without(error instanceof TimeoutException ? Status.TIMEOUT : Status.UNAVAILABLE)));
    }

    private static Mono<Answer> read(ClientResponse response) {
        var status = status(response.statusCode());
        return status == Status.OK
                ? response.bodyToMono(String.class)
                        .map(body -> new Answer(Status.OK, Json.MAPPER.readTree(body)))
                        .onErrorReturn(Answer.without(Status.FAILED))
                : response.releaseBody().thenReturn(Answer.without(status));
    }

    private static Status status(HttpStatusCode code) {
        return switch (code.value()) {
            case 200 -> Status.OK;
            case 401, 403 -> Status.FORBIDDEN;
            case 404 -> Status.NOT_FOUND;
            case 502, 503 -> Status.UNAVAILABLE;
            case 504 -> Status.TIMEOUT;
            default -> Status.FAILED;
        };
    }
}
