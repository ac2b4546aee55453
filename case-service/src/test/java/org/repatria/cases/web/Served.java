package org.repatria.cases.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.repatria.decider.Actor;
import org.repatria.edge.Api;
import org.repatria.edge.ApiRoutes;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;

/** Routes as one person meets them at a moment, without a server. */
final class Served {

    private static final Duration ANSWER_MAX = Duration.ofSeconds(20);

    private Served() {}

    static WebTestClient to(Actor actor, Instant now, Api... apis) {
        var routes = ApiRoutes.of(List.of(apis), _ -> Mono.just(actor), Clock.fixed(now, ZoneOffset.UTC));
        return WebTestClient.bindToRouterFunction(routes)
                .handlerStrategies(ApiRoutes.strategies())
                .configureClient()
                .responseTimeout(ANSWER_MAX)
                .build();
    }
}
