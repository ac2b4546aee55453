package org.repatria.web;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.repatria.messaging.AggregatesFactory;
import org.repatria.messaging.Refills;
import org.repatria.messaging.accessjournal.AccessJournal;
import org.repatria.messaging.consuming.Parked;
import org.repatria.policy.Policy;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What a service's edge consists of, joined to Spring. A service adds its {@link Api} beans and nothing else. */
@AutoConfiguration
@EnableWebFluxSecurity
public class WebEdge {

    private static final String LOCAL = "local";

    @Bean
    TraceFilter traceFilter() {
        return new TraceFilter();
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

    /** Requests are observed as a whole; observing each step of the security chain again costs as much as some requests do. */
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
                .GET(
                        Guard.API_DOCUMENT,
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

    /** What an operator sees and does about parked records, where the service consumes. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(type = "org.repatria.messaging.consuming.Parked")
    static class Operations {
        @Bean
        Api operations(Parked parked) {
            return ParkedEndpoints.of(parked);
        }
    }

    /** What an operator does after topics were lost, where the service publishes. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(type = "org.repatria.messaging.AggregatesFactory")
    static class Republishing {
        @Bean
        Refills refills(AggregatesFactory aggregates, Clock clock) {
            return new Refills(aggregates, clock);
        }

        @Bean
        Api refillRoutes(Refills refills) {
            return RefillEndpoints.of(refills);
        }
    }

    /** The trace of what is read, where files are kept: without a journal such a service does not start. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.repatria.messaging.accessjournal.AccessJournal")
    static class Tracing {
        @Bean
        AccessTrail accessTrail(List<Api> apis, AccessJournal journal, ProblemRendering problems, Clock clock) {
            return new JournaledTrail(apis, journal, problems::problem, clock);
        }

        @Bean
        Api accessJournalRoutes(AccessJournal journal) {
            return AccessJournalEndpoints.of(journal.reading());
        }
    }

    /** No trace, where no files are kept. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingClass("org.repatria.messaging.accessjournal.AccessJournal")
    static class NotTracing {
        @Bean
        AccessTrail accessTrail() {
            return AccessTrail.NONE;
        }
    }

    /** What the errors of the store mean, where there is a store. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.repatria.messaging.StoreUnavailable")
    static class Store {
        @Bean
        ProblemSource storeProblems() {
            return StoreProblems.SOURCE;
        }
    }
}
