package org.repatria.gateway;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.repatria.decider.Actor;
import org.repatria.edge.Tokens;
import org.repatria.policy.Role;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Who calls: a program by its token, a person by the session. */
final class Callers {

    private Callers() {}

    static Mono<Actor> actorIn(ServerWebExchange exchange) {
        return exchange.getPrincipal()
                .ofType(Authentication.class)
                .flatMap(caller -> Mono.justOrEmpty(actorOf(caller)));
    }

    static Optional<Actor> actorOf(Authentication caller) {
        return switch (caller) {
            case JwtAuthenticationToken program -> Optional.of(Tokens.actor(program.getToken()));
            case OAuth2AuthenticationToken person -> Optional.of(actor(person.getPrincipal()));
            default -> Optional.empty();
        };
    }

    static boolean isSession(Authentication caller) {
        return caller instanceof OAuth2AuthenticationToken;
    }

    private static Actor actor(OAuth2User user) {
        var roles = user.getAttribute("roles") instanceof List<?> all
                ? all.stream().map(String::valueOf).filter(Role::isCode).collect(Collectors.toUnmodifiableSet())
                : Set.<String>of();
        var authority = user.getAttribute("authority") instanceof String text ? text : "";
        return new Actor(user.getName(), roles, authority);
    }
}
