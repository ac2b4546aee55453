package org.repatria.testkit.accessjournal;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.repatria.messaging.MongoAccessBatches;
import org.repatria.messaging.accessjournal.AccessBatches;
import org.repatria.servers.MongoServer;

class MongoAccessBatchesIT extends AccessBatchesContract {

    private static MongoServer server;
    private static MongoClient client;
    private static int stores;

    @BeforeAll
    static void start(@TempDir Path directory) {
        server = MongoServer.start(directory, 0);
        client = MongoClients.create(server.uri());
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @Override
    AccessBatches emptyStore() {
        return new MongoAccessBatches(client.getDatabase("accesses" + ++stores));
    }
}
