package org.repatria.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.repatria.messaging.Aggregates.JournalVerification;
import org.repatria.messaging.StoredAggregate.JournalHead;
import reactor.core.publisher.Mono;

/** Walks one journal from its first entry to the head that the document holds, and tells where it stops fitting. */
final class Verification {

    private final AggregateStore store;
    private final String aggregateId;
    private JournalHead head = JournalHead.START;
    private long published;
    private Optional<JournalVerification> broken = Optional.empty();

    Verification(AggregateStore store, String aggregateId) {
        this.store = store;
        this.aggregateId = aggregateId;
    }

    Mono<JournalVerification> run() {
        return load().flatMap(document -> Journal.pages(
                        store, document, 1, document.journalHead().sequence())
                .doOnNext(this::walk)
                .takeUntil(_ -> broken.isPresent())
                .then(Mono.defer(() -> conclude(document))));
    }

    private Mono<StoredAggregate> load() {
        return store.load(List.of(aggregateId))
                .map(loaded -> Optional.ofNullable(loaded.get(aggregateId)).orElseGet(this::nothing));
    }

    private StoredAggregate nothing() {
        return new StoredAggregate(
                aggregateId, 0, Instant.EPOCH, Map.of(), List.of(), Receipts.none(), JournalHead.START, 0);
    }

    private void walk(List<JournalEntry> page) {
        for (var entry : page) {
            if (broken.isEmpty()) {
                step(entry);
            }
        }
    }

    private void step(JournalEntry entry) {
        var sequence = head.sequence() + 1;
        var publicationFits =
                entry.publication().map(p -> p.sequence() == published + 1).orElse(true);
        if (entry.sequence() != sequence) {
            breakAt(sequence, "the entry is missing");
        } else if (!entry.previousHash().equals(head.hash())) {
            breakAt(sequence, "the entry does not follow the one before it");
        } else if (!entry.hash().equals(recomputed(entry))) {
            breakAt(sequence, "the entry is not what was written");
        } else if (!publicationFits) {
            breakAt(sequence, "the publication is out of count");
        } else {
            head = new JournalHead(sequence, entry.hash());
            published += entry.publication().isPresent() ? 1 : 0;
        }
    }

    private static String recomputed(JournalEntry entry) {
        return Hashes.ofEntry(
                entry.previousHash(),
                entry.entry(),
                entry.publication().map(JournalEntry.Publication::data).orElse(""));
    }

    private Mono<JournalVerification> conclude(StoredAggregate document) {
        if (broken.isEmpty() && head.sequence() < document.journalHead().sequence()) {
            breakAt(head.sequence() + 1, "the entry is missing");
        }
        if (broken.isEmpty() && !head.equals(document.journalHead())) {
            breakAt(head.sequence(), "the aggregate knows another last entry");
        }
        if (broken.isEmpty() && published != document.published()) {
            breakAt(head.sequence(), "the aggregate counts other publications");
        }
        if (broken.isPresent()) {
            return Mono.just(broken.get());
        }
        var beyond = head.sequence() + 1;
        return store.journal(aggregateId, beyond, beyond)
                .filter(found -> !found.isEmpty())
                // RACE: an entry beyond the head is only foreign if the aggregate has not moved on meanwhile.
                .flatMap(_ -> load())
                .filter(now -> now.journalHead().equals(document.journalHead()))
                .map(_ -> verification(Optional.of(beyond), "an entry beyond the aggregate's last one"))
                .defaultIfEmpty(verification(Optional.empty(), "whole"));
    }

    private void breakAt(long sequence, String detail) {
        broken = Optional.of(verification(Optional.of(sequence), detail));
    }

    private JournalVerification verification(Optional<Long> brokenAt, String detail) {
        return new JournalVerification(aggregateId, head.sequence(), head.hash(), brokenAt, detail);
    }
}
