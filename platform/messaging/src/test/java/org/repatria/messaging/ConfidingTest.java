package org.repatria.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.repatria.messaging.Folders.HOST;
import static org.repatria.messaging.Folders.NOON;
import static org.repatria.messaging.Folders.OTHER;
import static org.repatria.messaging.Folders.ask;
import static org.repatria.messaging.Folders.expecting;
import static org.repatria.messaging.Folders.keyed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.decider.Outcome;
import org.repatria.messaging.Folders.Command;
import org.repatria.messaging.Folders.Command.Add;
import org.repatria.messaging.Folders.Command.AddAndSeal;
import org.repatria.messaging.Folders.Command.Hide;
import org.repatria.messaging.Folders.Command.Seal;
import org.repatria.messaging.Folders.Command.SealMany;
import org.repatria.messaging.Folders.Command.Touch;
import org.repatria.messaging.Folders.Folder;
import org.repatria.messaging.JournalEntry.Publication;

/**
 * What one state keeps to itself makes no difference to the other one. That holds for anything that it can count, read
 * or hear.
 */
class ConfidingTest {

    private static final String FOLDER = "folder-1";

    private final InMemoryStore store = new InMemoryStore();
    private final List<ProducerRecord<String, byte[]>> sent = new ArrayList<>();
    private final Messages<Folder> messages = new Messages<>(Folders.TYPE);
    private final StoredAggregates<Command, Folder, Folders.Event> folders =
            new StoredAggregates<>(Folders.TYPE, store, new Handover<>() {
                private long relayed;

                // As the relay does it.
                @Override
                public void written(StoredAggregate aggregate, Folder state, AggregateStore.Marker marker) {
                    var fresh = aggregate.outbox().stream()
                            .filter(e -> e.sequence() > relayed)
                            .toList();
                    sent.addAll(messages.events(fresh));
                    sent.addAll(
                            messages.snapshots(aggregate, state, fresh.stream().anyMatch(e -> !e.isConfided())));
                    relayed = aggregate.journalHead().sequence();
                }

                @Override
                public void orphaned(Collection<AggregateStore.Marker> markers) {
                    throw new AssertionError("nothing is raced here: " + markers);
                }
            });

    private Outcome<Folder> execute(CommandEnvelope<Command> envelope) {
        return folders.execute(envelope).block();
    }

    private void execute(Command... commands) {
        for (var command : commands) {
            execute(ask(HOST, NOON, command));
        }
    }

    private List<JournalEntry> journal() {
        return folders.journal(FOLDER, 0, 1000).collectList().block();
    }

    private List<JournalEntry> told(long after, int limit) {
        return folders.toldJournal(FOLDER, after, limit).collectList().block();
    }

    private List<String> on(String topic) {
        return sent.stream()
                .filter(record -> record.topic().equals(topic))
                .map(ConfidingTest::text)
                .toList();
    }

    /** The whole record: whatever differs in it can be seen. */
    private static String text(ProducerRecord<String, byte[]> message) {
        var headers = StreamSupport.stream(message.headers().spliterator(), false)
                .map(header -> header.key() + "=" + new String(header.value(), UTF_8))
                .toList();
        return message.key() + " " + headers + " " + new String(message.value(), UTF_8);
    }

    @Nested
    class Counting {
        @Test
        void what_is_told_and_what_is_confided_are_counted_apart_and_each_without_a_hole() {
            execute(new Add("a"), new Seal("s"), new Hide("h"), new Touch(), new AddAndSeal("b", "t"));

            assertThat(journal())
                    .extracting(JournalEntry::told)
                    .containsExactly(
                            Optional.of(1L),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(2L),
                            Optional.of(3L),
                            Optional.empty());
            assertThat(journal().stream().filter(JournalEntry::isConfided).flatMap(e -> e.publication().stream()))
                    .extracting(Publication::sequence)
                    .containsExactly(1L, 2L);
            assertThat(journal().stream().filter(e -> !e.isConfided()).flatMap(e -> e.publication().stream()))
                    .extracting(Publication::sequence)
                    .containsExactly(1L, 2L);
        }

        @Test
        void the_told_version_counts_the_commands_that_told_something() {
            execute(new Add("a"), new Seal("s"), new Hide("h"), new Touch(), new AddAndSeal("b", "t"));

            var current = folders.read(FOLDER).block();

            assertThat(current.version(History.FULL)).isEqualTo(5);
            assertThat(current.version(History.TOLD)).isEqualTo(3);
        }

        @Test
        void an_outcome_names_the_version_that_the_actor_sees() {
            execute(new Add("a"), new Seal("s"));

            assertThat(execute(ask(OTHER, NOON, new Add("b"))))
                    .isEqualTo(new Outcome.Done<>(new Folder(List.of("a", "b"), List.of("s")), 2));
            assertThat(execute(ask(HOST, NOON, new Add("c"))))
                    .isEqualTo(new Outcome.Done<>(new Folder(List.of("a", "b", "c"), List.of("s")), 4));
        }

        @Test
        void a_repeat_names_the_version_that_the_actor_saw() {
            execute(new Seal("s"));
            execute(keyed("k1", OTHER, new Add("a")));
            execute(new Seal("t"), new Add("b"));

            assertThat(execute(keyed("k1", OTHER, new Add("a")))).isEqualTo(new Outcome.Repeated<>(1));
        }

        @Test
        void a_kind_that_has_nobody_to_confide_in_cannot_confide() {
            var open = new AggregateType<>(
                    "folder",
                    "folders",
                    "folder",
                    Folder.class,
                    Folders.Event.class,
                    new Folders(),
                    new Publishing<Folder, Folders.Event>() {
                        @Override
                        public Announcement event(String aggregateId, Folders.Event event, Folder after) {
                            return Announcement.confided();
                        }

                        @Override
                        public Optional<Published> snapshot(String aggregateId, Folder state) {
                            return Optional.empty();
                        }
                    });
            var aggregates = new StoredAggregates<>(open, store, Handover.nowhere());

            assertThatThrownBy(() ->
                            aggregates.execute(ask(HOST, NOON, new Add("a"))).block())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("nobody to confide in");
        }
    }

    @Nested
    class Expecting {
        @Test
        void what_is_confided_makes_nobody_stale_who_does_not_know_of_it() {
            execute(new Add("a"), new Seal("s"));

            assertThat(execute(expecting(1, OTHER, new Add("b")))).isInstanceOf(Outcome.Done.class);
        }

        @Test
        void what_is_told_makes_the_other_state_stale_and_names_its_own_version() {
            execute(new Add("a"), new Seal("s"), new Add("b"));

            assertThat(execute(expecting(1, OTHER, new Add("c")))).isEqualTo(new Outcome.Stale<>(1, 2));
        }

        @Test
        void the_version_that_counts_everything_is_no_use_to_the_other_state() {
            execute(new Add("a"), new Seal("s"));

            assertThat(execute(expecting(2, OTHER, new Add("b")))).isEqualTo(new Outcome.Stale<>(2, 1));
        }

        @Test
        void the_host_is_stale_by_what_it_confided() {
            execute(new Add("a"), new Seal("s"));

            assertThat(execute(expecting(1, HOST, new Add("b")))).isEqualTo(new Outcome.Stale<>(1, 2));
        }
    }

    @Nested
    class Telling {
        @Test
        void a_confided_event_goes_to_the_topics_of_the_house_alone() {
            execute(new Add("a"));
            sent.clear();

            execute(new Seal("s"), new Hide("h"));

            assertThat(sent)
                    .extracting(ProducerRecord::topic)
                    .containsExactly(
                            "repatria.folder.confided-events",
                            "repatria.folder.confided-snapshots",
                            "repatria.folder.confided-snapshots");
            assertThat(on("repatria.folder.confided-events"))
                    .singleElement()
                    .asString()
                    .contains("ce_id=folder-1:confided-1", "ce_type=folder.page-sealed.v1", "ce_states=XH")
                    .doesNotContain("ce_states=XH,XR");
        }

        @Test
        void the_full_snapshot_says_both_versions() {
            execute(new Add("a"), new Seal("s"));

            assertThat(on("repatria.folder.confided-snapshots").getLast())
                    .contains("ce_id=folder-1@confided-2", "ce_told=00000000000000000001")
                    .endsWith("""
                            {"closed":["s"],"id":"folder-1","open":["a"],"told":1,"version":2}""");
        }

        @Test
        void two_histories_that_differ_in_what_is_confided_are_one_for_the_other_state() {
            var open = new ConfidingTest();
            open.execute(ask(HOST, NOON, new Add("a")));
            open.execute(ask(OTHER, NOON.plusSeconds(60), new Touch()));
            open.execute(ask(HOST, NOON.plusSeconds(120), new Add("b")));

            execute(ask(HOST, NOON.minusSeconds(5), new Seal("before")));
            execute(ask(HOST, NOON, new Add("a")));
            execute(ask(HOST, NOON.plusSeconds(10), new Seal("s")));
            execute(ask(HOST, NOON.plusSeconds(20), new Hide("h")));
            execute(ask(OTHER, NOON.plusSeconds(60), new Touch()));
            execute(ask(HOST, NOON.plusSeconds(120), new AddAndSeal("b", "t")));
            execute(ask(HOST, NOON.plusSeconds(180), new Seal("after")));

            assertThat(on(Topics.events("folder"))).hasSize(2).isEqualTo(open.on(Topics.events("folder")));
            assertThat(on(Topics.snapshots("folder"))).hasSize(3).isEqualTo(open.on(Topics.snapshots("folder")));
            assertThat(asTold(told(0, 100))).isEqualTo(asTold(open.told(0, 100)));
            assertThat(folders.read(FOLDER).block().told())
                    .isEqualTo(open.folders.read(FOLDER).block().told());
            assertThat(folders.verify(FOLDER).block().told())
                    .isEqualTo(open.folders.verify(FOLDER).block().told());
            assertThat(sentAgain()).isEqualTo(open.sentAgain());
        }
    }

    /** What a refill sends for both states. */
    private List<String> sentAgain() {
        var document = store.load(List.of(FOLDER)).block().get(FOLDER);
        var again = new ArrayList<>(messages.events(journal()));
        again.addAll(messages.snapshots(document, true));
        return again.stream()
                .filter(record -> !Topics.isConfided(record.topic()))
                .map(ConfidingTest::text)
                .toList();
    }

    private static List<String> asTold(List<JournalEntry> entries) {
        return entries.stream().map(ConfidingTest::asTold).toList();
    }

    private static String asTold(JournalEntry entry) {
        return entry.told().orElseThrow() + " " + entry.publication() + " "
                + entry.entry().replaceAll("\"sequence\":\\d+", "");
    }

    @Nested
    class Reading {
        @Test
        void the_told_journal_goes_on_after_the_number_that_was_seen() {
            execute(new Add("a"), new Seal("s"), new Add("b"), new Hide("h"), new Add("c"), new Seal("t"));
            store.appendToJournal(journal().subList(0, 4)).block();
            store.clear(Map.of(FOLDER, 4L), List.of()).block();

            assertThat(told(0, 2)).extracting(e -> e.told().orElseThrow()).containsExactly(1L, 2L);
            assertThat(told(2, 2)).extracting(e -> e.told().orElseThrow()).containsExactly(3L);
            assertThat(told(3, 2)).isEmpty();
        }

        @Test
        void who_confides_a_folder_from_its_beginning_told_nobody() {
            execute(new Seal("s"));

            assertThat(told(0, 10)).isEmpty();
            assertThat(on(Topics.snapshots("folder"))).isEmpty();
        }
    }

    @Nested
    class Remembering {
        @Test
        void receipts_of_what_is_confided_push_out_none_of_what_is_told() {
            execute(keyed("first", OTHER, new Add("a")));
            for (var i = 0; i < Limits.RECEIPTS_MAX + 1; i++) {
                execute(keyed("sealed-" + i, HOST, new Seal("s")));
            }

            assertThat(execute(keyed("first", OTHER, new Add("a")))).isInstanceOf(Outcome.Repeated.class);
            assertThat(execute(keyed("sealed-1", HOST, new Seal("s")))).isInstanceOf(Outcome.Repeated.class);
            assertThat(execute(keyed("sealed-0", HOST, new Seal("s")))).isInstanceOf(Outcome.Done.class);
        }

        @Test
        void what_is_confided_and_waits_for_kafka_takes_no_room_from_what_is_told() {
            execute(new SealMany(Limits.OUTBOX_ENTRIES_MAX));

            assertThat(execute(ask(OTHER, NOON, new Add("a")))).isInstanceOf(Outcome.Done.class);
            assertThat(execute(ask(HOST, NOON, new Seal("s"))))
                    .isEqualTo(new Outcome.OutboxFull<>(Limits.OUTBOX_ENTRIES_MAX));
        }
    }

    @Nested
    class Verifying {
        @Test
        void a_whole_journal_counts_what_is_told_of_it() {
            execute(new Add("a"), new Seal("s"), new Touch());

            var verification = folders.verify(FOLDER).block();

            assertThat(verification.whole()).isTrue();
            assertThat(verification.entries()).isEqualTo(3);
            assertThat(verification.told()).isEqualTo(2);
        }

        @Test
        void an_entry_that_passes_from_one_history_to_the_other_is_found() {
            tamper(e -> with(e, e.isConfided() ? Optional.of(2L) : e.told()));

            assertThat(folders.verify(FOLDER).block().brokenAt()).contains(2L);
        }

        @Test
        void an_entry_that_is_counted_otherwise_is_found() {
            tamper(e -> with(e, e.told().map(number -> number + 1)));

            assertThat(folders.verify(FOLDER).block().brokenAt()).contains(1L);
        }

        private JournalEntry with(JournalEntry e, Optional<Long> told) {
            return new JournalEntry(
                    e.aggregateId(), e.sequence(), told, e.entry(), e.publication(), e.previousHash(), e.hash());
        }

        private void tamper(UnaryOperator<JournalEntry> change) {
            execute(new Add("a"), new Hide("h"));
            store.appendToJournal(journal().stream().map(change).toList()).block();
            store.clear(Map.of(FOLDER, 2L), List.of()).block();
        }
    }
}
