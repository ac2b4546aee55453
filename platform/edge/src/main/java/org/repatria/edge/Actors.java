package org.repatria.edge;

import org.repatria.decider.Actor;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Who acts in a request: from the checked token in production, a fixed one in a test of routes. */
@FunctionalInterface
public interface Actors {

    /** Empty when nobody has signed in. */
    Mono<Actor> in(ServerWebExchange exchange);
}
