package org.repatria.servers;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * Hands out copies of its documents. The parent hands out the stored objects and changes them in place, so that an answer on its way
 * to one client could show half of the next client's write.
 */
final class SteadyCollection extends H2Collection {

    SteadyCollection(
            MongoDatabase database, String name, CollectionOptions options, MVStore store, CursorRegistry cursors) {
        super(
                database,
                name,
                options,
                store.openMap("databases." + database.getDatabaseName() + "." + name),
                store.openMap("meta." + database.getDatabaseName() + "." + name),
                cursors);
    }

    /** RACE: an update puts whole new values into the top level only, so a copy of the top level is enough. */
    @Override
    protected QueryResult matchDocumentsFromStream(
            Document query,
            Stream<Document> documents,
            int skip,
            int limit,
            int batchSize,
            @Nullable Comparator<Document> order,
            @Nullable Document projection) {
        var copies = documents
                .filter(Objects::nonNull)
                .filter(document -> documentMatchesQuery(document, query))
                .map(Document::clone);
        return super.matchDocumentsFromStream(query, copies, skip, limit, batchSize, order, projection);
    }
}
