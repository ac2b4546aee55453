package org.repatria.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.repatria.decider.Actor;
import org.repatria.policy.Role;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.server.authentication.ServerBearerTokenAuthenticationConverter;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Which tokens this house believes, and the actor that one speaks for. */
public final class Tokens {

    /** Whom a token must be meant for. */
    public static final String AUDIENCE = "repatria";

    private static final String SCHEME = "Bearer ";

    private Tokens() {}

    /**
     * The token that a request shows. The same answer as the framework's, and sooner for the usual one: of letters,
     * digits and what else is in base64url and between its parts. The framework's regular expression stood in an
     * eighth of the samples of a reading.
     */
    public static ServerAuthenticationConverter shown() {
        var byTheBook = new ServerBearerTokenAuthenticationConverter();
        return exchange -> {
            var header = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
            return header != null && isUsual(header)
                    ? Mono.just(new BearerTokenAuthenticationToken(header.substring(SCHEME.length())))
                    : byTheBook.convert(exchange);
        };
    }

    private static boolean isUsual(String header) {
        if (header.length() == SCHEME.length() || !header.startsWith(SCHEME)) {
            return false;
        }
        for (var i = SCHEME.length(); i < header.length(); i++) {
            var c = header.charAt(i);
            var letterOrDigit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letterOrDigit && c != '-' && c != '_' && c != '.') {
                return false;
            }
        }
        return true;
    }

    /**
     * Checks signature (RS256), issuer, audience and times. Asks the identity provider for its keys at the first token
     * and not before, so that a service starts while the provider is away.
     */
    public static ReactiveJwtDecoder decoder(String issuer) {
        var checked = new SupplierReactiveJwtDecoder(() -> {
            var decoder = NimbusReactiveJwtDecoder.withIssuerLocation(issuer)
                    .jwsAlgorithm(SignatureAlgorithm.RS256)
                    .build();
            decoder.setJwtValidator(validator(issuer));
            return decoder;
        });
        return believedForAWhile(token -> checked.decode(token)
                .onErrorMap(
                        error -> !(error instanceof BadJwtException),
                        error -> new AuthenticationServiceException("The identity provider does not answer.", error)));
    }

    /**
     * Believes a token that was found good for {@link Limits#TOKEN_BELIEVED}, or until it expires. The sooner of the
     * two counts; a bad token is checked each time. Checking a signature costs a multiple of what most requests cost,
     * and a program shows the same token with each.
     */
    static ReactiveJwtDecoder believedForAWhile(ReactiveJwtDecoder checked) {
        Cache<String, Jwt> believed = Caffeine.newBuilder()
                .maximumSize(Limits.TOKENS_BELIEVED_MAX)
                .expireAfterWrite(Limits.TOKEN_BELIEVED)
                .build();
        var times = new JwtTimestampValidator(Limits.CLOCK_SKEW_MAX);
        return token -> Mono.defer(() -> {
            var known = believed.getIfPresent(token);
            return known != null && !times.validate(known).hasErrors()
                    ? Mono.just(known)
                    : checked.decode(token).doOnNext(jwt -> believed.put(token, jwt));
        });
    }

    static OAuth2TokenValidator<Jwt> validator(String issuer) {
        return new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(Limits.CLOCK_SKEW_MAX),
                new JwtIssuerValidator(issuer),
                Tokens::meantForUs,
                Tokens::subjectFits);
    }

    /** The actor of a request whose token was checked. */
    public static Mono<Actor> actorIn(ServerWebExchange exchange) {
        return exchange.getPrincipal()
                .ofType(JwtAuthenticationToken.class)
                .filter(Authentication::isAuthenticated)
                .map(token -> actor(token.getToken()));
    }

    /** Who comes with a token that was checked. */
    static Optional<Actor> actorOf(Authentication caller) {
        return caller instanceof JwtAuthenticationToken token ? Optional.of(actor(token.getToken())) : Optional.empty();
    }

    /** Claims {@code sub}, {@code roles} and {@code authority}; role codes of other houses are left out. */
    public static Actor actor(Jwt token) {
        var roles = token.getClaimAsStringList("roles");
        var authority = token.getClaimAsString("authority");
        return new Actor(
                Objects.requireNonNull(token.getSubject(), "the validator demands a subject"),
                roles == null ? Set.of() : roles.stream().filter(Role::isCode).collect(Collectors.toUnmodifiableSet()),
                authority == null ? "" : authority);
    }

    static Problem unauthenticated() {
        return Problem.of(
                        GeneralProblem.UNAUTHENTICATED,
                        "The request carries no bearer token, or one that is not valid here or no longer valid.")
                .withHeader("WWW-Authenticate", "Bearer realm=\"repatria\"");
    }

    static Problem providerAway() {
        return Problem.of(
                        GeneralProblem.IDENTITY_PROVIDER_UNAVAILABLE,
                        "Your token cannot be checked at the moment because the identity provider is away.")
                .retryAfter(Limits.RETRY_AFTER_SECONDS);
    }

    private static OAuth2TokenValidatorResult meantForUs(Jwt token) {
        var audience = token.getAudience();
        return audience != null && audience.contains(AUDIENCE)
                ? OAuth2TokenValidatorResult.success()
                : invalid("The token is meant for somebody else.");
    }

    private static OAuth2TokenValidatorResult subjectFits(Jwt token) {
        var subject = token.getSubject();
        return subject != null
                        && subject.matches("[\\x21-\\x7e&&[^|]]{1," + Limits.SUBJECT_CHARS_MAX + "}")
                        && !subject.startsWith("system:")
                ? OAuth2TokenValidatorResult.success()
                : invalid("The token's subject is no name that a journal can keep.");
    }

    private static OAuth2TokenValidatorResult invalid(String why) {
        return OAuth2TokenValidatorResult.failure(List.of(new OAuth2Error("invalid_token", why, null)));
    }
}
