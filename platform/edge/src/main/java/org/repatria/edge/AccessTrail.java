package org.repatria.edge;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.repatria.decider.Actor;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What is left behind by each request that comes to a route, read or refused. The gate asks it, so that no route can
 * forget it.
 */
public interface AccessTrail {

    /** Where no files are kept. The gateway passes requests on, and the service that answers leaves the trace. */
    AccessTrail NONE = new AccessTrail() {
        @Override
        public Mono<ServerResponse> of(Incoming asked, Supplier<Mono<ServerResponse>> answer) {
            return Mono.defer(answer);
        }

        @Override
        public Mono<Void> turnedAway(ServerWebExchange exchange, Problem problem) {
            return Mono.empty();
        }
    };

    /**
     * Answers a request and leaves its trace. Refuses it with 503 before anything is read where no trace can be left.
     */
    Mono<ServerResponse> of(Incoming asked, Supplier<Mono<ServerResponse>> answer);

    /** Leaves the trace of a request that was refused before it came to its route. */
    Mono<Void> turnedAway(ServerWebExchange exchange, Problem problem);

    /** One request at its route. */
    record Incoming(Endpoint endpoint, ServerRequest request, Optional<Actor> actor, Instant at) {}
}
