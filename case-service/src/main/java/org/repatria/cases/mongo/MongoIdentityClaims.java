package org.repatria.cases.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.repatria.cases.domain.CaseId;
import org.repatria.cases.flows.intake.IdentityClaims;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Claims as documents {@code {_id: key, caseId}}. Inserting one that is there already fails, and that decides every
 * race.
 */
final class MongoIdentityClaims implements IdentityClaims {

    private static final int DUPLICATE_KEY = 11000;

    /** Keys asked for in one command: a tenth of the 16 MiB that one may have. */
    private static final int KEYS_AT_ONCE = 20_000;

    private final MongoCollection<Document> claims;

    MongoIdentityClaims(MongoDatabase database) {
        this.claims = database.getCollection("identity_claims");
    }

    @Override
    public Mono<Map<String, CaseId>> claim(Map<String, CaseId> wanted) {
        return holders(wanted.keySet()).flatMap(held -> {
            var free = new HashMap<>(wanted);
            free.keySet().removeAll(held.keySet());
            if (free.isEmpty()) {
                return Mono.just(held);
            }
            return insert(free).flatMap(all -> {
                if (all) {
                    held.putAll(free);
                    return Mono.just(held);
                }
                // RACE: somebody else came between; the store knows who.
                return holders(wanted.keySet());
            });
        });
    }

    @Override
    public Mono<Void> pass(Collection<String> keys, CaseId from, CaseId to) {
        return holders(keys)
                .flatMapIterable(Map::entrySet)
                .filter(held -> held.getValue().equals(from))
                .map(held -> new UpdateOneModel<Document>(eq("_id", held.getKey()), Updates.set("caseId", to.value())))
                .collectList()
                .filter(updates -> !updates.isEmpty())
                .flatMap(updates -> Mono.from(claims.bulkWrite(updates)))
                .onErrorMap(MongoStores::asUnavailable)
                .then();
    }

    /** Whether every key was free. */
    private Mono<Boolean> insert(Map<String, CaseId> free) {
        var documents = free.entrySet().stream()
                .map(claim -> new Document("_id", claim.getKey())
                        .append("caseId", claim.getValue().value()))
                .toList();
        return Mono.from(claims.insertMany(documents, new InsertManyOptions().ordered(false)))
                .thenReturn(true)
                .onErrorResume(MongoBulkWriteException.class, e -> onlyDuplicates(e) ? Mono.just(false) : Mono.error(e))
                .onErrorMap(MongoStores::asUnavailable);
    }

    static boolean onlyDuplicates(MongoBulkWriteException e) {
        return e.getWriteConcernError() == null
                && e.getWriteErrors().stream().allMatch(error -> error.getCode() == DUPLICATE_KEY);
    }

    private Mono<Map<String, CaseId>> holders(Collection<String> keys) {
        return Flux.fromIterable(keys)
                .buffer(KEYS_AT_ONCE)
                .concatMap(some -> claims.find(in("_id", some)))
                .collectMap(d -> d.getString("_id"), d -> new CaseId(d.getString("caseId")))
                .onErrorMap(MongoStores::asUnavailable);
    }
}
