package org.repatria.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.bson.Document;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The embedded store behaves like MongoDB in everything that the aggregates rely on. */
class MongoServerIT {

    private static final Duration ANSWER_MAX = Duration.ofSeconds(60);
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final int DUPLICATE_KEY = 11000;

    @TempDir
    Path directory;

    private MongoServer server;
    private MongoClient client;
    private MongoCollection<Document> cases;

    @BeforeEach
    void start() {
        server = MongoServer.start(directory, 0);
        connect();
        await(cases.createIndex(new Document("_id", 1).append("version", 1), new IndexOptions().unique(true)));
    }

    private void connect() {
        client = MongoClients.create(server.uri());
        cases = client.getDatabase("cases").getCollection("case");
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private static <T> T await(Publisher<T> publisher) {
        return Mono.from(publisher).block(ANSWER_MAX);
    }

    private static Document at(String id, long version) {
        return new Document("_id", id).append("version", version);
    }

    private UpdateResult write(String id, long expected, String state) {
        return await(cases.updateOne(at(id, expected), set(expected + 1, state), UPSERT));
    }

    private static Document set(long version, String state) {
        return new Document("$set", new Document("version", version).append("state", state));
    }

    private Document read(String id) {
        return await(cases.find(new Document("_id", id)).first());
    }

    @Nested
    class Writing_on_an_expected_version {

        @Test
        void creates_a_missing_document() {
            var result = write("case-1", 0, "open");

            assertThat(result.getUpsertedId()).isNotNull();
            assertThat(read("case-1")).isEqualTo(at("case-1", 1).append("state", "open"));
        }

        @Test
        void replaces_the_document_that_stands_at_that_version() {
            write("case-1", 0, "open");

            var result = write("case-1", 1, "closed");

            assertThat(result.getMatchedCount()).isOne();
            assertThat(result.getUpsertedId()).isNull();
            assertThat(read("case-1")).isEqualTo(at("case-1", 2).append("state", "closed"));
        }

        @Test
        void is_a_duplicate_key_when_the_document_stands_elsewhere() {
            write("case-1", 0, "open");
            write("case-1", 1, "closed");

            for (var expected : List.of(0L, 1L, 7L)) {
                var raced = catchThrowableOfType(MongoWriteException.class, () -> write("case-1", expected, "raced"));

                assertThat(raced.getError().getCode()).isEqualTo(DUPLICATE_KEY);
            }
            assertThat(read("case-1")).isEqualTo(at("case-1", 2).append("state", "closed"));
        }

        @Test
        void lets_exactly_one_of_many_racers_win_each_version() {
            write("case-1", 0, "open");

            for (var version = 1; version <= 50; version++) {
                var expected = version;
                var won = Flux.range(0, 8)
                        .flatMap(racer -> Mono.from(cases.updateOne(
                                        at("case-1", expected), set(expected + 1, "racer " + racer), UPSERT))
                                .map(UpdateResult::getMatchedCount)
                                .onErrorReturn(MongoWriteException.class, 0L))
                        .reduce(Long::sum)
                        .block(ANSWER_MAX);

                assertThat(won).isOne();
            }
            assertThat(read("case-1").getLong("version")).isEqualTo(51);
        }

        @Test
        void asks_the_index_for_the_one_document() {
            insertHundred();
            var before = SteadyCollection.documentsRead();

            write("case-42", 1, "closed");

            assertThat(SteadyCollection.documentsRead() - before).isOne();
        }

        @Test
        void asks_the_index_when_nothing_stands_there() {
            insertHundred();
            var before = SteadyCollection.documentsRead();

            assertThatExceptionOfType(MongoWriteException.class).isThrownBy(() -> write("case-42", 7, "raced"));

            assertThat(SteadyCollection.documentsRead() - before).isZero();
        }
    }

    private void insertHundred() {
        await(cases.insertMany(IntStream.range(0, 100)
                .mapToObj(i -> at("case-" + i, 1).append("state", "open"))
                .toList()));
    }

    @Nested
    class Writing_a_marker_and_an_aggregate_in_one_ordered_bulk {

        private BulkWriteResult bulk(String id, long expected, String state) {
            List<WriteModel<Document>> both = List.of(
                    new UpdateOneModel<>(
                            new Document("_id", "pending:007"),
                            new Document(
                                    "$push", new Document("marks", new Document("i", id).append("v", expected + 1))),
                            UPSERT),
                    new UpdateOneModel<>(at(id, expected), set(expected + 1, state), UPSERT));
            return await(cases.bulkWrite(both, new BulkWriteOptions().ordered(true)));
        }

        @Test
        void does_both() {
            bulk("case-1", 0, "open");
            bulk("case-1", 1, "closed");
            bulk("case-2", 0, "open");

            assertThat(read("pending:007").getList("marks", Document.class))
                    .containsExactly(mark("case-1", 1), mark("case-1", 2), mark("case-2", 1));
            assertThat(read("case-1")).isEqualTo(at("case-1", 2).append("state", "closed"));
        }

        @Test
        void names_the_raced_part_and_keeps_the_aggregate() {
            bulk("case-1", 0, "open");

            var raced = catchThrowableOfType(MongoBulkWriteException.class, () -> bulk("case-1", 0, "raced"));

            assertThat(raced.getWriteErrors()).singleElement().satisfies(error -> {
                assertThat(error.getCode()).isEqualTo(DUPLICATE_KEY);
                assertThat(error.getIndex()).isOne();
            });
            assertThat(raced.getWriteResult().getMatchedCount()).isOne();
            assertThat(read("case-1").getString("state")).isEqualTo("open");
        }

        @Test
        void stops_at_the_first_error() {
            write("case-1", 0, "open");
            List<WriteModel<Document>> models = List.of(
                    new UpdateOneModel<>(at("case-1", 0), set(1, "raced"), UPSERT),
                    new UpdateOneModel<>(at("case-2", 0), set(1, "never"), UPSERT));

            assertThatExceptionOfType(MongoBulkWriteException.class)
                    .isThrownBy(() -> await(cases.bulkWrite(models)))
                    .satisfies(raced -> assertThat(
                                    raced.getWriteErrors().getFirst().getIndex())
                            .isZero());

            assertThat(read("case-2")).isNull();
        }

        @Test
        void tells_the_upserts_by_their_place() {
            write("case-1", 0, "open");
            List<WriteModel<Document>> models = List.of(
                    new UpdateOneModel<>(at("case-1", 1), set(2, "closed"), UPSERT),
                    new UpdateOneModel<>(at("case-2", 0), set(1, "open"), UPSERT));

            var result = await(cases.bulkWrite(models));

            assertThat(result.getMatchedCount()).isOne();
            assertThat(result.getModifiedCount()).isOne();
            assertThat(result.getUpserts()).singleElement().satisfies(upsert -> {
                assertThat(upsert.getIndex()).isOne();
                assertThat(upsert.getId().asString().getValue()).isEqualTo("case-2");
            });
        }
    }

    private static Document mark(String id, long version) {
        return new Document("i", id).append("v", version);
    }

    @Nested
    class Clearing_after_publication {

        @Test
        void pulls_the_entries_up_to_a_sequence() {
            var outbox = IntStream.rangeClosed(1, 5)
                    .mapToObj(i -> new Document("sequence", (long) i).append("bytes", "e" + i))
                    .toList();
            await(cases.insertOne(at("case-1", 5).append("outbox", outbox)));

            await(cases.updateOne(
                    new Document("_id", "case-1"),
                    new Document("$pull", new Document("outbox", new Document("sequence", new Document("$lte", 3L))))));

            assertThat(read("case-1").getList("outbox", Document.class))
                    .extracting(entry -> entry.getLong("sequence"))
                    .containsExactly(4L, 5L);
            assertThat(read("case-1").getLong("version")).isEqualTo(5);
        }

        @Test
        void pulls_exactly_the_given_marks() {
            await(cases.insertOne(new Document("_id", "pending:000")
                    .append("marks", List.of(mark("case-1", 1), mark("case-1", 2), mark("case-2", 1)))));

            await(cases.updateOne(
                    new Document("_id", "pending:000"),
                    new Document(
                            "$pullAll",
                            new Document("marks", List.of(mark("case-1", 1), mark("case-2", 1), mark("case-9", 9))))));

            assertThat(read("pending:000").getList("marks", Document.class)).containsExactly(mark("case-1", 2));
        }

        @Test
        void does_both_for_many_in_one_bulk() {
            await(cases.insertMany(List.of(
                    at("case-1", 1).append("outbox", List.of(new Document("sequence", 1L))),
                    at("case-2", 1)
                            .append("outbox", List.of(new Document("sequence", 1L), new Document("sequence", 2L))),
                    new Document("_id", "pending:000")
                            .append("marks", List.of(mark("case-1", 1), mark("case-2", 1))))));
            List<WriteModel<Document>> models = List.of(
                    pull("case-1", 1),
                    pull("case-2", 1),
                    new UpdateOneModel<>(
                            new Document("_id", "pending:000"),
                            new Document("$pullAll", new Document("marks", List.of(mark("case-1", 1))))));

            await(cases.bulkWrite(models, new BulkWriteOptions().ordered(false)));

            assertThat(read("case-1").getList("outbox", Document.class)).isEmpty();
            assertThat(read("case-2").getList("outbox", Document.class)).containsExactly(new Document("sequence", 2L));
            assertThat(read("pending:000").getList("marks", Document.class)).containsExactly(mark("case-2", 1));
        }

        private UpdateOneModel<Document> pull(String id, long upTo) {
            return new UpdateOneModel<>(
                    new Document("_id", id),
                    new Document(
                            "$pull", new Document("outbox", new Document("sequence", new Document("$lte", upTo)))));
        }
    }

    @Nested
    class Reading_by_id {

        @Test
        void asks_the_index_for_several() {
            insertHundred();
            var ids = List.of("case-7", "case-99", "case-100", "case-0");
            var before = SteadyCollection.documentsRead();

            var found = Flux.from(cases.find(new Document("_id", new Document("$in", ids))))
                    .collectList()
                    .block(ANSWER_MAX);

            assertThat(found)
                    .extracting(document -> document.getString("_id"))
                    .containsExactlyInAnyOrder("case-0", "case-7", "case-99");
            assertThat(SteadyCollection.documentsRead() - before).isEqualTo(3);
        }

        @Test
        void never_shows_half_a_write() {
            write("case-1", 0, "0".repeat(2_000));
            var writer = CompletableFuture.runAsync(() -> {
                for (var version = 1L; version <= 1_500; version++) {
                    await(cases.updateOne(
                            at("case-1", version),
                            new Document(
                                    "$set",
                                    new Document("version", version + 1)
                                            .append("state", "s")
                                            .append("a", version)
                                            .append("b", "b".repeat(2_000))
                                            .append("c", version))));
                }
            });

            var torn = new ArrayList<Document>();
            while (!writer.isDone()) {
                var seen = read("case-1");
                if (seen.containsKey("a")
                        && (!seen.get("a").equals(seen.get("c")) || seen.getLong("version") != seen.getLong("a") + 1)) {
                    torn.add(seen);
                }
            }

            assertThat(writer).isCompleted();
            assertThat(torn).isEmpty();
        }
    }

    @Nested
    class Inserting_journal_entries {

        @Test
        void keeps_the_new_ones_beside_duplicates_and_counts_them() {
            await(cases.insertOne(new Document("_id", "case-1:1")));

            var raced = catchThrowableOfType(
                    MongoBulkWriteException.class,
                    () -> await(cases.insertMany(
                            List.of(
                                    new Document("_id", "case-1:1"),
                                    new Document("_id", "case-1:2"),
                                    new Document("_id", "case-1:3")),
                            new InsertManyOptions().ordered(false))));

            assertThat(raced.getWriteErrors()).extracting(e -> e.getCode()).containsExactly(DUPLICATE_KEY);
            assertThat(raced.getWriteResult().getInsertedCount()).isEqualTo(2);
            assertThat(read("case-1:3")).isNotNull();
        }
    }

    @Nested
    class Starting_again {

        @Test
        void finds_documents_and_unique_indexes_as_they_were() {
            write("case-1", 0, "open");
            await(cases.updateOne(
                    new Document("_id", "pending:000"),
                    new Document("$push", new Document("marks", mark("case-1", 1))),
                    UPSERT));
            client.close();
            server.close();

            server = MongoServer.start(directory, 0);
            connect();

            assertThat(write("case-1", 1, "closed").getMatchedCount()).isOne();
            assertThatExceptionOfType(MongoWriteException.class).isThrownBy(() -> write("case-1", 1, "raced"));
            await(cases.updateOne(
                    new Document("_id", "pending:000"),
                    new Document("$push", new Document("marks", mark("case-1", 2))),
                    UPSERT));
            assertThat(read("pending:000").getList("marks", Document.class)).hasSize(2);
        }

        @Test
        void refuses_data_in_a_form_that_it_cannot_read() throws Exception {
            var older = Files.createDirectory(directory.resolve("older"));
            try (var store = MVStore.open(older.resolve("mongo.mv").toString())) {
                store.openMap("databases.cases.case");
            }

            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> MongoServer.start(older, 0))
                    .withMessageContaining(older.toString());
        }

        @Test
        void refuses_a_port_that_is_taken() {
            assertThatExceptionOfType(PortTaken.class)
                    .isThrownBy(() -> MongoServer.start(directory.resolve("other"), server.port()))
                    .satisfies(taken -> assertThat(taken.port()).isEqualTo(server.port()));
        }
    }
}
