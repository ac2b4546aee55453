package org.repatria.gateway;

import java.io.IOException;
import java.util.Optional;
import org.repatria.edge.ClientGone;
import org.repatria.edge.GeneralProblem;
import org.repatria.edge.Problem;
import org.repatria.edge.TraceFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What every request gets on its way to a service: the caller's token, the trace, no cookies. A service that fails is
 * named.
 */
final class Forwarding implements GlobalFilter, Ordered {

    private static final int RETRY_AFTER_SECONDS = 2;

    private final CallerTokens tokens;

    Forwarding(CallerTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return tokens.of(exchange)
                .map(token -> forwarded(exchange, token))
                .flatMap(forwarded -> chain.filter(forwarded)
                        // A client that has left says nothing about the service that it asked.
                        .onErrorMap(
                                error -> !ClientGone.explains(exchange, error),
                                error -> failed(part(exchange), error)
                                        .<Throwable>map(Problem::raised)
                                        .orElse(error)));
    }

    /** Before the filters that choose the address and send. */
    @Override
    public int getOrder() {
        return 0;
    }

    private static ServerWebExchange forwarded(ServerWebExchange exchange, String token) {
        var trace = TraceFilter.of(exchange);
        return exchange.mutate()
                .request(request -> request.headers(headers -> {
                    headers.remove(HttpHeaders.COOKIE);
                    headers.setBearerAuth(token);
                    headers.set(TraceFilter.TRACEPARENT_HEADER, trace.traceparent());
                    headers.set(TraceFilter.CORRELATION_HEADER, trace.correlationId());
                }))
                .build();
    }

    private static String part(ServerWebExchange exchange) {
        return exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR) instanceof Route route
                ? Parts.ofRoute(route.getId()).map(Part::service).orElse(route.getId())
                : "a part";
    }

    /** Empty for an error that is not the service's. */
    private static Optional<Problem> failed(String part, Throwable error) {
        if (error instanceof IOException) {
            return Optional.of(away(part));
        }
        if (error instanceof ResponseStatusException status
                && status.getStatusCode().isSameCodeAs(HttpStatus.GATEWAY_TIMEOUT)) {
            return Optional.of(Problem.of(GeneralProblem.SERVICE_TIMEOUT, part + " does not answer in time.")
                    .with("part", part)
                    .retryAfter(RETRY_AFTER_SECONDS));
        }
        return Optional.empty();
    }

    static Problem away(String part) {
        return Problem.of(GeneralProblem.SERVICE_UNAVAILABLE, part + " is away. Repeat with the same Idempotency-Key.")
                .with("part", part)
                .retryAfter(RETRY_AFTER_SECONDS);
    }
}
