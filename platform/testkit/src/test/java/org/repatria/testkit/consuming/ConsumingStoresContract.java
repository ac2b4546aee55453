package org.repatria.testkit.consuming;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.messaging.consuming.ParkCause;
import org.repatria.messaging.consuming.Parking;
import org.repatria.messaging.consuming.Parkings;
import org.repatria.messaging.consuming.Progress;
import org.repatria.messaging.consuming.Progresses;
import org.repatria.messaging.consuming.Progresses.Step;
import org.repatria.messaging.consuming.RawRecord;

/** What the consumers rely on, whichever store they stand on. */
abstract class ConsumingStoresContract {

    private static final Instant NOON = Instant.parse("2014-09-01T12:00:00Z");

    /** A name of its own per test, as the stores outlive the tests. */
    private final String consumer = "c" + UUID.randomUUID().toString().replace("-", "");

    abstract Progresses progresses();

    abstract Parkings parkings();

    private Parking parking(String subject, long version, String... waiting) {
        return new Parking(consumer, subject, ParkCause.GAP, "a gap", NOON, List.of(waiting), false, version);
    }

    private static RawRecord raw(long offset) {
        return new RawRecord(
                "repatria.case.events",
                3,
                offset,
                Optional.of("case-1".getBytes(UTF_8)),
                Optional.of(new byte[] {0, -1, 127}),
                Map.of("ce_type", "case.opened.v1".getBytes(UTF_8), "ce.odd$name", new byte[] {1}));
    }

    /** How many of some attempts at the same time answer true. */
    private static long winners(Callable<Boolean> attempt) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var attempts = new ArrayList<Callable<Boolean>>();
            for (var i = 0; i < 8; i++) {
                attempts.add(attempt);
            }
            var won = 0L;
            for (var done : threads.invokeAll(attempts)) {
                won += done.get() ? 1 : 0;
            }
            return won;
        }
    }

    @Nested
    class Progressing {

        @Test
        void nothing_is_done_at_first() {
            assertThat(progresses().of(consumer, "case-1")).isEqualTo(Progress.NONE);
        }

        @Test
        void a_step_is_remembered_for_its_subject_only() {
            var first = new Progress(1, List.of("aa"));
            assertThat(progresses().advance(consumer, "case-1", Progress.NONE, first))
                    .isTrue();

            var second = new Progress(2, List.of("bb", "aa"));
            assertThat(progresses().advance(consumer, "case-1", first, second)).isTrue();
            assertThat(progresses().of(consumer, "case-1")).isEqualTo(second);
            assertThat(progresses().of(consumer, "case-2")).isEqualTo(Progress.NONE);
        }

        @Test
        void a_step_from_where_nobody_stands_any_more_changes_nothing() {
            var first = new Progress(1, List.of("aa"));
            var second = new Progress(2, List.of("bb"));
            progresses().advance(consumer, "case-1", Progress.NONE, first);
            progresses().advance(consumer, "case-1", first, second);

            assertThat(progresses().advance(consumer, "case-1", first, new Progress(2, List.of("zz"))))
                    .isFalse();
            assertThat(progresses().advance(consumer, "case-1", Progress.NONE, first))
                    .isFalse();
            assertThat(progresses().of(consumer, "case-1")).isEqualTo(second);
        }

        @Test
        void many_subjects_step_at_once() {
            var first = new Progress(1, List.of("aa"));
            var second = new Progress(2, List.of("bb", "aa"));
            progresses().advance(consumer, "case-2", Progress.NONE, first);

            var steps = Map.of("case-1", new Step(Progress.NONE, first), "case-2", new Step(first, second));
            assertThat(progresses().advance(consumer, steps)).containsExactlyInAnyOrder("case-1", "case-2");
            assertThat(progresses().of(consumer, List.of("case-1", "case-2", "case-3")))
                    .isEqualTo(Map.of("case-1", first, "case-2", second, "case-3", Progress.NONE));
        }

        @Test
        void of_many_at_once_one_that_somebody_else_took_never_counts_as_moved() {
            var first = new Progress(1, List.of("aa"));
            var second = new Progress(2, List.of("bb", "aa"));
            progresses().advance(consumer, "case-1", Progress.NONE, first);
            progresses().advance(consumer, "case-2", Progress.NONE, first);
            progresses().advance(consumer, "case-2", first, second);

            var steps = Map.of(
                    "case-1",
                    new Step(Progress.NONE, new Progress(1, List.of("zz"))),
                    "case-2",
                    new Step(first, new Progress(2, List.of("zz"))),
                    "case-3",
                    new Step(Progress.NONE, first));
            assertThat(progresses().advance(consumer, steps)).doesNotContain("case-1", "case-2");
            assertThat(progresses().of(consumer, List.of("case-1", "case-2", "case-3")))
                    .isEqualTo(Map.of("case-1", first, "case-2", second, "case-3", first));
        }

        @Test
        void of_many_who_take_the_same_step_one_does() throws Exception {
            var first = new Progress(1, List.of("aa"));
            assertThat(winners(() -> progresses().advance(consumer, "case-1", Progress.NONE, first)))
                    .isEqualTo(1);
            assertThat(winners(() -> progresses().advance(consumer, "case-1", first, new Progress(2, List.of("bb")))))
                    .isEqualTo(1);
        }
    }

    @Nested
    class Parking_keys {

        @Test
        void a_key_is_parked_once() throws Exception {
            var parking = parking("case-1", 1, "t-3-1");
            assertThat(winners(() -> parkings().open(parking))).isEqualTo(1);
            assertThat(parkings().find(consumer, "case-1")).contains(parking);
            assertThat(parkings().find(consumer, "case-2")).isEmpty();
        }

        @Test
        void of_two_writers_the_second_sees_the_first() {
            var first = parking("case-1", 1, "t-3-1");
            var second = parking("case-1", 2, "t-3-1", "t-3-2");
            parkings().open(first);

            assertThat(parkings().replace(first, second)).isTrue();
            assertThat(parkings().replace(first, parking("case-1", 2, "t-3-9"))).isFalse();
            assertThat(parkings().close(first)).isFalse();
            assertThat(parkings().find(consumer, "case-1")).contains(second);
        }

        @Test
        void a_closed_parking_is_gone_and_takes_nothing_more() {
            var first = parking("case-1", 1, "t-3-1");
            parkings().open(first);

            assertThat(parkings().close(first)).isTrue();
            assertThat(parkings().find(consumer, "case-1")).isEmpty();
            assertThat(parkings().replace(first, parking("case-1", 2, "t-3-9"))).isFalse();
            assertThat(parkings().close(first)).isFalse();
        }

        @Test
        void they_are_read_in_the_order_of_their_ids() {
            for (var subject : List.of("case-b", "case-c", "case-a")) {
                parkings().open(parking(subject, 1, "t-3-1"));
            }

            assertThat(parkings().after(consumer + "|", 2))
                    .extracting(Parking::subject)
                    .containsExactly("case-a", "case-b");
            assertThat(parkings().after(consumer + "|case-b", 1))
                    .extracting(Parking::subject)
                    .containsExactly("case-c");
        }
    }

    @Nested
    class Keeping_records {

        @Test
        void a_record_comes_back_byte_for_byte() {
            parkings().keep(consumer, raw(7));
            parkings().keep(consumer, raw(7));

            var back = parkings().record(consumer, "case-1", raw(7).position()).orElseThrow();
            assertThat(back.key().orElseThrow()).isEqualTo("case-1".getBytes(UTF_8));
            assertThat(back.value().orElseThrow()).containsExactly(0, -1, 127);
            assertThat(back.headers().get("ce.odd$name")).containsExactly(1);
            assertThat(back.headers().get("ce_type")).isEqualTo("case.opened.v1".getBytes(UTF_8));
            assertThat(back.position()).isEqualTo(raw(7).position());
        }

        @Test
        void a_record_without_key_and_value_comes_back_without() {
            var bare = new RawRecord("t", 0, 9, Optional.empty(), Optional.empty(), Map.of());
            parkings().keep(consumer, bare);

            var back =
                    parkings().record(consumer, bare.subject(), bare.position()).orElseThrow();
            assertThat(back.key()).isEmpty();
            assertThat(back.value()).isEmpty();
        }

        @Test
        void a_dropped_record_is_gone_and_the_others_stay() {
            parkings().keep(consumer, raw(7));
            parkings().keep(consumer, raw(8));
            parkings().drop(consumer, "case-1", raw(7).position());

            assertThat(parkings().record(consumer, "case-1", raw(7).position())).isEmpty();
            assertThat(parkings().record(consumer, "case-1", raw(8).position())).isPresent();
        }
    }
}
