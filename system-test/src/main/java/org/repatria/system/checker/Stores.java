package org.repatria.system.checker;

import com.mongodb.ConnectionString;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The databases of the services, opened with the plain driver. */
public final class Stores implements AutoCloseable {

    private final Map<String, MongoClient> clients = new LinkedHashMap<>();
    private final Map<String, MongoDatabase> databases = new LinkedHashMap<>();

    /**
     * Opens all of them.
     *
     * @param uri the connection string of a database by its name
     */
    public Stores(UnaryOperator<String> uri) {
        for (var name : List.of("cases", "assets", "notifications")) {
            var connection = new ConnectionString(uri.apply(name));
            var client = clients.computeIfAbsent(
                    String.join(",", connection.getHosts()), _ -> MongoClients.create(connection));
            var database = connection.getDatabase();
            databases.put(name, client.getDatabase(database == null ? name : database));
        }
    }

    public MongoDatabase database(String name) {
        var database = databases.get(name);
        if (database == null) {
            throw new IllegalArgumentException("no service has a database " + name);
        }
        return database;
    }

    @Override
    public void close() {
        clients.values().forEach(MongoClient::close);
    }
}
