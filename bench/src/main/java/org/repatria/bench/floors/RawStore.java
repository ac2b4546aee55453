package org.repatria.bench.floors;

import com.mongodb.ConnectionString;
import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;

/**
 * The floor of a durable command and of a list's rows. It is the driver's writes of documents like a case's, and
 * nothing else.
 *
 * <p>One update is one ordered bulk of two: the push of a marker, and the update on {@code {_id, version}}. Nothing is
 * read, decided, published or cleared, so the outbox is set instead of pushed to, and a marker document starts anew
 * each time its turn comes.
 */
public final class RawStore implements AutoCloseable {

    private static final WriteConcern DURABLE = WriteConcern.MAJORITY.withJournal(true);
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final BulkWriteOptions IN_ORDER = new BulkWriteOptions().ordered(true);
    private static final InsertManyOptions EACH_BY_ITSELF = new InsertManyOptions().ordered(false);

    /** Markers of ours: so many documents, and so many writes to one before the next. */
    private static final int BUCKETS = 256;

    private static final int WRITES_PER_BUCKET = 16;

    /** LIMIT: documents in one insert, as many as the intake of a list looks at together. */
    private static final int BATCH = 250;

    private final MongoClient client;
    private final MongoCollection<Document> updated;
    private final MongoCollection<Document> inserted;
    private final Document fields;
    private final BlockingQueue<Known> idle;
    private final AtomicLong writes = new AtomicLong();
    private final AtomicLong inserts = new AtomicLong();

    private record Known(String id, long version) {}

    private RawStore(
            MongoClient client,
            MongoCollection<Document> updated,
            MongoCollection<Document> inserted,
            Document fields,
            int documents) {
        this.client = client;
        this.updated = updated;
        this.inserted = inserted;
        this.fields = fields;
        this.idle = new ArrayBlockingQueue<>(documents);
    }

    /**
     * Documents of the shape and size of this case, in collections of their own on the same server.
     *
     * @param caseId a case with at least one journal entry, which stands in for what waits in an outbox
     * @param uri connection string of the case-service's database
     */
    public static RawStore like(String caseId, int documents, String uri) throws IOException {
        var connection = new ConnectionString(uri);
        var client = MongoClients.create(connection);
        try {
            var named = connection.getDatabase();
            var database = client.getDatabase(named == null ? "cases" : named);
            var one = found(database.getCollection("cases"), caseId);
            var entry =
                    found(database.getCollection("cases_journal"), String.format(Locale.ROOT, "%s:%010d", caseId, 1));
            one.remove("_id");
            entry.remove("_id");
            one.put("outbox", List.of(entry));
            var updated = database.getCollection("bench_floor").withWriteConcern(DURABLE);
            var inserted = database.getCollection("bench_floor_rows").withWriteConcern(DURABLE);
            // The embedded server finds by (_id, version) only through an index on exactly these; ours has the same.
            updated.createIndex(new Document("_id", 1).append("version", 1), new IndexOptions().unique(true));
            var store = new RawStore(client, updated, inserted, one, documents);
            store.fill(documents);
            return store;
        } catch (IOException | MongoException e) {
            client.close();
            throw e instanceof IOException known ? known : new IOException(e);
        }
    }

    static Document found(MongoCollection<Document> documents, String id) throws IOException {
        var document = documents.find(new Document("_id", id)).first();
        if (document == null) {
            throw new IOException("there is no document " + id);
        }
        return document;
    }

    private void fill(int documents) {
        var all = new ArrayList<Document>();
        for (var i = 0; i < documents; i++) {
            var known = new Known("floor-" + i, 1);
            all.add(document(known));
            idle.add(known);
        }
        updated.insertMany(all);
    }

    private Document document(Known known) {
        var document = new Document("_id", known.id());
        document.putAll(fields);
        return document.append("version", known.version());
    }

    /** One durable conditional update of a document that nobody else is updating. */
    public void update() throws IOException, InterruptedException {
        var known = idle.take();
        var next = new Known(known.id(), known.version() + 1);
        try {
            var set = new Document(fields).append("version", next.version());
            var condition = new Document("_id", known.id()).append("version", known.version());
            List<WriteModel<Document>> models =
                    List.of(marking(known), new UpdateOneModel<>(condition, new Document("$set", set), UPSERT));
            updated.bulkWrite(models, IN_ORDER);
        } catch (MongoException e) {
            idle.add(known);
            throw new IOException(e);
        }
        idle.add(next);
    }

    private WriteModel<Document> marking(Known known) {
        var write = writes.getAndIncrement();
        var bucket = write / WRITES_PER_BUCKET % BUCKETS;
        var marker = new Document("i", known.id()).append("v", known.version()).append("w", write);
        var change = write % WRITES_PER_BUCKET == 0
                ? new Document("$set", new Document("pending", List.of(marker)))
                : new Document("$push", new Document("pending", marker));
        return new UpdateOneModel<>(
                new Document("_id", String.format(Locale.ROOT, "pending:%03d", bucket)), change, UPSERT);
    }

    /** Durable inserts of so many documents, in batches of the size that the intake of a list uses. */
    public void insert(int documents) throws IOException {
        try {
            for (var left = documents; left > 0; left -= BATCH) {
                var batch = new ArrayList<Document>();
                for (var i = 0; i < Math.min(left, BATCH); i++) {
                    batch.add(document(new Known("row-" + inserts.getAndIncrement(), 1)));
                }
                inserted.insertMany(batch, EACH_BY_ITSELF);
            }
        } catch (MongoException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
