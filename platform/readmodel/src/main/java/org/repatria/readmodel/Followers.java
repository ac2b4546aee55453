package org.repatria.readmodel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.scheduler.Scheduler;

/**
 * Those who follow what a view shows. Each is told which rows it is shown at a new version: what two moments of the
 * index show it is compared, so that what it may not see, or is not told, makes no difference.
 */
final class Followers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Followers.class);

    private final ViewIndex index;

    /** Of one thread: the view's feed does not wait for what is told. */
    private final Scheduler scheduler;

    private final Set<Follower> following = new LinkedHashSet<>();
    private @Nullable IndexReader told;
    private @Nullable Batch waiting;
    private boolean isBehind;
    private boolean isClosed;

    /**
     * What is to be told next.
     *
     * @param shown the moment that shows these rows
     */
    private record Batch(Set<String> ids, IndexReader shown) {}

    /** Two moments to compare, and for whom. */
    private record Telling(IndexReader before, Batch batch, Map<Optional<Set<String>>, List<Follower>> followers) {}

    private Followers(ViewIndex index, Scheduler scheduler, boolean isBehind) {
        this.index = index;
        this.scheduler = scheduler;
        this.isBehind = isBehind;
    }

    /** Of a view that shows everything there is. */
    static Followers of(ViewIndex index, Scheduler scheduler) {
        return new Followers(index, scheduler, false);
    }

    /** Of a view that has yet to catch up: nothing is told until it has. */
    static Followers behind(ViewIndex index, Scheduler scheduler) {
        return new Followers(index, scheduler, true);
    }

    Flux<Change> changes(Visibility visibility) {
        return Flux.create(sink -> begin(new Follower(visibility, sink), sink), FluxSink.OverflowStrategy.ERROR);
    }

    private void begin(Follower follower, FluxSink<Change> sink) {
        try {
            if (!joins(follower)) {
                sink.complete();
                return;
            }
        } catch (IOException e) {
            sink.error(new UncheckedIOException(e));
            return;
        }
        sink.onDispose(() -> leaves(follower));
        sink.onRequest(_ -> follower.tell());
    }

    private synchronized boolean joins(Follower follower) throws IOException {
        if (isClosed) {
            return false;
        }
        if (told == null) {
            told = index.held();
        }
        return following.add(follower);
    }

    private synchronized void leaves(Follower follower) {
        following.remove(follower);
        if (following.isEmpty()) {
            forget();
        }
    }

    /** To be called after each refresh, by the thread that refreshes: rows that may now be shown otherwise. */
    void nowVisible(Set<String> ids) throws IOException {
        synchronized (this) {
            if (isBehind || following.isEmpty() || ids.isEmpty()) {
                return;
            }
            Batch earlier = waiting;
            Set<String> all = earlier == null ? new HashSet<>() : earlier.ids();
            all.addAll(ids);
            waiting = new Batch(all, index.held());
            if (earlier != null) {
                release(earlier.shown());
                return;
            }
        }
        scheduler.schedule(this::tell);
    }

    /** The view is rebuilt: nothing is told until it has caught up. */
    synchronized void fallBehind() {
        isBehind = true;
        forget();
    }

    /** The view shows everything there is, which may be anything to those who follow it. */
    void startOver() throws IOException {
        List<Follower> all;
        synchronized (this) {
            isBehind = false;
            forget();
            if (following.isEmpty()) {
                return;
            }
            told = index.held();
            all = List.copyOf(following);
        }
        scheduler.schedule(() -> all.forEach(Follower::startOver));
    }

    @Override
    public void close() {
        List<Follower> all;
        synchronized (this) {
            isClosed = true;
            forget();
            all = List.copyOf(following);
        }
        all.forEach(Follower::end);
        scheduler.dispose();
    }

    private void tell() {
        Telling next = next();
        if (next == null) {
            return;
        }
        try {
            Set<String> tokens = new HashSet<>();
            next.followers().keySet().forEach(some -> some.ifPresent(tokens::addAll));
            Set<String> ids = next.batch().ids();
            ShownVersions before = ShownVersions.of(next.before(), ids, tokens);
            ShownVersions now = ShownVersions.of(next.batch().shown(), ids, tokens);
            next.followers().values().forEach(alike -> {
                Map<String, Long> changed = now.since(before, alike.getFirst().visibility());
                if (!changed.isEmpty()) {
                    alike.forEach(follower -> follower.areShown(changed));
                }
            });
        } catch (IOException | RuntimeException e) {
            LOG.warn("what has changed in a view cannot be told; those who follow it ask for everything again", e);
            next.followers().values().forEach(alike -> alike.forEach(Follower::startOver));
        } finally {
            release(next.before());
            release(next.batch().shown());
        }
    }

    private synchronized @Nullable Telling next() {
        Batch batch = waiting;
        if (batch == null) {
            return null;
        }
        waiting = null;
        // INVARIANT: who waits for a batch has a moment to compare it with; both are forgotten together.
        IndexReader before = Objects.requireNonNull(told);
        // One is what the next batch is compared with, the other is read now.
        batch.shown().incRef();
        told = batch.shown();
        Map<Optional<Set<String>>, List<Follower>> alike = new HashMap<>();
        for (Follower follower : following) {
            alike.computeIfAbsent(follower.visibility().tokens(), _ -> new ArrayList<>())
                    .add(follower);
        }
        return new Telling(before, batch, alike);
    }

    private void forget() {
        if (waiting != null) {
            release(waiting.shown());
            waiting = null;
        }
        if (told != null) {
            release(told);
            told = null;
        }
    }

    private static void release(IndexReader reader) {
        try {
            reader.decRef();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
