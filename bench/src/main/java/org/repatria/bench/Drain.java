package org.repatria.bench;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

    /** What a plain subscriber has seen; written by its one thread. */
    private static final class Seen {
        private final Queue<ConsumerRecord<byte[], byte[]>> records = new ConcurrentLinkedQueue<>();
        private final Set<String> opened = ConcurrentHashMap.newKeySet();
        private final AtomicLong first = new AtomicLong(Long.MAX_VALUE);
        private final AtomicLong last = new AtomicLong();

        void take(ConsumerRecord<byte[], byte[]> record, long moment) {
            records.add(record);
            if (PlainReader.header(record, Topics.TYPE).equals(Topics.CASE_OPENED)) {
                first.accumulateAndGet(moment, Math::min);
                if (opened.add(PlainReader.key(record))) {
                    last.set(moment);
                }
            }
        }
    }

    static void measure(Site site, Scale scale, Figures figures) throws StackFailed, IOException, InterruptedException {
        try (var stack = site.system();
                var programs = new Programs(stack)) {
            var filling = new Filling(stack, programs);
            // The first event makes the topics; once it is visible nothing else is on its way.
            filling.open(1);
            filling.awaitVisible();
            var seen = new Seen();
            try (var _ = PlainReader.fromNow(
                    stack.kafka(), List.of(Topics.CASE_EVENTS, Topics.CASE_SNAPSHOTS), seen::take)) {
                var ours = drained(stack, filling, seen, scale);
                Until.pause(Limits.SETTLE);
                site.say()
                        .accept("%,d events with %,d snapshots; at least once, so some may have come twice"
                                .formatted(seen.opened.size(), seen.records.size() - seen.opened.size()));
                var records = List.copyOf(seen.records);
                var what = "drain of %,d pending events".formatted(scale.pending());
                var relay = relay(stack, filling.ids(1).getFirst(), records, scale);
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
    }

    /** Events a second, of ours alone: each pending event is seen at least once, or there is no figure. */
    static double ours(Site site, Scale scale) throws StackFailed, IOException, InterruptedException {
        try (var stack = site.system();
                var programs = new Programs(stack)) {
            var filling = new Filling(stack, programs);
            filling.open(1);
            filling.awaitVisible();
            var seen = new Seen();
            try (var _ = PlainReader.fromNow(stack.kafka(), List.of(Topics.CASE_EVENTS), seen::take)) {
                return scale.pending() / drained(stack, filling, seen, scale);
            }
        }
    }

    /** Seconds from Kafka's return until the last event was seen. */
    private static double drained(Stack stack, Filling filling, Seen seen, Scale scale)
            throws IOException, InterruptedException {
        stack.holdDown(Component.KAFKA);
        filling.open(scale.pending());
        var early = seen.opened.size();
        if (early > 0) {
            throw new IOException(early + " events were published although Kafka was held down");
        }
        stack.letRun(Component.KAFKA);
        if (!stack.awaitReady(Component.KAFKA, Limits.READY_MAX)) {
            throw new IOException("Kafka did not come back");
        }
        var ready = System.nanoTime();
        Until.holds(
                "all " + scale.pending() + " events are published",
                Limits.CATCH_UP_MAX,
                () -> seen.opened.size() >= scale.pending());
        // Kafka answers the relay a moment before it answers the supervisor's question.
        return (seen.last.get() - Math.min(ready, seen.first.get())) / 1e9;
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
