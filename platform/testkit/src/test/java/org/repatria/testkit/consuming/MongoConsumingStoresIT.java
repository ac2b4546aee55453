package org.repatria.testkit.consuming;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.repatria.messaging.consuming.MongoParkings;
import org.repatria.messaging.consuming.MongoProgresses;
import org.repatria.messaging.consuming.Parkings;
import org.repatria.messaging.consuming.Progresses;
import org.repatria.servers.MongoServer;

class MongoConsumingStoresIT extends ConsumingStoresContract {

    private static MongoServer server;
    private static MongoClient client;

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
    Progresses progresses() {
        return new MongoProgresses(client.getDatabase("consuming"));
    }

    @Override
    Parkings parkings() {
        return new MongoParkings(client.getDatabase("consuming"));
    }
}
