package org.repatria.messaging.consuming;

import com.mongodb.WriteConcern;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import org.bson.Document;

/** Progress in the collection {@code consumer_progress}, one document per consumer and subject, read and written by {@code _id}. */
public final class MongoProgresses implements Progresses {

    private final MongoCollection<Document> collection;
    private volatile boolean prepared;

    public MongoProgresses(MongoDatabase database) {
        this.collection =
                database.getCollection("consumer_progress").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    @Override
    public Progress of(String consumer, String subject) {
        prepare();
        return MongoAnswers.first(collection.find(new Document("_id", id(consumer, subject))))
                .map(d -> new Progress(d.getLong("sequence"), d.getList("digests", String.class)))
                .orElse(Progress.NONE);
    }

    @Override
    public boolean advance(String consumer, String subject, Progress from, Progress to) {
        prepare();
        var fields = new Document("sequence", to.sequence()).append("digests", to.digests());
        if (from.sequence() == 0) {
            return MongoAnswers.inserted(collection.insertOne(new Document("_id", id(consumer, subject))
                    .append("sequence", to.sequence())
                    .append("digests", to.digests())));
        }
        // INVARIANT: a flat filter over exactly the fields of a unique index; the embedded server scans for anything
        // else.
        var filter = new Document("_id", id(consumer, subject)).append("sequence", from.sequence());
        return MongoAnswers.only(collection.updateOne(filter, new Document("$set", fields)))
                        .getMatchedCount()
                == 1;
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
