package org.repatria.messaging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.repatria.decider.Decision;
import org.repatria.decider.Outcome;
import org.repatria.messaging.StoredAggregate.JournalHead;
import org.repatria.messaging.StoredAggregates.Asked;

/** Runs the commands for one aggregate against the document that was read, one after the other. Pure: it writes nothing itself. */
final class Turn<C, S, E, R> {

    private final AggregateType<C, S, E, R> type;
    private final Codec codec;

    Turn(AggregateType<C, S, E, R> type, Codec codec) {
        this.type = type;
        this.codec = codec;
    }

    /** Gives each command its outcome, and answers what to write; nothing where no command led to an event. */
    Optional<Change<S>> run(String aggregateId, Optional<StoredAggregate> document, List<Asked<C, S, R>> asked) {
        var evolving = new Evolving(aggregateId, document);
        for (var one : asked) {
            one.outcome = evolving.execute(one.envelope, one.call);
        }
        return evolving.change();
    }

    /** The aggregate as it becomes, command by command. */
    private final class Evolving {
        private final String id;
        private final long loadedVersion;
        private final List<JournalEntry> pending;
        private final List<JournalEntry> added = new ArrayList<>();
        private final HashSet<CauseOfCall> causesOfThisTurn = new HashSet<>();
        private S state;
        private long version;
        private Instant changedAt;
        private Receipts receipts;
        private JournalHead head;
        private long published;

        Evolving(String id, Optional<StoredAggregate> document) {
            this.id = id;
            this.loadedVersion = document.map(StoredAggregate::version).orElse(0L);
            this.pending = document.map(StoredAggregate::outbox).orElse(List.of());
            this.state = document.map(d -> codec.value(d.state(), type.stateRoot()))
                    .orElseGet(() -> type.decider().initial());
            this.version = loadedVersion;
            this.changedAt = document.map(StoredAggregate::changedAt).orElse(Instant.EPOCH);
            this.receipts = document.map(StoredAggregate::receipts).orElse(Receipts.none());
            this.head = document.map(StoredAggregate::journalHead).orElse(JournalHead.START);
            this.published = document.map(StoredAggregate::published).orElse(0L);
        }

        Outcome<S, R> execute(CommandEnvelope<C> envelope, Object call) {
            // INVARIANT: receipts come before the expected version. A repeat carries the version from before the first
            // execution, and must hear "done", not "stale".
            var receipt = envelope.id().flatMap(receipts::of);
            if (receipt.isPresent()) {
                var sameContent = receipt.get()
                        .fingerprint()
                        .equals(envelope.id().orElseThrow().fingerprint());
                return sameContent ? new Outcome.Repeated<>(receipt.get().version()) : new Outcome.CommandIdReused<>();
            }
            if (envelope.cause().filter(cause -> wasApplied(cause, call)).isPresent()) {
                return new Outcome.Repeated<>(version);
            }
            if (envelope.expectedVersion().isPresent()
                    && envelope.expectedVersion().get() != version) {
                return new Outcome.Stale<>(envelope.expectedVersion().get(), version);
            }
            return switch (type.decider().decide(envelope.command(), state)) {
                case Decision.Refused<E, R>(var refusal) -> new Outcome.Refused<>(refusal, state, version);
                case Decision.Accepted<E, R>(var events) when events.isEmpty() -> new Outcome.Done<>(state, version);
                case Decision.Accepted<E, R>(var events)
                when isFull(events.size()) -> new Outcome.OutboxFull<>(Limits.OUTBOX_ENTRIES_MAX);
                case Decision.Accepted<E, R>(var events) -> accept(envelope, call, events);
            };
        }

        /** One event may lead to several commands for one aggregate: asked together they are one application of it. */
        private boolean wasApplied(CommandEnvelope.Cause cause, Object call) {
            return receipts.seen(cause) && !causesOfThisTurn.contains(new CauseOfCall(cause, call));
        }

        private boolean isFull(int newEntries) {
            return pending.size() + added.size() + newEntries > Limits.OUTBOX_ENTRIES_MAX;
        }

        private Outcome<S, R> accept(CommandEnvelope<C> envelope, Object call, List<E> events) {
            for (var event : events) {
                state = type.decider().evolve(state, event);
                added.add(entry(envelope, event));
            }
            version++;
            changedAt = envelope.at();
            receipts = receipts.with(envelope.id(), envelope.cause(), version);
            envelope.cause().ifPresent(cause -> causesOfThisTurn.add(new CauseOfCall(cause, call)));
            return new Outcome.Done<>(state, version);
        }

        private JournalEntry entry(CommandEnvelope<C> envelope, E event) {
            var sequence = head.sequence() + 1;
            var text = codec.text(
                    EntryText.of(id, sequence, envelope, event.getClass().getSimpleName(), codec.fields(event)));
            var publication = type.publishing().event(id, event, state).map(p -> {
                published++;
                return new JournalEntry.Publication(
                        published, p.type(), codec.text(p.data()), envelope.at().toString(), envelope.traceparent());
            });
            var hash = Hashes.ofEntry(
                    head.hash(),
                    text,
                    publication.map(JournalEntry.Publication::data).orElse(""));
            var entry = new JournalEntry(id, sequence, text, publication, head.hash(), hash);
            head = new JournalHead(sequence, hash);
            return entry;
        }

        Optional<Change<S>> change() {
            if (added.isEmpty()) {
                return Optional.empty();
            }
            var outbox = new ArrayList<>(pending);
            outbox.addAll(added);
            var next =
                    new StoredAggregate(id, version, changedAt, codec.fields(state), outbox, receipts, head, published);
            return Optional.of(new Change<>(new AggregateStore.Write(next, loadedVersion, added), state));
        }
    }

    /** What is to be written of an aggregate, with the state that the document then holds. */
    record Change<S>(AggregateStore.Write write, S state) {}

    private record CauseOfCall(CommandEnvelope.Cause cause, Object call) {}
}
