package org.repatria.messaging;

import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.types.Binary;
import org.repatria.messaging.AggregateStore.Marker;
import org.repatria.messaging.AggregateStore.Versions;
import org.repatria.messaging.AggregateStore.Write;
import org.repatria.messaging.CommandEnvelope.CommandId;
import org.repatria.messaging.JournalEntry.Publication;
import org.repatria.messaging.Receipts.CommandReceipt;
import org.repatria.messaging.Receipts.Digest;
import org.repatria.messaging.StoredAggregate.JournalHead;
import org.repatria.messaging.StoredAggregate.ToldHead;

/** What the documents look like: the only place that knows their field names. */
final class MongoDocuments {

    private static final String MARKER_PREFIX = "pending:";
    private static final int RECEIPT_BYTES = 6 * Long.BYTES + 1;

    /** What {@link #versions} needs of a document. */
    static final Document VERSIONS = new Document("version", 1).append("told.version", 1);

    private MongoDocuments() {}

    static boolean isMarker(String id) {
        return id.startsWith(MARKER_PREFIX);
    }

    static String markerId(int bucket) {
        return String.format(Locale.ROOT, "%s%03d", MARKER_PREFIX, bucket);
    }

    static String journalId(String aggregateId, long sequence) {
        return String.format(Locale.ROOT, "%s:%010d", aggregateId, sequence);
    }

    static WriteModel<Document> mark(int bucket, Collection<Marker> markers, UpdateOptions upsert) {
        var each = markers.stream().map(MongoDocuments::marker).toList();
        return new UpdateOneModel<>(
                new Document("_id", markerId(bucket)),
                new Document("$push", new Document("pending", new Document("$each", each))),
                upsert);
    }

    static WriteModel<Document> unmark(int bucket, List<Marker> markers) {
        var all = markers.stream().map(MongoDocuments::marker).toList();
        return new UpdateOneModel<>(
                new Document("_id", markerId(bucket)), new Document("$pullAll", new Document("pending", all)));
    }

    /** The one write of a command: whoever is no longer at the expected version meets the unique {@code _id}. */
    static WriteModel<Document> conditional(Write write, UpdateOptions upsert) {
        var next = write.next();
        var fields = new Document("version", next.version())
                .append("changedAt", next.changedAt().toString())
                .append("state", next.state())
                .append("receipts", receipts(next.receipts()))
                .append(
                        "journalHead",
                        new Document("sequence", next.journalHead().sequence())
                                .append("hash", next.journalHead().hash()))
                .append("published", next.published())
                .append("publishedConfided", next.publishedConfided())
                .append(
                        "told",
                        new Document("version", next.told().version())
                                .append("changedAt", next.told().changedAt().toString())
                                .append("entries", next.told().entries()));
        var each = write.newEntries().stream().map(MongoDocuments::entry).toList();
        // RACE: the outbox is pushed to, never set: entries that the relay has cleared meanwhile must not come back.
        var update = new Document("$set", fields).append("$push", new Document("outbox", new Document("$each", each)));
        // The filter is a flat document, and the embedded server's index needs it so.
        return new UpdateOneModel<>(
                new Document("_id", next.id()).append("version", write.expectedVersion()), update, upsert);
    }

    static WriteModel<Document> pull(String aggregateId, long upToSequence) {
        return new UpdateOneModel<>(
                new Document("_id", aggregateId),
                new Document(
                        "$pull", new Document("outbox", new Document("sequence", new Document("$lte", upToSequence)))));
    }

    static List<Marker> markers(Document document) {
        var bucket = Integer.parseInt(document.getString("_id").substring(MARKER_PREFIX.length()));
        return document.getList("pending", Document.class, List.of()).stream()
                .map(m -> new Marker(bucket, m.getString("i"), m.getLong("v"), m.getLong("w")))
                .toList();
    }

    private static Document marker(Marker marker) {
        return new Document("i", marker.aggregateId())
                .append("v", marker.version())
                .append("w", marker.nonce());
    }

    static StoredAggregate aggregate(Document document) {
        var head = document.get("journalHead", Document.class);
        var journalHead = new JournalHead(head.getLong("sequence"), head.getString("hash"));
        return new StoredAggregate(
                document.getString("_id"),
                document.getLong("version"),
                Instant.parse(document.getString("changedAt")),
                document.get("state", Document.class),
                document.getList("outbox", Document.class, List.of()).stream()
                        .map(MongoDocuments::journalEntry)
                        .toList(),
                receipts(document.get("receipts", Document.class)),
                journalHead,
                document.getLong("published"),
                Optional.ofNullable(document.getLong("publishedConfided")).orElse(0L),
                told(document, journalHead));
    }

    static Versions versions(Document document) {
        var version = document.getLong("version");
        return new Versions(
                version,
                Optional.ofNullable(document.get("told", Document.class))
                        .map(told -> told.getLong("version"))
                        .orElse(version));
    }

    /** Before anything could be confided, everything was told. */
    private static ToldHead told(Document document, JournalHead head) {
        return Optional.ofNullable(document.get("told", Document.class))
                .map(told -> new ToldHead(
                        told.getLong("version"), Instant.parse(told.getString("changedAt")), told.getLong("entries")))
                .orElseGet(() -> new ToldHead(
                        document.getLong("version"), Instant.parse(document.getString("changedAt")), head.sequence()));
    }

    static Document journalDocument(JournalEntry entry) {
        var document = new Document("_id", journalId(entry.aggregateId(), entry.sequence()));
        document.putAll(entry(entry));
        return document;
    }

    private static Document entry(JournalEntry entry) {
        var document = new Document("aggregateId", entry.aggregateId())
                .append("sequence", entry.sequence())
                .append("entry", entry.entry());
        entry.told().ifPresentOrElse(told -> document.append("told", told), () -> document.append("confided", true));
        entry.publication().ifPresent(p -> document.append("publication", publication(p)));
        return document.append("previousHash", entry.previousHash()).append("hash", entry.hash());
    }

    private static Document publication(Publication publication) {
        var document = new Document("sequence", publication.sequence())
                .append("type", publication.type())
                .append("data", publication.data())
                .append("time", publication.time())
                .append("states", List.copyOf(publication.states()));
        publication.traceparent().ifPresent(t -> document.append("traceparent", t));
        return document;
    }

    static JournalEntry journalEntry(Document document) {
        var sequence = document.getLong("sequence");
        return new JournalEntry(
                document.getString("aggregateId"),
                sequence,
                // Before anything could be confided, everything was told.
                document.getBoolean("confided", false)
                        ? Optional.empty()
                        : Optional.of(
                                Optional.ofNullable(document.getLong("told")).orElse(sequence)),
                document.getString("entry"),
                Optional.ofNullable(document.get("publication", Document.class))
                        .map(p -> new Publication(
                                p.getLong("sequence"),
                                p.getString("type"),
                                p.getString("data"),
                                p.getString("time"),
                                Set.copyOf(p.getList("states", String.class, List.of())),
                                Optional.ofNullable(p.getString("traceparent")))),
                document.getString("previousHash"),
                document.getString("hash"));
    }

    private static Document receipts(Receipts receipts) {
        return new Document("commands", new Binary(packed(receipts.commands())))
                .append("sources", new Document(new LinkedHashMap<>(receipts.sources())));
    }

    private static Receipts receipts(Document document) {
        var sources = new LinkedHashMap<String, Long>();
        document.get("sources", Document.class).forEach((subject, sequence) -> sources.put(subject, (Long) sequence));
        var commands = document.get("commands") instanceof Binary packed
                ? unpacked(packed.getData())
                // Before they were packed.
                : document.getList("commands", Document.class, List.of()).stream()
                        .map(MongoDocuments::receipt)
                        .toList();
        return new Receipts(commands, sources);
    }

    /** One after the other, {@value #RECEIPT_BYTES} bytes each: they are written anew with each command. */
    private static byte[] packed(List<CommandReceipt> receipts) {
        var bytes = ByteBuffer.allocate(receipts.size() * RECEIPT_BYTES);
        for (var receipt : receipts) {
            bytes.putLong(receipt.key().high())
                    .putLong(receipt.key().low())
                    .putLong(receipt.fingerprint().high())
                    .putLong(receipt.fingerprint().low())
                    .putLong(receipt.version())
                    .putLong(receipt.told())
                    .put((byte) (receipt.confided() ? 1 : 0));
        }
        return bytes.array();
    }

    private static List<CommandReceipt> unpacked(byte[] packed) {
        var bytes = ByteBuffer.wrap(packed);
        var receipts = new ArrayList<CommandReceipt>(packed.length / RECEIPT_BYTES);
        while (bytes.hasRemaining()) {
            receipts.add(new CommandReceipt(
                    new Digest(bytes.getLong(), bytes.getLong()),
                    new Digest(bytes.getLong(), bytes.getLong()),
                    bytes.getLong(),
                    bytes.getLong(),
                    bytes.get() == 1));
        }
        return receipts;
    }

    private static CommandReceipt receipt(Document document) {
        var version = document.getLong("version");
        return CommandReceipt.of(
                new CommandId(document.getString("key"), document.getString("fingerprint")),
                new Versions(
                        version, Optional.ofNullable(document.getLong("told")).orElse(version)),
                document.getBoolean("confided", false));
    }
}
