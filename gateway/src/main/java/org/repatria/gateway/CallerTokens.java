package org.repatria.gateway;

import org.repatria.edge.GeneralProblem;
import org.repatria.edge.Problem;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The token that speaks for the caller towards the services. It is a program's own, or the one kept for a person's
 * session.
 */
final class CallerTokens {

    private final ReactiveOAuth2AuthorizedClientManager clients;

    CallerTokens(ReactiveOAuth2AuthorizedClientManager clients) {
        this.clients = clients;
    }

    /**
     * The caller's token, refreshed when it has expired. An error when nobody is signed in or the session's token
     * cannot be had any more.
     */
    Mono<String> of(ServerWebExchange exchange) {
        return exchange.getPrincipal()
                .ofType(Authentication.class)
                .flatMap(caller -> switch (caller) {
                    case JwtAuthenticationToken program ->
                        Mono.just(program.getToken().getTokenValue());
                    case OAuth2AuthenticationToken person -> sessionToken(person, exchange);
                    default -> Mono.<String>empty();
                })
                .switchIfEmpty(
                        Mono.error(() -> signInAgain("Nobody is signed in.").raised()));
    }

    private Mono<String> sessionToken(OAuth2AuthenticationToken person, ServerWebExchange exchange) {
        var request = OAuth2AuthorizeRequest.withClientRegistrationId(person.getAuthorizedClientRegistrationId())
                .principal(person)
                .attribute(ServerWebExchange.class.getName(), exchange)
                .build();
        return clients.authorize(request)
                .map(client -> client.getAccessToken().getTokenValue())
                .onErrorMap(
                        OAuth2AuthorizationException.class,
                        _ -> signInAgain("Your session has ended at the identity provider; sign in again.")
                                .raised());
    }

    private static Problem signInAgain(String detail) {
        return Problem.of(GeneralProblem.UNAUTHENTICATED, detail)
                .withHeader("WWW-Authenticate", "Bearer realm=\"repatria\"");
    }
}
