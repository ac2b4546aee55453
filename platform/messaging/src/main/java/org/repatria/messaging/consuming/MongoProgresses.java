package org.repatria.messaging.consuming;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.repatria.messaging.StoreUnavailable;
import reactor.core.publisher.Flux;

/**
 * Progress in the collection {@code consumer_progress}, one document per consumer and subject. It is read and written
 * by {@code _id}.
 */
public final class MongoProgresses implements Progresses {

    private static final BulkWriteOptions EACH_BY_ITSELF = new BulkWriteOptions().ordered(false);

    private final MongoCollection<Document> collection;
    private volatile boolean prepared;

    public MongoProgresses(MongoDatabase database) {
        this.collection =
                database.getCollection("consumer_progress").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    @Override
    public Map<String, Progress> of(String consumer, Collection<String> subjects) {
        prepare();
        var ids = subjects.stream().map(subject -> id(consumer, subject)).toList();
        var filter = ids.size() == 1
                ? new Document("_id", ids.getFirst())
                : new Document("_id", new Document("$in", List.copyOf(ids)));
        var found = MongoAnswers.first(Flux.from(collection.find(filter))
                        .collectMap(d -> d.getString("_id"), MongoProgresses::progress))
                .orElse(Map.of());
        var bySubject = new HashMap<String, Progress>();
        subjects.forEach(subject -> bySubject.put(subject, found.getOrDefault(id(consumer, subject), Progress.NONE)));
        return bySubject;
    }

    @Override
    public Set<String> advance(String consumer, Map<String, Step> steps) {
        prepare();
        var moves = new ArrayList<WriteModel<Document>>();
        steps.forEach((subject, step) -> moves.add(move(id(consumer, subject), step)));
        try {
            var done = MongoAnswers.only(collection.bulkWrite(moves, EACH_BY_ITSELF));
            return done.getInsertedCount() + done.getMatchedCount() == moves.size() ? steps.keySet() : Set.of();
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() == null && e.getWriteErrors().stream().allMatch(MongoProgresses::wasThere)) {
                return Set.of();
            }
            throw new StoreUnavailable("the database did not take a consumer's progress", e);
        }
    }

    private static boolean wasThere(BulkWriteError error) {
        return ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY;
    }

    private static WriteModel<Document> move(String id, Step step) {
        var fields = new Document("sequence", step.to().sequence())
                .append("digests", step.to().digests());
        if (step.from().sequence() == 0) {
            return new InsertOneModel<>(fields.append("_id", id));
        }
        // INVARIANT: a flat filter over exactly the fields of a unique index; the embedded server scans for anything
        // else.
        return new UpdateOneModel<>(
                new Document("_id", id).append("sequence", step.from().sequence()), new Document("$set", fields));
    }

    private static Progress progress(Document d) {
        return new Progress(d.getLong("sequence"), d.getList("digests", String.class));
    }

    private void prepare() {
        if (!prepared) {
            MongoAnswers.first(collection.createIndex(
                    new Document("_id", 1).append("sequence", 1), new IndexOptions().unique(true)));
            prepared = true;
        }
    }

    private static String id(String consumer, String subject) {
        return consumer + "|" + subject;
    }
}
