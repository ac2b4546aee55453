package org.repatria.local.identity;

import static org.springframework.security.config.Customizer.withDefaults;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/** Joins the demonstration users to Spring's authorization server. */
@Configuration(proxyBeanMethods = false)
class IdentityWiring {

    static final String SIGN_IN = "/sign-in";

    /** LIMIT: a working day, so that a demonstration is never interrupted; a real provider says minutes. */
    static final Duration ACCESS_TOKEN_AGE_MAX = Duration.ofHours(8);

    /** LIMIT: a person signs in again after this. */
    static final Duration REFRESH_TOKEN_AGE_MAX = Duration.ofHours(24);

    @Bean
    Users users(IdentitySettings settings) {
        return Users.demonstration().and(settings.furtherUsers());
    }

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http) {
        MediaTypeRequestMatcher pages = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        pages.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.oidc(withDefaults());
                })
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(errors -> errors.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint(SIGN_IN), pages));
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, IdentitySettings settings) {
        return http.authorizeHttpRequests(
                        requests -> requests.requestMatchers(SIGN_IN, OfficersPage.PATH, "/", "/actuator/health/**")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .formLogin(form -> form.loginPage(SIGN_IN))
                .headers(headers ->
                        headers.contentSecurityPolicy(policy -> policy.policyDirectives(SignInPage.policy(settings))))
                .build();
    }

    /** Passwords are compared as they stand: they are public, and a slow hash would protect nothing. */
    @Bean
    UserDetailsService people(Users users) {
        return new InMemoryUserDetailsManager(users.users().stream()
                .map(user -> org.springframework.security.core.userdetails.User.withUsername(user.name())
                        .password("{noop}" + users.password())
                        .roles(user.roles().toArray(String[]::new))
                        .build())
                .toList());
    }

    @Bean
    RegisteredClientRepository clients(Users users, IdentitySettings settings) {
        List<RegisteredClient> clients = new ArrayList<>();
        clients.add(gateway(users, settings));
        users.users().forEach(user -> clients.add(program(users, user)));
        return new InMemoryRegisteredClientRepository(clients);
    }

    private static RegisteredClient gateway(Users users, IdentitySettings settings) {
        RegisteredClient.Builder client = RegisteredClient.withId(
                        users.gatewayClient().id())
                .clientId(users.gatewayClient().id())
                .clientSecret("{noop}" + users.gatewayClient().secret())
                .clientName("Repatria")
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(ACCESS_TOKEN_AGE_MAX)
                        .refreshTokenTimeToLive(REFRESH_TOKEN_AGE_MAX)
                        .idTokenSignatureAlgorithm(SignatureAlgorithm.RS256)
                        .build());
        for (URI gateway : settings.gateways()) {
            client.redirectUri(gateway + "/login/oauth2/code/repatria")
                    .postLogoutRedirectUri(gateway.toString())
                    .postLogoutRedirectUri(gateway + "/");
        }
        return client.build();
    }

    private static RegisteredClient program(Users users, Users.User user) {
        return RegisteredClient.withId(users.programOf(user))
                .clientId(users.programOf(user))
                .clientSecret("{noop}" + users.programSecretOf(user))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(ACCESS_TOKEN_AGE_MAX)
                        .build())
                .build();
    }

    @Bean
    OAuth2AuthorizationService authorizations() {
        return new RecentAuthorizations();
    }

    @Bean
    JWKSource<SecurityContext> keys(IdentitySettings settings) {
        return new ImmutableJWKSet<>(new JWKSet(SigningKey.keptIn(settings.data())));
    }

    @Bean
    AuthorizationServerSettings server(IdentitySettings settings) {
        return AuthorizationServerSettings.builder()
                .issuer(settings.issuer().toString())
                .build();
    }

    /** Puts into each token what the services decide by: who acts, in which roles, for which authority. */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims(Users users) {
        Map<String, Users.User> byActor = new HashMap<>();
        for (Users.User user : users.users()) {
            byActor.put(user.name(), user);
            byActor.put(users.programOf(user), user);
        }
        return token -> {
            Authentication principal = token.getPrincipal();
            Users.User user = principal == null ? null : byActor.get(principal.getName());
            if (principal == null || user == null) {
                return;
            }
            String actor = principal.getName();
            token.getClaims()
                    .claim("preferred_username", actor)
                    .claim("name", user.givenName() + " " + user.familyName())
                    .claim("roles", user.roles())
                    .claim("authority", user.authority());
            if (!OidcParameterNames.ID_TOKEN.equals(token.getTokenType().getValue())) {
                token.getClaims().audience(List.of(users.audience()));
            }
        };
    }
}
