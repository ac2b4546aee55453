package org.repatria.readmodel;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.MonoSink;

/** Those who wait for their own write to become searchable. */
final class Waiters {

    private final Map<Waiter, Boolean> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger number = new AtomicInteger();

    /** One call that waits, for a row as far as its actor may see it. */
    static final class Waiter {
        private final String id;
        private final long version;
        private final Visibility visibility;
        private final MonoSink<ReadAfter> sink;
        private volatile boolean sawTheRow;

        Waiter(String id, long version, Visibility visibility, MonoSink<ReadAfter> sink) {
            this.id = id;
            this.version = version;
            this.visibility = visibility;
            this.sink = sink;
        }

        String id() {
            return id;
        }

        Visibility visibility() {
            return visibility;
        }

        /** The actor is shown the row at this version. */
        void rowIsAt(long shown) {
            sawTheRow = true;
            if (shown >= version) {
                sink.success(ReadAfter.VISIBLE);
            }
        }

        /** Who never saw the row is not told that it is gone: there was none. */
        void rowIsGone() {
            if (sawTheRow) {
                sink.success(ReadAfter.VISIBLE);
            }
        }
    }

    /** False where enough are waiting. */
    boolean add(Waiter waiter) {
        if (number.incrementAndGet() > Limits.WAITERS_MAX) {
            number.decrementAndGet();
            return false;
        }
        waiting.put(waiter, true);
        waiter.sink.onDispose(() -> remove(waiter));
        return true;
    }

    List<Waiter> forAnyOf(Set<String> ids) {
        return waiting.keySet().stream()
                .filter(waiter -> ids.contains(waiter.id()))
                .toList();
    }

    int number() {
        return number.get();
    }

    private void remove(Waiter waiter) {
        if (waiting.remove(waiter) != null) {
            number.decrementAndGet();
        }
    }
}
