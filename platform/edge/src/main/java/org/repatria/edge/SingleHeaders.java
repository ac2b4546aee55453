package org.repatria.edge;

import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Refuses a request that says twice what can be said once. Whoever reads the first would act on other words than who
 * reads the last.
 */
final class SingleHeaders implements WebFilter, Ordered {

    private static final List<String> ONCE = List.of(
            "Authorization",
            "Content-Type",
            "Idempotency-Key",
            "Last-Event-ID",
            "X-Purpose",
            "X-Read-After",
            "X-XSRF-TOKEN");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var headers = exchange.getRequest().getHeaders();
        var twice = ONCE.stream()
                .filter(name -> headers.getOrEmpty(name).size() > 1)
                .map(name -> new FieldError("header:" + name, "HEADER", "must be there once"))
                .toList();
        return twice.isEmpty()
                ? chain.filter(exchange)
                : Mono.error(Problem.invalidParameters(twice).raised());
    }

    /** After the trace is known, before anybody reads one of them. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 5;
    }
}
