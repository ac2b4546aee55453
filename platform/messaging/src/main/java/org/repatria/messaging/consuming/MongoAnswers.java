package org.repatria.messaging.consuming;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import java.util.Optional;
import org.reactivestreams.Publisher;
import org.repatria.messaging.StoreUnavailable;
import reactor.core.publisher.Mono;

/**
 * Waits for what the driver answers. Whatever keeps it from answering counts as the database being away. What the
 * database says about single writes of several is an answer.
 */
final class MongoAnswers {

    private static final int DUPLICATE_KEY = 11000;

    private MongoAnswers() {}

    static <T> Optional<T> first(Publisher<T> publisher) {
        try {
            return Applying.await(Mono.from(publisher), ConsumingLimits.STORE_WAIT_MAX);
        } catch (MongoBulkWriteException e) {
            throw e;
        } catch (MongoException e) {
            throw new StoreUnavailable("the database did not answer a consumer", e);
        }
    }

    static <T> T only(Publisher<T> publisher) {
        return first(publisher).orElseThrow(() -> new IllegalStateException("the driver answered nothing"));
    }

    /** Waits for an insert; false when there is such a document already. */
    static boolean inserted(Publisher<?> publisher) {
        try {
            Applying.await(Mono.from(publisher), ConsumingLimits.STORE_WAIT_MAX);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCode() == DUPLICATE_KEY) {
                return false;
            }
            throw new StoreUnavailable("the database did not take a consumer's document", e);
        } catch (MongoException e) {
            throw new StoreUnavailable("the database did not answer a consumer", e);
        }
    }
}
