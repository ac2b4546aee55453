package org.repatria.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.repatria.messaging.AggregateStore.Marker;
import org.repatria.messaging.AggregateStore.Versions;

/**
 * Finds what dead processes wrote and did not relay, through the markers and not by a scan.
 *
 * <p>At its start it takes every marker that is not of this process, later those that it sees twice: a live process
 * relays its own in between. A marker whose write never came is removed in the end. Belongs to the relay's thread.
 */
final class RelaySweep<S> {

    private final AggregateStore store;
    private final Duration every;
    private final Supplier<Set<Marker>> own;
    private final RelayMeters meters;

    private final LinkedHashMap<String, List<Marker>> found = new LinkedHashMap<>();
    private Map<Marker, Integer> sweptBefore = new HashMap<>();
    private boolean sweptAtStart;
    private long due = System.nanoTime();

    /**
     * Has looked at nothing yet and is due at once.
     *
     * @param own the markers of what this process has still in hand
     */
    RelaySweep(AggregateStore store, Duration every, Supplier<Set<Marker>> own, RelayMeters meters) {
        this.store = store;
        this.every = every;
        this.own = own;
        this.meters = meters;
    }

    /** When to look next, as a moment of {@link System#nanoTime()}. */
    long due() {
        return due;
    }

    /** Whether something was found and is not taken yet. */
    boolean hasFound() {
        return !found.isEmpty();
    }

    /** Looks at all markers, when it is time and what was found last is taken. */
    void lookWhenDue() throws InterruptedException {
        if (System.nanoTime() < due || !found.isEmpty()) {
            return;
        }
        var now = DatabaseAnswer.of(store.markers());
        var ours = own.get();
        var seen = new HashMap<Marker, Integer>();
        var forgotten = new ArrayList<Marker>();
        for (var marker : now) {
            if (ours.contains(marker)) {
                continue;
            }
            var times = sweptBefore.getOrDefault(marker, 0) + 1;
            seen.put(marker, times);
            if (times > Limits.SWEEPS_UNTIL_FORGOTTEN) {
                forgotten.add(marker);
            }
            // A live process relays its own long before a second sweep; at the start there may be a dead one's.
            if (times > 1 || !sweptAtStart) {
                found.computeIfAbsent(marker.aggregateId(), _ -> new ArrayList<>())
                        .add(marker);
            }
        }
        forget(forgotten);
        sweptBefore = seen;
        sweptAtStart = true;
        due = System.nanoTime() + every.toNanos();
    }

    /** Removes markers whose write never came. One whose write did come has a document that is at least as new. */
    private void forget(List<Marker> old) throws InterruptedException {
        if (old.isEmpty()) {
            return;
        }
        var versions = DatabaseAnswer.of(
                store.versions(old.stream().map(Marker::aggregateId).distinct().toList()));
        DatabaseAnswer.await(store.clear(
                Map.of(),
                old.stream()
                        .filter(m -> versions.getOrDefault(m.aggregateId(), Versions.NONE)
                                        .version()
                                < m.version())
                        .toList()));
    }

    /** Adds what was found to a batch, where there is room; clears the markers of what was relayed already. */
    void fill(Map<String, InHand<S>> batch) throws InterruptedException {
        var taken = new LinkedHashMap<String, List<Marker>>();
        while (!found.isEmpty() && taken.size() + batch.size() < Limits.RELAY_BATCH_MAX) {
            var next = found.pollFirstEntry();
            taken.put(next.getKey(), next.getValue());
        }
        if (taken.isEmpty()) {
            return;
        }
        var documents = DatabaseAnswer.of(store.load(taken.keySet()));
        var done = new ArrayList<Marker>();
        taken.forEach((id, markers) -> {
            var document = Optional.ofNullable(documents.get(id));
            var version = document.map(StoredAggregate::version).orElse(0L);
            // RACE: a marker ahead of its document stands for a write that is under way or was raced. It stays for now.
            var fulfilled = markers.stream().filter(m -> m.version() <= version).toList();
            if (document.isEmpty() || document.get().outbox().isEmpty()) {
                done.addAll(fulfilled);
            } else {
                meters.found();
                batch.merge(
                        id, new InHand<>(document.get(), Optional.empty(), fulfilled, System.nanoTime()), InHand::with);
            }
        });
        DatabaseAnswer.await(store.clear(Map.of(), done));
    }
}
