package org.repatria.messaging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.repatria.messaging.AggregateStore.Versions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a batch to the journal, then its events and then its snapshots to Kafka, acknowledged. Some batches later it
 * looks once more whether these snapshots are the newest.
 *
 * <p>Order per aggregate holds, and the newest snapshot is the last one. What fails is to be sent again, from the same
 * batch and before any other: repeats are harmless, overtaking is not. Belongs to the relay's thread.
 */
final class RelaySender<S> {

    private static final Logger LOG = LoggerFactory.getLogger(RelaySender.class);
    private static final String TOO_LARGE = "a message is too large";

    private final AggregateType<?, S, ?> type;
    private final AggregateStore store;
    private final Outlet outlet;
    private final Supplier<Set<String>> waiting;
    private final RelayMeters meters;
    private final Messages<S> messages;
    private final Relayed relayed = new Relayed();

    /** What was sent since the last look whether it is the newest. */
    private final Map<String, Sent> notLookedAt = new HashMap<>();

    /**
     * What was sent of an aggregate.
     *
     * @param at the versions of the last snapshot
     * @param told whether one for both states was sent
     */
    private record Sent(Versions at, boolean told) {

        Sent then(Sent later) {
            return new Sent(later.at, told || later.told);
        }

        boolean isOlderThan(Versions now, boolean confides) {
            return (confides && now.version() > at.version()) || (told && now.told() > at.told());
        }
    }

    /**
     * Sends nothing yet.
     *
     * @param waiting ids of aggregates that have a newer version in the queue
     */
    RelaySender(
            AggregateType<?, S, ?> type,
            AggregateStore store,
            Outlet outlet,
            Supplier<Set<String>> waiting,
            RelayMeters meters) {
        this.type = type;
        this.store = store;
        this.outlet = outlet;
        this.waiting = waiting;
        this.meters = meters;
        this.messages = new Messages<>(type);
    }

    /**
     * Sends all that can be sent; the rest is told of and held in its outbox.
     *
     * @return those that are in the journal and on Kafka, and may be taken from their outboxes
     */
    List<InHand<S>> send(List<InHand<S>> batch) throws InterruptedException {
        var entries = new ArrayList<JournalEntry>();
        var sent = new ArrayList<InHand<S>>();
        var events = new ArrayList<ProducerRecord<String, byte[]>>();
        var snapshots = new ArrayList<ProducerRecord<String, byte[]>>();
        var lastSent = new HashMap<String, Sent>();
        for (var inHand : batch) {
            var aggregate = inHand.aggregate();
            var fresh = aggregate.outbox().stream()
                    .filter(e -> e.sequence() > relayed.sequence(aggregate.id()))
                    .toList();
            var ownEvents = messages.events(fresh);
            var toldNow = fresh.stream().anyMatch(entry -> !entry.isConfided());
            var snapshot = fresh.isEmpty() ? List.<ProducerRecord<String, byte[]>>of() : snapshots(inHand, toldNow);
            if (Stream.concat(ownEvents.stream(), snapshot.stream()).anyMatch(RelaySender::isTooLarge)) {
                // LIMIT: stays in its outbox; its own commands go on until that is full. Others go on.
                hold(aggregate.id(), TOO_LARGE);
                continue;
            }
            sent.add(inHand);
            entries.addAll(fresh);
            events.addAll(ownEvents);
            snapshots.addAll(snapshot);
            lastSent.put(aggregate.id(), new Sent(aggregate.versions(), toldNow));
        }
        journal(entries);
        toKafka(events, snapshots);
        sent.forEach(inHand -> relayed.remember(inHand.aggregate()));
        if (!type.isPrivate()) {
            lastSent.forEach((id, now) -> notLookedAt.merge(id, now, Sent::then));
        }
        meters.relayed(entries.size());
        return sent;
    }

    /** Leaves an aggregate in its outbox because of a defect that it met. */
    void hold(InHand<S> inHand, RuntimeException defect) {
        hold(inHand.aggregate().id(), reason(defect));
    }

    private void hold(String aggregateId, String reason) {
        meters.held();
        LOG.error("Aggregate {} cannot be published: {}", aggregateId, reason);
    }

    /** Names no content, as the message of an exception could. */
    private static String reason(RuntimeException defect) {
        return defect.getClass().getName() + " at " + defect.getStackTrace()[0];
    }

    /** The batch is not sent again as it was. */
    void giveUp() {
        meters.journal().giveUp();
        meters.send().giveUp();
    }

    private void journal(List<JournalEntry> entries) throws InterruptedException {
        if (entries.isEmpty()) {
            return;
        }
        meters.journal().enter();
        DatabaseAnswer.await(store.appendToJournal(entries));
        meters.journal().leave();
    }

    /** Snapshots go when all events are acknowledged: whoever sees the new state finds what led to it. */
    private void toKafka(List<ProducerRecord<String, byte[]>> events, List<ProducerRecord<String, byte[]>> snapshots)
            throws InterruptedException {
        if (events.isEmpty() && snapshots.isEmpty()) {
            return;
        }
        meters.send().enter();
        outlet.send(events);
        outlet.send(snapshots);
        meters.send().leave();
    }

    /** Of what this process wrote the state is known; of what a sweep found it is read from the document. */
    private List<ProducerRecord<String, byte[]>> snapshots(InHand<S> inHand, boolean sinceTold) {
        var aggregate = inHand.aggregate();
        return inHand.state()
                .map(state -> messages.snapshots(aggregate, state, sinceTold))
                .orElseGet(() -> messages.snapshots(aggregate, sinceTold));
    }

    /**
     * Looks whether what was sent since the last look is the newest, and sends the newest where it is not.
     *
     * <p>RACE: another process may have written and sent a newer snapshot between our reading and sending. Ours would
     * then be the last on the compacted topic. Of those of which no snapshot for both states was sent, none is sent now
     * either.
     */
    void sendNewerSnapshots() throws InterruptedException {
        while (!notLookedAt.isEmpty()) {
            var now = DatabaseAnswer.of(store.versions(notLookedAt.keySet()));
            var confides = type.confiding().isPresent();
            notLookedAt
                    .entrySet()
                    .removeIf(sent ->
                            !sent.getValue().isOlderThan(now.getOrDefault(sent.getKey(), Versions.NONE), confides));
            // Ours too, and sent with the next batch.
            notLookedAt.keySet().removeAll(waiting.get());
            if (!notLookedAt.isEmpty()) {
                sendNewest();
            }
        }
    }

    /** What they stand at now is looked at once more: it may be overtaken too. */
    private void sendNewest() throws InterruptedException {
        var snapshots = new ArrayList<ProducerRecord<String, byte[]>>();
        var sent = new HashMap<String, Sent>();
        for (var newest : DatabaseAnswer.of(store.load(notLookedAt.keySet())).values()) {
            var before = Objects.requireNonNull(notLookedAt.get(newest.id()));
            var sinceTold =
                    before.told() && newest.told().version() > before.at().told();
            newest(newest, sinceTold).ifPresent(messages -> {
                snapshots.addAll(messages);
                sent.put(newest.id(), new Sent(newest.versions(), before.told()));
            });
        }
        toKafka(List.of(), snapshots);
        notLookedAt.clear();
        notLookedAt.putAll(sent);
    }

    /** Empty where it cannot be published: it stays in its outbox, and whoever wrote it is told the same. */
    private Optional<List<ProducerRecord<String, byte[]>>> newest(StoredAggregate aggregate, boolean sinceTold) {
        try {
            var snapshots = messages.snapshots(aggregate, sinceTold);
            if (snapshots.stream().noneMatch(RelaySender::isTooLarge)) {
                return Optional.of(snapshots);
            }
            hold(aggregate.id(), TOO_LARGE);
        } catch (RuntimeException defect) {
            hold(aggregate.id(), reason(defect));
        }
        return Optional.empty();
    }

    private static boolean isTooLarge(ProducerRecord<String, byte[]> message) {
        return message.value() != null && message.value().length > Limits.MESSAGE_BYTES_MAX;
    }

    /** What this process has just relayed. So it does not do so again for what was handed over meanwhile. */
    private static final class Relayed {

        private final LinkedHashMap<String, Long> newest = new LinkedHashMap<>();

        long sequence(String id) {
            return newest.getOrDefault(id, 0L);
        }

        void remember(StoredAggregate aggregate) {
            var id = aggregate.id();
            var last = Math.max(aggregate.journalHead().sequence(), sequence(id));
            newest.remove(id);
            newest.put(id, last);
            if (newest.size() > Limits.RELAYED_REMEMBERED_MAX) {
                newest.pollFirstEntry();
            }
        }
    }
}
