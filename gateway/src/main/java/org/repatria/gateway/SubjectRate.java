package org.repatria.gateway;

import java.security.Principal;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Bounds what one person or program may ask, on all its connections together. */
final class SubjectRate implements WebFilter, Ordered {

    private final Rates rates;

    SubjectRate(Rates rates) {
        this.rates = rates;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return exchange.getPrincipal()
                .map(Principal::getName)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(subject -> subject.isEmpty()
                                || rates.take(
                                        subject.get(), exchange.getResponse().getHeaders())
                        ? chain.filter(exchange)
                        : Mono.error(rates.exceeded().raised()));
    }

    /** After Spring Security, which knows the subject. */
    @Override
    public int getOrder() {
        return 0;
    }
}
