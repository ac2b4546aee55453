package org.repatria.readmodel;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.FluxSink;

/**
 * One who follows a view. What is told waits until it is read: of each row the newest version, and of more rows than
 * the limit a reset in their place.
 */
final class Follower {

    private final Visibility visibility;
    private final FluxSink<Change> sink;
    private final Map<String, Long> unread = new LinkedHashMap<>();
    private final AtomicInteger telling = new AtomicInteger();
    private boolean begins = true;
    private boolean resets;

    Follower(Visibility visibility, FluxSink<Change> sink) {
        this.visibility = visibility;
        this.sink = sink;
    }

    Visibility visibility() {
        return visibility;
    }

    /** Rows that are shown to this actor at a new version. */
    void areShown(Map<String, Long> versions) {
        synchronized (unread) {
            // Who has yet to read that everything is to be asked for again will find these too.
            if (!resets) {
                versions.forEach((id, version) -> unread.merge(id, version, Math::max));
            }
            if (unread.size() > Limits.CHANGES_UNREAD_MAX) {
                reset();
            }
        }
        tell();
    }

    /** Everything is to be asked for again. */
    void startOver() {
        synchronized (unread) {
            reset();
        }
        tell();
    }

    void end() {
        sink.complete();
    }

    /** Hands on as much as is asked for. RACE: by one thread at a time, whoever has something to tell or asks. */
    void tell() {
        if (telling.getAndIncrement() != 0) {
            return;
        }
        int asked = 1;
        while (asked != 0) {
            while (!sink.isCancelled() && sink.requestedFromDownstream() > 0) {
                Optional<Change> next = next();
                if (next.isEmpty()) {
                    break;
                }
                sink.next(next.get());
            }
            asked = telling.addAndGet(-asked);
        }
    }

    private void reset() {
        unread.clear();
        resets = true;
    }

    private Optional<Change> next() {
        synchronized (unread) {
            if (begins) {
                begins = false;
                return Optional.of(new Change.Following());
            }
            if (resets) {
                resets = false;
                return Optional.of(new Change.Reset());
            }
            Iterator<Map.Entry<String, Long>> oldest = unread.entrySet().iterator();
            if (!oldest.hasNext()) {
                return Optional.empty();
            }
            Map.Entry<String, Long> row = oldest.next();
            oldest.remove();
            return Optional.of(new Change.Shown(row.getKey(), row.getValue()));
        }
    }
}
