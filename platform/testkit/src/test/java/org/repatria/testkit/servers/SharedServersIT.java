package org.repatria.testkit.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClients;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.bson.Document;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** The shared servers answer, and nobody sees another test class's data. */
@WithServers
class SharedServersIT {

    private final MongoForTests own;

    SharedServersIT(MongoForTests own) {
        this.own = own;
    }

    @Test
    void a_test_class_has_a_database_of_its_own() {
        assertThat(own.uri()).endsWith("/" + own.database());
        assertThat(SharedServers.freshMongo("SharedServersIT").database()).isNotEqualTo(own.database());
        try (var client = MongoClients.create(own.uri())) {
            var answer = Mono.from(client.getDatabase(own.database()).runCommand(new Document("ping", 1)))
                    .block();
            assertThat(answer).containsKey("ok");
        }
    }

    @Test
    void the_broker_answers(KafkaForTests kafka) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()))) {
            assertThat(admin.describeCluster().nodes().get(30, TimeUnit.SECONDS))
                    .isNotEmpty();
        }
    }

    @Nested
    class Nesting {

        @Test
        void shares_the_database_of_the_outer_class(MongoForTests nested) {
            assertThat(nested).isEqualTo(own);
        }
    }
}
