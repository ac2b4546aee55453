package org.repatria.cases.mongo;

import com.mongodb.MongoException;
import com.mongodb.reactivestreams.client.MongoDatabase;
import org.repatria.cases.flows.intake.IdentityClaims;
import org.repatria.cases.flows.intake.ListEntries;
import org.repatria.messaging.StoreUnavailable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Offers the stores of this package under their ports. */
@Configuration(proxyBeanMethods = false)
class MongoStores {

    @Bean
    IdentityClaims identityClaims(MongoDatabase database) {
        return new MongoIdentityClaims(database);
    }

    @Bean
    ListEntries listEntries(MongoDatabase database) {
        return new MongoListEntries(database);
    }

    /** Whatever the driver says, the caller's remedy is the same: repeat it. */
    static Throwable asUnavailable(Throwable error) {
        return error instanceof MongoException ? new StoreUnavailable("the database does not answer", error) : error;
    }
}
