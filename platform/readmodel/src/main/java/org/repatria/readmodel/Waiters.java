package org.repatria.readmodel;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.MonoSink;

/** Those who wait for their own write to become searchable. */
final class Waiters {

    private final Map<Waiter, Boolean> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger number = new AtomicInteger();

    /** One call that waits. */
    record Waiter(String id, long version, MonoSink<ReadAfter> sink) {
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }

        void visible() {
            sink.success(ReadAfter.VISIBLE);
        }
    }

    /** False where enough are waiting. */
    boolean add(Waiter waiter) {
        if (number.incrementAndGet() > Limits.WAITERS_MAX) {
            number.decrementAndGet();
            return false;
        }
        waiting.put(waiter, true);
        waiter.sink().onDispose(() -> remove(waiter));
        return true;
    }

    void visible(Map<String, Long> versions) {
        for (Waiter waiter : waiting.keySet()) {
            Long version = versions.get(waiter.id());
            if (version != null && version >= waiter.version()) {
                waiter.visible();
            }
        }
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
