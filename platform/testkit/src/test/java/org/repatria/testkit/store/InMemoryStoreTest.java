package org.repatria.testkit.store;

import org.repatria.messaging.AggregateStore;
import org.repatria.messaging.InMemoryStore;

class InMemoryStoreTest extends AggregateStoreContract {

    @Override
    protected AggregateStore emptyStore() {
        return new InMemoryStore();
    }
}
