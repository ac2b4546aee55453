package org.repatria.servers;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.Unpooled;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.jspecify.annotations.Nullable;

/**
 * Keeps its documents as BSON, by their {@code _id}. Every reader gets a document of its own, so that an answer on its
 * way to one client never shows half of the next client's write.
 */
final class SteadyCollection extends AbstractSynchronizedMongoCollection<Object> {

    private static final LongAdder READ = new LongAdder();

    private final MVMap<Object, byte[]> documents;

    SteadyCollection(
            MongoDatabase database, String name, CollectionOptions options, MVStore store, CursorRegistry cursors) {
        super(database, name, options, cursors);
        this.documents = store.openMap(
                "databases." + database.getDatabaseName() + "." + name,
                new MVMap.Builder<Object, byte[]>()
                        .keyType(BsonValueType.INSTANCE)
                        .valueType(ByteArrayDataType.INSTANCE));
    }

    /**
     * How many documents were read in this process so far. One that was found by an index counts one, a scan counts
     * all.
     */
    static long documentsRead() {
        return READ.sum();
    }

    private static byte[] encoded(Document document) {
        return BsonValueType.written(buffer -> BsonEncoder.encodeDocument(document, buffer));
    }

    private static Document decoded(byte[] document) {
        READ.increment();
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(document));
    }

    @Override
    protected @Nullable Object addDocumentInternal(Document document) {
        var id = getIdField();
        var position = id == null ? UUID.randomUUID() : Utils.getSubdocumentValue(document, id);
        var previous = documents.putIfAbsent(Missing.ofNullable(position), encoded(document));
        if (previous != null) {
            throw new IllegalStateException(position + " is stored already in " + this);
        }
        return position;
    }

    @Override
    protected void handleUpdate(Object position, Document before, Document after) {
        documents.put(Missing.ofNullable(position), encoded(after));
    }

    @Override
    protected void removeDocument(Object position) {
        if (documents.remove(position) == null) {
            throw new IllegalStateException(position + " is not stored in " + this);
        }
    }

    @Override
    protected @Nullable Document getDocument(Object position) {
        var document = documents.get(position);
        return document == null ? null : decoded(document);
    }

    @Override
    protected Stream<DocumentWithPosition<Object>> streamAllDocumentsWithPosition() {
        return documents.entrySet().stream()
                .map(entry -> new DocumentWithPosition<>(decoded(entry.getValue()), entry.getKey()));
    }

    @Override
    protected QueryResult matchDocuments(
            Document query,
            @Nullable Document order,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        var all = streamAllDocumentsWithPosition();
        var inOrder = isNaturalDescending(order)
                ? all.sorted((a, b) -> ValueComparator.desc().compare(a.getPosition(), b.getPosition()))
                : all;
        return matchDocumentsFromStream(
                inOrder.map(DocumentWithPosition::getDocument), query, order, skip, limit, batchSize, projection);
    }

    @Override
    public int count() {
        return documents.size();
    }

    @Override
    public boolean isEmpty() {
        return documents.isEmpty();
    }

    /** Counted when asked: a running sum would be one more page to write with every command. */
    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int change) {
        throw new UnsupportedOperationException("the size of the data is not tracked");
    }

    @Override
    protected int getDataSize() {
        return documents.values().stream().mapToInt(document -> document.length).sum();
    }
}
