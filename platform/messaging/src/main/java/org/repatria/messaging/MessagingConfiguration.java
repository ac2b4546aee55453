package org.repatria.messaging;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.repatria.messaging.accessjournal.AccessJournal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.PropertySource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Gives a service its database and its {@link AggregatesFactory}. They come from {@code REPATRIA_MONGO_URI} (by default
 * this machine's MongoDB, database {@code repatria.service}, or else the application's name) and {@code
 * REPATRIA_KAFKA}.
 */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.mongodb.autoconfigure.MongoReactiveAutoConfiguration",
            "org.springframework.boot.mongodb.autoconfigure.health.MongoReactiveHealthContributorAutoConfiguration"
        })
@PropertySource("classpath:org/repatria/messaging/messaging-defaults.properties")
public class MessagingConfiguration {

    @Bean
    @ConditionalOnMissingBean
    MongoClient mongoClient(@Value(URI) String uri) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(
                        Limits.STORE_SELECTION_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(
                                Limits.STORE_SELECTION_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                        .readTimeout(Limits.STORE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS))
                .build());
    }

    @Bean
    @ConditionalOnMissingBean
    MongoDatabase mongoDatabase(
            MongoClient client,
            @Value(URI) String uri,
            @Value("${repatria.service:${spring.application.name}}") String name) {
        return client.getDatabase(
                Optional.ofNullable(new ConnectionString(uri).getDatabase()).orElse(name));
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    AggregatesFactory aggregatesFactory(
            MongoDatabase database, @Value("${repatria.kafka}") String kafka, ObjectProvider<MeterRegistry> meters) {
        return AggregatesFactory.over(database, kafka, meters.getIfAvailable(SimpleMeterRegistry::new));
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    AccessJournal accessJournal(
            MongoDatabase database, @Value(SERVICE) String name, ObjectProvider<MeterRegistry> meters) {
        return new AccessJournal(
                new MongoAccessBatches(database),
                name,
                Schedulers.parallel(),
                meters.getIfAvailable(SimpleMeterRegistry::new));
    }

    /** Takes the place of Boot's own, which asks the embedded server for what it does not know. */
    @Bean
    @ConditionalOnMissingBean(name = "mongoHealthContributor")
    ReactiveHealthIndicator mongoHealthContributor(MongoDatabase database) {
        return () -> Mono.from(database.runCommand(new Document("ping", 1)))
                .timeout(Limits.STORE_SELECTION_TIMEOUT)
                .map(_ -> Health.up().build())
                .onErrorResume(e -> Mono.just(Health.down().build()));
    }

    private static final String SERVICE = "${repatria.service:${spring.application.name}}";
    private static final String URI =
            "${repatria.mongo.uri:mongodb://127.0.0.1:27017/${repatria.service:${spring.application.name}}}";
}
