package org.repatria.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

class MessagingConfigurationTest {

    /** Nobody listens here: a service must start without its servers. */
    private static final String AWAY = "mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=100";

    @Nested
    class Starting {
        @Test
        void a_service_starts_without_its_servers_and_is_not_ready() {
            with(Map.of("repatria.service", "cases", "repatria.mongo.uri", AWAY), context -> {
                var ping = context.getBean("mongoHealthContributor", ReactiveHealthIndicator.class);

                assertThat(context.getBean(AggregatesFactory.class)).isNotNull();
                assertThat(ping.health().block().getStatus()).isEqualTo(Status.DOWN);
            });
        }

        @Test
        void the_database_is_the_services_own_unless_the_address_names_one() {
            with(
                    Map.of("repatria.service", "cases", "repatria.mongo.uri", AWAY),
                    context -> assertThat(context.getBean(MongoDatabase.class).getName())
                            .isEqualTo("cases"));
            with(
                    Map.of("repatria.service", "cases", "repatria.mongo.uri", "mongodb://127.0.0.1:1/other"),
                    context -> assertThat(context.getBean(MongoDatabase.class).getName())
                            .isEqualTo("other"));
        }

        @Test
        void ready_means_that_mongo_answers_and_says_nothing_of_kafka() {
            with(
                    Map.of("repatria.service", "cases"),
                    context -> assertThat(context.getEnvironment()
                                    .getProperty("management.endpoint.health.group.readiness.include"))
                            .isEqualTo("readinessState,mongo"));
        }
    }

    private static void with(Map<String, Object> settings, Consumer<AnnotationConfigApplicationContext> check) {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
            context.register(MessagingConfiguration.class);
            context.refresh();
            check.accept(context);
        }
    }
}
