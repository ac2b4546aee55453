package org.repatria.edge;

import java.time.Instant;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Lets a demonstration put the service's clock to a moment. Exists in the profile {@code local} only. */
final class LocalClock {

    static final String PATH = "/local/clock";

    private final MovableClock clock;

    private LocalClock(MovableClock clock) {
        this.clock = clock;
    }

    static RouterFunction<ServerResponse> routes(MovableClock clock) {
        return RouterFunctions.route().POST(PATH, new LocalClock(clock)::move).build();
    }

    private Mono<ServerResponse> move(ServerRequest request) {
        return request.bodyToMono(String.class)
                .defaultIfEmpty("")
                .map(LocalClock::moment)
                .publishOn(Schedulers.boundedElastic())
                .doOnNext(moment -> clock.moveTo(moment.orElse(null)))
                .flatMap(_ -> ServerResponse.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(Json.bytes(new Standing(clock.instant()))));
    }

    /** Here null has a meaning: back to the system's time. */
    private static Optional<Instant> moment(String body) {
        try {
            var at = Json.MAPPER.readTree(body).path("at");
            return at.isNull()
                    ? Optional.empty()
                    : Optional.of(InputReader.body(MoveClock.class, withAt(at)).at());
        } catch (JacksonException _) {
            throw Problem.of(
                            GeneralProblem.MALFORMED_BODY, "Send {\"at\": \"2014-09-01T09:00:00Z\"} or {\"at\": null}.")
                    .raised();
        }
    }

    private static JsonNode withAt(JsonNode at) {
        var json = Json.MAPPER.createObjectNode();
        return at.isMissingNode() ? json : json.set("at", at);
    }

    private record MoveClock(Instant at) {}

    private record Standing(Instant at) {}
}
