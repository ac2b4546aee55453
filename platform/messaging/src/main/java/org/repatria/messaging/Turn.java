package org.repatria.messaging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.repatria.decider.Decision;
import org.repatria.decider.Outcome;
import org.repatria.messaging.Kept.Known;
import org.repatria.messaging.StoredAggregate.JournalHead;
import org.repatria.messaging.StoredAggregate.ToldHead;
import org.repatria.messaging.StoredAggregates.Pending;

/**
 * Runs the commands for one aggregate against the document that was read, one after the other. Pure: it writes nothing
 * itself.
 */
final class Turn<C, S, E> {

    private final AggregateType<C, S, E> type;
    private final Codec codec;

    Turn(AggregateType<C, S, E> type, Codec codec) {
        this.type = type;
        this.codec = codec;
    }

    /**
     * Gives each command its outcome, and answers what to write. Nothing where no command led to an event or used a
     * key.
     */
    Optional<Change<S>> run(String aggregateId, Optional<Known<S>> known, List<Pending<C, S>> asked) {
        var evolving = new Evolving(aggregateId, known);
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
        private long publishedConfided;
        private ToldHead told;
        private boolean remembered;

        Evolving(String id, Optional<Known<S>> known) {
            var document = known.map(Known::aggregate);
            this.id = id;
            this.loadedVersion = document.map(StoredAggregate::version).orElse(0L);
            this.pending = document.map(StoredAggregate::outbox).orElse(List.of());
            this.state = known.map(Known::state).orElseGet(() -> type.decider().initial());
            this.version = loadedVersion;
            this.changedAt = document.map(StoredAggregate::changedAt).orElse(Instant.EPOCH);
            this.receipts = document.map(StoredAggregate::receipts).orElse(Receipts.none());
            this.head = document.map(StoredAggregate::journalHead).orElse(JournalHead.START);
            this.published = document.map(StoredAggregate::published).orElse(0L);
            this.publishedConfided =
                    document.map(StoredAggregate::publishedConfided).orElse(0L);
            this.told = document.map(StoredAggregate::told).orElse(ToldHead.START);
        }

        Outcome<S> execute(CommandEnvelope<C> envelope, Object call) {
            // INVARIANT: receipts come before the expected version. A repeat carries the version from before the first
            // execution, and must hear "done", not "stale".
            var receipt = envelope.id().flatMap(receipts::of);
            if (receipt.isPresent()) {
                return receipt.get().isOfSame(envelope.id().orElseThrow())
                        ? new Outcome.Repeated<>(receipt.get().version(known(envelope)))
                        : new Outcome.CommandIdReused<>();
            }
            if (envelope.cause().filter(cause -> wasApplied(cause, call)).isPresent()) {
                return new Outcome.Repeated<>(versionFor(envelope));
            }
            if (!envelope.condition().holds(versionFor(envelope))) {
                return new Outcome.Stale<>(envelope.condition().decidedOn(), versionFor(envelope));
            }
            return switch (type.decider().answer(envelope.command(), state, envelope.occasion())) {
                case Decision.Refused<E>(var refusal) -> new Outcome.Refused<>(refusal, state, versionFor(envelope));
                case Decision.Accepted<E>(var events) when events.isEmpty() -> unchanged(envelope);
                case Decision.Accepted<E>(var events) -> accept(envelope, call, happened(events));
            };
        }

        /**
         * A key counts as used where there was nothing to do, too. Otherwise the same key with other content would be
         * carried out.
         *
         * <p>What somebody who knows everything was answered pushes out no receipt of what is told.
         */
        private Outcome<S> unchanged(CommandEnvelope<C> envelope) {
            if (envelope.id().isPresent() && version > 0) {
                receipts = receipts.with(
                        envelope.id(),
                        Optional.empty(),
                        new AggregateStore.Versions(version, told.version()),
                        known(envelope) == History.FULL);
                remembered = true;
            }
            return new Outcome.Done<>(state, versionFor(envelope));
        }

        /**
         * INVARIANT: which history somebody knows is asked of the state that was read with the versions. Never before.
         */
        private History known(CommandEnvelope<C> envelope) {
            return type.historyOf(envelope.occasion().by(), state);
        }

        private long versionFor(CommandEnvelope<C> envelope) {
            return switch (known(envelope)) {
                case FULL -> version;
                case TOLD -> told.version();
            };
        }

        /** One event may lead to several commands for one aggregate. Asked together they are one application of it. */
        private boolean wasApplied(CommandEnvelope.Cause cause, Object call) {
            return receipts.seen(cause) && !causesOfThisTurn.contains(new CauseOfCall(cause, call));
        }

        private List<Happened<S, E>> happened(List<E> events) {
            var happened = new ArrayList<Happened<S, E>>(events.size());
            var after = state;
            for (var event : events) {
                after = type.decider().evolve(after, event);
                happened.add(new Happened<>(event, after, announced(event, after)));
            }
            return happened;
        }

        private Announcement announced(E event, S after) {
            var announcement = type.publishing().event(id, event, after);
            if (announcement instanceof Announcement.Confided
                    && type.confiding().isEmpty()) {
                throw new IllegalStateException(
                        "a " + type.name() + " has nobody to confide in: its publishing says so");
            }
            return announcement;
        }

        /**
         * LIMIT: what is told and what is confided have room of their own. The one is not refused for the other's sake.
         */
        private boolean isFull(List<Happened<S, E>> happened) {
            var confided = happened.stream().filter(Happened::isConfided).count();
            var waitingConfided = Stream.concat(pending.stream(), added.stream())
                    .filter(JournalEntry::isConfided)
                    .count();
            return waitingConfided + confided > Limits.OUTBOX_ENTRIES_MAX
                    || pending.size() + added.size() - waitingConfided + happened.size() - confided
                            > Limits.OUTBOX_ENTRIES_MAX;
        }

        private Outcome<S> accept(CommandEnvelope<C> envelope, Object call, List<Happened<S, E>> happened) {
            if (isFull(happened)) {
                return new Outcome.OutboxFull<>(Limits.OUTBOX_ENTRIES_MAX);
            }
            var confided = happened.stream().allMatch(Happened::isConfided);
            version++;
            changedAt = envelope.occasion().at();
            if (!confided) {
                told = new ToldHead(told.version() + 1, envelope.occasion().at(), told.entries());
            }
            for (var one : happened) {
                state = one.after();
                added.add(entry(envelope, one));
            }
            receipts = receipts.with(
                    envelope.id(), envelope.cause(), new AggregateStore.Versions(version, told.version()), confided);
            envelope.cause().ifPresent(cause -> causesOfThisTurn.add(new CauseOfCall(cause, call)));
            return new Outcome.Done<>(state, versionFor(envelope));
        }

        private JournalEntry entry(CommandEnvelope<C> envelope, Happened<S, E> happened) {
            var sequence = head.sequence() + 1;
            var event = happened.event();
            var text = codec.text(
                    EntryText.of(id, sequence, envelope, event.getClass().getSimpleName(), codec.fields(event)));
            var publication = happened.announcement().published().map(p -> publication(envelope, happened, p));
            var hash = Hashes.ofEntry(
                    head.hash(), text, publication.map(JournalEntry.Publication::data), happened.isConfided());
            var entry = new JournalEntry(id, sequence, toldNumber(happened), text, publication, head.hash(), hash);
            head = new JournalHead(sequence, hash);
            return entry;
        }

        private Optional<Long> toldNumber(Happened<S, E> happened) {
            if (happened.isConfided()) {
                return Optional.empty();
            }
            told = new ToldHead(told.version(), told.changedAt(), told.entries() + 1);
            return Optional.of(told.entries());
        }

        private JournalEntry.Publication publication(
                CommandEnvelope<C> envelope, Happened<S, E> happened, Publishing.Published published) {
            return new JournalEntry.Publication(
                    happened.isConfided() ? ++publishedConfided : ++this.published,
                    published.type(),
                    codec.text(published.data()),
                    envelope.occasion().at().toString(),
                    type.statesOf(id, happened.after(), happened.isConfided()),
                    envelope.traceparent());
        }

        Optional<Change<S>> change() {
            if (added.isEmpty() && !remembered) {
                return Optional.empty();
            }
            var outbox = new ArrayList<>(pending);
            outbox.addAll(added);
            var next = new StoredAggregate(
                    id,
                    version,
                    changedAt,
                    codec.fields(state),
                    outbox,
                    receipts,
                    head,
                    published,
                    publishedConfided,
                    told);
            return Optional.of(new Change<>(new AggregateStore.Write(next, loadedVersion, added), state));
        }
    }

    /** What is to be written of an aggregate, with the state that the document then holds. */
    record Change<S>(AggregateStore.Write write, S state) {}

    /** One event of a command, with what it led to and who learns of it. */
    private record Happened<S, E>(E event, S after, Announcement announcement) {
        boolean isConfided() {
            return announcement instanceof Announcement.Confided;
        }
    }

    private record CauseOfCall(CommandEnvelope.Cause cause, Object call) {}
}
