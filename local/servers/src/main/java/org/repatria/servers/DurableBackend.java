package org.repatria.servers;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.mvstore.MVStore;

/**
 * Commits the file after every command that may have written, before its answer goes out. Writing commands run one after the other:
 * what a killed process leaves behind is always the state between two commands, with indexes and documents in step.
 */
final class DurableBackend extends H2Backend {

    /** Lower case. Whatever is not known to only read is treated as a write: a needless commit costs nothing. */
    private static final Set<String> READING = Set.of(
            "find",
            "getmore",
            "killcursors",
            "count",
            "distinct",
            "ping",
            "ismaster",
            "hello",
            "buildinfo",
            "serverstatus",
            "listcollections",
            "listindexes",
            "listdatabases",
            "dbstats",
            "collstats",
            "validate",
            "endsessions",
            "whatsmyuri",
            "getlog");

    private final ReentrantLock writing = new ReentrantLock();
    private int commitsSinceCompaction;

    DurableBackend(MVStore store) {
        super(store);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new FaithfulDatabase(name, getMvStore(), getCursorRegistry());
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        if (READING.contains(command.toLowerCase(Locale.ROOT))) {
            return super.handleCommand(channel, database, command, query);
        }
        writing.lock();
        try {
            return super.handleCommand(channel, database, command, query);
        } finally {
            // A failed command may have written before it failed; MongoDB keeps that part too.
            commitAndSometimesCompact();
            writing.unlock();
        }
    }

    private void commitAndSometimesCompact() {
        commit();
        if (++commitsSinceCompaction >= Limits.COMMITS_PER_COMPACTION_STEP) {
            commitsSinceCompaction = 0;
            var _ = getMvStore().compact(Limits.FILL_PERCENT_MIN, Limits.COMPACTION_STEP_BYTES_MAX);
        }
    }

    @Override
    public void close() {
        writing.lock();
        try {
            commit();
            getMvStore().close(Math.toIntExact(Limits.COMPACTION_ON_CLOSE_MAX.toMillis()));
            super.close();
        } finally {
            writing.unlock();
        }
    }
}
