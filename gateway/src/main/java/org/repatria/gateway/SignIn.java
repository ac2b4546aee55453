package org.repatria.gateway;

import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.repatria.edge.Office;
import org.repatria.edge.ProblemRendering;
import org.repatria.edge.Tokens;
import org.repatria.policy.Policy;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.client.oidc.web.server.logout.OidcClientInitiatedServerLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.server.DefaultServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationSuccessHandler;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.server.header.CrossOriginOpenerPolicyServerHttpHeadersWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.server.header.CrossOriginResourcePolicyServerHttpHeadersWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * How people and programs come in. People come by the identity provider into a session, programs by bearer token. Deny
 * by default.
 */
final class SignIn {

    static final String SESSION_COOKIE = "REPATRIA_SESSION";
    static final String REGISTRATION = "repatria";
    static final String START = "/oauth2/authorization/" + REGISTRATION;

    private static final String[] OPEN = {
        "/",
        OperationsPage.PAGE,
        OperationsPage.PAGE + "/**",
        OperationsPage.FILES + "/**",
        "/docs",
        "/docs/**",
        "/openapi.json",
        "/contracts",
        "/contracts/**",
        "/v1/health",
        "/v3/api-docs",
        "/actuator/health",
        "/actuator/health/**",
        "/favicon.ico"
    };

    /** What no page of ours uses, and no script that came into one may ask a person for. */
    private static final String SWITCHED_OFF = Stream.of(
                    "accelerometer",
                    "autoplay",
                    "browsing-topics",
                    "camera",
                    "display-capture",
                    "geolocation",
                    "gyroscope",
                    "hid",
                    "magnetometer",
                    "microphone",
                    "midi",
                    "payment",
                    "publickey-credentials-get",
                    "screen-wake-lock",
                    "serial",
                    "usb",
                    "xr-spatial-tracking")
            .map(feature -> feature + "=()")
            .collect(Collectors.joining(", "));

    private SignIn() {}

    static SecurityWebFilterChain chain(
            ServerHttpSecurity http,
            ReactiveJwtDecoder tokens,
            ReactiveClientRegistrationRepository registrations,
            ServerOAuth2AuthorizedClientRepository clients,
            ProblemRendering problems,
            Policy policy,
            URI issuer) {
        var signOut = new OidcClientInitiatedServerLogoutSuccessHandler(registrations);
        signOut.setPostLogoutRedirectUri("{baseUrl}/");
        signOut.setLogoutSuccessUrl(URI.create("/"));
        return http.authorizeExchange(paths -> paths.pathMatchers(HttpMethod.GET, OPEN)
                        .permitAll()
                        .pathMatchers(HttpMethod.HEAD, OPEN)
                        .permitAll()
                        .pathMatchers(HttpMethod.GET, Office.METRICS_PATH)
                        .access(Office.of(policy, Office.METRICS, Callers::actorOf))
                        .pathMatchers(HttpMethod.HEAD, Office.METRICS_PATH)
                        .access(Office.of(policy, Office.METRICS, Callers::actorOf))
                        .pathMatchers("/v1/**")
                        .authenticated()
                        .anyExchange()
                        .denyAll())
                .csrf(csrf -> csrf.csrfTokenRepository(CookieServerCsrfTokenRepository.withHttpOnlyFalse())
                        .csrfTokenRequestHandler(new ServerCsrfTokenRequestAttributeHandler())
                        .requireCsrfProtectionMatcher(sessionsThatChangeSomething())
                        .accessDeniedHandler(problems::handle))
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .oauth2Login(login -> login.clientRegistrationRepository(registrations)
                        .authorizedClientRepository(clients)
                        .authorizationRequestResolver(withProofKey(registrations))
                        .authenticationSuccessHandler(
                                new RedirectServerAuthenticationSuccessHandler(OperationsPage.PAGE))
                        .authenticationFailureHandler(
                                (exchange, error) -> problems.handle(exchange.getExchange(), error)))
                .logout(logout -> logout.logoutSuccessHandler(signOut))
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(problems::handle)
                        .accessDeniedHandler(problems::handle)
                        .authenticationFailureHandler(
                                (exchange, error) -> problems.handle(exchange.getExchange(), error))
                        .bearerTokenConverter(Tokens.shown())
                        .jwt(jwt -> jwt.jwtDecoder(tokens)))
                .exceptionHandling(errors ->
                        errors.authenticationEntryPoint(problems::handle).accessDeniedHandler(problems::handle))
                .headers(headers ->
                        headers.contentSecurityPolicy(content -> content.policyDirectives(policyFor(issuer))))
                .headers(SignIn::forPages)
                .build();
    }

    /**
     * What browsers are told of each answer beside its content policy. Spring adds {@code nosniff}, that no page is
     * framed, and to answers over https that it stays at that; what a service has set itself is left as it is.
     */
    private static void forPages(ServerHttpSecurity.HeaderSpec headers) {
        headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicy(permissions -> permissions.policy(SWITCHED_OFF))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }

    /** The form that signs out is sent on to the identity provider, and browsers ask for that address too. */
    private static String policyFor(URI issuer) {
        return "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none';"
                + " frame-ancestors 'none'; form-action 'self' " + issuer.getScheme() + "://" + issuer.getAuthority();
    }

    /** Asks the identity provider for its endpoints when somebody first signs in. So the gateway starts without it. */
    static ReactiveClientRegistrationRepository registrations(String issuer, String clientId, String secret) {
        var known = new AtomicReference<@Nullable ClientRegistration>();
        return id -> {
            if (!id.equals(REGISTRATION)) {
                return Mono.empty();
            }
            return Mono.fromCallable(() -> {
                        var registration = known.get();
                        return registration == null ? discovered(issuer, clientId, secret) : registration;
                    })
                    .doOnNext(known::set)
                    .subscribeOn(Schedulers.boundedElastic())
                    .onErrorMap(error ->
                            new AuthenticationServiceException("The identity provider does not answer.", error));
        };
    }

    private static ClientRegistration discovered(String issuer, String clientId, String secret) {
        return ClientRegistrations.fromIssuerLocation(issuer)
                .registrationId(REGISTRATION)
                .clientId(clientId)
                .clientSecret(secret)
                .scope("openid", "profile")
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .userNameAttributeName("sub")
                .userInfoUri(null)
                .build();
    }

    private static DefaultServerOAuth2AuthorizationRequestResolver withProofKey(
            ReactiveClientRegistrationRepository registrations) {
        var resolver = new DefaultServerOAuth2AuthorizationRequestResolver(registrations);
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return resolver;
    }

    /**
     * Only browsers with a session need the second proof. A program sends its token by itself, so nobody can make it
     * send one.
     */
    private static ServerWebExchangeMatcher sessionsThatChangeSomething() {
        return exchange ->
                isSession(exchange) && changesSomething(exchange) ? MatchResult.match() : MatchResult.notMatch();
    }

    private static boolean isSession(ServerWebExchange exchange) {
        return exchange.getRequest().getCookies().containsKey(SESSION_COOKIE)
                && !exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION);
    }

    private static boolean changesSomething(ServerWebExchange exchange) {
        var method = exchange.getRequest().getMethod();
        return !method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD) && !method.equals(HttpMethod.OPTIONS);
    }
}
