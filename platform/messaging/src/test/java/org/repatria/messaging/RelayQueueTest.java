package org.repatria.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.messaging.AggregateStore.Marker;
import org.repatria.messaging.Parcels.Parcel;
import org.repatria.messaging.StoredAggregate.JournalHead;
import org.repatria.messaging.StoredAggregate.ToldHead;

final class RelayQueueTest {

    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration DRAIN = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Parcel POSTED = new Parcel.Posted("Bela", List.of());

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RelayQueue<Parcel> queue = new RelayQueue<>(new RelayMeters(meters, Parcels.TYPE));

    private static StoredAggregate parcel(String id, long version) {
        return new StoredAggregate(
                id,
                version,
                Parcels.NOON,
                Map.of(),
                List.of(),
                Receipts.none(),
                JournalHead.START,
                0,
                0,
                ToldHead.START);
    }

    private static Marker marker(String id, long version) {
        return new Marker(0, id, version, version);
    }

    private void write(String id, long version) {
        queue.written(parcel(id, version), POSTED, marker(id, version));
    }

    private List<InHand<Parcel>> taken() throws InterruptedException {
        return List.copyOf(queue.take(System.nanoTime(), () -> false).values());
    }

    /** A thread that pauses; it is in its pause when this returns. */
    private Thread pausing() {
        var thread = Thread.ofPlatform().daemon().start(() -> {
            try {
                queue.pause(LONG);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        return thread;
    }

    @Nested
    class Waiting {
        @Test
        void what_waits_and_what_is_in_hand_is_not_out_yet_and_each_counts_once() throws Exception {
            assertThat(queue.backlog(List.of())).isEqualTo(new Backlog(0, Duration.ZERO));
            write("p1", 1);
            write("p2", 1);
            var taken = taken();
            write("p2", 2);
            write("p3", 1);

            assertThat(queue.backlog(taken).aggregates()).isEqualTo(3);
            assertThat(queue.backlog(List.of()).aggregates()).isEqualTo(2);
        }

        @Test
        void the_oldest_counts_from_its_first_write() throws Exception {
            var before = System.nanoTime();
            write("p1", 1);
            write("p2", 1);
            write("p1", 2);
            var taken = taken();
            var written = taken.stream().mapToLong(InHand::since).min().orElseThrow();

            var oldest = queue.backlog(taken).oldest().toNanos();

            assertThat(oldest).isBetween(0L, System.nanoTime() - before);
            assertThat(oldest).isGreaterThanOrEqualTo(0).isLessThanOrEqualTo(System.nanoTime() - written);
        }
    }

    @Nested
    class Pausing {
        @Test
        void whoever_writes_does_not_wait_for_a_pause() throws Exception {
            var thread = pausing();

            assertIsHandedOver();

            assertThat(thread.isAlive()).isTrue();
            thread.interrupt();
        }

        @Test
        void nor_for_one_while_what_is_left_is_drained() throws Exception {
            queue.stop(DRAIN);
            var thread = pausing();

            assertIsHandedOver();

            assertThat(thread.isAlive()).isTrue();
            thread.interrupt();
        }

        @Test
        void being_asked_to_stop_ends_it() throws Exception {
            var thread = pausing();

            withinPatience(() -> queue.stop(DRAIN));

            assertThat(thread.join(PATIENCE)).isTrue();
        }

        private void assertIsHandedOver() throws Exception {
            withinPatience(() -> write("parcel-1", 1));
            assertThat(queue.ids()).containsExactly("parcel-1");
        }

        private static void withinPatience(Runnable action) throws Exception {
            CompletableFuture.runAsync(action).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    @Nested
    class Taking {
        @Test
        void the_newest_document_of_each_is_taken_with_the_markers_of_all_its_writes() throws InterruptedException {
            write("parcel-1", 1);
            write("parcel-2", 1);
            write("parcel-1", 2);

            assertThat(taken())
                    .extracting(
                            inHand -> inHand.aggregate().id(),
                            inHand -> inHand.aggregate().version(),
                            InHand::markers)
                    .containsExactly(
                            tuple("parcel-1", 2L, List.of(marker("parcel-1", 1), marker("parcel-1", 2))),
                            tuple("parcel-2", 1L, List.of(marker("parcel-2", 1))));
        }

        @Test
        void what_has_no_room_is_counted_and_left_to_the_sweep() {
            for (var i = 0; i <= Limits.RELAY_QUEUE_MAX; i++) {
                write("parcel-" + i, 1);
            }

            assertThat(queue.size()).isEqualTo(Limits.RELAY_QUEUE_MAX);
            assertThat(queue.markers()).doesNotContain(marker("parcel-" + Limits.RELAY_QUEUE_MAX, 1));
            assertThat(meters.counter("repatria.relay.overflows", "aggregate", "parcel")
                            .count())
                    .isEqualTo(1);
        }

        @Test
        void other_work_ends_the_wait() throws InterruptedException {
            assertThat(queue.take(System.nanoTime() + LONG.toNanos(), () -> true))
                    .isEmpty();
        }

        @Test
        void what_is_left_at_the_end_is_still_taken() throws InterruptedException {
            write("parcel-1", 1);
            queue.stop(DRAIN);
            assertThat(queue.isDrained()).isFalse();

            assertThat(taken()).hasSize(1);

            assertThat(queue.isDrained()).isTrue();
        }
    }
}
