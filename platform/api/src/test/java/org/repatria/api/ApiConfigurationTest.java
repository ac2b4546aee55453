package org.repatria.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.repatria.edge.Api;
import org.repatria.messaging.MessagingConfiguration;
import org.repatria.messaging.accessjournal.AccessEntry;
import org.repatria.messaging.accessjournal.AccessJournal;
import org.repatria.messaging.accessjournal.InMemoryAccessBatches;
import org.repatria.policy.Policy;
import org.repatria.testkit.identity.TokenIssuer;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.scheduler.Schedulers;

/** What every service has without saying so, in a real server. */
class ApiConfigurationTest {

    private static final InMemoryAccessBatches LEFT = new InMemoryAccessBatches();
    private static TokenIssuer issuer;
    private static ConfigurableApplicationContext service;

    @SpringBootConfiguration
    @EnableAutoConfiguration(exclude = MessagingConfiguration.class)
    static class Things {
        @Bean
        Policy policy() {
            return Stage.POLICY;
        }

        @Bean
        Api things() {
            return Stage.api();
        }

        @Bean(destroyMethod = "close")
        AccessJournal accessJournal() {
            return new AccessJournal(LEFT, "things", Schedulers.parallel(), new SimpleMeterRegistry());
        }
    }

    @BeforeAll
    static void start() {
        issuer = TokenIssuer.start();
        service = new SpringApplicationBuilder(Things.class)
                .run("--server.port=0", "--spring.application.name=things", "--repatria.issuer=" + issuer.issuer());
    }

    @AfterAll
    static void stop() {
        service.close();
        issuer.close();
    }

    private static WebTestClient client() {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port"))
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    @Test
    void who_is_not_let_in_leaves_a_trace_all_the_same() {
        client().get().uri("/v1/things/without-a-token").exchange();
        client().get()
                .uri("/v1/things/with-a-bad-one")
                .header("Authorization", "Bearer nonsense")
                .exchange();

        client().head().uri("/v1/things/headers-alone").exchange();

        var journal = service.getBean(AccessJournal.class);
        journal.close();
        var left = String.join(
                "",
                journal.reading().export(AccessEntry.NO_STATE, 1).collectList().block());
        assertThat(left)
                .contains(
                        "\"kind\":\"REFUSAL\",\"operation\":\"thing\",\"object\":{\"kind\":\"things\",\"id\":\"without-a-token\"},\"status\":401",
                        "\"id\":\"headers-alone\"},\"status\":401",
                        "\"id\":\"with-a-bad-one\"},\"status\":401,\"problem\":\"UNAUTHENTICATED\"");
    }

    @Test
    void health_and_documentation_leave_none() {
        client().get().uri("/actuator/health").exchange().expectStatus().isOk();
        client().get().uri("/v3/api-docs").exchange().expectStatus().isOk();

        var journal = service.getBean(AccessJournal.class);
        journal.close();
        assertThat(String.join(
                        "",
                        journal.reading()
                                .export(AccessEntry.NO_STATE, 1)
                                .collectList()
                                .block()))
                .doesNotContain("health", "api-docs");
    }

    @Test
    void auditors_find_the_routes_of_the_access_journal() {
        client().get()
                .uri("/v1/operations/access-journal")
                .header("Authorization", "Bearer " + issuer.token("aude.auditor", "AU"))
                .exchange()
                .expectStatus()
                .isOk();
    }
}
