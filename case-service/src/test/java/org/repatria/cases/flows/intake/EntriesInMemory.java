package org.repatria.cases.flows.intake;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.repatria.cases.domain.ListId;
import org.repatria.cases.domain.lists.EntryOutcome;
import reactor.core.publisher.Mono;

/** Entries without a database. */
public final class EntriesInMemory implements ListEntries {

    private final Map<String, ListEntry> entries = new ConcurrentHashMap<>();

    @Override
    public Mono<Void> add(ListId listId, List<ListEntry> added) {
        return Mono.fromRunnable(() -> added.forEach(entry -> entries.putIfAbsent(listId + ":" + entry.row(), entry)));
    }

    @Override
    public Mono<Void> settle(ListId listId, ListEntry entry) {
        return Mono.fromRunnable(() -> entries.computeIfPresent(
                listId + ":" + entry.row(),
                (_, before) -> before.outcome() instanceof EntryOutcome.Held ? entry : before));
    }

    @Override
    public Mono<List<ListEntry>> rows(ListId listId, int fromRow, int toRow) {
        return Mono.fromSupplier(() -> IntStream.rangeClosed(fromRow, toRow)
                .mapToObj(row -> listId + ":" + row)
                .filter(entries::containsKey)
                .map(entries::get)
                .toList());
    }
}
