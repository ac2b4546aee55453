package org.repatria.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.repatria.bench.floors.PlainReader;
import org.repatria.bench.floors.RawRelay;
import org.repatria.bench.floors.RawTopic;
import org.repatria.local.supervisor.Component;
import org.repatria.local.supervisor.Stack;
import org.repatria.local.supervisor.StackFailed;

/**
 * How fast what waited for Kafka is published once it is back. Beside it the same bytes, by a relay written by hand and
 * by a plain producer.
 */
final class Drain {

    /** Milliseconds: the client's own default, with which it carries the most. */
    private static final int LINGER = 5;

    private static final String AIM_BESIDE_RELAY = ">= 0.5x";

    private Drain() {}

    static void measure(Site site, Scale scale, Figures figures) throws StackFailed, IOException, InterruptedException {
        try (var stack = site.system();
                var programs = new Programs(stack)) {
            var published = new ConcurrentLinkedQueue<ConsumerRecord<byte[], byte[]>>();
            var topics = List.of(Topics.CASE_EVENTS, Topics.CASE_SNAPSHOTS);
            var ours = drained(stack, programs, scale, topics, (record, _) -> published.add(record));
            var records = List.copyOf(published);
            site.say()
                    .accept("%,d records for %,d events of %,d cases: snapshots too, and at least once"
                            .formatted(records.size(), scale.pending(), scale.holders()));
            var what = "drain of %,d pending events of %,d cases".formatted(scale.pending(), scale.holders());
            var relay = relay(stack, PlainReader.key(records.getFirst()), records, scale);
            figures.add(Figure.beside(
                    what + " beside a relay by hand",
                    scale.pending() / ours,
                    scale.pending() / relay,
                    "/s",
                    AIM_BESIDE_RELAY));
            var floor = floor(stack, records, scale);
            figures.add(Figure.beside(
                    what + " beside a producer", scale.pending() / ours, scale.pending() / floor, "/s", ""));
        }
    }

    /** Events a second, of ours alone: each pending event is seen at least once, or there is no figure. */
    static double ours(Site site, Scale scale) throws StackFailed, IOException, InterruptedException {
        try (var stack = site.system();
                var programs = new Programs(stack)) {
            return scale.pending() / drained(stack, programs, scale, List.of(Topics.CASE_EVENTS), (_, _) -> {});
        }
    }

    /**
     * Seconds from Kafka's return until a plain subscriber has seen the last event that waited.
     *
     * @param sink gets all that the subscriber sees from then on
     */
    private static double drained(
            Stack stack, Programs programs, Scale scale, List<String> topics, PlainReader.Sink sink)
            throws IOException, InterruptedException {
        var filling = new Filling(stack, programs);
        filling.open(scale.holders());
        filling.awaitVisible();
        AtRest.await("the system", () -> Spent.processes(stack, Component.values()));
        var cases = stack.http(Component.CASES);
        var pool = CasePool.of(filling.ids(scale.holders()), programs, cases);
        var ledger = new Ledger();
        var first = new AtomicLong(Long.MAX_VALUE);
        try (var _ = PlainReader.fromNow(stack.kafka(), topics, (record, moment) -> {
            sink.take(record, moment);
            if (PlainReader.header(record, Topics.TYPE).equals(Topics.CASE_ASSIGNED)) {
                first.accumulateAndGet(moment, Math::min);
                ledger.seen(PlainReader.key(record), PlainReader.header(record, Topics.SEQUENCE), moment);
            }
        })) {
            stack.holdDown(Component.KAFKA);
            Load.all(scale.pending(), scale.clients(), pool.assignAndNote(CasePool.at(cases, programs), ledger));
            if (ledger.missing() < scale.pending()) {
                throw new IOException("events were published although Kafka was held down");
            }
            stack.letRun(Component.KAFKA);
            if (!stack.awaitReady(Component.KAFKA, Limits.READY_MAX)) {
                throw new IOException("Kafka did not come back");
            }
            var ready = System.nanoTime();
            ledger.awaitComplete("our system");
            Until.pause(Limits.SETTLE);
            // Kafka answers the relay a moment before it answers the supervisor's question.
            return (ledger.lastNew() - Math.min(ready, first.get())) / 1e9;
        }
    }

    /** Mean seconds of a relay by hand for the same bytes, left in documents each time. The first time warms up. */
    private static double relay(Stack stack, String caseId, List<ConsumerRecord<byte[], byte[]>> records, Scale scale)
            throws IOException, InterruptedException {
        try (var topic = RawTopic.oneByOne(stack.kafka(), LINGER);
                var relay = RawRelay.like(caseId, stack.mongo("cases"), topic)) {
            var seconds = 0.0;
            for (var round = 0; round <= scale.rounds(); round++) {
                relay.leave(records);
                var since = System.nanoTime();
                var sent = relay.drain();
                seconds += round == 0 ? 0 : (System.nanoTime() - since) / 1e9;
                if (sent != records.size() || !relay.isDrained()) {
                    throw new IOException("the relay by hand sent %,d of %,d".formatted(sent, records.size()));
                }
            }
            return seconds / scale.rounds();
        }
    }

    /** Mean seconds for the same bytes, after one sending that warms up. */
    private static double floor(Stack stack, List<ConsumerRecord<byte[], byte[]>> records, Scale scale)
            throws IOException, InterruptedException {
        try (var topic = RawTopic.at(stack.kafka(), LINGER)) {
            topic.sendAll(records);
            var since = System.nanoTime();
            for (var round = 0; round < scale.rounds(); round++) {
                topic.sendAll(records);
            }
            return (System.nanoTime() - since) / 1e9 / scale.rounds();
        }
    }
}
