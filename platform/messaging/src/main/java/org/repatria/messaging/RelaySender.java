package org.repatria.messaging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.repatria.messaging.AggregateStore.Versions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a batch to the journal, then its events and then its snapshots to Kafka, acknowledged.
 *
 * <p>Order per aggregate holds, and the newest snapshot is the last one. What fails is to be sent again, from the same
 * batch and before any other: repeats are harmless, overtaking is not. Belongs to the relay's thread.
 */
final class RelaySender<S> {

    private static final Logger LOG = LoggerFactory.getLogger(RelaySender.class);

    private final AggregateType<?, S, ?> type;
    private final AggregateStore store;
    private final Outlet outlet;
    private final Supplier<Set<String>> waiting;
    private final RelayMeters meters;
    private final Messages<S> messages;
    private final Relayed relayed = new Relayed();

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
        var told = new HashSet<String>();
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
                hold(inHand, "a message is too large");
                continue;
            }
            sent.add(inHand);
            entries.addAll(fresh);
            events.addAll(ownEvents);
            snapshots.addAll(snapshot);
            if (toldNow) {
                told.add(aggregate.id());
            }
        }
        journal(entries);
        toKafka(events, snapshots);
        sendNewerSnapshots(sent, told);
        // INVARIANT: remembered only now. A second look that failed has to know once more for whom a snapshot was sent.
        sent.forEach(inHand -> relayed.remember(inHand.aggregate()));
        meters.relayed(entries.size());
        return sent;
    }

    /** Leaves an aggregate in its outbox. The reason names no content: a message of an exception could. */
    void hold(InHand<S> inHand, String reason) {
        meters.held();
        LOG.error("Aggregate {} cannot be published: {}", inHand.aggregate().id(), reason);
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
     * RACE: another process may have written and sent a newer snapshot between our reading and sending. Ours would then
     * be the last on the compacted topic. So we look once more after the acknowledgement, and send the newest again.
     *
     * @param told those of which a snapshot for both states was sent; of the others none is sent now either
     */
    private void sendNewerSnapshots(List<InHand<S>> sent, Set<String> told) throws InterruptedException {
        if (type.isPrivate()) {
            return;
        }
        var versionsSent = new HashMap<String, Versions>();
        sent.forEach(inHand ->
                versionsSent.put(inHand.aggregate().id(), inHand.aggregate().versions()));
        while (!versionsSent.isEmpty()) {
            var now = DatabaseAnswer.of(store.versions(versionsSent.keySet()));
            versionsSent.entrySet().removeIf(e -> !isNewer(now.getOrDefault(e.getKey(), Versions.NONE), e, told));
            // Ours too, and sent with the next batch.
            versionsSent.keySet().removeAll(waiting.get());
            if (versionsSent.isEmpty()) {
                return;
            }
            var snapshots = new ArrayList<ProducerRecord<String, byte[]>>();
            for (var newest :
                    DatabaseAnswer.of(store.load(versionsSent.keySet())).values()) {
                var before = Objects.requireNonNull(versionsSent.put(newest.id(), newest.versions()));
                var sinceTold = told.contains(newest.id()) && newest.told().version() > before.told();
                snapshots.addAll(messages.snapshots(newest, sinceTold));
            }
            toKafka(List.of(), snapshots);
        }
    }

    private boolean isNewer(Versions now, Map.Entry<String, Versions> sent, Set<String> told) {
        return (type.confiding().isPresent() && now.version() > sent.getValue().version())
                || (told.contains(sent.getKey()) && now.told() > sent.getValue().told());
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
