package org.repatria.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.repatria.messaging.Aggregates.JournalVerification;
import org.repatria.messaging.StoredAggregate.JournalHead;
import org.repatria.messaging.StoredAggregate.ToldHead;
import reactor.core.publisher.Mono;

/** Walks one journal from its first entry to the head that the document holds. Tells where it stops fitting. */
final class Verification {

    private final AggregateStore store;
    private final String aggregateId;
    private JournalHead head = JournalHead.START;
    private long told;
    private long published;
    private long publishedConfided;
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
                aggregateId,
                0,
                Instant.EPOCH,
                Map.of(),
                List.of(),
                Receipts.none(),
                JournalHead.START,
                0,
                0,
                ToldHead.START);
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
        var toldFits = entry.told().map(number -> number == told + 1).orElse(true);
        var due = (entry.isConfided() ? publishedConfided : published) + 1;
        var publicationFits = entry.publication().map(p -> p.sequence() == due).orElse(true);
        if (entry.sequence() != sequence) {
            breakAt(sequence, "the entry is missing");
        } else if (!entry.previousHash().equals(head.hash())) {
            breakAt(sequence, "the entry does not follow the one before it");
        } else if (!entry.hash().equals(recomputed(entry))) {
            breakAt(sequence, "the entry is not what was written");
        } else if (!toldFits) {
            breakAt(sequence, "the entry is out of count");
        } else if (!publicationFits) {
            breakAt(sequence, "the publication is out of count");
        } else {
            count(entry);
        }
    }

    private void count(JournalEntry entry) {
        head = new JournalHead(entry.sequence(), entry.hash());
        var publications = entry.publication().isPresent() ? 1 : 0;
        if (entry.isConfided()) {
            publishedConfided += publications;
        } else {
            told++;
            published += publications;
        }
    }

    private static String recomputed(JournalEntry entry) {
        return Hashes.ofEntry(
                entry.previousHash(),
                entry.entry(),
                entry.publication().map(JournalEntry.Publication::data),
                entry.isConfided());
    }

    private Mono<JournalVerification> conclude(StoredAggregate document) {
        if (broken.isEmpty() && head.sequence() < document.journalHead().sequence()) {
            breakAt(head.sequence() + 1, "the entry is missing");
        }
        if (broken.isEmpty() && !head.equals(document.journalHead())) {
            breakAt(head.sequence(), "the aggregate knows another last entry");
        }
        if (broken.isEmpty()
                && (published != document.published() || publishedConfided != document.publishedConfided())) {
            breakAt(head.sequence(), "the aggregate counts other publications");
        }
        if (broken.isEmpty() && told != document.told().entries()) {
            breakAt(head.sequence(), "the aggregate counts other entries as told");
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
        return new JournalVerification(aggregateId, head.sequence(), told, head.hash(), brokenAt, detail);
    }
}
