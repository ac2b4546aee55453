package org.repatria.gateway;

import java.net.URI;
import java.util.List;
import org.repatria.edge.Actors;
import org.repatria.edge.Api;
import org.repatria.edge.ProblemRendering;
import org.repatria.policy.Policy;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.server.WebSessionServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** The only class that joins the parts of the gateway. */
@Configuration(proxyBeanMethods = false)
class GatewayWiring {

    @Bean
    Parts parts(Environment environment) {
        return Parts.from(environment);
    }

    @Bean
    RouteLocator routes(RouteLocatorBuilder builder, Parts parts) {
        return Routing.routes(builder, parts);
    }

    @Bean
    Forwarding relay(CallerTokens tokens) {
        return new Forwarding(tokens);
    }

    @Bean
    Actors actors() {
        return Callers::actorIn;
    }

    @Bean
    BodyLimit bodyLimit() {
        return new BodyLimit();
    }

    @Bean
    AddressRate addressRate(
            @Value("${repatria.rates.address-per-second:" + Limits.ADDRESS_REQUESTS_PER_SECOND + "}") int perSecond) {
        return new AddressRate(new Rates(perSecond));
    }

    @Bean
    SubjectRate subjectRate(
            @Value("${repatria.rates.subject-per-second:" + Limits.SUBJECT_REQUESTS_PER_SECOND + "}") int perSecond) {
        return new SubjectRate(new Rates(perSecond));
    }

    /** The cookie is only written when somebody asks for the token. It has no place on a file that all may keep. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebFilter csrfCookie() {
        return (exchange, chain) -> exchange.getAttribute(CsrfToken.class.getName()) instanceof Mono<?> token
                        && exchange.getRequest().getCookies().containsKey(SignIn.SESSION_COOKIE)
                        && !exchange.getRequest().getPath().value().startsWith(OperationsPage.FILES + "/")
                ? token.then(chain.filter(exchange))
                : chain.filter(exchange);
    }

    @Bean
    PartCalls partCalls(Parts parts) {
        var connections = ConnectionProvider.builder("parts")
                .maxIdleTime(Limits.PART_CONNECTION_IDLE_MAX)
                .build();
        return new PartCalls(
                WebClient.builder().clientConnector(new ReactorClientHttpConnector(HttpClient.create(connections))),
                parts);
    }

    @Bean
    Api composed(PartCalls calls, CallerTokens tokens, Policy policy) {
        return Composed.api(calls, tokens, policy);
    }

    @Bean
    RouterFunction<ServerResponse> pages(PartCalls calls, List<Api> own) {
        return Pages.routes(new MergedDocument(calls, own));
    }

    @Bean
    RouterFunction<ServerResponse> operationsPage(@Value("${repatria.issuer}") URI issuer) {
        return OperationsPage.routes(issuer);
    }

    @Bean
    SecurityWebFilterChain guard(
            ServerHttpSecurity http,
            ReactiveJwtDecoder tokens,
            ReactiveClientRegistrationRepository registrations,
            ServerOAuth2AuthorizedClientRepository clients,
            ProblemRendering problems,
            Policy policy,
            @Value("${repatria.issuer}") URI issuer) {
        return SignIn.chain(http, tokens, registrations, clients, problems, policy, issuer);
    }

    @Bean
    @ConditionalOnMissingBean
    ReactiveClientRegistrationRepository registrations(
            @Value("${repatria.issuer}") String issuer,
            @Value("${repatria.client.id}") String clientId,
            @Value("${repatria.client.secret}") String secret) {
        return SignIn.registrations(issuer, clientId, secret);
    }

    @Bean
    ServerOAuth2AuthorizedClientRepository authorizedClients() {
        return new WebSessionServerOAuth2AuthorizedClientRepository();
    }

    @Bean
    ReactiveOAuth2AuthorizedClientManager clientManager(
            ReactiveClientRegistrationRepository registrations, ServerOAuth2AuthorizedClientRepository clients) {
        var manager = new DefaultReactiveOAuth2AuthorizedClientManager(registrations, clients);
        manager.setAuthorizedClientProvider(ReactiveOAuth2AuthorizedClientProviderBuilder.builder()
                .authorizationCode()
                .refreshToken()
                .build());
        return manager;
    }

    @Bean
    CallerTokens callerTokens(ReactiveOAuth2AuthorizedClientManager clients) {
        return new CallerTokens(clients);
    }
}
