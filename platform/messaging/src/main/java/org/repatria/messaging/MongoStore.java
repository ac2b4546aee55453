package org.repatria.messaging;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps aggregates in a MongoDB collection, each in one document, and touches them by {@code _id} only. See ADR-0001.
 */
public final class MongoStore implements AggregateStore {

    private static final WriteConcern DURABLE = WriteConcern.MAJORITY.withJournal(true);
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final BulkWriteOptions IN_ORDER = new BulkWriteOptions().ordered(true);
    private static final InsertManyOptions EACH_BY_ITSELF = new InsertManyOptions().ordered(false);

    private final MongoDatabase database;
    private final MongoCollection<Document> documents;
    private final MongoCollection<Document> journal;
    private final AtomicLong writes = new AtomicLong(ThreadLocalRandom.current().nextLong(Integer.MAX_VALUE));
    private volatile boolean prepared;

    /** The aggregates of one kind in {@code collection}, their journal in {@code <collection>_journal}. */
    public MongoStore(MongoDatabase database, String collection) {
        this.database = database;
        this.documents = database.getCollection(collection).withWriteConcern(DURABLE);
        this.journal = database.getCollection(collection + "_journal").withWriteConcern(DURABLE);
    }

    @Override
    public Mono<Map<String, StoredAggregate>> load(Collection<String> aggregateIds) {
        return answered(Flux.from(documents.find(byIds(aggregateIds)))
                .collectMap(d -> d.getString("_id"), MongoDocuments::aggregate));
    }

    @Override
    public Mono<Map<String, Versions>> versions(Collection<String> aggregateIds) {
        return answered(Flux.from(documents.find(byIds(aggregateIds)).projection(MongoDocuments.VERSIONS))
                .collectMap(d -> d.getString("_id"), MongoDocuments::versions));
    }

    @Override
    public Mono<Written> write(List<Write> toWrite) {
        if (toWrite.isEmpty()) {
            return Mono.just(new Written(Set.of(), Map.of()));
        }
        return prepare().then(Mono.defer(() -> {
            var bucket = (int) (writes.incrementAndGet() / Limits.WRITES_PER_MARKER_BUCKET % Limits.MARKER_BUCKETS);
            var markers = new LinkedHashMap<String, Marker>();
            for (var write : toWrite) {
                var id = write.next().id();
                markers.put(
                        id,
                        new Marker(
                                bucket,
                                id,
                                write.next().version(),
                                ThreadLocalRandom.current().nextLong()));
            }
            var raced = new HashSet<String>();
            // INVARIANT: the marker comes before the document, in the same ordered command. The other way round a crash
            // between the two would leave an outbox that no sweep finds.
            var models = new ArrayList<WriteModel<Document>>(toWrite.size() + 1);
            models.add(MongoDocuments.mark(bucket, markers.values(), UPSERT));
            toWrite.forEach(write -> models.add(MongoDocuments.conditional(write, UPSERT)));
            return answered(inOrder(models, raced)).thenReturn(new Written(raced, markers));
        }));
    }

    /** An ordered command stops at the first that was raced; the ones after it are sent again, without it. */
    private Mono<Void> inOrder(List<WriteModel<Document>> models, Set<String> raced) {
        return Mono.from(documents.bulkWrite(models, IN_ORDER))
                .then()
                .onErrorResume(MongoBulkWriteException.class, e -> {
                    if (e.getWriteErrors().size() != 1 || e.getWriteConcernError() != null) {
                        return Mono.error(e);
                    }
                    var error = e.getWriteErrors().getFirst();
                    if (ErrorCategory.fromErrorCode(error.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                        return Mono.error(e);
                    }
                    var model = (UpdateOneModel<Document>) models.get(error.getIndex());
                    var id = ((Document) model.getFilter()).getString("_id");
                    var rest = List.copyOf(models.subList(error.getIndex() + 1, models.size()));
                    if (MongoDocuments.isMarker(id)) {
                        // RACE: two writers made the same marker document at once; now it exists.
                        return inOrder(models, raced);
                    }
                    raced.add(id);
                    return rest.isEmpty() ? Mono.empty() : inOrder(rest, raced);
                });
    }

    @Override
    public Mono<Void> clear(Map<String, Long> relayedUpTo, Collection<Marker> markers) {
        var models = new ArrayList<WriteModel<Document>>();
        relayedUpTo.forEach((id, sequence) -> models.add(MongoDocuments.pull(id, sequence)));
        var byBucket = new HashMap<Integer, List<Marker>>();
        markers.forEach(m ->
                byBucket.computeIfAbsent(m.bucket(), _ -> new ArrayList<>()).add(m));
        byBucket.forEach((bucket, some) -> models.add(MongoDocuments.unmark(bucket, some)));
        // INVARIANT: outboxes first, markers last, for the same reason as in write.
        return models.isEmpty()
                ? Mono.empty()
                : answered(Mono.from(documents.bulkWrite(models, IN_ORDER)).then());
    }

    @Override
    public Mono<List<Marker>> markers() {
        var buckets = LongStream.range(0, Limits.MARKER_BUCKETS)
                .mapToObj(b -> MongoDocuments.markerId((int) b))
                .toList();
        return answered(Flux.from(documents.find(byIds(buckets)))
                .flatMapIterable(MongoDocuments::markers)
                .collectList());
    }

    @Override
    public Mono<Void> appendToJournal(List<JournalEntry> entries) {
        if (entries.isEmpty()) {
            return Mono.empty();
        }
        var inserts = entries.stream().map(MongoDocuments::journalDocument).toList();
        return answered(Mono.from(journal.insertMany(inserts, EACH_BY_ITSELF))
                .then()
                .onErrorResume(MongoBulkWriteException.class, e -> onlyRepeats(e) ? Mono.empty() : Mono.error(e)));
    }

    private static boolean onlyRepeats(MongoBulkWriteException e) {
        return e.getWriteConcernError() == null
                && e.getWriteErrors().stream()
                        .allMatch(w -> ErrorCategory.fromErrorCode(w.getCode()) == ErrorCategory.DUPLICATE_KEY);
    }

    @Override
    public Mono<List<JournalEntry>> journal(String aggregateId, long firstSequence, long lastSequence) {
        if (firstSequence > lastSequence) {
            return Mono.just(List.of());
        }
        var ids = LongStream.rangeClosed(firstSequence, lastSequence)
                .mapToObj(sequence -> MongoDocuments.journalId(aggregateId, sequence))
                .toList();
        return answered(Flux.from(journal.find(byIds(ids)))
                .map(MongoDocuments::journalEntry)
                .collectSortedList(Comparator.comparingLong(JournalEntry::sequence)));
    }

    @Override
    public Flux<String> allIds() {
        return Flux.from(documents.find().projection(new Document("_id", 1)))
                .map(d -> d.getString("_id"))
                .filter(id -> !MongoDocuments.isMarker(id))
                .onErrorMap(MongoStore::isAway, e -> new StoreUnavailable("MongoDB does not answer", e));
    }

    /**
     * Creates the index by which the embedded server finds by {@code (_id, version)}. It finds so only through an index
     * on exactly these; MongoDB itself needs none, since {@code _id} leaves at most one document to look at.
     */
    private Mono<Void> prepare() {
        if (prepared) {
            return Mono.empty();
        }
        return answered(Mono.from(database.runCommand(new Document("buildInfo", 1)))
                        .filter(info -> !info.containsKey("gitVersion"))
                        .flatMap(_ -> Mono.from(documents.createIndex(
                                new Document("_id", 1).append("version", 1), new IndexOptions().unique(true))))
                        .then())
                .doOnSuccess(_ -> prepared = true);
    }

    private static Document byIds(Collection<String> ids) {
        return ids.size() == 1
                ? new Document("_id", ids.iterator().next())
                : new Document("_id", new Document("$in", List.copyOf(ids)));
    }

    static <T> Mono<T> answered(Mono<T> request) {
        return request.timeout(Limits.STORE_TIMEOUT)
                .onErrorMap(MongoStore::isAway, e -> new StoreUnavailable("MongoDB does not answer", e));
    }

    /**
     * Whether the database did not answer. What it says about a request is a defect of ours; anything else means that
     * it did not answer.
     */
    private static boolean isAway(Throwable e) {
        return switch (e) {
            case TimeoutException _ -> true;
            case MongoNotPrimaryException _, MongoNodeIsRecoveringException _ -> true;
            case MongoBulkWriteException b -> b.getWriteConcernError() != null;
            case MongoWriteException _, MongoCommandException _ -> false;
            case MongoException _ -> true;
            default -> false;
        };
    }
}
