package org.repatria.testkit.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.repatria.testkit.readmodel.Snapshots.ALL;
import static org.repatria.testkit.readmodel.Snapshots.BOUND;
import static org.repatria.testkit.readmodel.Snapshots.page;
import static org.repatria.testkit.readmodel.Snapshots.rows;
import static org.repatria.testkit.readmodel.Snapshots.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.repatria.readmodel.Change;
import org.repatria.readmodel.KafkaView;
import org.repatria.readmodel.Page;
import org.repatria.readmodel.ReadAfter;
import org.repatria.readmodel.Visibility;
import org.repatria.servers.KafkaBroker;
import org.repatria.testkit.servers.KafkaForTests;
import org.repatria.testkit.servers.WithServers;
import reactor.core.Disposable;

/** A view follows its topic through stops, crashes, damage and garbage. */
@WithServers
class KafkaViewIT {

    @TempDir
    Path directory;

    private final KafkaForTests kafka;
    private Snapshots doors;

    KafkaViewIT(KafkaForTests kafka) {
        this.kafka = kafka;
    }

    @BeforeEach
    void topic() {
        doors = Snapshots.on(kafka.bootstrap());
    }

    @AfterEach
    void close() {
        doors.close();
    }

    @Nested
    class Following {
        @Test
        void every_partition_is_read_and_the_end_is_noticed() throws Exception {
            doors.created().publish(1, 300, 1);
            try (KafkaView view = doors.view(directory)) {
                view.caughtUp().block(BOUND);

                assertThat(view.status()).satisfies(status -> {
                    assertThat(status.rows()).isEqualTo(300);
                    assertThat(status.caughtUp()).isTrue();
                    assertThat(status.lag()).isZero();
                    assertThat(status.recordsDone()).isEqualTo(300);
                    assertThat(status.recordsEnd()).isEqualTo(300);
                    assertThat(status.asOf()).isPresent();
                    assertThat(status.inContact()).isTrue();
                });
            }
        }

        @Test
        void duplicates_and_stale_versions_change_nothing_and_tombstones_delete() throws Exception {
            doors.created();
            try (KafkaView view = doors.view(directory)) {
                doors.publish("a", 2, "CLOSED");
                doors.publish("a", 1, "OPEN");
                doors.publish("a", 2, "OPEN");
                doors.publish("b", 1);
                doors.tombstone("b");
                doors.publish("mark", 1);
                doors.flush();
                until(() -> view.status().recordsDone() == 6 && view.status().rows() == 2);

                assertThat(rows(view)).containsExactly("a@2", "mark@1");
                assertThat(page(view, ALL.anyOf("state", "CLOSED")).total().count())
                        .isEqualTo(1);
            }
        }

        @Test
        void a_topic_that_comes_later_is_waited_for() throws Exception {
            try (KafkaView view = doors.view(directory)) {
                assertThat(view.status().caughtUp()).isFalse();
                assertThat(page(view, ALL).hits()).isEmpty();

                doors.created().publish("a", 1);

                assertThat(view.awaitVersion("a", 1, Visibility.everything(), BOUND)
                                .repeat(5)
                                .filter(ReadAfter.VISIBLE::equals)
                                .next()
                                .block(BOUND))
                        .isEqualTo(ReadAfter.VISIBLE);
            }
        }

        @Test
        void garbage_is_skipped_and_counted_and_other_types_are_none_of_its_business() throws Exception {
            doors.created();
            try (KafkaView view = doors.view(directory)) {
                doors.send("a", "not json", "door.snapshot.v1");
                doors.send("b", "{\"id\":\"another\",\"version\":1}", "door.snapshot.v1");
                doors.send("c", "{\"id\":\"c\",\"version\":\"high\"}", "door.snapshot.v1");
                doors.send("d", "[".repeat(100_000), "door.snapshot.v1");
                doors.send("e", "{\"id\":\"e\",\"version\":1}", "window.snapshot.v1");
                doors.publish("f", 1);
                doors.flush();
                until(() -> view.status().recordsDone() == 6 && view.status().rows() == 1);

                assertThat(rows(view)).containsExactly("f@1");
                assertThat(view.status().recordsSkipped()).isEqualTo(4);
            }
        }
    }

    @Nested
    class ReadingAfterAWrite {
        @Test
        void a_write_is_waited_for_while_others_write_and_read() throws Exception {
            doors.created();
            AtomicBoolean over = new AtomicBoolean();
            try (KafkaView view = doors.view(directory)) {
                CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> {
                    while (!over.get()) {
                        Page page = page(view, ALL.search("door").facets("state"));
                        assertThat(page.facets().get("state").values().stream()
                                        .mapToLong(Page.Count::rows)
                                        .sum())
                                .isEqualTo(page.total().count());
                    }
                });
                List<CompletableFuture<ReadAfter>> waits = new ArrayList<>();
                for (int version = 1; version <= 20; version++) {
                    doors.publish(1, 100, version);
                    waits.add(view.awaitVersion("door-50", version, Visibility.everything(), BOUND)
                            .toFuture());
                }
                for (CompletableFuture<ReadAfter> wait : waits) {
                    assertThat(wait.get(60, TimeUnit.SECONDS)).isEqualTo(ReadAfter.VISIBLE);
                }
                over.set(true);
                reading.get(60, TimeUnit.SECONDS);

                until(() -> view.status().recordsDone() == 2_000);
                until(() -> rows(view).stream().allMatch(row -> row.endsWith("@20")));
            }
        }
    }

    @Nested
    class BeingPrompt {
        @Test
        void a_change_is_usually_visible_within_a_quarter_of_a_second() throws Exception {
            doors.created().publish("door", 1);
            try (KafkaView view = doors.view(directory)) {
                view.caughtUp().block(BOUND);
                List<Long> millis = new ArrayList<>();
                for (int version = 2; version <= 42; version++) {
                    long start = System.nanoTime();
                    doors.publish("door", version);
                    assertThat(view.awaitVersion("door", version, Visibility.everything(), BOUND)
                                    .block(BOUND))
                            .isEqualTo(ReadAfter.VISIBLE);
                    millis.add((System.nanoTime() - start) / 1_000_000);
                }
                millis.sort(Long::compare);
                assertThat(millis.get(20)).as("median of %s", millis).isLessThan(250);
            }
        }
    }

    @Nested
    class Telling {
        private final BlockingQueue<Change> told = new LinkedBlockingQueue<>();

        private Disposable followed(KafkaView view) throws Exception {
            Disposable following = view.changes(Visibility.everything()).subscribe(told::add);
            assertThat(next()).isEqualTo(new Change.Following());
            return following;
        }

        private Change next() throws InterruptedException {
            return told.poll(BOUND.toSeconds(), TimeUnit.SECONDS);
        }

        @Test
        void who_follows_is_told_of_what_a_query_then_finds() throws Exception {
            doors.created().publish("door", 1);
            try (KafkaView view = doors.view(directory)) {
                view.caughtUp().block(BOUND);
                Disposable following = followed(view);
                for (int version = 2; version <= 12; version++) {
                    doors.publish("door", version);

                    assertThat(next()).isEqualTo(new Change.Shown("door", version));
                    assertThat(rows(view)).containsExactly("door@" + version);
                }
                following.dispose();
            }
        }

        @Test
        void a_view_that_is_rebuilt_under_its_followers_tells_one_reset_and_goes_on() throws Exception {
            doors.created().publish(1, 50, 1);
            try (KafkaView view = doors.view(directory)) {
                view.caughtUp().block(BOUND);
                followed(view);
                doors.publish("door-1", 2);
                assertThat(next()).isEqualTo(new Change.Shown("door-1", 2));

                doors.deleted();
                doors.created().publish(201, 270, 1);
                until(() -> view.status().rows() == 70 && view.status().caughtUp());
                assertThat(next()).isEqualTo(new Change.Reset());
                doors.publish("door-201", 2);

                assertThat(next()).isEqualTo(new Change.Shown("door-201", 2));
                assertThat(told).isEmpty();
            }
        }
    }

    @Nested
    class Resuming {
        @Test
        void a_closed_view_reads_on_where_it_was() throws Exception {
            doors.created().publish(1, 100, 1);
            try (KafkaView view = doors.view(directory)) {
                view.caughtUp().block(BOUND);
            }
            doors.publish(101, 150, 1);
            try (KafkaView view = doors.view(directory)) {
                assertThat(view.status().rows()).as("served at once").isEqualTo(100);
                view.caughtUp().block(BOUND);

                assertThat(view.status().rows()).isEqualTo(150);
            }
        }

        @Test
        void a_killed_view_resumes_exactly_from_its_last_commit() throws Exception {
            doors.created().publish(1, 100, 1);
            try (KafkaView view = doors.view(directory)) {
                view.caughtUp().block(BOUND);
            }
            Path crashed = directory.resolveSibling(directory.getFileName() + "-crashed");
            try (KafkaView view = doors.view(directory)) {
                doors.publish(1, 50, 2);
                doors.tombstone("door-99");
                doors.publish(101, 200, 1);
                until(() -> view.status().rows() == 199);
                copy(directory, crashed);
                try (KafkaView afterwards = doors.view(crashed)) {
                    afterwards.caughtUp().block(BOUND);

                    assertThat(rows(afterwards)).isEqualTo(rows(view));
                }
            }
        }

        @Test
        void an_empty_directory_is_filled_from_the_topic() throws Exception {
            doors.created().publish(1, 100, 1);
            try (KafkaView view = doors.view(directory.resolve("one"));
                    KafkaView other = doors.view(directory.resolve("other"))) {
                view.caughtUp().block(BOUND);
                other.caughtUp().block(BOUND);

                assertThat(rows(other)).isEqualTo(rows(view)).hasSize(100);
            }
        }

        @Test
        void another_process_with_the_same_directory_is_refused() throws Exception {
            doors.created();
            try (KafkaView view = doors.view(directory)) {
                assertThat(view.status().rows()).isZero();
                assertThatThrownBy(() -> doors.view(directory))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("doors");
            }
        }
    }

    @Nested
    class Rebuilding {
        @Test
        void another_definition_rebuilds() throws Exception {
            doors.created().publish(1, 50, 1);
            try (KafkaView view = doors.view(directory, 1)) {
                view.caughtUp().block(BOUND);
            }
            try (KafkaView view = doors.view(directory, 2)) {
                assertThat(view.status().asOf()).isEmpty();
                view.caughtUp().block(BOUND);

                assertThat(view.status().rows()).isEqualTo(50);
            }
        }

        @Test
        void a_damaged_index_is_moved_aside_and_rebuilt() throws Exception {
            doors.created().publish(1, 50, 1);
            try (KafkaView view = doors.view(directory)) {
                view.caughtUp().block(BOUND);
            }
            damage(directory.resolve("doors"));
            try (KafkaView view = doors.view(directory)) {
                view.caughtUp().block(BOUND);

                assertThat(view.status().rows()).isEqualTo(50);
                assertThat(directory.resolve("doors.damaged")).isDirectory();
            }
        }

        @Test
        void a_topic_made_anew_under_a_running_view_is_noticed() throws Exception {
            doors.created().publish(1, 50, 1);
            try (KafkaView view = doors.view(directory)) {
                view.caughtUp().block(BOUND);
                doors.deleted();
                doors.created().publish(201, 270, 1);
                until(() -> view.status().rows() == 70);

                assertThat(rows(view)).contains("door-201@1").doesNotContain("door-1@1");
            }
        }

        @Test
        void a_topic_made_anew_is_not_taken_for_the_old_one() throws Exception {
            doors.created().publish(1, 50, 1);
            try (KafkaView view = doors.view(directory)) {
                view.caughtUp().block(BOUND);
            }
            doors.deleted();
            doors.created().publish(201, 270, 1);
            try (KafkaView view = doors.view(directory)) {
                view.caughtUp().block(BOUND);

                assertThat(rows(view)).hasSize(70).contains("door-201@1").doesNotContain("door-1@1");
            }
        }
    }

    @Nested
    class LosingKafka {
        @Test
        void what_is_there_is_served_and_the_rest_follows_when_kafka_is_back(@TempDir Path data) throws Exception {
            int port;
            KafkaBroker broker = KafkaBroker.start(data, 0);
            port = broker.port();
            try (Snapshots own = Snapshots.on(broker.bootstrap()).created()) {
                own.publish(1, 20, 1);
                try (KafkaView view = own.view(directory)) {
                    view.caughtUp().block(BOUND);
                    broker.close();
                    until(() -> !view.status().inContact());

                    assertThat(page(view, ALL).total().count()).isEqualTo(20);

                    broker = KafkaBroker.start(data, port);
                    own.publish("late", 1);
                    own.flush();
                    until(() -> view.status().rows() == 21 && view.status().inContact());
                }
                broker.close();
                try (KafkaView view = own.view(directory)) {
                    assertThat(page(view, ALL).total().count())
                            .as("without Kafka")
                            .isEqualTo(21);
                    assertThat(view.status().caughtUp()).isFalse();
                }
            } finally {
                broker.close();
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private static void damage(Path index) throws IOException {
        try (Stream<Path> files = Files.list(index)) {
            Path largest = files.filter(file -> !file.getFileName().toString().startsWith("segments"))
                    .filter(file -> !file.getFileName().toString().equals("write.lock"))
                    .max(java.util.Comparator.comparingLong(
                            file -> file.toFile().length()))
                    .orElseThrow();
            byte[] bytes = Files.readAllBytes(largest);
            bytes[bytes.length / 2] ^= 0x55;
            Files.write(largest, bytes);
        }
    }
}
