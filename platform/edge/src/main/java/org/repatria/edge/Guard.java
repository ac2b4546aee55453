package org.repatria.edge;

import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Deny by default. What is not listed here needs a valid token, and then the policy decides on the route's operation.
 */
final class Guard {

    static final String API_DOCUMENT = "/v3/api-docs";

    /** For probes and readers of the documentation; none of it is about a person. */
    private static final String[] OPEN = {"/actuator/health", "/actuator/health/**", API_DOCUMENT};

    private Guard() {}

    static SecurityWebFilterChain chain(
            ServerHttpSecurity http,
            ReactiveJwtDecoder tokens,
            ProblemRendering problems,
            Office metrics,
            AccessTrail trail,
            boolean local) {
        var refusals = new Refusals(problems, trail);
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .authorizeExchange(paths -> {
                    paths.pathMatchers(HttpMethod.GET, OPEN).permitAll();
                    paths.pathMatchers(HttpMethod.HEAD, OPEN).permitAll();
                    if (local) {
                        paths.pathMatchers(HttpMethod.POST, LocalClock.PATH).permitAll();
                    }
                    paths.pathMatchers(HttpMethod.GET, Office.METRICS_PATH).access(metrics);
                    paths.pathMatchers(HttpMethod.HEAD, Office.METRICS_PATH).access(metrics);
                    paths.pathMatchers("/v1/**").authenticated().anyExchange().denyAll();
                })
                .exceptionHandling(errors ->
                        errors.authenticationEntryPoint(refusals::handle).accessDeniedHandler(refusals::handle))
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(refusals::handle)
                        .accessDeniedHandler(refusals::handle)
                        .authenticationFailureHandler(
                                (exchange, error) -> refusals.handle(exchange.getExchange(), error))
                        .bearerTokenConverter(Tokens.shown())
                        .jwt(jwt -> jwt.jwtDecoder(tokens)))
                .build();
    }

    /** Says what was refused at the door, and leaves its trace. */
    private record Refusals(ProblemRendering problems, AccessTrail trail) {
        Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
            return trail.turnedAway(exchange, problems.problem(error)).then(problems.handle(exchange, error));
        }
    }
}
