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
 * Commits the file after every command that may have written, before its answer goes out. Commands that have finished
 * meanwhile share the commit. Writing commands run one after the other: what a killed process leaves behind is always
 * the state between two commands, with indexes and documents in step.
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

    private final ReentrantLock committing = new ReentrantLock();
    private final ReentrantLock writing = new ReentrantLock(true);

    /** Writing commands that have run; changes under {@code writing}. */
    private long finished;

    /** How many of them are in the file; changes under {@code committing}. */
    private long committed;

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
            return read(channel, database, command, query);
        }
        var place = 0L;
        writing.lock();
        try {
            return super.handleCommand(channel, database, command, query);
        } finally {
            // A failed command may have written before it failed; MongoDB keeps that part too.
            place = ++finished;
            writing.unlock();
            commitUpTo(place);
        }
    }

    /**
     * RACE: what this reads may be rewritten elsewhere meanwhile. Its old place stays untouched until the answer is
     * complete.
     */
    private Document read(Channel channel, String database, String command, Document query) {
        var version = getMvStore().registerVersionUsage();
        try {
            return super.handleCommand(channel, database, command, query);
        } finally {
            getMvStore().deregisterVersionUsage(version);
        }
    }

    /** RACE: the lock is fair, so commands that already wait to write go first and share this commit. */
    private void commitUpTo(long place) {
        committing.lock();
        try {
            if (committed >= place) {
                return;
            }
            writing.lock();
            try {
                commitAndSometimesCompact();
                committed = finished;
            } finally {
                writing.unlock();
            }
        } finally {
            committing.unlock();
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
            // No compaction here: it took seconds, made the file larger before it got smaller, and the steps while
            // serving are enough.
            super.close();
        } finally {
            writing.unlock();
        }
    }
}
