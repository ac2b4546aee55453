package org.repatria.gateway;

import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Bounds the requests of one address before the token is looked at. It bounds what an address may ask without a token,
 * and how often it may come with a wrong one.
 */
final class AddressRate implements WebFilter, Ordered {

    private final Rates rates;

    AddressRate(Rates rates) {
        this.rates = rates;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var address = address(exchange);
        if (isProbe(exchange)) {
            return chain.filter(exchange);
        }
        if (!claimsToBeSomebody(exchange)) {
            return rates.take(address, exchange.getResponse().getHeaders())
                    ? chain.filter(exchange)
                    : Mono.error(rates.exceeded().raised());
        }
        if (rates.isExhausted(address)) {
            return Mono.error(rates.exceeded().raised());
        }
        return chain.filter(exchange).then(Mono.fromRunnable(() -> {
            if (HttpStatus.UNAUTHORIZED.equals(exchange.getResponse().getStatusCode())) {
                rates.charge(address);
            }
        }));
    }

    /** Before Spring Security. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 20;
    }

    private static boolean isProbe(ServerWebExchange exchange) {
        return exchange.getRequest().getPath().value().startsWith("/actuator/");
    }

    private static boolean claimsToBeSomebody(ServerWebExchange exchange) {
        return exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)
                || exchange.getRequest().getCookies().containsKey(SignIn.SESSION_COOKIE);
    }

    private static String address(ServerWebExchange exchange) {
        var remote = exchange.getRequest().getRemoteAddress();
        return remote == null || remote.getAddress() == null
                ? "?"
                : remote.getAddress().getHostAddress();
    }
}
