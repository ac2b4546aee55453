package org.repatria.messaging;

import java.util.List;
import java.util.TreeMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads an aggregate's whole history: the journal and, after it, what still waits in the outbox. */
final class Journal {

    private Journal() {}

    /**
     * Pages of entries from a first to a last sequence, oldest first. What is missing on a page is missing in the
     * journal.
     *
     * @param document read before: an entry is in its outbox until it is in the journal, so none is overlooked
     */
    static Flux<List<JournalEntry>> pages(AggregateStore store, StoredAggregate document, long first, long last) {
        return Flux.<Long, Long>generate(() -> first, (from, sink) -> {
                    if (from > last) {
                        sink.complete();
                    } else {
                        sink.next(from);
                    }
                    return from + Limits.JOURNAL_PAGE;
                })
                .concatMap(from -> page(store, document, from, Math.min(last, from + Limits.JOURNAL_PAGE - 1)), 1);
    }

    private static Mono<List<JournalEntry>> page(AggregateStore store, StoredAggregate document, long from, long to) {
        return store.journal(document.id(), from, to).map(stored -> {
            var merged = new TreeMap<Long, JournalEntry>();
            for (var waiting : document.outbox()) {
                if (waiting.sequence() >= from && waiting.sequence() <= to) {
                    merged.put(waiting.sequence(), waiting);
                }
            }
            // The journal's own copy is the one that is shown and verified.
            stored.forEach(entry -> merged.put(entry.sequence(), entry));
            return List.copyOf(merged.values());
        });
    }
}
