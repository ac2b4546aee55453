package org.repatria.testkit.store;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.repatria.messaging.AggregateStore;
import org.repatria.messaging.MongoStore;
import org.repatria.servers.MongoServer;

class MongoStoreIT extends AggregateStoreContract {

    @TempDir
    static Path directory;

    private static MongoServer server;
    private static MongoClient client;
    private static int stores;

    @BeforeAll
    static void start() {
        server = MongoServer.start(directory, 0);
        client = MongoClients.create(server.uri());
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @Override
    protected AggregateStore emptyStore() {
        return new MongoStore(client.getDatabase("suite"), "parcels" + ++stores);
    }
}
