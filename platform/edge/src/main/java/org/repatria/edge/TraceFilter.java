package org.repatria.edge;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Gives every request its trace before anything can go wrong with it, and tells the caller. */
public final class TraceFilter implements WebFilter, Ordered {

    public static final String CORRELATION_HEADER = "X-Correlation-Id";
    public static final String TRACEPARENT_HEADER = "traceparent";

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var trace = of(exchange);
        exchange.getResponse().getHeaders().set(CORRELATION_HEADER, trace.correlationId());
        return chain.filter(exchange).contextWrite(context -> context.put(Trace.class, trace));
    }

    /** The trace of a request, made when there is none yet. */
    public static Trace of(ServerWebExchange exchange) {
        return (Trace) exchange.getAttributes().computeIfAbsent(Trace.ATTRIBUTE, _ -> {
            var headers = exchange.getRequest().getHeaders();
            return Trace.of(only(headers, TRACEPARENT_HEADER), only(headers, CORRELATION_HEADER));
        });
    }

    /** Two of them are none: nobody could say which one is meant. */
    private static @Nullable String only(HttpHeaders headers, String name) {
        var values = headers.getOrEmpty(name);
        return values.size() == 1 ? values.getFirst() : null;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
