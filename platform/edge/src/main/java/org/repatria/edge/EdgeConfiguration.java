package org.repatria.edge;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.repatria.policy.Policy;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What every edge consists of, joined to Spring. Who serves adds its {@link Api} beans and nothing else. */
@AutoConfiguration
@EnableWebFluxSecurity
public class EdgeConfiguration {

    private static final String LOCAL = "local";

    @Bean
    TraceFilter traceFilter() {
        return new TraceFilter();
    }

    @Bean
    SingleHeaders singleHeaders() {
        return new SingleHeaders();
    }

    @Bean
    StreamPlaces streamPlaces() {
        return new StreamPlaces();
    }

    /** Before the web server waits for what it still answers: a stream has no end of its own. */
    @Bean
    ApplicationListener<ContextClosedEvent> endOfStreams(StreamPlaces places, ApplicationContext own) {
        return closed -> {
            if (closed.getApplicationContext().equals(own)) {
                places.close();
            }
        };
    }

    /** Which methods a path takes, the routes say, and with a problem. */
    @Bean
    ServerWebExchangeFirewall firewall() {
        var firewall = new StrictServerWebExchangeFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        firewall.setAllowedHeaderNames(plainOr(StrictServerWebExchangeFirewall.ALLOWED_HEADER_NAMES));
        firewall.setAllowedHeaderValues(plainOr(StrictServerWebExchangeFirewall.ALLOWED_HEADER_VALUES));
        return firewall;
    }

    /**
     * The same answer sooner. A text of printable ASCII is one that both rules allow, and nearly all headers are such;
     * theirs is a regular expression, asked at each reading of a header, also of a token of a thousand characters.
     */
    static Predicate<String> plainOr(Predicate<String> rule) {
        return text -> isPlain(text) || rule.test(text);
    }

    /** A header that is not there is asked about too. */
    private static boolean isPlain(@Nullable String text) {
        if (text == null) {
            return false;
        }
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    /** Nobody holds a connection for nothing. What no handler of ours sees is refused as a problem all the same. */
    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> watchedConnections(
            ObjectProvider<MeterRegistry> meters,
            @Value("${repatria.connections.headers-max:#{null}}") @Nullable Duration headersMax,
            @Value("${repatria.connections.body-pause-max:#{null}}") @Nullable Duration bodyPauseMax,
            @Value("${repatria.connections.body-max:#{null}}") @Nullable Duration bodyMax,
            @Value("${repatria.connections.idle-max:#{null}}") @Nullable Duration idleMax,
            @Value("${repatria.connections.unread-max:#{null}}") @Nullable Duration unreadMax) {
        var house = ConnectionLimits.OF_THE_HOUSE;
        var limits = new ConnectionLimits(
                headersMax == null ? house.headers() : headersMax,
                bodyPauseMax == null ? house.pause() : bodyPauseMax,
                bodyMax == null ? house.body() : bodyMax,
                idleMax == null ? house.idle() : idleMax,
                unreadMax == null ? house.unread() : unreadMax);
        var faults = ConnectionFault.counted(meters.getIfAvailable(SimpleMeterRegistry::new));
        return factory -> factory.addServerCustomizers(
                server -> server.doOnChannelInit((_, channel, _) -> WatchedConnection.watch(channel, limits, faults)));
    }

    @Bean
    ProblemRendering problemRendering(ObjectProvider<ProblemSource> sources) {
        return new ProblemRendering(sources.orderedStream().toList());
    }

    @Bean
    @ConditionalOnMissingBean
    Actors actors() {
        return Tokens::actorIn;
    }

    @Bean
    @ConditionalOnMissingBean
    Policy policy() {
        return Policy.ofTheHouse();
    }

    @Bean
    @ConditionalOnMissingBean
    ReactiveJwtDecoder tokens(@Value("${repatria.issuer}") String issuer) {
        return Tokens.decoder(issuer);
    }

    /**
     * Requests are observed as a whole. Observing each step of the security chain again costs as much as some requests
     * do.
     */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @ConditionalOnMissingBean
    SecurityWebFilterChain guard(
            ServerHttpSecurity http,
            ReactiveJwtDecoder tokens,
            ProblemRendering problems,
            Policy policy,
            AccessTrail trail,
            Environment environment) {
        return Guard.chain(
                http,
                tokens,
                problems,
                Office.of(policy, Office.METRICS),
                trail,
                environment.acceptsProfiles(Profiles.of(LOCAL)));
    }

    /** Who keeps files brings a trail that records; where none are kept there is nothing to record. */
    @Bean
    @ConditionalOnMissingBean
    AccessTrail accessTrail() {
        return AccessTrail.NONE;
    }

    @Bean
    RouterFunction<ServerResponse> apiRoutes(
            List<Api> apis, Policy policy, Actors actors, Clock clock, AccessTrail trail) {
        return ApiRoutes.among(apis, policy, actors, clock, trail);
    }

    /** Documents what it serves; made when somebody first asks, not at start-up. */
    @Bean
    RouterFunction<ServerResponse> apiDocument(
            List<Api> apis, Policy policy, @Value("${spring.application.name:repatria}") String title) {
        var document = Mono.fromSupplier(() -> Json.bytes(ApiDocument.of(title, apis, policy)))
                .cache();
        return RouterFunctions.route()
                .route(
                        RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD)
                                .and(RequestPredicates.path(Guard.API_DOCUMENT)),
                        _ -> document.flatMap(bytes -> ServerResponse.ok()
                                .contentType(MediaType.APPLICATION_JSON)
                                .bodyValue(bytes)))
                .build();
    }

    /** Time as it is. */
    @Configuration(proxyBeanMethods = false)
    @Profile("!" + LOCAL)
    static class SystemTime {
        @Bean
        @ConditionalOnMissingBean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    /** Time as a demonstration puts it. */
    @Configuration(proxyBeanMethods = false)
    @Profile(LOCAL)
    static class MovableTime {
        @Bean
        MovableClock clock(@Value("${repatria.clock-file:}") String memory) {
            return memory.isEmpty() ? new MovableClock() : new MovableClock(Path.of(memory));
        }

        @Bean
        RouterFunction<ServerResponse> clockRoutes(MovableClock clock, ObjectProvider<ClockListener> listeners) {
            listeners.orderedStream().forEach(clock::onMoved);
            return LocalClock.routes(clock);
        }
    }
}
