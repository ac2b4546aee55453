package org.repatria.bench.modulith;

import com.mongodb.client.result.DeleteResult;
import com.mongodb.client.result.UpdateResult;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.UpdateDefinition;

/**
 * Asks for a publication by its id alone. The registry asks by id and state, for which MongoDB uses its index on ids,
 * but the embedded server would read the whole collection.
 */
final class FoundById extends MongoTemplate {

    FoundById(MongoDatabaseFactory factory, MongoConverter converter) {
        super(factory, converter);
    }

    static Query narrowed(Query query) {
        return query.getQueryObject().get("id") instanceof UUID id
                ? Query.query(Criteria.where("id").is(id))
                : query;
    }

    @Override
    public UpdateResult updateFirst(Query query, UpdateDefinition update, Class<?> type, String collection) {
        return super.updateFirst(narrowed(query), update, type, collection);
    }

    @Override
    public <T> @Nullable T findAndModify(Query query, UpdateDefinition update, Class<T> type, String collection) {
        return super.findAndModify(narrowed(query), update, type, collection);
    }

    @Override
    public DeleteResult remove(Query query, Class<?> type, String collection) {
        return super.remove(narrowed(query), type, collection);
    }
}
