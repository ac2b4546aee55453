package org.repatria.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.repatria.bench.floors.PlainReader;
import org.repatria.bench.floors.RawTopic;
import org.repatria.local.supervisor.Component;
import org.repatria.local.supervisor.Stack;
import org.repatria.local.supervisor.StackFailed;

/** From the answer to a command until a plain consumer has its event. Beside it, a record sent by a plain producer. */
final class AnswerToEvent {

    private static final String AIM = "< 50";

    private AnswerToEvent() {}

    static void measure(Site site, Scale scale, Figures figures) throws StackFailed, IOException, InterruptedException {
        var sightings = new Sightings();
        var like = new AtomicReference<@Nullable ConsumerRecord<byte[], byte[]>>();
        try (var stack = site.system();
                var programs = new Programs(stack)) {
            // The first event makes the topics: they are there once the pool is.
            var pool = pool(stack, programs, scale);
            try (var topic = RawTopic.at(stack.kafka(), 0);
                    var _ = PlainReader.fromNow(
                            stack.kafka(), List.of(Topics.CASE_EVENTS, RawTopic.TOPIC), (record, moment) -> {
                                if (isAwaited(record)) {
                                    like.set(record);
                                    sightings.seen(PlainReader.key(record), moment);
                                }
                            })) {
                var ours = pool.assignAndSee(CasePool.at(stack.http(Component.CASES), programs), sightings);
                Warming.up(stack, scale, site.say(), List.of(ours));
                var event = like.get();
                if (event == null) {
                    throw new IOException("no event was seen during the warm-up");
                }
                takeTurns(ours, sendAndSee(topic, event, sightings), scale, figures);
            }
        }
    }

    private static void takeTurns(Action ours, Action floor, Scale scale, Figures figures) throws InterruptedException {
        Load.atRate(scale.perSecond(), scale.warmUp(), floor);
        var oursMeasured = new Measured();
        var floorMeasured = new Measured();
        for (var round = 0; round < scale.rounds(); round++) {
            Until.pause(Limits.SETTLE);
            oursMeasured.add(Load.atRate(scale.perSecond(), scale.slice(), ours));
            Until.pause(Limits.SETTLE);
            floorMeasured.add(Load.atRate(scale.perSecond(), scale.slice(), floor));
        }
        var what = "answered -> readable at %d/s".formatted(scale.perSecond());
        figures.latency(what, oursMeasured, floorMeasured, AIM);
    }

    private static boolean isAwaited(ConsumerRecord<byte[], byte[]> record) {
        return record.topic().equals(RawTopic.TOPIC)
                || PlainReader.header(record, Topics.TYPE).equals(Topics.CASE_ASSIGNED);
    }

    private static CasePool pool(Stack stack, Programs programs, Scale scale) throws IOException, InterruptedException {
        var filling = new Filling(stack, programs);
        filling.open(scale.cases());
        filling.awaitVisible();
        return CasePool.of(filling.ids(scale.cases()), programs, stack.http(Component.CASES));
    }

    /** The floor: from the moment at which it was to be sent until the same consumer has it. */
    private static Action sendAndSee(RawTopic topic, ConsumerRecord<byte[], byte[]> event, Sightings sightings) {
        var count = new AtomicLong();
        return intended -> {
            var key = "floor-" + count.incrementAndGet();
            var seen = sightings.expect(key);
            topic.send(key, event);
            return seen.await() - intended;
        };
    }
}
