package org.repatria.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.repatria.messaging.Parcels.ask;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.decider.Occasion;
import org.repatria.decider.Outcome;
import org.repatria.decider.Refusal;
import org.repatria.messaging.CommandEnvelope.Cause;
import org.repatria.messaging.CommandEnvelope.CommandId;
import org.repatria.messaging.Parcels.Command.Deliver;
import org.repatria.messaging.Parcels.Command.Post;
import org.repatria.messaging.Parcels.Command.Stamp;
import org.repatria.messaging.Parcels.Command.StampTimes;
import org.repatria.messaging.Parcels.Command.Weigh;
import org.repatria.messaging.Parcels.Parcel.Posted;
import org.repatria.messaging.Parcels.Why;
import reactor.core.publisher.Mono;

class StoredAggregatesTest {

    private static final String BOX = "parcel-box";
    private static final String TIN = "parcel-tin";
    private static final CommandId KEY = new CommandId("ana|POST /v1/parcels|k1", "f1");

    private final InMemoryStore store = new InMemoryStore();
    private final List<StoredAggregate> handedOver = new ArrayList<>();
    private final List<AggregateStore.Marker> orphaned = new ArrayList<>();
    private final StoredAggregates<Parcels.Command, Parcels.Parcel, Parcels.Event> parcels = over(store);

    private StoredAggregates<Parcels.Command, Parcels.Parcel, Parcels.Event> over(AggregateStore under) {
        return new StoredAggregates<>(Parcels.TYPE, under, new Handover<>() {
            @Override
            public void written(StoredAggregate aggregate, Parcels.Parcel state, AggregateStore.Marker marker) {
                handedOver.add(aggregate);
            }

            @Override
            public void orphaned(Collection<AggregateStore.Marker> markers) {
                orphaned.addAll(markers);
            }
        });
    }

    private Outcome<Parcels.Parcel> execute(CommandEnvelope<Parcels.Command> envelope) {
        return parcels.execute(envelope).block();
    }

    private List<JournalEntry> journal(String id) {
        return parcels.journal(id, 0, 1000).collectList().block();
    }

    @Nested
    class Executing {
        @Test
        void a_first_command_makes_version_one() {
            assertThat(execute(ask(BOX, new Post("Oslo"))))
                    .isEqualTo(new Outcome.Done<>(new Posted("Oslo", List.of()), 1));
            assertThat(parcels.read(BOX).block())
                    .isEqualTo(new Aggregates.Current<>(BOX, new Posted("Oslo", List.of()), 1));
        }

        @Test
        void a_command_with_many_events_is_one_version_and_many_entries() {
            execute(ask(BOX, new Post("Oslo")));

            assertThat(execute(ask(BOX, new StampTimes(3))))
                    .isInstanceOfSatisfying(
                            Outcome.Done.class,
                            done -> assertThat(done.version()).isEqualTo(2));
            assertThat(journal(BOX)).extracting(JournalEntry::sequence).containsExactly(1L, 2L, 3L, 4L);
        }

        @Test
        void a_refusal_changes_nothing() {
            assertThat(execute(ask(BOX, new Deliver())))
                    .isEqualTo(new Outcome.Refused<>(Refusal.of(Why.NOT_POSTED), new Parcels.Parcel.Unposted(), 0));
            assertThat(parcels.read(BOX).block()).isNull();
        }

        @Test
        void what_is_already_so_is_no_version_no_entry_and_nothing_to_relay() {
            execute(ask(BOX, new Post("Oslo")));
            execute(ask(BOX, new Stamp("s")));

            for (var again : List.of(ask(BOX, new Stamp("s")), ask(BOX, new Stamp("s"), KEY))) {
                assertThat(execute(again)).isEqualTo(new Outcome.Done<>(new Posted("Oslo", List.of("s")), 2));
            }
            assertThat(journal(BOX)).hasSize(2);
            assertThat(handedOver).hasSize(2);
        }

        @Test
        void private_events_leave_no_hole_in_the_publication_count() {
            execute(ask(BOX, new Post("Oslo")));
            execute(ask(BOX, new Weigh(12)));
            execute(ask(BOX, new Deliver()));

            assertThat(journal(BOX))
                    .extracting(e -> e.publication()
                            .map(JournalEntry.Publication::sequence)
                            .orElse(0L))
                    .containsExactly(1L, 0L, 2L);
        }

        @Test
        void the_entry_tells_who_what_when_and_why() {
            execute(ask(BOX, new Post("Oslo"), KEY));

            assertThat(journal(BOX).getFirst().entry()).isEqualTo("""
                            {"actor":{"authority":"XH-CA","id":"ana","roles":["AN","CO"]},"aggregateId":"parcel-box",\
                            "at":"2026-03-02T12:00:00Z","commandId":{"fingerprint":"f1","key":"ana|POST \
                            /v1/parcels|k1"},\
                            "data":{"to":"Oslo","type":"ParcelPosted"},"purpose":"a \
                            test","sequence":1,"type":"ParcelPosted"}""");
        }

        @Test
        void a_full_outbox_refuses_more() {
            execute(ask(BOX, new Post("Oslo")));
            execute(ask(BOX, new StampTimes(Limits.OUTBOX_ENTRIES_MAX - 1)));

            assertThat(execute(ask(BOX, new Deliver()))).isEqualTo(new Outcome.OutboxFull<>(Limits.OUTBOX_ENTRIES_MAX));
            assertThat(execute(ask(TIN, new Post("Bern")))).isInstanceOf(Outcome.Done.class);
        }
    }

    @Nested
    class Repeating {
        @Test
        void the_same_command_hears_the_version_of_then() {
            execute(ask(BOX, new Post("Oslo"), KEY));
            execute(ask(BOX, new Stamp("s")));

            assertThat(execute(ask(BOX, new Post("Oslo"), KEY))).isEqualTo(new Outcome.Repeated<>(1));
            assertThat(journal(BOX)).hasSize(2);
        }

        @Test
        void another_content_under_the_same_key_is_told() {
            execute(ask(BOX, new Post("Oslo"), KEY));

            assertThat(execute(ask(BOX, new Stamp("s"), new CommandId(KEY.key(), "f2"))))
                    .isEqualTo(new Outcome.CommandIdReused<>());
        }

        @Test
        void a_key_is_used_where_there_was_nothing_to_do_too() {
            execute(ask(BOX, new Post("Oslo")));
            execute(ask(BOX, new Stamp("s")));
            execute(ask(BOX, new Stamp("s"), KEY));

            assertThat(execute(ask(BOX, new Stamp("t"), new CommandId(KEY.key(), "f2"))))
                    .isEqualTo(new Outcome.CommandIdReused<>());
            execute(ask(BOX, new Stamp("u")));
            assertThat(execute(ask(BOX, new Stamp("s"), KEY))).isEqualTo(new Outcome.Repeated<>(2));
            assertThat(orphaned).extracting(AggregateStore.Marker::version).containsExactly(2L);
        }

        @Test
        void a_key_of_a_batch_is_used_whatever_came_of_the_others() {
            execute(ask(BOX, new Post("Oslo")));
            parcels.executeAll(List.of(ask(BOX, new Stamp("s")), ask(BOX, new Stamp("s"), KEY)))
                    .block();

            assertThat(execute(ask(BOX, new Stamp("t"), new CommandId(KEY.key(), "f2"))))
                    .isEqualTo(new Outcome.CommandIdReused<>());
            assertThat(orphaned).isEmpty();
        }

        @Test
        void nothing_is_kept_of_what_was_refused_or_is_not_there() {
            execute(ask(BOX, new Deliver(), KEY));

            assertThat(store.load(List.of(BOX)).block()).isEmpty();
            assertThat(execute(ask(BOX, new Post("Oslo"), new CommandId(KEY.key(), "f2"))))
                    .isInstanceOf(Outcome.Done.class);
        }

        @Test
        void a_repeat_is_known_before_its_version_is_called_stale() {
            var first = new CommandEnvelope<Parcels.Command>(
                    BOX,
                    new Post("Oslo"),
                    Occasion.of(Parcels.ANA, Parcels.NOON),
                    java.util.Optional.of(KEY),
                    VersionCondition.of(java.util.Optional.of(0L)),
                    java.util.Optional.empty(),
                    java.util.Optional.empty());
            execute(first);

            assertThat(execute(first)).isEqualTo(new Outcome.Repeated<>(1));
        }

        @Test
        void an_event_that_was_applied_is_not_applied_again() {
            execute(ask(BOX, new Post("Oslo"), new Cause("case-1", 4)));

            assertThat(execute(ask(BOX, new Stamp("s"), new Cause("case-1", 4))))
                    .isEqualTo(new Outcome.Repeated<>(1));
            assertThat(execute(ask(BOX, new Stamp("s"), new Cause("case-1", 3))))
                    .isEqualTo(new Outcome.Repeated<>(1));
            assertThat(execute(ask(BOX, new Stamp("s"), new Cause("case-2", 1))))
                    .isInstanceOf(Outcome.Done.class);
            assertThat(execute(ask(BOX, new Stamp("t"), new Cause("case-1", 5))))
                    .isInstanceOf(Outcome.Done.class);
        }

        @Test
        void only_the_newest_receipts_are_kept() {
            execute(ask(BOX, new Post("Oslo"), KEY));
            for (var i = 0; i < Limits.RECEIPTS_MAX; i++) {
                store.clear(Map.of(BOX, (long) i), List.of()).block();
                execute(ask(BOX, new Stamp("s" + i), new CommandId("k" + i, "f")));
            }
            var kept = store.load(List.of(BOX)).block().get(BOX).receipts().commands();

            assertThat(kept).hasSize(Limits.RECEIPTS_MAX);
            assertThat(kept.getFirst().key()).isEqualTo(Receipts.Digest.of("k" + (Limits.RECEIPTS_MAX - 1)));
            assertThat(kept).extracting(Receipts.CommandReceipt::key).doesNotContain(Receipts.Digest.of(KEY.key()));
        }
    }

    /** One of two processes has written last; the other keeps what is old by then. */
    @Nested
    class Keeping {
        private final List<Collection<String>> read = new ArrayList<>();
        private final List<Integer> written = new ArrayList<>();
        private final AtomicBoolean away = new AtomicBoolean();
        private final AggregateStore watched = new DelegatingStore(store) {
            @Override
            public Mono<Map<String, StoredAggregate>> load(Collection<String> aggregateIds) {
                read.add(List.copyOf(aggregateIds));
                return super.load(aggregateIds);
            }

            @Override
            public Mono<Written> write(List<Write> writes) {
                written.add(writes.size());
                return away.get() ? Mono.error(new StoreUnavailable("away", null)) : super.write(writes);
            }
        };
        private final AtomicLong now = new AtomicLong();
        private final Kept<Parcels.Parcel> kept = new Kept<>(now::get);
        private final StoredAggregates<Parcels.Command, Parcels.Parcel, Parcels.Event> here =
                new StoredAggregates<>(Parcels.TYPE, watched, Handover.nowhere(), kept);

        private Outcome<Parcels.Parcel> here(CommandEnvelope<Parcels.Command> envelope) {
            return here.execute(envelope).block();
        }

        @Test
        void a_command_to_what_was_just_written_reads_nothing() {
            here(ask(BOX, new Post("Oslo")));
            read.clear();

            assertThat(here(ask(BOX, new Stamp("s"))))
                    .isEqualTo(new Outcome.Done<>(new Posted("Oslo", List.of("s")), 2));
            assertThat(read).isEmpty();
        }

        @Test
        void what_was_written_here_is_told_without_reading_its_document() {
            here(ask(BOX, new Post("Oslo")));
            read.clear();

            assertThat(here.read(BOX).block()).isEqualTo(parcels.read(BOX).block());
            assertThat(read).isEmpty();
        }

        @Test
        void what_others_wrote_is_read_once() {
            here(ask(BOX, new Post("Oslo")));
            execute(ask(BOX, new Stamp("there")));
            read.clear();

            for (var time = 0; time < 2; time++) {
                assertThat(here.read(BOX).block())
                        .isEqualTo(new Aggregates.Current<>(BOX, new Posted("Oslo", List.of("there")), 2));
            }
            assertThat(read).containsExactly(List.of(BOX));
        }

        @Test
        void what_is_not_there_is_told_as_such_each_time() {
            assertThat(here.read(BOX).blockOptional()).isEmpty();

            execute(ask(BOX, new Post("Oslo")));
            assertThat(here.read(BOX).block())
                    .isEqualTo(new Aggregates.Current<>(BOX, new Posted("Oslo", List.of()), 1));
        }

        @Test
        void a_batch_reads_the_others_alone_and_writes_once() {
            here(ask(BOX, new Post("Oslo")));
            read.clear();
            written.clear();

            here.executeAll(List.of(ask(BOX, new Stamp("s")), ask(TIN, new Post("Bern"))))
                    .block();

            assertThat(read).containsExactly(List.of(TIN));
            assertThat(written).containsExactly(2);
        }

        @Test
        void what_others_wrote_meanwhile_is_not_written_over() {
            here(ask(BOX, new Post("Oslo")));
            execute(ask(BOX, new Stamp("there")));

            assertThat(here(ask(BOX, new Stamp("here"))))
                    .isEqualTo(new Outcome.Done<>(new Posted("Oslo", List.of("there", "here")), 3));
            assertThat(parcels.verify(BOX).block().whole()).isTrue();
        }

        @Test
        void what_comes_to_nothing_on_it_is_decided_on_what_is_read() {
            here(ask(BOX, new Post("Oslo")));
            execute(ask(BOX, new Stamp("s")));

            assertThat(here(ask(BOX, new Post("Bern")))).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
                assertThat(refused.version()).isEqualTo(2);
                assertThat(refused.state()).isEqualTo(new Posted("Oslo", List.of("s")));
            });
        }

        @Test
        void nothing_is_kept_for_a_while_where_others_write_too() {
            here(ask(BOX, new Post("Oslo")));
            execute(ask(BOX, new Stamp("there")));
            here(ask(BOX, new Stamp("here")));
            read.clear();

            here(ask(BOX, new Stamp("1")));
            assertThat(read).hasSize(1);

            now.addAndGet(Limits.KEPT_PAUSE.toNanos());
            here(ask(BOX, new Stamp("2")));
            here(ask(BOX, new Stamp("3")));
            assertThat(read).hasSize(2);
        }

        @Test
        void what_may_or_may_not_have_been_written_is_read_again() {
            here(ask(BOX, new Post("Oslo")));
            away.set(true);
            assertThatThrownBy(() -> here(ask(BOX, new Stamp("s")))).isInstanceOf(StoreUnavailable.class);
            away.set(false);
            read.clear();

            here(ask(BOX, new Stamp("s")));
            assertThat(read).hasSize(1);
        }

        @Test
        void an_outbox_that_was_cleared_has_room_again() {
            here(ask(BOX, new Post("Oslo")));
            here(ask(BOX, new StampTimes(Limits.OUTBOX_ENTRIES_MAX - 1)));
            store.clear(Map.of(BOX, (long) Limits.OUTBOX_ENTRIES_MAX), List.of())
                    .block();
            kept.cleared(Map.of(BOX, (long) Limits.OUTBOX_ENTRIES_MAX));
            read.clear();

            assertThat(here(ask(BOX, new Deliver()))).isInstanceOf(Outcome.Done.class);
            assertThat(read).isEmpty();
        }

        @Test
        void only_those_at_work_are_kept() {
            for (var i = 0; i <= Limits.KEPT_MAX; i++) {
                here(ask("parcel-" + i, new Post("Oslo")));
            }

            assertThat(kept.of("parcel-0")).isEmpty();
            assertThat(kept.of("parcel-" + Limits.KEPT_MAX)).isPresent();
        }
    }

    @Nested
    class Expecting {
        @Test
        void another_version_than_expected_is_stale() {
            execute(ask(BOX, new Post("Oslo")));
            execute(ask(BOX, new Stamp("s")));

            assertThat(execute(ask(BOX, new Deliver(), 1L))).isEqualTo(new Outcome.Stale<>(1, 2));
        }

        @Test
        void the_expected_version_goes_through() {
            execute(ask(BOX, new Post("Oslo")));

            assertThat(execute(ask(BOX, new Deliver(), 1L))).isInstanceOf(Outcome.Done.class);
        }
    }

    @Nested
    class Batching {
        @Test
        void outcomes_come_in_the_order_of_the_commands() {
            execute(ask(TIN, new Post("Bern")));

            var outcomes = parcels.executeAll(List.of(
                            ask(TIN, new Deliver()),
                            ask(BOX, new Stamp("s")),
                            ask(BOX, new Post("Oslo")),
                            ask(BOX, new Stamp("s")),
                            ask(TIN, new Stamp("t"))))
                    .block();

            assertThat(outcomes)
                    .containsExactly(
                            new Outcome.Done<>(new Parcels.Parcel.Delivered(List.of()), 2),
                            new Outcome.Refused<>(Refusal.of(Why.NOT_POSTED), new Parcels.Parcel.Unposted(), 0),
                            new Outcome.Done<>(new Posted("Oslo", List.of()), 1),
                            new Outcome.Done<>(new Posted("Oslo", List.of("s")), 2),
                            new Outcome.Refused<>(
                                    Refusal.of(Why.ALREADY_DELIVERED), new Parcels.Parcel.Delivered(List.of()), 2));
            assertThat(handedOver).extracting(StoredAggregate::id).containsExactlyInAnyOrder(BOX, TIN, TIN);
        }

        @Test
        void the_same_key_twice_in_a_batch_is_a_repeat() {
            var outcomes = parcels.executeAll(List.of(ask(BOX, new Post("Oslo"), KEY), ask(BOX, new Post("Oslo"), KEY)))
                    .block();

            assertThat(outcomes.get(1)).isEqualTo(new Outcome.Repeated<>(1));
        }

        @Test
        void several_commands_for_one_event_are_one_application_of_it() {
            var cause = new Cause("case-1", 1);
            var batch = List.of(ask(BOX, new Post("Oslo"), cause), ask(BOX, new Stamp("s"), cause));

            assertThat(parcels.executeAll(batch).block()).allMatch(o -> o instanceof Outcome.Done);
            assertThat(parcels.executeAll(batch).block())
                    .containsExactly(new Outcome.Repeated<>(2), new Outcome.Repeated<>(2));
        }
    }

    @Nested
    class Racing {
        @Test
        void a_raced_command_is_decided_again_on_the_new_state() {
            execute(ask(BOX, new Post("Oslo")));
            var raced = over(new Intruded(store, 1, () -> execute(ask(BOX, new Deliver()))));

            assertThat(raced.execute(ask(BOX, new Stamp("s"))).block())
                    .isEqualTo(new Outcome.Refused<>(
                            Refusal.of(Why.ALREADY_DELIVERED), new Parcels.Parcel.Delivered(List.of()), 2));
            assertThat(orphaned).hasSize(1);
        }

        @Test
        void only_the_raced_one_of_a_batch_is_decided_again() {
            execute(ask(BOX, new Post("Oslo")));
            var raced = over(new Intruded(
                    store,
                    1,
                    () -> parcels.execute(ask(BOX, new Stamp("intruder"))).subscribe()));

            var outcomes = raced.executeAll(List.of(ask(TIN, new Post("Bern")), ask(BOX, new Stamp("s"))))
                    .block();

            assertThat(outcomes)
                    .containsExactly(
                            new Outcome.Done<>(new Posted("Bern", List.of()), 1),
                            new Outcome.Done<>(new Posted("Oslo", List.of("intruder", "s")), 3));
        }

        @Test
        void endless_races_end_as_contended() {
            execute(ask(BOX, new Post("Oslo")));
            var others = new int[1];
            var raced = over(new Intruded(
                    store,
                    Integer.MAX_VALUE,
                    () -> parcels.execute(ask(BOX, new Stamp("intruder" + others[0]++)))
                            .subscribe()));

            assertThat(raced.execute(ask(BOX, new Stamp("s"))).block())
                    .isEqualTo(new Outcome.Contended<>(Limits.ATTEMPTS_MAX));
        }
    }

    @Nested
    class Journalling {
        @Test
        void entries_in_the_journal_and_in_the_outbox_are_one_history() {
            execute(ask(BOX, new Post("Oslo")));
            execute(ask(BOX, new StampTimes(4)));
            store.appendToJournal(journal(BOX).subList(0, 3)).block();
            store.clear(Map.of(BOX, 2L), List.of()).block();

            assertThat(journal(BOX)).extracting(JournalEntry::sequence).containsExactly(1L, 2L, 3L, 4L, 5L);
            assertThat(parcels.journal(BOX, 1, 2).collectList().block())
                    .extracting(JournalEntry::sequence)
                    .containsExactly(2L, 3L);
        }

        @Test
        void a_whole_journal_is_verified_to_its_head() {
            execute(ask(BOX, new Post("Oslo")));
            execute(ask(BOX, new StampTimes(3)));
            store.appendToJournal(journal(BOX).subList(0, 2)).block();

            var verification = parcels.verify(BOX).block();

            assertThat(verification.whole()).isTrue();
            assertThat(verification.entries()).isEqualTo(4);
            assertThat(verification.head()).isEqualTo(journal(BOX).getLast().hash());
        }

        @Test
        void an_altered_entry_is_found() {
            tamper(
                    3,
                    e -> new JournalEntry(
                            e.aggregateId(),
                            e.sequence(),
                            e.told(),
                            e.entry().replace("ana", "bob"),
                            e.publication(),
                            e.previousHash(),
                            e.hash()));

            assertThat(parcels.verify(BOX).block().brokenAt()).contains(3L);
        }

        @Test
        void an_altered_publication_is_found() {
            tamper(
                    2,
                    e -> new JournalEntry(
                            e.aggregateId(),
                            e.sequence(),
                            e.told(),
                            e.entry(),
                            e.publication()
                                    .map(p -> new JournalEntry.Publication(
                                            p.sequence(),
                                            p.type(),
                                            "{\"by\":\"x\"}",
                                            p.time(),
                                            p.states(),
                                            p.traceparent())),
                            e.previousHash(),
                            e.hash()));

            assertThat(parcels.verify(BOX).block().brokenAt()).contains(2L);
        }

        @Test
        void a_rewritten_end_is_found() {
            tamper(4, e -> {
                var entry = e.entry().replace("ana", "bob");
                var data = e.publication().map(JournalEntry.Publication::data);
                return new JournalEntry(
                        e.aggregateId(),
                        e.sequence(),
                        e.told(),
                        entry,
                        e.publication(),
                        e.previousHash(),
                        Hashes.ofEntry(e.previousHash(), entry, data, false));
            });

            assertThat(parcels.verify(BOX).block().brokenAt()).contains(4L);
        }

        @Test
        void a_missing_entry_is_found() {
            execute(ask(BOX, new Post("Oslo")));
            execute(ask(BOX, new StampTimes(3)));
            var entries = journal(BOX);
            store.appendToJournal(List.of(entries.get(0), entries.get(2), entries.get(3)))
                    .block();
            store.clear(Map.of(BOX, 4L), List.of()).block();

            assertThat(parcels.verify(BOX).block().brokenAt()).contains(2L);
        }

        @Test
        void an_entry_beyond_the_head_is_found() {
            execute(ask(BOX, new Post("Oslo")));
            var first = journal(BOX).getFirst();
            store.appendToJournal(List.of(new JournalEntry(
                            BOX, 2, Optional.of(2L), first.entry(), first.publication(), first.hash(), first.hash())))
                    .block();

            assertThat(parcels.verify(BOX).block().brokenAt()).contains(2L);
        }

        private void tamper(int sequence, java.util.function.UnaryOperator<JournalEntry> change) {
            execute(ask(BOX, new Post("Oslo")));
            execute(ask(BOX, new StampTimes(3)));
            var entries = new ArrayList<>(journal(BOX));
            entries.set(sequence - 1, change.apply(entries.get(sequence - 1)));
            store.appendToJournal(entries).block();
            store.clear(Map.of(BOX, 4L), List.of()).block();
        }
    }

    /** Somebody else writes between this one's read and write. */
    private static final class Intruded extends DelegatingStore {
        private final Runnable intrusion;
        private int left;

        Intruded(AggregateStore store, int times, Runnable intrusion) {
            super(store);
            this.left = times;
            this.intrusion = intrusion;
        }

        @Override
        public Mono<Map<String, StoredAggregate>> load(Collection<String> aggregateIds) {
            return super.load(aggregateIds).doOnNext(_ -> {
                if (left > 0) {
                    left--;
                    intrusion.run();
                }
            });
        }
    }
}
