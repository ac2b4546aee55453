package org.repatria.messaging.consuming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.repatria.decider.Actor;
import org.repatria.messaging.CommandEnvelope.Cause;
import org.repatria.messaging.StoreUnavailable;
import reactor.core.publisher.Mono;

class ConsumersTest {

    private static final String CONSUMER = "notes-from-cases";
    private static final Instant NOON = Instant.parse("2014-09-01T12:00:00Z");
    private static final Actor OLGA = new Actor("olga", Set.of("SI"), "XH-CA");

    private final Notes notes = new Notes();
    private final Heard heard = new Heard();
    private final InMemoryParkings parkings = new InMemoryParkings();
    private final InMemoryProgresses progresses = new InMemoryProgresses();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Consumers consumers = consumers(events());

    private Consumption events() {
        return events(notes);
    }

    private static Consumption events(Notes notes) {
        return Consumption.named(CONSUMER)
                .events(Records.TOPIC)
                .on("case.opened.v1", notes, ConsumersTest::note)
                .on("case.closed.v1", notes, ConsumersTest::note);
    }

    private Consumers consumers(Consumption consumption) {
        return consumers(consumption, progresses);
    }

    private Consumers consumers(Consumption consumption, Progresses progresses) {
        return Consumers.of(
                List.of(consumption), progresses, parkings, heard, registry, Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private static List<CommandFor<String>> note(PublishedRecord event) {
        var text = event.as(Opened.class).text();
        return switch (text) {
            case "defect" -> throw new IllegalStateException("the reaction has a defect");
            case "twice" -> List.of(new CommandFor<>("note-1", "a"), new CommandFor<>("note-1", "b"));
            case "nothing" -> List.of();
            default -> List.of(new CommandFor<>("note-of-" + event.subject(), text));
        };
    }

    private record Opened(String text) {}

    private void take(RawRecord raw) {
        consumers.take(CONSUMER, raw);
    }

    private static RawRecord opened(String subject, long sequence, String text) {
        return Records.event("case.opened.v1", subject, sequence, "{\"text\":\"" + text + "\",\"unheardOf\":1}");
    }

    private Parking parkingOf(String subject) {
        return parkings.find(CONSUMER, subject).orElseThrow();
    }

    private double count(String outcome) {
        return registry.counter("repatria.consuming.records", "consumer", CONSUMER, "outcome", outcome)
                .count();
    }

    private Parked.Redriven redrive(String subject) {
        return consumers.parked().redrive(CONSUMER, subject).blockOptional().orElseThrow();
    }

    private Parked.LeftOut leaveOut(String subject) {
        var first = parkingOf(subject).waiting().getFirst();
        return consumers
                .parked()
                .leaveOutFirst(CONSUMER, subject, first, "forged", OLGA)
                .blockOptional()
                .orElseThrow();
    }

    @Nested
    class Applying_events {

        @Test
        void a_known_event_becomes_a_command_with_its_cause() {
            take(opened("case-1", 1, "first"));

            assertThat(notes.of("note-of-case-1")).containsExactly("first");
            var envelope = notes.heard.getFirst();
            assertThat(envelope.cause()).contains(new Cause("case-1", 1));
            assertThat(envelope.occasion().by()).isEqualTo(Actor.system(CONSUMER));
            assertThat(envelope.occasion().at()).isEqualTo(NOON);
        }

        @Test
        void what_is_confided_of_a_subject_is_another_cause_than_what_is_told_of_it() {
            var ofTheHouse = Consumption.named(CONSUMER)
                    .events("repatria.case.confided-events")
                    .on("case.opened.v1", notes, ConsumersTest::note);

            consumers(ofTheHouse).take(CONSUMER, opened("case-1", 1, "first"));

            assertThat(notes.heard.getFirst().cause())
                    .contains(new Cause("case-1@confided", 1))
                    .hasValueSatisfying(cause -> assertThat(cause.isConfided()).isTrue());
        }

        @Test
        void a_reaction_reads_whose_matter_it_is() {
            var states = new ArrayList<Set<String>>();
            var consumers =
                    consumers(Consumption.named(CONSUMER).events(Records.TOPIC).on("case.opened.v1", notes, event -> {
                        states.add(event.states());
                        return List.of();
                    }));
            var headers = Records.headers("case.opened.v1", "case-1", 1);

            consumers.take(CONSUMER, Records.raw("case-1", "{}", Records.with("ce_states", "XH,XR", headers)));
            consumers.take(CONSUMER, opened("case-2", 1, "of nobody in particular"));

            assertThat(states).containsExactly(Set.of("XH", "XR"), Set.of());
        }

        @Test
        void a_repeated_event_changes_nothing() {
            take(opened("case-1", 1, "first"));
            take(opened("case-1", 1, "first"));

            assertThat(notes.heard).hasSize(1);
            assertThat(count("duplicate")).isEqualTo(1);
        }

        @Test
        void of_a_consumer_that_hears_of_one_subject_the_others_cost_nothing_and_park_nothing() {
            var consumers = consumers(events().about("case-2"));

            consumers.take(CONSUMER, opened("case-1", 1, "of another"));
            consumers.take(CONSUMER, opened("case-1", 7, "with a gap"));
            consumers.take(CONSUMER, Records.raw("case-1", "\u0000garbage", Map.of()));
            consumers.take(CONSUMER, opened("case-2", 1, "heard"));

            assertThat(notes.heard).hasSize(1);
            assertThat(notes.of("note-of-case-2")).containsExactly("heard");
            assertThat(progresses.of(CONSUMER, "case-1")).isEqualTo(Progress.NONE);
            assertThat(parkings.after("", 10)).isEmpty();
        }

        @Test
        void an_unknown_type_is_skipped_and_takes_its_place_in_the_sequence() {
            take(opened("case-1", 1, "first"));
            take(Records.event("case.unheard-of.v7", "case-1", 2, "not even JSON"));
            take(opened("case-1", 3, "third"));

            assertThat(notes.of("note-of-case-1")).containsExactly("first", "third");
            assertThat(count("unknown")).isEqualTo(1);
            assertThat(parkings.after("", 10)).isEmpty();
        }

        @Test
        void an_event_that_means_nothing_counts_as_seen() {
            take(opened("case-1", 1, "nothing"));
            take(opened("case-1", 2, "second"));

            assertThat(notes.of("note-of-case-1")).containsExactly("second");
        }

        @Test
        void a_crash_between_effect_and_progress_leads_to_one_effect() {
            take(opened("case-1", 1, "first"));
            var afterTheCrash = Consumers.of(
                    List.of(events()),
                    new InMemoryProgresses(),
                    parkings,
                    heard,
                    registry,
                    Clock.fixed(NOON, ZoneOffset.UTC));
            afterTheCrash.take(CONSUMER, opened("case-1", 1, "first"));
            afterTheCrash.take(CONSUMER, opened("case-1", 2, "second"));

            assertThat(notes.of("note-of-case-1")).containsExactly("first", "second");
        }
    }

    @Nested
    class Parking_what_cannot_be_applied {

        @Test
        void garbage_parks_its_key_and_no_other() {
            take(opened("case-1", 1, "first"));
            take(Records.raw("case-1", "\u0000garbage", Map.of()));
            take(opened("case-1", 2, "second"));
            take(opened("case-2", 1, "other"));

            assertThat(parkingOf("case-1").cause()).isEqualTo(ParkCause.UNREADABLE);
            assertThat(parkingOf("case-1").count()).isEqualTo(2);
            assertThat(notes.of("note-of-case-1")).containsExactly("first");
            assertThat(notes.of("note-of-case-2")).containsExactly("other");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"ce_specversion", "ce_id", "ce_type", "ce_source", "ce_subject", "ce_time", "ce_sequence"})
        void an_event_without_one_of_its_headers_is_unreadable(String header) {
            take(Records.raw("case-1", "{}", Records.without(header, Records.headers("case.opened.v1", "case-1", 1))));

            assertThat(parkingOf("case-1").cause()).isEqualTo(ParkCause.UNREADABLE);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "[]", "{\"a\":1", "{\"a\":1}{}", "{\"a\":1,\"a\":2}", "\"text\""})
        void a_value_that_is_no_json_object_is_unreadable(String value) {
            take(Records.raw("case-1", value, Records.headers("case.opened.v1", "case-1", 1)));

            assertThat(parkingOf("case-1").cause()).isEqualTo(ParkCause.UNREADABLE);
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "-1", "one", "99999999999999999999", ""})
        void a_sequence_that_is_no_positive_number_is_unreadable(String sequence) {
            take(Records.raw(
                    "case-1",
                    "{}",
                    Records.with("ce_sequence", sequence, Records.headers("case.opened.v1", "case-1", 1))));

            assertThat(parkingOf("case-1").cause()).isEqualTo(ParkCause.UNREADABLE);
        }

        @Test
        void a_key_that_is_not_the_subject_is_unreadable() {
            take(Records.raw("case-2", "{}", Records.headers("case.opened.v1", "case-1", 1)));

            assertThat(parkingOf("case-2").cause()).isEqualTo(ParkCause.UNREADABLE);
        }

        @Test
        void a_record_without_a_key_is_parked_under_a_name_of_its_own() {
            var raw = Records.withoutKey("garbage");
            take(raw);

            assertThat(parkingOf(raw.position()).cause()).isEqualTo(ParkCause.UNREADABLE);
        }

        @Test
        void a_key_that_is_no_id_is_parked_under_a_safe_name() {
            take(Records.raw("a|b c\n", "garbage", Map.of()));

            assertThat(parkings.after("", 10))
                    .singleElement()
                    .satisfies(p -> assertThat(p.subject()).matches("key-[0-9a-f]{32}"));
        }

        @Test
        void a_first_event_that_is_not_the_first_is_a_gap() {
            take(opened("case-1", 2, "second"));

            assertThat(parkingOf("case-1").cause()).isEqualTo(ParkCause.GAP);
        }

        @Test
        void a_left_out_event_is_a_gap() {
            take(opened("case-1", 1, "first"));
            take(opened("case-1", 3, "third"));

            assertThat(parkingOf("case-1").cause()).isEqualTo(ParkCause.GAP);
            assertThat(notes.of("note-of-case-1")).containsExactly("first");
        }

        @Test
        void another_event_with_the_same_sequence_is_a_fork_even_some_events_later() {
            take(opened("case-1", 1, "first"));
            take(opened("case-1", 2, "second"));
            take(opened("case-1", 1, "forged"));

            assertThat(parkingOf("case-1").cause()).isEqualTo(ParkCause.FORK);
        }

        @Test
        void a_refused_command_parks_with_the_refusal() {
            notes.refused = "unwanted";
            take(opened("case-1", 1, "unwanted"));

            assertThat(parkingOf("case-1").cause()).isEqualTo(ParkCause.APPLY_FAILED);
            assertThat(parkingOf("case-1").detail()).contains("NOT_WANTED");
        }

        @Test
        void a_reaction_that_throws_parks_and_leaves_no_effect() {
            take(opened("case-1", 1, "defect"));

            assertThat(parkingOf("case-1").cause()).isEqualTo(ParkCause.APPLY_FAILED);
            assertThat(notes.heard).isEmpty();
        }

        @Test
        void a_field_of_another_type_parks() {
            take(Records.event("case.opened.v1", "case-1", 1, "{\"text\":{\"deep\":true}}"));

            assertThat(parkingOf("case-1").cause()).isEqualTo(ParkCause.APPLY_FAILED);
        }

        @Test
        void two_commands_for_one_aggregate_are_a_defect() {
            take(opened("case-1", 1, "twice"));

            assertThat(parkingOf("case-1").detail()).contains("two commands for note-1");
        }

        @Test
        void a_parked_record_offered_again_waits_once() {
            var garbage = Records.raw("case-1", "garbage", Map.of());
            take(garbage);
            take(garbage);

            assertThat(parkingOf("case-1").waiting()).containsExactly(garbage.position());
        }

        @Test
        void the_listener_hears_of_a_parked_key_once() {
            take(opened("case-1", 2, "second"));
            take(opened("case-1", 3, "third"));

            assertThat(heard.calls).containsExactly("parked case-1 GAP");
        }

        @Test
        void another_instance_learns_what_is_parked() {
            take(opened("case-1", 2, "second"));
            var other = consumers(events());
            other.take(CONSUMER, opened("case-1", 1, "first"));

            assertThat(parkingOf("case-1").count()).isEqualTo(2);
            assertThat(notes.heard).isEmpty();
        }

        @Test
        void a_full_parking_takes_no_more_and_loses_nothing() {
            for (var n = 0; n < ConsumingLimits.WAITING_PER_KEY_MAX; n++) {
                take(opened("case-1", 2 + n, "later"));
            }

            assertThatThrownBy(() -> take(opened("case-1", 5_000, "too many"))).isInstanceOf(ParkingFull.class);
            assertThat(parkingOf("case-1").count()).isEqualTo(ConsumingLimits.WAITING_PER_KEY_MAX);
        }
    }

    @Nested
    class Taking_many_at_once {

        @Test
        void records_of_several_subjects_are_one_batch_of_commands() {
            consumers.take(
                    CONSUMER, List.of(opened("case-1", 1, "a"), opened("case-2", 1, "b"), opened("case-3", 1, "c")));

            assertThat(notes.batches).containsExactly(3);
            assertThat(count("applied")).isEqualTo(3);
        }

        private final List<String> calls = new ArrayList<>();

        private final Progresses counted = new Progresses() {
            @Override
            public Map<String, Progress> of(String consumer, Collection<String> subjects) {
                calls.add("read " + subjects.size());
                return progresses.of(consumer, subjects);
            }

            @Override
            public Set<String> advance(String consumer, Map<String, Step> steps) {
                calls.add("write " + steps.size());
                return progresses.advance(consumer, steps);
            }
        };

        @Test
        void records_of_several_subjects_are_one_read_and_one_write_of_progress() {
            consumers(events(), counted)
                    .take(
                            CONSUMER,
                            List.of(opened("case-1", 1, "a"), opened("case-2", 1, "b"), opened("case-3", 1, "c")));

            assertThat(calls).containsExactly("read 3", "write 3");
        }

        @Test
        void records_that_ask_for_nothing_go_with_those_of_their_subject_that_do() {
            consumers(events(), counted)
                    .take(
                            CONSUMER,
                            List.of(
                                    opened("case-1", 1, "nothing"),
                                    Records.event("case.unheard-of.v7", "case-1", 2, "{}"),
                                    opened("case-1", 3, "a"),
                                    Records.event("case.unheard-of.v7", "case-1", 4, "{}"),
                                    opened("case-1", 5, "b"),
                                    Records.event("case.unheard-of.v7", "case-1", 6, "{}")));

            assertThat(calls).containsExactly("read 1", "write 1", "write 1");
            assertThat(notes.of("note-of-case-1")).containsExactly("a", "b");
            assertThat(progresses.of(CONSUMER, "case-1").sequence()).isEqualTo(6);
            assertThat(count("applied")).isEqualTo(3);
            assertThat(count("unknown")).isEqualTo(3);
        }

        @Test
        void records_of_one_subject_keep_their_order() {
            consumers.take(
                    CONSUMER,
                    List.of(opened("case-1", 1, "a"), opened("case-1", 2, "b"), opened("case-2", 1, "other")));

            assertThat(notes.of("note-of-case-1")).containsExactly("a", "b");
            assertThat(notes.batches).containsExactly(2, 1);
        }

        @Test
        void nothing_passes_an_earlier_record_of_its_subject_that_is_refused() {
            notes.refused = "unwanted";
            consumers.take(
                    CONSUMER,
                    List.of(opened("case-1", 1, "unwanted"), opened("case-1", 2, "later"), opened("case-2", 1, "b")));

            assertThat(notes.of("note-of-case-1")).isEmpty();
            assertThat(notes.of("note-of-case-2")).containsExactly("b");
            assertThat(parkingOf("case-1").count()).isEqualTo(2);
        }

        /** Law: a batch ends as its records would one by one, whatever is in it and wherever it is cut. */
        @ParameterizedTest
        @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
        void a_batch_ends_as_its_records_would_one_by_one(long seed) {
            notes.refused = "unwanted";
            var random = new Random(seed);
            var records = new ArrayList<RawRecord>();
            for (var n = 0; n < 60; n++) {
                records.add(anyRecord(random));
            }
            records.forEach(ConsumersTest.this::take);
            var oneByOne = new Ending(Map.copyOf(notes.notes), waiting(parkings));

            var otherNotes = new Notes();
            otherNotes.refused = "unwanted";
            var otherParkings = new InMemoryParkings();
            var other = Consumers.of(
                    List.of(events(otherNotes)),
                    new InMemoryProgresses(),
                    otherParkings,
                    new Heard(),
                    new SimpleMeterRegistry(),
                    Clock.fixed(NOON, ZoneOffset.UTC));
            for (var from = 0; from < records.size(); ) {
                var to = Math.min(records.size(), from + 1 + random.nextInt(20));
                other.take(CONSUMER, records.subList(from, to));
                from = to;
            }

            assertThat(new Ending(otherNotes.notes, waiting(otherParkings))).isEqualTo(oneByOne);
            assertThat(otherParkings.after("", 10)).isNotEmpty();
        }

        private record Ending(Map<String, List<String>> notes, Map<String, List<String>> waiting) {}

        private static Map<String, List<String>> waiting(InMemoryParkings parkings) {
            return parkings.after("", 100).stream()
                    .collect(Collectors.toMap(p -> p.subject() + " " + p.cause(), Parking::waiting));
        }

        private final Map<String, Long> sequences = new HashMap<>();

        /** Mostly the next event of some subject, sometimes what a broken producer would send. */
        private RawRecord anyRecord(Random random) {
            var subject = "case-" + random.nextInt(9);
            var next = sequences.getOrDefault(subject, 0L) + 1;
            return switch (random.nextInt(24)) {
                case 0 -> Records.raw(subject, "garbage", Map.of());
                case 1 -> opened(subject, next + 1, "too early");
                case 2 -> opened(subject, Math.max(1, next - 1), "another");
                case 3 -> opened(subject, advanced(subject, next), "unwanted");
                case 4 -> opened(subject, advanced(subject, next), "defect");
                case 5, 6 -> Records.event("case.unheard-of.v7", subject, advanced(subject, next), "{}");
                case 7, 8 -> opened(subject, advanced(subject, next), "nothing");
                default -> opened(subject, advanced(subject, next), "text " + next);
            };
        }

        private long advanced(String subject, long next) {
            sequences.put(subject, next);
            return next;
        }

        @Test
        void a_database_away_leaves_the_batch_to_be_offered_again_with_one_effect_each() {
            var records = List.of(opened("case-1", 1, "a"), opened("case-2", 1, "b"));
            notes.away = true;
            assertThatThrownBy(() -> consumers.take(CONSUMER, records))
                    .isInstanceOfSatisfying(
                            NotTaken.class, e -> assertThat(e.first()).isZero());

            notes.away = false;
            consumers.take(CONSUMER, records);
            consumers.take(CONSUMER, records);
            assertThat(notes.notes).isEqualTo(Map.of("note-of-case-1", List.of("a"), "note-of-case-2", List.of("b")));
        }

        @Test
        void the_record_that_cannot_be_taken_is_named_and_those_before_it_are_done() {
            heard.failing = true;
            assertThatThrownBy(() -> consumers.take(
                            CONSUMER,
                            List.of(opened("case-1", 1, "a"), opened("case-2", 7, "gap"), opened("case-3", 1, "c"))))
                    .isInstanceOfSatisfying(
                            NotTaken.class, e -> assertThat(e.first()).isEqualTo(1));

            assertThat(notes.of("note-of-case-1")).containsExactly("a");
        }

        @Test
        void of_several_snapshots_of_a_subject_the_newest_is_applied() {
            var snapshots = consumers(Consumption.named(CONSUMER)
                    .snapshots(Records.TOPIC)
                    .on("case.opened.v1", notes, ConsumersTest::note));

            snapshots.take(
                    CONSUMER, List.of(opened("case-1", 1, "a"), opened("case-2", 1, "b"), opened("case-1", 2, "c")));

            assertThat(notes.notes).isEqualTo(Map.of("note-of-case-1", List.of("c"), "note-of-case-2", List.of("b")));
            assertThat(count("superseded")).isEqualTo(1);
        }

        @Test
        void a_snapshot_before_one_that_cannot_be_read_is_applied_all_the_same() {
            var snapshots = consumers(Consumption.named(CONSUMER)
                    .snapshots(Records.TOPIC)
                    .on("case.opened.v1", notes, ConsumersTest::note));

            snapshots.take(CONSUMER, List.of(opened("case-1", 1, "a"), Records.raw("case-1", "garbage", Map.of())));

            assertThat(notes.of("note-of-case-1")).containsExactly("a");
            assertThat(parkingOf("case-1").cause()).isEqualTo(ParkCause.UNREADABLE);
        }
    }

    @Nested
    class Remembering_how_far_it_is {

        private final Counting counting = new Counting(progresses);
        private final Consumers one = consumers(events(), counting);

        @Test
        void what_this_process_did_last_is_not_read_again() {
            one.take(CONSUMER, opened("case-1", 1, "first"));
            one.take(CONSUMER, opened("case-1", 2, "second"));
            one.take(CONSUMER, List.of(opened("case-1", 3, "third"), opened("case-2", 1, "other")));

            assertThat(counting.asked).containsExactly("case-1", "case-2");
            assertThat(notes.of("note-of-case-1")).containsExactly("first", "second", "third");
        }

        @Test
        void where_another_process_went_on_nothing_is_done_twice_and_nothing_is_a_gap() {
            one.take(CONSUMER, opened("case-1", 1, "first"));
            consumers.take(CONSUMER, opened("case-1", 2, "second"));

            one.take(CONSUMER, opened("case-1", 2, "second"));
            consumers.take(CONSUMER, opened("case-1", 3, "third"));
            one.take(CONSUMER, opened("case-1", 4, "fourth"));

            assertThat(notes.of("note-of-case-1")).containsExactly("first", "second", "third", "fourth");
            assertThat(parkings.find(CONSUMER, "case-1")).isEmpty();
        }

        @Test
        void after_a_change_of_partitions_it_reads_again() {
            one.take(CONSUMER, opened("case-1", 1, "first"));
            one.forget(CONSUMER);
            one.take(CONSUMER, opened("case-1", 2, "second"));

            assertThat(counting.asked).containsExactly("case-1", "case-1");
        }

        @Test
        void what_was_done_before_is_still_known_to_be_done() {
            one.take(CONSUMER, opened("case-1", 1, "first"));
            one.take(CONSUMER, opened("case-1", 1, "first"));
            one.take(CONSUMER, opened("case-1", 2, "second"));

            assertThat(notes.of("note-of-case-1")).containsExactly("first", "second");
            assertThat(count("duplicate")).isEqualTo(1);
        }
    }

    /** Takes down of which subjects it is asked how far a consumer is. */
    private record Counting(Progresses progresses, List<String> asked) implements Progresses {

        Counting(Progresses progresses) {
            this(progresses, new ArrayList<>());
        }

        @Override
        public Map<String, Progress> of(String consumer, Collection<String> subjects) {
            asked.addAll(subjects);
            return progresses.of(consumer, subjects);
        }

        @Override
        public Set<String> advance(String consumer, Map<String, Step> steps) {
            return progresses.advance(consumer, steps);
        }
    }

    @Nested
    class Waiting_for_the_database {

        @Test
        void a_record_is_neither_parked_nor_seen_while_it_is_away() {
            notes.away = true;
            assertThatThrownBy(() -> take(opened("case-1", 1, "first"))).isInstanceOf(StoreUnavailable.class);
            assertThat(parkings.after("", 10)).isEmpty();

            notes.away = false;
            take(opened("case-1", 1, "first"));
            assertThat(notes.of("note-of-case-1")).containsExactly("first");
        }

        @Test
        void a_full_outbox_makes_a_record_wait_too() {
            notes.full = true;

            assertThatThrownBy(() -> take(opened("case-1", 1, "first"))).isInstanceOf(StoreUnavailable.class);
            assertThat(parkings.after("", 10)).isEmpty();
        }

        @Test
        void a_listener_that_fails_hears_again_with_the_same_record() {
            heard.failing = true;
            var early = opened("case-1", 2, "second");
            assertThatThrownBy(() -> take(early)).isInstanceOf(StoreUnavailable.class);

            heard.failing = false;
            take(early);
            assertThat(heard.calls).containsExactly("parked case-1 GAP");
            assertThat(parkingOf("case-1").waiting()).containsExactly(early.position());
        }
    }

    @Nested
    class Redriving_a_key {

        @Test
        void what_was_refused_is_applied_in_order_once_it_is_not() {
            notes.refused = "unwanted";
            take(opened("case-1", 1, "unwanted"));
            take(opened("case-1", 2, "second"));
            notes.refused = "";

            assertThat(redrive("case-1")).isEqualTo(new Parked.Redriven(2, Optional.empty()));
            assertThat(notes.of("note-of-case-1")).containsExactly("unwanted", "second");
            assertThat(heard.calls).containsExactly("parked case-1 APPLY_FAILED", "freed case-1");

            take(opened("case-1", 3, "third"));
            assertThat(notes.of("note-of-case-1")).containsExactly("unwanted", "second", "third");
        }

        @Test
        void it_stops_at_the_first_that_fails_again() {
            take(opened("case-1", 1, "first"));
            take(Records.raw("case-1", "garbage", Map.of()));
            take(opened("case-1", 2, "second"));

            var redriven = redrive("case-1");

            assertThat(redriven.handled()).isZero();
            assertThat(redriven.stopped().orElseThrow().cause()).isEqualTo(ParkCause.UNREADABLE);
            assertThat(parkingOf("case-1").count()).isEqualTo(2);
        }

        @Test
        void a_missing_event_that_came_later_closes_its_gap() {
            take(opened("case-1", 1, "first"));
            take(opened("case-1", 3, "third"));
            take(opened("case-1", 1, "first"));
            take(opened("case-1", 2, "second"));
            take(opened("case-1", 3, "third"));

            assertThat(redrive("case-1").stopped()).isEmpty();
            assertThat(notes.of("note-of-case-1")).containsExactly("first", "second", "third");
        }

        @Test
        void a_gap_that_is_still_open_stays_parked() {
            take(opened("case-1", 2, "second"));

            assertThat(redrive("case-1").stopped().orElseThrow().cause()).isEqualTo(ParkCause.GAP);
        }

        @Test
        void a_key_that_is_not_parked_has_nothing_to_redrive() {
            assertThat(consumers.parked().redrive(CONSUMER, "case-1").blockOptional())
                    .isEmpty();
        }

        @Test
        void a_redrive_on_another_instance_frees_the_key_here() {
            notes.refused = "unwanted";
            take(opened("case-1", 1, "unwanted"));
            notes.refused = "";
            consumers(events()).parked().redrive(CONSUMER, "case-1").block();

            take(opened("case-1", 2, "second"));

            assertThat(notes.of("note-of-case-1")).containsExactly("unwanted", "second");
            assertThat(parkings.after("", 10)).isEmpty();
        }
    }

    @Nested
    class Leaving_out_a_record {

        @Test
        void garbage_left_out_lets_the_others_follow() {
            take(opened("case-1", 1, "first"));
            take(Records.raw("case-1", "garbage", Map.of()));
            take(opened("case-1", 2, "second"));

            assertThat(leaveOut("case-1")).isEqualTo(new Parked.LeftOut(true, 1));
            assertThat(redrive("case-1").stopped()).isEmpty();
            assertThat(notes.of("note-of-case-1")).containsExactly("first", "second");
            assertThat(heard.calls)
                    .containsExactly("parked case-1 UNREADABLE", "left out of case-1: forged by olga", "freed case-1");
        }

        @Test
        void the_only_one_left_out_frees_the_key() {
            take(opened("case-1", 1, "defect"));

            assertThat(leaveOut("case-1")).isEqualTo(new Parked.LeftOut(true, 0));
            take(opened("case-1", 2, "second"));
            assertThat(notes.of("note-of-case-1")).containsExactly("second");
        }

        @Test
        void one_that_is_not_the_first_any_more_is_not_left_out() {
            take(opened("case-1", 2, "second"));

            var leftOut = consumers
                    .parked()
                    .leaveOutFirst(CONSUMER, "case-1", "elsewhere", "forged", OLGA)
                    .block();

            assertThat(leftOut).isEqualTo(new Parked.LeftOut(false, 1));
        }

        @Test
        void a_reason_is_needed() {
            take(opened("case-1", 2, "second"));

            assertThatThrownBy(() -> consumers
                            .parked()
                            .leaveOutFirst(CONSUMER, "case-1", "x", " ", OLGA)
                            .block())
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class Showing_what_is_parked {

        @Test
        void pages_follow_each_other_by_cursor() {
            for (var n = 1; n <= 3; n++) {
                take(opened("case-" + n, 2, "early"));
            }

            var first =
                    consumers.parked().list(Optional.empty(), 2).blockOptional().orElseThrow();
            var second =
                    consumers.parked().list(first.next(), 2).blockOptional().orElseThrow();

            assertThat(first.parkings()).extracting(Parking::subject).containsExactly("case-1", "case-2");
            assertThat(second.parkings()).extracting(Parking::subject).containsExactly("case-3");
            assertThat(second.next()).isEmpty();
        }

        @Test
        void the_detail_names_the_waiting_records_without_their_values() {
            take(opened("case-1", 2, "early"));

            var detail =
                    consumers.parked().show(CONSUMER, "case-1").blockOptional().orElseThrow();

            assertThat(detail.first()).singleElement().satisfies(w -> {
                assertThat(w.type()).contains("case.opened.v1");
                assertThat(w.sequence()).contains(2L);
            });
        }
    }

    @Nested
    class Hearing_snapshots {

        private final Consumers snapshots = consumers(Consumption.named(CONSUMER)
                .snapshots("repatria.case.snapshots")
                .on("case.snapshot.v1", notes, ConsumersTest::note)
                .onErased(notes, erased -> List.of(new CommandFor<>("note-of-" + erased.subject(), "erased"))));

        private RawRecord snapshot(long version, String text) {
            return Records.event("case.snapshot.v1", "case-1", version, "{\"text\":\"" + text + "\"}");
        }

        @Test
        void versions_may_be_missing_and_older_ones_change_nothing() {
            snapshots.take(CONSUMER, snapshot(4, "four"));
            snapshots.take(CONSUMER, snapshot(9, "nine"));
            snapshots.take(CONSUMER, snapshot(4, "four"));

            assertThat(notes.of("note-of-case-1")).containsExactly("four", "nine");
        }

        @Test
        void a_tombstone_tells_of_the_erasure() {
            snapshots.take(CONSUMER, Records.tombstone("case-1"));

            assertThat(notes.of("note-of-case-1")).containsExactly("erased");
            assertThat(notes.heard.getFirst().id()).isPresent();
        }

        @Test
        void garbage_parks_its_key() {
            snapshots.take(CONSUMER, Records.raw("case-1", "garbage", Map.of()));

            assertThat(parkingOf("case-1").cause()).isEqualTo(ParkCause.UNREADABLE);
        }
    }

    /** Takes down what it hears. */
    private static final class Heard implements ParkedListener {
        private final List<String> calls = new ArrayList<>();
        private boolean failing;

        @Override
        public Mono<Void> parked(Parking parking, Instant at) {
            return failing
                    ? Mono.error(new StoreUnavailable("away", new IllegalStateException("away")))
                    : heard("parked " + parking.subject() + " " + parking.cause());
        }

        @Override
        public Mono<Void> freed(Parking parking, Instant at) {
            return heard("freed " + parking.subject());
        }

        @Override
        public Mono<Void> leftOut(Parking parking, String position, String reason, Actor actor, Instant at) {
            return heard("left out of " + parking.subject() + ": " + reason + " by " + actor.id());
        }

        private Mono<Void> heard(String call) {
            return Mono.fromRunnable(() -> calls.add(call));
        }
    }
}
