package org.repatria.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.repatria.decider.Actor;
import org.repatria.decider.Outcome;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.AggregatesFactory;
import org.repatria.messaging.CommandEnvelope;
import org.repatria.messaging.Refill;
import org.repatria.messaging.Refills;
import org.repatria.messaging.StoreUnavailable;
import org.repatria.messaging.Topics;
import org.repatria.servers.FreePorts;
import org.repatria.servers.KafkaBroker;
import org.repatria.servers.MongoServer;
import org.repatria.testkit.store.Tally.Ask;
import org.repatria.testkit.store.Tally.Count;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class WritePathIT {

    private static final int WRITERS = 64;
    private static final String NOWHERE = "127.0.0.1:1";

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Duration TOPICS_MAX = Duration.ofMinutes(1);

    @TempDir
    static Path mongoDirectory;

    @TempDir
    static Path kafkaDirectory;

    private static MongoServer mongo;
    private static KafkaBroker kafka;
    private static MongoClient client;
    private static int kinds;

    /** Each test has a kind of its own, and with it its own collections and topics. */
    private final String kind = "tally" + ++kinds;

    @BeforeAll
    static void start() {
        mongo = MongoServer.start(mongoDirectory, 0);
        kafka = KafkaBroker.start(kafkaDirectory, 0);
        client = MongoClients.create(mongo.uri());
    }

    @AfterAll
    static void stop() {
        client.close();
        kafka.close();
        mongo.close();
    }

    private static MongoDatabase database() {
        return client.getDatabase("writepath");
    }

    private static AggregatesFactory instance(String bootstrap) {
        return AggregatesFactory.over(database(), bootstrap, new SimpleMeterRegistry());
    }

    private Aggregates<Ask, Count> tallies(AggregatesFactory instance) {
        return instance.of(Tally.type(kind));
    }

    @Nested
    class Starting {
        @Test
        void subscribers_find_the_topics_before_the_first_event() {
            try (var instance = instance(kafka.bootstrap());
                    var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrap()))) {
                tallies(instance);

                var topics = Mono.fromCallable(() -> admin.listTopics().names().get())
                        .repeatWhen(looks -> looks.delayElements(LOOK_EVERY))
                        .filter(names -> names.contains(Topics.snapshots(kind)))
                        .filter(names -> names.contains(Topics.confidedSnapshots(kind)))
                        .blockFirst(TOPICS_MAX);

                assertThat(topics).contains(Topics.events(kind), Topics.confidedEvents(kind));
            }
        }
    }

    @Nested
    class WritingAtOnce {
        @Test
        void sixty_four_writers_on_one_aggregate_lose_nothing_and_repeat_nothing() {
            try (var instance = instance(kafka.bootstrap())) {
                var tallies = tallies(instance);

                eachWriter(10, _ -> executed(tallies, Tally.add("tally-one")));

                assertThat(total(tallies, "tally-one")).isEqualTo(WRITERS * 10);
                assertPublished(kafka.bootstrap(), Map.of("tally-one", WRITERS * 10L));
                assertThat(answer(tallies.verify("tally-one")).whole()).isTrue();
            }
        }

        @Test
        void sixty_four_writers_on_many_aggregates_come_out_whole() {
            try (var instance = instance(kafka.bootstrap())) {
                var tallies = tallies(instance);

                eachWriter(20, n -> executed(tallies, Tally.add("tally-" + n % 80)));

                assertPublished(kafka.bootstrap(), eachOf(80, WRITERS * 20 / 80));
            }
        }

        @Test
        void two_instances_on_the_same_aggregates_leave_the_newest_snapshot_last() {
            try (var one = instance(kafka.bootstrap());
                    var other = instance(kafka.bootstrap())) {
                var ones = tallies(one);
                var others = tallies(other);

                eachWriter(20, n -> executed(n % 2 == 0 ? ones : others, Tally.add("tally-" + n % 3)));
            }

            // Both are closed and have relayed what was theirs: nothing follows.
            var expected = Map.of("tally-0", 427L, "tally-1", 427L, "tally-2", 426L);
            assertPublished(kafka.bootstrap(), expected);
        }
    }

    @Nested
    class Confiding {
        @Test
        void what_is_confided_goes_out_beside_what_is_told_and_leaves_no_trace_there() {
            try (var instance = instance(kafka.bootstrap())) {
                var tallies = tallies(instance);
                for (var i = 0; i < 3; i++) {
                    executed(tallies, Tally.add("tally-one")).block();
                    executed(tallies, Tally.hide("tally-one")).block();
                    executed(tallies, Tally.hide("tally-one")).block();
                }
                // The last one to be told, so that everything before it is out when it is.
                executed(tallies, Tally.add("tally-one")).block();

                assertPublished(kafka.bootstrap(), Map.of("tally-one", 4L));
                assertConfided(kafka.bootstrap(), Map.of("tally-one", 6L), 10);
                assertThat(answer(tallies.read("tally-one")).told()).isEqualTo(4);
                assertThat(answer(tallies.verify("tally-one")).whole()).isTrue();
            }

            var told = heardSoFar(Topics.events(kind));
            var snapshots = heardSoFar(Topics.snapshots(kind));
            assertThat(told).hasSize(4).allSatisfy(record -> {
                assertThat(Listener.header(record, "ce_type")).isEqualTo("tally.added.v1");
                assertThat(Listener.header(record, "ce_states")).isEqualTo("XH,XR");
            });
            assertThat(snapshots)
                    .hasSizeLessThanOrEqualTo(4)
                    .allSatisfy(record -> assertThat(record.value()).doesNotContain("hidden"));
        }

        @Test
        void a_purely_confided_change_sends_nothing_to_the_topics_of_both() {
            try (var instance = instance(kafka.bootstrap())) {
                executed(tallies(instance), Tally.add("tally-one")).block();
                assertPublished(kafka.bootstrap(), Map.of("tally-one", 1L));
            }
            var before = heardSoFar(Topics.snapshots(kind)).size();

            try (var next = instance(kafka.bootstrap())) {
                executed(tallies(next), Tally.hide("tally-one")).block();
                assertConfided(kafka.bootstrap(), Map.of("tally-one", 1L), 2);
            }

            // Closed: nothing follows.
            assertThat(heardSoFar(Topics.snapshots(kind))).hasSize(before);
            assertThat(heardSoFar(Topics.events(kind))).hasSize(1);
        }

        @Test
        void the_version_that_the_other_state_expects_counts_what_it_was_told() {
            try (var instance = instance(NOWHERE)) {
                var tallies = tallies(instance);
                executed(tallies, Tally.add("tally-one")).block();
                executed(tallies, Tally.hide("tally-one")).block();

                assertThat(tallies.execute(Tally.addOn(1, "tally-one")).block())
                        .isEqualTo(new Outcome.Done<>(new Count(2, 1), 2));
                assertThat(tallies.execute(Tally.addOn(1, "tally-one")).block()).isEqualTo(new Outcome.Stale<>(1, 2));
            }
        }

        @Test
        void two_instances_leave_the_newest_of_both_snapshots_last() {
            try (var one = instance(kafka.bootstrap());
                    var other = instance(kafka.bootstrap())) {
                var ones = tallies(one);
                var others = tallies(other);

                eachWriter(
                        10,
                        n -> executed(
                                n % 2 == 0 ? ones : others,
                                n % 4 < 2 ? Tally.add("tally-" + n % 3) : Tally.hide("tally-" + n % 3)));
            }

            // Both are closed and have relayed what was theirs: nothing follows.
            var told = answer(lastTold());
            assertPublished(kafka.bootstrap(), told);
            assertThat(Listener.lastVersions(heardSoFar(Topics.confidedSnapshots(kind))))
                    .isEqualTo(Map.of("tally-0", 214L, "tally-1", 213L, "tally-2", 213L));
        }

        private Mono<Map<String, Long>> lastTold() {
            return Flux.from(database()
                            .getCollection(kind)
                            .find(new Document("_id", new Document("$in", List.of("tally-0", "tally-1", "tally-2")))))
                    .collectMap(
                            d -> d.getString("_id"),
                            d -> d.get("told", Document.class).getLong("version"));
        }

        private List<ConsumerRecord<String, String>> heardSoFar(String topic) {
            return Listener.heardSoFar(kafka.bootstrap(), topic);
        }
    }

    @Nested
    class Failing {
        @Test
        void what_a_dead_process_did_not_relay_is_relayed_by_the_next_one_in_order() {
            try (var dead = instance(NOWHERE)) {
                var tallies = tallies(dead);
                for (var round = 0; round < 3; round++) {
                    for (var i = 0; i < 40; i++) {
                        executed(tallies, Tally.add("tally-" + i)).block();
                        executed(tallies, Tally.peek("tally-" + i)).block();
                    }
                }
            }

            try (var next = instance(kafka.bootstrap())) {
                var tallies = tallies(next);

                assertPublished(kafka.bootstrap(), eachOf(40, 3), 6);
                assertThat(answer(tallies.verify("tally-7")).entries()).isEqualTo(6);
            }
        }

        @Test
        void while_kafka_is_away_commands_are_accepted_and_events_follow_in_order(@TempDir Path late) {
            var port = FreePorts.claim(0);
            try (var instance = instance("127.0.0.1:" + port)) {
                var tallies = tallies(instance);
                for (var i = 0; i < 50; i++) {
                    assertThat(executed(tallies, Tally.add("tally-" + i % 5)).block())
                            .isInstanceOf(Outcome.Done.class);
                }
                try (var started = KafkaBroker.start(late, port)) {
                    assertPublished(started.bootstrap(), eachOf(5, 10));
                }
            }
        }

        @Test
        void while_mongo_is_away_callers_hear_it(@TempDir Path directory) {
            var gone = MongoServer.start(directory, 0);
            try (var impatient = MongoClients.create(gone.uri() + "/?serverSelectionTimeoutMS=300");
                    var instance = AggregatesFactory.over(
                            impatient.getDatabase("gone"), kafka.bootstrap(), new SimpleMeterRegistry())) {
                var tallies = tallies(instance);
                executed(tallies, Tally.add("tally-one")).block();
                gone.close();

                assertThatThrownBy(
                                () -> executed(tallies, Tally.add("tally-one")).block())
                        .isInstanceOf(StoreUnavailable.class);
            }
        }
    }

    @Nested
    class Verifying {
        @Test
        void an_edited_journal_is_found() {
            try (var instance = instance(kafka.bootstrap())) {
                var tallies = tallies(instance);
                for (var i = 0; i < 3; i++) {
                    executed(tallies, Tally.add("tally-one")).block();
                }
                assertPublished(kafka.bootstrap(), Map.of("tally-one", 3L));
                assertThat(answer(tallies.verify("tally-one")).whole()).isTrue();

                edit("tally-one:0000000002", "entry", "{\"sequence\":2}");

                assertThat(answer(tallies.verify("tally-one")).brokenAt()).contains(2L);
            }
        }

        private void edit(String entry, String field, String value) {
            var journal = database().getCollection(kind + "_journal");
            var edited = Mono.from(journal.updateOne(
                            new Document("_id", entry), new Document("$set", new Document(field, value))))
                    .block();
            assertThat(Objects.requireNonNull(edited).getModifiedCount()).isEqualTo(1);
        }
    }

    @Nested
    class Refilling {

        private static final Actor OPERATOR = new Actor("ops.integrator", Set.of("SI"), "XH-CA");

        @Test
        void an_empty_kafka_gets_the_history_and_the_newest_snapshots_back(@TempDir Path empty) {
            eightTalliesPublished();

            try (var fresh = KafkaBroker.start(empty, 0);
                    var instance = instance(fresh.bootstrap());
                    var refills = new Refills(instance, Clock.systemUTC())) {
                tallies(instance);
                var begun = (Refills.Answer.Begun) refills.begin(kind, List.of(), "topics lost", OPERATOR);
                var id = begun.refilling().id();

                assertPublished(fresh.bootstrap(), eachOf(8, WRITERS * 5 / 8));
                assertThat(ended(refills, id))
                        .returns(Refills.State.DONE, Refills.Refilling::state)
                        .returns(new Refill.Progress(8, WRITERS * 5L, 16), Refills.Refilling::progress);
            }
        }

        @Test
        void what_was_confided_is_sent_again_where_it_belongs(@TempDir Path empty) {
            try (var instance = instance(kafka.bootstrap())) {
                var tallies = tallies(instance);
                executed(tallies, Tally.add("tally-one")).block();
                executed(tallies, Tally.hide("tally-one")).block();
                executed(tallies, Tally.hide("tally-two")).block();
                assertConfided(kafka.bootstrap(), Map.of("tally-one", 1L, "tally-two", 1L), 0);
            }

            try (var fresh = KafkaBroker.start(empty, 0);
                    var instance = instance(fresh.bootstrap());
                    var refills = new Refills(instance, Clock.systemUTC())) {
                tallies(instance);
                var begun = (Refills.Answer.Begun) refills.begin(kind, List.of(), "topics lost", OPERATOR);

                assertThat(ended(refills, begun.refilling().id()).progress()).isEqualTo(new Refill.Progress(2, 3, 3));
                assertThat(Listener.lastVersions(Listener.heardSoFar(fresh.bootstrap(), Topics.snapshots(kind))))
                        .isEqualTo(Map.of("tally-one", 1L));
                assertThat(Listener.lastVersions(
                                Listener.heardSoFar(fresh.bootstrap(), Topics.confidedSnapshots(kind))))
                        .isEqualTo(Map.of("tally-one", 2L, "tally-two", 1L));
                assertThat(Listener.sequences(Listener.heardSoFar(fresh.bootstrap(), Topics.confidedEvents(kind))))
                        .isEqualTo(Map.of("tally-one", List.of(1L), "tally-two", List.of(1L)));
            }
        }

        @Test
        void one_aggregate_is_sent_again_without_the_others(@TempDir Path empty) {
            eightTalliesPublished();

            try (var fresh = KafkaBroker.start(empty, 0);
                    var instance = instance(fresh.bootstrap());
                    var refills = new Refills(instance, Clock.systemUTC())) {
                tallies(instance);
                refills.begin(kind, List.of("tally-3"), "a gap", OPERATOR);

                assertPublished(fresh.bootstrap(), Map.of("tally-3", WRITERS * 5L / 8));
            }
        }

        private void eightTalliesPublished() {
            try (var instance = instance(kafka.bootstrap())) {
                var tallies = tallies(instance);
                eachWriter(5, n -> executed(tallies, Tally.add("tally-" + n % 8)));
                assertPublished(kafka.bootstrap(), eachOf(8, WRITERS * 5 / 8));
            }
        }

        private Refills.Refilling ended(Refills refills, String id) {
            return Objects.requireNonNull(
                    Mono.fromSupplier(() -> refills.find(id).orElseThrow())
                            .repeatWhen(looks -> looks.delayElements(LOOK_EVERY))
                            .filter(one -> one.endedAt().isPresent())
                            .blockFirst(TOPICS_MAX));
        }
    }

    private void assertPublished(String bootstrap, Map<String, Long> expected) {
        assertPublished(bootstrap, expected, 0);
    }

    /** Every event of every aggregate came, in order, without a hole; the last snapshot is the newest. */
    private void assertPublished(String bootstrap, Map<String, Long> expected, long versionOfEach) {
        var versions = new HashMap<>(expected);
        if (versionOfEach > 0) {
            versions.replaceAll((_, _) -> versionOfEach);
        }
        var events = Listener.heard(
                bootstrap,
                Topics.events(kind),
                heard -> lasts(Listener.sequences(heard)).equals(expected));
        var snapshots = Listener.heard(
                bootstrap,
                Topics.snapshots(kind),
                heard -> Listener.lastVersions(heard).equals(versions));

        var complete = new HashMap<String, List<Long>>();
        expected.forEach((id, last) ->
                complete.put(id, LongStream.rangeClosed(1, last).boxed().toList()));
        assertThat(Listener.sequences(events)).isEqualTo(complete);
        assertThat(Listener.lastVersions(snapshots)).isEqualTo(versions);
    }

    /** The same on the topics of the house. */
    private void assertConfided(String bootstrap, Map<String, Long> expected, long version) {
        var events = Listener.heard(
                bootstrap,
                Topics.confidedEvents(kind),
                heard -> lasts(Listener.sequences(heard)).equals(expected));
        var complete = new HashMap<String, List<Long>>();
        expected.forEach((id, last) ->
                complete.put(id, LongStream.rangeClosed(1, last).boxed().toList()));
        assertThat(Listener.sequences(events)).isEqualTo(complete);
        if (version > 0) {
            var versions = new HashMap<>(expected);
            versions.replaceAll((_, _) -> version);
            var snapshots = Listener.heard(
                    bootstrap,
                    Topics.confidedSnapshots(kind),
                    heard -> Listener.lastVersions(heard).equals(versions));
            assertThat(Listener.lastVersions(snapshots)).isEqualTo(versions);
        }
    }

    private static Map<String, Long> lasts(Map<String, List<Long>> sequences) {
        var lasts = new HashMap<String, Long>();
        sequences.forEach((id, all) -> lasts.put(id, all.getLast()));
        return lasts;
    }

    private static Map<String, Long> eachOf(int aggregates, long last) {
        var each = new HashMap<String, Long>();
        IntStream.range(0, aggregates).forEach(i -> each.put("tally-" + i, last));
        return each;
    }

    private static void eachWriter(int times, IntFunction<Mono<Outcome<Count>>> command) {
        Flux.range(0, WRITERS * times).flatMap(command::apply, WRITERS).blockLast();
    }

    /** A caller that is told to come again comes again. */
    private static Mono<Outcome<Count>> executed(Aggregates<Ask, Count> tallies, CommandEnvelope<Ask> envelope) {
        return tallies.execute(envelope)
                .repeat(1000)
                .filter(WritePathIT::isDone)
                .next();
    }

    private static boolean isDone(Outcome<Count> outcome) {
        return switch (outcome) {
            case Outcome.Done<Count> _ -> true;
            case Outcome.Contended<Count> _, Outcome.OutboxFull<Count> _ -> false;
            default -> throw new AssertionError("not expected here: " + outcome);
        };
    }

    private static int total(Aggregates<Ask, Count> tallies, String id) {
        return answer(tallies.read(id)).state().total();
    }

    private static <T> T answer(Mono<T> request) {
        return Objects.requireNonNull(request.block());
    }
}
