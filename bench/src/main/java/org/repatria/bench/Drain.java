package org.repatria.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.repatria.bench.floors.PlainReader;
import org.repatria.bench.floors.RawTopic;
import org.repatria.local.supervisor.Component;
import org.repatria.local.supervisor.Stack;
import org.repatria.local.supervisor.StackFailed;

/** How fast what waited for Kafka is published once it is back, beside a plain producer of the same bytes. */
final class Drain {

    /** Milliseconds: the client's own default, with which it carries the most. */
    private static final int LINGER = 5;

    private Drain() {}

    static void measure(Site site, Scale scale, Figures figures) throws StackFailed, IOException, InterruptedException {
        var records = new ConcurrentLinkedQueue<ConsumerRecord<byte[], byte[]>>();
        var opened = new AtomicInteger();
        var first = new AtomicLong(Long.MAX_VALUE);
        var last = new AtomicLong();
        try (var stack = site.system();
                var programs = new Programs(stack);
                var _ = PlainReader.fromNow(
                        stack.kafka(), List.of(Topics.CASE_EVENTS, Topics.CASE_SNAPSHOTS), (record, moment) -> {
                            records.add(record);
                            if (PlainReader.header(record, Topics.TYPE).equals(Topics.CASE_OPENED)) {
                                first.accumulateAndGet(moment, Math::min);
                                last.set(moment);
                                opened.incrementAndGet();
                            }
                        })) {
            stack.holdDown(Component.KAFKA);
            new Filling(stack, programs).open(scale.pending());
            var early = opened.get();
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
                    () -> opened.get() >= scale.pending());
            // Kafka answers the relay a moment before it answers the supervisor's question.
            var ours = (last.get() - Math.min(ready, first.get())) / 1e9;
            Until.pause(Limits.SETTLE);
            site.say()
                    .accept("%,d events with %,d snapshots; at least once, so some may have come twice"
                            .formatted(opened.get(), records.size() - opened.get()));
            var floor = floor(stack, List.copyOf(records), scale);
            figures.add(Figure.beside(
                    "drain of %,d pending events".formatted(scale.pending()),
                    scale.pending() / ours,
                    scale.pending() / floor,
                    "/s",
                    ""));
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
