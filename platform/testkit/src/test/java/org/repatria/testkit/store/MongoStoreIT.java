package org.repatria.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.repatria.messaging.AggregateStore;
import org.repatria.messaging.AggregateStore.Versions;
import org.repatria.messaging.CommandEnvelope.CommandId;
import org.repatria.messaging.JournalEntry;
import org.repatria.messaging.MongoStore;
import org.repatria.messaging.Receipts;
import org.repatria.messaging.StoredAggregate.ToldHead;
import org.repatria.servers.MongoServer;
import reactor.core.publisher.Mono;

class MongoStoreIT extends AggregateStoreContract {

    @TempDir
    static Path directory;

    private static MongoServer server;
    private static MongoClient client;
    private static int stores;

    @BeforeAll
    static void start() {
        server = MongoServer.start(directory, 0);
        client = MongoClients.create(server.uri());
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @Test
    void a_document_from_before_anything_could_be_confided_is_told_altogether() {
        var collection = "old" + ++stores;
        var entry = new Document("aggregateId", "parcel-old")
                .append("sequence", 7L)
                .append("entry", "{}")
                .append("publication", publication())
                .append("previousHash", "a")
                .append("hash", "b");
        insert(
                collection,
                new Document("_id", "parcel-old")
                        .append("version", 5L)
                        .append("changedAt", "2026-03-02T12:00:00Z")
                        .append("state", new Document("type", "Posted"))
                        .append("outbox", List.of(entry))
                        .append("receipts", receipts())
                        .append("journalHead", new Document("sequence", 7L).append("hash", "b"))
                        .append("published", 3L));
        var store = new MongoStore(client.getDatabase("suite"), collection);

        var read = Objects.requireNonNull(store.load(List.of("parcel-old")).block())
                .get("parcel-old");

        assertThat(read.told()).isEqualTo(new ToldHead(5, Instant.parse("2026-03-02T12:00:00Z"), 7));
        assertThat(read.publishedConfided()).isZero();
        assertThat(read.outbox()).extracting(JournalEntry::told).containsExactly(Optional.of(7L));
        assertThat(read.receipts().commands())
                .containsExactly(
                        Receipts.CommandReceipt.of(new CommandId("ana|POST|k1", "f1"), new Versions(5, 5), false));
        assertThat(store.versions(List.of("parcel-old")).block()).containsValue(new Versions(5, 5));
    }

    private static Document publication() {
        return new Document("sequence", 3L)
                .append("type", "parcel.posted.v1")
                .append("data", "{}")
                .append("time", "2026-03-02T12:00:00Z");
    }

    private static Document receipts() {
        var command =
                new Document("key", "ana|POST|k1").append("fingerprint", "f1").append("version", 5L);
        return new Document("commands", List.of(command)).append("sources", new Document());
    }

    private static void insert(String collection, Document document) {
        Mono.from(client.getDatabase("suite").getCollection(collection).insertOne(document))
                .block();
    }

    @Override
    protected AggregateStore emptyStore() {
        return new MongoStore(client.getDatabase("suite"), "parcels" + ++stores);
    }
}
