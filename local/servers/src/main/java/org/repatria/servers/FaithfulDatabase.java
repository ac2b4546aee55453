package org.repatria.servers;

import static java.util.Objects.requireNonNull;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVStore;

/**
 * Corrects where the embedded server's commands differ from MongoDB's. Ordered updates stop at the first error, inserts
 * count.
 */
final class FaithfulDatabase extends H2Database {

    private final MVStore store;

    FaithfulDatabase(String name, MVStore store, CursorRegistry cursors) {
        // INVARIANT: set before the parent's constructor, which already opens collections.
        this.store = store;
        super(name, store, cursors);
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
        return new SteadyCollection(this, name, options, store, cursorRegistry);
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        // INVARIANT: the map's name is the parent's, which removes it when the index is dropped.
        var map = getDatabaseName() + "." + collection + "._index_" + name;
        return new StoredUniqueIndex(store, map, name, keys, sparse);
    }

    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
        return switch (command) {
            case "update" -> update(channel, query, databases, oplog);
            case "insert" -> withTrueCount(query, super.handleCommand(channel, command, query, databases, oplog));
            default -> super.handleCommand(channel, command, query, databases, oplog);
        };
    }

    private Document update(Channel channel, Document query, DatabaseResolver databases, Oplog oplog) {
        var updates = documents(query, "updates");
        if (updates.size() < 2 || !isOrdered(query)) {
            return super.handleCommand(channel, "update", query, databases, oplog);
        }
        var matched = 0;
        var modified = 0;
        var upserted = new ArrayList<Document>();
        var errors = new ArrayList<Document>();
        for (var index = 0; index < updates.size() && errors.isEmpty(); index++) {
            var one = query.clone();
            one.put("updates", List.of(updates.get(index)));
            var answer = super.handleCommand(channel, "update", one, databases, oplog);
            matched += number(answer, "n");
            modified += number(answer, "nModified");
            upserted.addAll(atIndex(index, documents(answer, "upserted")));
            errors.addAll(atIndex(index, documents(answer, "writeErrors")));
        }
        var answer = new Document("n", matched).append("nModified", modified);
        if (!upserted.isEmpty()) {
            answer.put("upserted", upserted);
        }
        if (!errors.isEmpty()) {
            answer.put("writeErrors", errors);
        }
        Utils.markOkay(answer);
        return answer;
    }

    private static Document withTrueCount(Document query, Document answer) {
        var errors = documents(answer, "writeErrors");
        if (!errors.isEmpty()) {
            var asked = documents(query, "documents").size();
            answer.put("n", isOrdered(query) ? number(errors.getFirst(), "index") : asked - errors.size());
        }
        return answer;
    }

    private static boolean isOrdered(Document query) {
        return Utils.isTrue(query.getOrDefault("ordered", true));
    }

    private static List<Document> atIndex(int index, List<Document> results) {
        results.forEach(result -> result.put("index", index));
        return results;
    }

    private static int number(Document holder, String field) {
        return ((Number) requireNonNull(holder.get(field))).intValue();
    }

    private static List<Document> documents(Document holder, String field) {
        return holder.get(field) instanceof Iterable<?> values
                ? StreamSupport.stream(values.spliterator(), false)
                        .map(Document.class::cast)
                        .toList()
                : List.of();
    }
}
