package org.repatria.messaging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps aggregates in memory, with the same promises as the real store. The exception: nothing survives the process.
 */
public final class InMemoryStore implements AggregateStore {

    private final Map<String, StoredAggregate> documents = new LinkedHashMap<>();
    private final Map<String, TreeMap<Long, JournalEntry>> journals = new HashMap<>();
    private final Set<Marker> markers = new LinkedHashSet<>();
    private long writes;

    @Override
    public Mono<Map<String, StoredAggregate>> load(Collection<String> aggregateIds) {
        return Mono.fromSupplier(() -> {
            synchronized (this) {
                var found = new LinkedHashMap<String, StoredAggregate>();
                for (var id : aggregateIds) {
                    var document = documents.get(id);
                    if (document != null) {
                        found.put(id, document);
                    }
                }
                return found;
            }
        });
    }

    @Override
    public Mono<Map<String, Versions>> versions(Collection<String> aggregateIds) {
        return load(aggregateIds).map(found -> {
            var versions = new HashMap<String, Versions>();
            found.forEach((id, document) -> versions.put(id, document.versions()));
            return versions;
        });
    }

    @Override
    public Mono<Written> write(List<Write> toWrite) {
        return Mono.fromSupplier(() -> {
            synchronized (this) {
                var raced = new HashSet<String>();
                var marked = new LinkedHashMap<String, Marker>();
                for (var write : toWrite) {
                    var next = write.next();
                    var marker = new Marker(0, next.id(), next.version(), ++writes);
                    markers.add(marker);
                    marked.put(next.id(), marker);
                    var current = documents.get(next.id());
                    if ((current == null ? 0 : current.version()) != write.expectedVersion()) {
                        raced.add(next.id());
                        continue;
                    }
                    documents.put(next.id(), next.withOutbox(appended(current, write.newEntries())));
                }
                return new Written(raced, marked);
            }
        });
    }

    @Override
    public Mono<Void> clear(Map<String, Long> relayedUpTo, Collection<Marker> toClear) {
        return Mono.fromRunnable(() -> {
            synchronized (this) {
                relayedUpTo.forEach((id, sequence) -> documents.computeIfPresent(
                        id,
                        (_, document) -> document.withOutbox(document.outbox().stream()
                                .filter(e -> e.sequence() > sequence)
                                .toList())));
                toClear.forEach(markers::remove);
            }
        });
    }

    @Override
    public Mono<List<Marker>> markers() {
        return Mono.fromSupplier(() -> {
            synchronized (this) {
                return List.copyOf(markers);
            }
        });
    }

    @Override
    public Mono<Void> appendToJournal(List<JournalEntry> entries) {
        return Mono.fromRunnable(() -> {
            synchronized (this) {
                for (var entry : entries) {
                    journals.computeIfAbsent(entry.aggregateId(), _ -> new TreeMap<>())
                            .putIfAbsent(entry.sequence(), entry);
                }
            }
        });
    }

    @Override
    public Mono<List<JournalEntry>> journal(String aggregateId, long firstSequence, long lastSequence) {
        return Mono.fromSupplier(() -> {
            synchronized (this) {
                return firstSequence > lastSequence
                        ? List.of()
                        : List.copyOf(journals.getOrDefault(aggregateId, new TreeMap<>())
                                .subMap(firstSequence, true, lastSequence, true)
                                .values());
            }
        });
    }

    @Override
    public Flux<String> allIds() {
        return Flux.defer(() -> {
            synchronized (this) {
                return Flux.fromIterable(List.copyOf(documents.keySet()));
            }
        });
    }

    private static List<JournalEntry> appended(@Nullable StoredAggregate current, List<JournalEntry> newEntries) {
        if (current == null) {
            return newEntries;
        }
        var outbox = new ArrayList<>(current.outbox());
        outbox.addAll(newEntries);
        return outbox;
    }
}
