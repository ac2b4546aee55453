package org.repatria.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.messaging.AggregateStore;
import org.repatria.messaging.AggregateStore.Marker;
import org.repatria.messaging.AggregateStore.Versions;
import org.repatria.messaging.AggregateStore.Write;
import org.repatria.messaging.AggregateStore.Written;
import org.repatria.messaging.CommandEnvelope.CommandId;
import org.repatria.messaging.InMemoryStore;
import org.repatria.messaging.JournalEntry;
import org.repatria.messaging.Receipts;
import org.repatria.messaging.StoredAggregate;
import org.repatria.messaging.StoredAggregate.JournalHead;
import org.repatria.messaging.StoredAggregate.ToldHead;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What a store of aggregates promises, as tests that each implementation inherits. */
public abstract class AggregateStoreContract {

    private static final String BOX = "parcel-box";
    private static final String TIN = "parcel-tin";
    private static final String BAG = "parcel-bag";

    /** A store with nothing in it. */
    protected abstract AggregateStore emptyStore();

    private AggregateStore store = new InMemoryStore();

    @BeforeEach
    void open() {
        store = emptyStore();
    }

    @Nested
    class Loading {
        @Test
        void what_was_never_written_is_not_there() {
            assertThat(answer(store.load(List.of(BOX)))).isEmpty();
            assertThat(answer(store.versions(List.of(BOX)))).isEmpty();
        }

        @Test
        void what_was_written_comes_back_as_it_was() {
            var written = aggregate(BOX, 1, entry(BOX, 1), privateEntry(BOX, 2));
            write(written, 0);

            // A store may hand out maps of its own kind: what counts is what is in them.
            assertThat(answer(store.load(List.of(BOX, TIN))))
                    .usingRecursiveComparison()
                    .isEqualTo(Map.of(BOX, written));
            assertThat(answer(store.versions(List.of(BOX, TIN)))).isEqualTo(Map.of(BOX, new Versions(1, 0)));
        }

        @Test
        void ids_are_those_of_aggregates_only() {
            write(aggregate(BOX, 1, entry(BOX, 1)), 0);
            write(aggregate(TIN, 1, entry(TIN, 1)), 0);

            assertThat(answer(store.allIds().collectList())).containsExactlyInAnyOrder(BOX, TIN);
        }
    }

    @Nested
    class Writing {
        @Test
        void the_expected_version_is_replaced() {
            write(aggregate(BOX, 1, entry(BOX, 1)), 0);

            assertThat(write(next(BOX, 2), 1).raced()).isEmpty();
            assertThat(version(BOX)).isEqualTo(2);
        }

        @Test
        void a_write_without_entries_keeps_the_version_and_what_waits_to_be_relayed() {
            write(aggregate(BOX, 1, entry(BOX, 1)), 0);
            var before = load(BOX);

            var written = answer(store.write(List.of(new Write(before, 1, List.of()))));

            assertThat(written.raced()).isEmpty();
            assertThat(load(BOX)).isEqualTo(before);
            assertThat(answer(store.write(List.of(new Write(before, 2, List.of()))))
                            .raced())
                    .containsExactly(BOX);
        }

        @Test
        void another_version_is_raced_and_stays() {
            write(aggregate(BOX, 1, entry(BOX, 1)), 0);
            write(next(BOX, 2), 1);
            var before = load(BOX);

            assertThat(write(next(BOX, 2), 1).raced()).containsExactly(BOX);
            assertThat(load(BOX)).isEqualTo(before);
        }

        @Test
        void one_that_exists_cannot_be_created_again() {
            write(aggregate(BOX, 1, entry(BOX, 1)), 0);

            assertThat(write(aggregate(BOX, 1, entry(BOX, 1)), 0).raced()).containsExactly(BOX);
        }

        @Test
        void of_a_batch_only_the_raced_ones_are_not_written() {
            write(aggregate(TIN, 1, entry(TIN, 1)), 0);
            var batch = List.of(
                    new Write(aggregate(BOX, 1, entry(BOX, 1)), 0, List.of(entry(BOX, 1))),
                    new Write(aggregate(TIN, 1, entry(TIN, 1)), 0, List.of(entry(TIN, 1))),
                    new Write(aggregate(BAG, 1, entry(BAG, 1)), 0, List.of(entry(BAG, 1))));

            var written = answer(store.write(batch));

            assertThat(written.raced()).containsExactly(TIN);
            assertThat(written.markers()).containsOnlyKeys(BOX, TIN, BAG);
            assertThat(answer(store.versions(List.of(BOX, TIN, BAG))))
                    .isEqualTo(Map.of(BOX, new Versions(1, 0), TIN, new Versions(1, 0), BAG, new Versions(1, 0)));
        }

        @Test
        void of_many_writers_on_one_version_one_wins() {
            write(aggregate(BOX, 1, entry(BOX, 1)), 0);
            for (var version = 2L; version <= 6; version++) {
                var to = version;
                var winners = answer(Flux.range(0, 16)
                        .flatMap(_ -> store.write(List.of(toVersion(to))).subscribeOn(Schedulers.parallel()))
                        .filter(w -> w.raced().isEmpty())
                        .count());

                assertThat(winners).isEqualTo(1);
                assertThat(version(BOX)).isEqualTo(to);
            }
            assertThat(load(BOX).outbox()).hasSize(6);
        }

        @Test
        void a_large_batch_is_written_whole() {
            var batch = IntStream.range(0, 500)
                    .mapToObj(i -> new Write(
                            aggregate("parcel-" + i, 1, entry("parcel-" + i, 1)), 0, List.of(entry("parcel-" + i, 1))))
                    .toList();

            assertThat(answer(store.write(batch)).raced()).isEmpty();
            assertThat(answer(store.markers())).hasSize(500);
        }

        private Write toVersion(long version) {
            return new Write(next(BOX, version), version - 1, List.of(entry(BOX, version)));
        }
    }

    @Nested
    class Clearing {
        @Test
        void relayed_entries_leave_the_outbox_and_the_version_stays() {
            write(aggregate(BOX, 1, entry(BOX, 1), entry(BOX, 2), entry(BOX, 3)), 0);

            run(store.clear(Map.of(BOX, 2L), List.of()));

            assertThat(load(BOX).outbox()).containsExactly(entry(BOX, 3));
            assertThat(version(BOX)).isEqualTo(1);
        }

        @Test
        void a_command_decided_before_is_still_accepted_and_brings_nothing_back() {
            write(aggregate(BOX, 1, entry(BOX, 1)), 0);
            var decidedBefore = new Write(aggregate(BOX, 2, entry(BOX, 1), entry(BOX, 2)), 1, List.of(entry(BOX, 2)));
            run(store.clear(Map.of(BOX, 1L), List.of()));

            assertThat(answer(store.write(List.of(decidedBefore))).raced()).isEmpty();
            assertThat(load(BOX).outbox()).containsExactly(entry(BOX, 2));
        }

        @Test
        void clearing_twice_or_what_is_not_there_is_harmless() {
            write(aggregate(BOX, 1, entry(BOX, 1)), 0);
            run(store.clear(Map.of(BOX, 1L, TIN, 1L), List.of(new Marker(3, TIN, 1, 1))));
            run(store.clear(Map.of(BOX, 1L), List.of()));

            assertThat(load(BOX).outbox()).isEmpty();
            assertThat(answer(store.load(List.of(TIN)))).isEmpty();
        }
    }

    @Nested
    class Marking {
        @Test
        void every_write_leaves_its_own_marker() {
            var first = write(aggregate(BOX, 1, entry(BOX, 1)), 0).markers().get(BOX);
            var second = write(next(BOX, 2), 1).markers().get(BOX);

            assertThat(answer(store.markers())).containsExactlyInAnyOrder(first, second);
        }

        @Test
        void only_cleared_markers_go() {
            var first = write(aggregate(BOX, 1, entry(BOX, 1)), 0).markers().get(BOX);
            var second = write(aggregate(TIN, 1, entry(TIN, 1)), 0).markers().get(TIN);

            run(store.clear(Map.of(BOX, 1L), List.of(Objects.requireNonNull(first))));

            assertThat(answer(store.markers())).containsExactly(second);
        }

        @Test
        void a_raced_writer_clears_its_own_marker_and_not_the_winners() {
            write(aggregate(BOX, 1, entry(BOX, 1)), 0);
            var won = write(next(BOX, 2), 1).markers().get(BOX);
            var raced = write(next(BOX, 2), 1).markers().get(BOX);

            run(store.clear(Map.of(), List.of(Objects.requireNonNull(raced))));

            assertThat(answer(store.markers())).contains(won).doesNotContain(raced);
        }
    }

    @Nested
    class Journalling {
        @Test
        void entries_come_back_in_order_from_first_to_last() {
            run(store.appendToJournal(List.of(entry(BOX, 3), entry(BOX, 1), privateEntry(BOX, 2), entry(TIN, 1))));

            assertThat(answer(store.journal(BOX, 1, 10)))
                    .containsExactly(entry(BOX, 1), privateEntry(BOX, 2), entry(BOX, 3));
            assertThat(answer(store.journal(BOX, 2, 2))).containsExactly(privateEntry(BOX, 2));
            assertThat(answer(store.journal(BOX, 4, 3))).isEmpty();
        }

        @Test
        void a_repeat_is_harmless_and_edits_nothing() {
            run(store.appendToJournal(List.of(entry(BOX, 1))));

            run(store.appendToJournal(List.of(privateEntry(BOX, 1), entry(BOX, 2))));

            assertThat(answer(store.journal(BOX, 1, 2))).containsExactly(entry(BOX, 1), entry(BOX, 2));
        }
    }

    private Written write(StoredAggregate next, long expected) {
        return answer(store.write(List.of(new Write(next, expected, next.outbox()))));
    }

    private StoredAggregate load(String id) {
        return Objects.requireNonNull(answer(store.load(List.of(id))).get(id));
    }

    private long version(String id) {
        return load(id).version();
    }

    private static StoredAggregate next(String id, long version) {
        return aggregate(id, version, entry(id, version));
    }

    private static StoredAggregate aggregate(String id, long version, JournalEntry... outbox) {
        var state = Map.<String, Object>of(
                "type",
                "Posted",
                "to",
                "Oslo",
                "weight",
                12,
                "amount",
                "12.50",
                "open",
                true,
                "stamps",
                List.of("a", "b"),
                "by.dotted.name",
                Map.of("depth", List.of(Map.of("n", 5_000_000_000L))));
        var receipts = new Receipts(
                List.of(
                        Receipts.CommandReceipt.of(
                                new CommandId("ana|POST|k2", "f2"), new Versions(version, told(version)), true),
                        Receipts.CommandReceipt.of(
                                new CommandId("ana|POST|k1", "f1"), new Versions(version, told(version)), false)),
                Map.of("case-1", 4L));
        return new StoredAggregate(
                id,
                version,
                Instant.parse("2026-03-02T12:00:00Z"),
                state,
                new ArrayList<>(List.of(outbox)),
                receipts,
                new JournalHead(version, "abc"),
                version,
                version + 1,
                new ToldHead(told(version), Instant.parse("2026-03-02T11:00:00Z"), version + 2));
    }

    /** What is confided does not count for who is told. */
    private static long told(long version) {
        return version / 2;
    }

    private static JournalEntry entry(String id, long sequence) {
        return new JournalEntry(
                id,
                sequence,
                Optional.of(sequence),
                "{\"n\":" + sequence + "}",
                Optional.of(new JournalEntry.Publication(
                        sequence,
                        "parcel.stamped.v1",
                        "{\"by\":\"" + sequence + "\"}",
                        "2026-03-02T12:00:00Z",
                        Set.of("XH", "XR"),
                        Optional.of("00-trace-01"))),
                JournalEntry.GENESIS,
                "hash" + sequence);
    }

    private static JournalEntry privateEntry(String id, long sequence) {
        return new JournalEntry(
                id,
                sequence,
                Optional.empty(),
                "{\"n\":" + sequence + "}",
                Optional.empty(),
                JournalEntry.GENESIS,
                "hash" + sequence);
    }

    private static <T> T answer(Mono<T> request) {
        return Objects.requireNonNull(request.block());
    }

    private static void run(Mono<Void> request) {
        request.block();
    }
}
