package org.repatria.servers;

/**
 * Runs the MongoDB-protocol store as a process of its own. {@code REPATRIA_MONGO_PORT} (27017) and
 * {@code REPATRIA_MONGO_DATA} ({@code .local/mongo}) come from the environment; prints {@code ready mongo <address>}
 * once it answers; SIGTERM stops it cleanly; exit code 3 means that the port is taken.
 */
public final class MongoMain {

    private MongoMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        Launch.quietLogging();
        var environment = System.getenv();
        var port = Launch.port(environment, "REPATRIA_MONGO_PORT", 27017);
        var directory = Launch.directory(environment, "REPATRIA_MONGO_DATA", ".local/mongo");
        Launch.serve("mongo", () -> MongoServer.start(directory, port), MongoServer::uri);
    }
}
