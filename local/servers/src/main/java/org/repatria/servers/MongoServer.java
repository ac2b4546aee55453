package org.repatria.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;

/**
 * A store that speaks MongoDB's wire protocol (level 4.2) and keeps its data in one H2 file. A write that was
 * acknowledged survives the death of the process, though not the loss of power. Equality on the whole key of a unique
 * index and {@code $in} on {@code _id} are served by an index; everything else scans.
 */
public final class MongoServer implements AutoCloseable {

    private static final String HOST = "127.0.0.1";

    /**
     * How keys and documents are written; changes with {@link BsonValueType}, {@link IndexKeyType} and
     * {@link SteadyCollection}.
     */
    private static final int FORMAT = 1;

    private final de.bwaldvogel.mongo.MongoServer server;
    private final int port;

    private MongoServer(de.bwaldvogel.mongo.MongoServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Opens the data under a directory and answers once this returns.
     *
     * @param directory where the data lives; created when missing
     * @param port port on the loopback interface, 0 for any free one
     * @throws PortTaken when somebody else listens there; nothing was opened
     */
    public static MongoServer start(Path directory, int port) {
        var free = FreePorts.claim(port);
        var server = new de.bwaldvogel.mongo.MongoServer(new DurableBackend(open(directory)));
        server.bind(new InetSocketAddress(InetAddress.ofLiteral(HOST), free), 1, Limits.SERVING_THREADS);
        return new MongoServer(server, free);
    }

    private static MVStore open(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // INVARIANT: nobody but DurableBackend commits, so that no commit ever holds half a command.
        var store = new MVStore.Builder()
                .fileName(directory.resolve("mongo.mv").toString())
                .cacheSize(Limits.PAGE_CACHE_MEGABYTES)
                .pageSplitSize(Limits.PAGE_SPLIT_BYTES)
                .autoCommitDisabled()
                .open();
        if (store.getStoreVersion() != FORMAT && !store.getMapNames().isEmpty()) {
            store.closeImmediately();
            throw new IllegalStateException(
                    "the store in " + directory + " was written in a form that is no longer read: remove it");
        }
        store.setStoreVersion(FORMAT);
        store.setRetentionTime(0);
        store.setVersionsToKeep(0);
        return store;
    }

    public int port() {
        return port;
    }

    /** Connection string without a database. */
    public String uri() {
        return "mongodb://" + HOST + ":" + port;
    }

    /** Connection string for one database. */
    public String uri(String database) {
        return uri() + "/" + database;
    }

    /** Lets the running commands finish and closes the file. */
    @Override
    public void close() {
        server.shutdownNow();
    }
}
