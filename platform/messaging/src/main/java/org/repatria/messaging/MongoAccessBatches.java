package org.repatria.messaging;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.bson.Document;
import org.repatria.messaging.accessjournal.AccessBatch;
import org.repatria.messaging.accessjournal.AccessBatches;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The access journal in the collection {@code access_journal}: one document a batch, found by {@code _id} only. */
public final class MongoAccessBatches implements AccessBatches {

    private static final Document ID_ONLY = new Document("_id", 1);
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> collection;

    public MongoAccessBatches(MongoDatabase database) {
        this.collection =
                database.getCollection("access_journal").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    @Override
    public Mono<Boolean> add(AccessBatch batch) {
        var document = new Document("_id", id(batch.chain(), batch.number()))
                .append("chain", batch.chain())
                .append("number", batch.number())
                .append("lastSequence", batch.lastSequence())
                .append("head", batch.head())
                .append("lines", batch.lines());
        return MongoStore.answered(Mono.from(collection.insertOne(document))
                .thenReturn(true)
                .onErrorResume(MongoAccessBatches::isThere, _ -> Mono.just(false)));
    }

    private static boolean isThere(Throwable error) {
        return error instanceof MongoWriteException e
                && ErrorCategory.fromErrorCode(e.getError().getCode()) == ErrorCategory.DUPLICATE_KEY;
    }

    @Override
    public Mono<Boolean> has(String chain, long number) {
        return MongoStore.answered(Mono.from(collection
                        .find(new Document("_id", id(chain, number)))
                        .projection(ID_ONLY)
                        .first())
                .hasElement());
    }

    @Override
    public Mono<List<AccessBatch>> read(String chain, long first, long last) {
        var ids = LongStream.rangeClosed(first, last)
                .mapToObj(number -> id(chain, number))
                .toList();
        return MongoStore.answered(Flux.from(collection.find(new Document("_id", new Document("$in", ids))))
                .map(MongoAccessBatches::batch)
                .collectSortedList(Comparator.comparingLong(AccessBatch::number)));
    }

    private static AccessBatch batch(Document document) {
        return new AccessBatch(
                document.getString("chain"),
                document.getLong("number"),
                document.getLong("lastSequence"),
                document.getString("head"),
                document.getList("lines", String.class));
    }

    @Override
    public Mono<Long> lastChain(String state) {
        return MongoStore.answered(
                        Mono.from(collection.find(marker(state)).first()).map(found -> found.getLong("last")))
                .defaultIfEmpty(0L);
    }

    @Override
    public Mono<Void> rememberChain(String state, long number) {
        var marker = marker(state);
        return MongoStore.answered(
                Mono.from(collection.replaceOne(marker, marker(state).append("last", number), UPSERT))
                        .then());
    }

    private static Document marker(String state) {
        return new Document("_id", "chains:" + state);
    }

    private static String id(String chain, long number) {
        return String.format(Locale.ROOT, "%s:%010d", chain, number);
    }
}
