package org.repatria.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The store as a process. Killed in the middle of writing, it comes back with everything that it acknowledged. */
class MongoMainIT {

    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    @TempDir
    Path directory;

    private Map<String, String> environment;

    @BeforeEach
    void settings() {
        environment = Map.of(
                "REPATRIA_MONGO_PORT", String.valueOf(FreePorts.claim(0)), "REPATRIA_MONGO_DATA", directory.toString());
    }

    private static <T> T await(Publisher<T> publisher) {
        return Mono.from(publisher).block(ANSWER_MAX);
    }

    private static Document at(String id, long version) {
        return new Document("_id", id).append("version", version);
    }

    private static List<WriteModel<Document>> markAndWrite(String id, long expected) {
        return List.of(
                new UpdateOneModel<>(
                        new Document("_id", "pending:" + id),
                        new Document("$set", new Document("mark", expected + 1)),
                        UPSERT),
                new UpdateOneModel<>(
                        at(id, expected),
                        new Document(
                                "$set",
                                new Document("version", expected + 1)
                                        .append("state", "s".repeat(300))
                                        .append("echo", expected + 1)),
                        UPSERT));
    }

    @Nested
    class Being_killed {

        @Test
        void loses_no_acknowledged_write_and_keeps_indexes_and_documents_in_step() throws Exception {
            var acknowledged = new ConcurrentHashMap<String, Long>();
            for (var round = 0; round < 3; round++) {
                try (var process = ServerProcess.start(MongoMain.class, environment);
                        var client = MongoClients.create(process.address())) {
                    var cases = client.getDatabase("cases").getCollection("case");
                    await(cases.createIndex(
                            new Document("_id", 1).append("version", 1), new IndexOptions().unique(true)));
                    check(cases, acknowledged);

                    var before = total(acknowledged);
                    var writers = Flux.range(0, 6)
                            .flatMap(writer -> write(cases, "case-" + writer, acknowledged))
                            .subscribe();
                    while (total(acknowledged) < before + 600) {
                        Thread.onSpinWait();
                    }
                    process.kill();
                    writers.dispose();
                }
            }
            try (var process = ServerProcess.start(MongoMain.class, environment);
                    var client = MongoClients.create(process.address())) {
                check(client.getDatabase("cases").getCollection("case"), acknowledged);
            }
        }

        private Mono<Void> write(MongoCollection<Document> cases, String id, Map<String, Long> acknowledged) {
            return Mono.defer(() -> Mono.from(cases.bulkWrite(markAndWrite(id, acknowledged.getOrDefault(id, 0L)))))
                    .doOnNext(_ -> acknowledged.merge(id, 1L, Long::sum))
                    .repeat()
                    .onErrorComplete()
                    .then();
        }

        private static long total(Map<String, Long> acknowledged) {
            return acknowledged.values().stream().mapToLong(Long::longValue).sum();
        }

        /** A write whose answer was lost with the process may be there too; then it is there whole. */
        private void check(MongoCollection<Document> cases, Map<String, Long> acknowledged) {
            for (var entry : new HashMap<>(acknowledged).entrySet()) {
                var id = entry.getKey();
                var document = await(cases.find(new Document("_id", id)).first());
                var version = document.getLong("version");
                var marked =
                        await(cases.find(new Document("_id", "pending:" + id)).first());

                assertThat(version).isBetween(entry.getValue(), entry.getValue() + 1);
                assertThat(document.getLong("echo")).isEqualTo(version);
                assertThat(marked.getLong("mark")).isEqualTo(version);
                assertThat(await(cases.bulkWrite(markAndWrite(id, version))).getMatchedCount())
                        .isEqualTo(2);
                acknowledged.put(id, version + 1);
            }
        }
    }

    @Nested
    class Launching {

        @Test
        void says_which_port_is_taken_and_ends_with_its_exit_code() throws Exception {
            var port = Integer.parseInt(environment.get("REPATRIA_MONGO_PORT"));
            try (var _ = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"));
                    var process = ServerProcess.start(MongoMain.class, environment)) {

                assertThat(process.awaitEnd()).isEqualTo(Launch.EXIT_PORT_TAKEN);
                assertThat(process.output()).anyMatch(line -> line.contains(String.valueOf(port)));
            }
        }

        @Test
        void says_which_setting_is_unreadable() throws Exception {
            try (var process = ServerProcess.start(MongoMain.class, Map.of("REPATRIA_MONGO_PORT", "many"))) {

                assertThat(process.awaitEnd()).isEqualTo(Launch.EXIT_BAD_SETTING);
                assertThat(process.output()).anyMatch(line -> line.contains("REPATRIA_MONGO_PORT"));
            }
        }

        @Test
        void keeps_the_file_small_while_one_document_is_written_again_and_again() throws Exception {
            try (var process = ServerProcess.start(MongoMain.class, environment);
                    var client = MongoClients.create(process.address())) {
                var cases = client.getDatabase("cases").getCollection("case");
                for (var version = 0; version < 1_000; version++) {
                    await(cases.bulkWrite(markAndWrite("case-1", version)));
                }
                process.terminate();
            }

            // A thousand commits of a block each would be four megabytes.
            assertThat(Files.size(directory.resolve("mongo.mv"))).isLessThan(1 << 20);
        }
    }
}
