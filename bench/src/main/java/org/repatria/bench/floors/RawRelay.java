package org.repatria.bench.floors;

import com.mongodb.ConnectionString;
import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * The floor of our relay: the least program that loses nothing and keeps the order of each aggregate.
 *
 * <p>Documents like a case's hold what is to be published, and a marker names some of them, so that they are found
 * after a death without reading the whole collection. One round reads the documents of a marker, sends all of them,
 * waits for all acknowledgements, and takes what was sent from the documents in one bulk, whose last write removes the
 * marker. A death in between repeats a round.
 */
public final class RawRelay implements AutoCloseable {

    private static final String MARKER_PREFIX = "pending:";

    private static final BulkWriteOptions IN_ORDER = new BulkWriteOptions().ordered(true);

    /** LIMIT: documents in one round, as many as our relay takes together. */
    private static final int BATCH = 250;

    private final MongoClient client;
    private final MongoCollection<Document> documents;
    private final Document fields;
    private final RawTopic topic;
    private int markers;

    private RawRelay(MongoClient client, MongoCollection<Document> documents, Document fields, RawTopic topic) {
        this.client = client;
        this.documents = documents;
        this.fields = fields;
        this.topic = topic;
    }

    /**
     * Collections of its own on the same server.
     *
     * @param caseId a case whose shape and size its documents have
     * @param uri connection string of the case-service's database
     * @param topic where it sends; closed by whoever made it
     */
    public static RawRelay like(String caseId, String uri, RawTopic topic) throws IOException {
        var connection = new ConnectionString(uri);
        var client = MongoClients.create(connection);
        try {
            var named = connection.getDatabase();
            var database = client.getDatabase(named == null ? "cases" : named)
                    .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
            var fields = RawStore.found(database.getCollection("cases"), caseId);
            fields.remove("_id");
            fields.remove("outbox");
            return new RawRelay(client, database.getCollection("bench_relay"), fields, topic);
        } catch (IOException | MongoException e) {
            client.close();
            throw e instanceof IOException known ? known : new IOException(e);
        }
    }

    /** Leaves these to be published, in this order, in one document for each key. What was there before goes. */
    public void leave(List<ConsumerRecord<byte[], byte[]>> records) throws IOException {
        try {
            documents.drop();
            markers = 0;
            var byKey = new LinkedHashMap<String, List<Document>>();
            for (var record : records) {
                var outbox = byKey.computeIfAbsent(PlainReader.key(record), _ -> new ArrayList<>());
                outbox.add(entry(outbox.size() + 1, record));
            }
            var batch = new ArrayList<Document>();
            for (var one : byKey.entrySet()) {
                batch.add(new Document("_id", one.getKey()).append("outbox", one.getValue()));
                if (batch.size() == BATCH) {
                    insert(batch);
                    batch.clear();
                }
            }
            if (!batch.isEmpty()) {
                insert(batch);
            }
        } catch (MongoException e) {
            throw new IOException(e);
        }
    }

    private static Document entry(int sequence, ConsumerRecord<byte[], byte[]> record) {
        var headers = new Document();
        record.headers().forEach(header -> headers.append(header.key(), new Binary(header.value())));
        return new Document("sequence", sequence)
                .append("key", new Binary(record.key()))
                .append("value", record.value() == null ? null : new Binary(record.value()))
                .append("headers", headers);
    }

    /** The marker first: a document without one would never be found. */
    private void insert(List<Document> batch) {
        batch.forEach(document -> fields.forEach(document::append));
        documents.insertOne(new Document("_id", MARKER_PREFIX + markers++)
                .append(
                        "ids",
                        batch.stream()
                                .map(document -> document.getString("_id"))
                                .toList()));
        documents.insertMany(batch);
    }

    /** Publishes everything that was left, round by round, and gives how many records that were. */
    public int drain() throws IOException, InterruptedException {
        try {
            var sent = 0;
            for (var marker : markers()) {
                sent += round(marker);
            }
            return sent;
        } catch (MongoException e) {
            throw new IOException(e);
        }
    }

    private List<Document> markers() {
        var ids = IntStream.range(0, markers)
                .mapToObj(number -> MARKER_PREFIX + number)
                .toList();
        return documents.find(new Document("_id", new Document("$in", ids))).into(new ArrayList<>());
    }

    /** Whether nothing is left of which a marker tells. */
    public boolean isDrained() {
        return markers().isEmpty();
    }

    private int round(Document marker) throws IOException, InterruptedException {
        var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
        var clearing = new ArrayList<WriteModel<Document>>();
        var ids = marker.getList("ids", String.class);
        var found = new HashMap<String, Document>();
        documents
                .find(new Document("_id", new Document("$in", ids)))
                .forEach(document -> found.put(document.getString("_id"), document));
        for (var id : ids) {
            var outbox = found.getOrDefault(id, new Document()).getList("outbox", Document.class, List.of());
            outbox.forEach(entry -> records.add(record(entry)));
            if (!outbox.isEmpty()) {
                clearing.add(cleared(id, outbox.getLast().getInteger("sequence")));
            }
        }
        topic.publish(records);
        // INVARIANT: documents first, the marker last. Between the two nothing can be left that no marker names.
        clearing.add(new DeleteOneModel<>(new Document("_id", marker.getString("_id"))));
        documents.bulkWrite(clearing, IN_ORDER);
        return records.size();
    }

    private static ProducerRecord<byte[], byte[]> record(Document entry) {
        var headers = new RecordHeaders();
        for (var header : entry.get("headers", Document.class).entrySet()) {
            headers.add(header.getKey(), ((Binary) header.getValue()).getData());
        }
        var value = entry.get("value", Binary.class);
        return new ProducerRecord<>(
                RawTopic.TOPIC,
                null,
                entry.get("key", Binary.class).getData(),
                value == null ? null : value.getData(),
                headers);
    }

    private static WriteModel<Document> cleared(String id, int upTo) {
        var sent = new Document("sequence", new Document("$lte", upTo));
        return new UpdateOneModel<>(new Document("_id", id), new Document("$pull", new Document("outbox", sent)));
    }

    @Override
    public void close() {
        client.close();
    }
}
