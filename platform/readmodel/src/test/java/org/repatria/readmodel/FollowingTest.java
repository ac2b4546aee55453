package org.repatria.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.readmodel.Rows.SOON;
import static org.repatria.readmodel.Rows.row;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Subscription;
import org.repatria.readmodel.Change.Following;
import org.repatria.readmodel.Change.Reset;
import org.repatria.readmodel.Change.Shown;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What those are told who follow a view, and what not. */
class FollowingTest {

    private static final Visibility HOST = Visibility.anyOf(Set.of("XH"));
    private static final Visibility REQUESTER = Visibility.anyOf(Set.of("XR"));
    private static final Visibility STRANGER = Visibility.anyOf(Set.of("XK"));

    /** Each row has a face for its host, and one for the other state under the told version. */
    private static final ViewDefinition TWO_FACES = ViewDefinition.of("files", "topic", "file.snapshot.v1")
            .keyword("state")
            .rows(json -> Row.of(json)
                    .visibleTo("XH")
                    .knownInFullTo("XH")
                    .toOthers(Row.of(json).visibleTo(json.path("othersMarks")).build())
                    .build());

    private final MemoryView view = MemoryView.of(Rows.CASES);

    @AfterEach
    void close() {
        view.close();
    }

    /** Reads as much as it asks for. */
    private static final class Reader extends BaseSubscriber<Change> {
        private final List<Change> read = new ArrayList<>();
        private final long first;

        Reader(long first) {
            this.first = first;
        }

        static Reader of(View view, Visibility visibility) {
            Reader reader = new Reader(Long.MAX_VALUE);
            view.changes(visibility).subscribe(reader);
            return reader;
        }

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            if (first > 0) {
                request(first);
            }
        }

        @Override
        protected void hookOnNext(Change change) {
            read.add(change);
        }

        /** What came since the last time. */
        List<Change> news() {
            List<Change> news = List.copyOf(read);
            read.clear();
            return news;
        }
    }

    private static Reader following(View view, Visibility visibility) {
        Reader reader = Reader.of(view, visibility);
        assertThat(reader.news()).containsExactly(new Following());
        return reader;
    }

    private static JsonNode seenBy(String id, long version, String... tokens) {
        return row(id, version, "visibleTo", List.of(tokens), "knownInFullTo", List.of(tokens));
    }

    @Nested
    class Showing {
        @Test
        void a_row_is_told_with_each_new_version_and_found_by_then() {
            view.put(seenBy("c1", 1, "XH"));
            Reader host = following(view, HOST);

            view.put(seenBy("c1", 2, "XH"));
            view.put(seenBy("c2", 1, "XH"));

            assertThat(host.news()).containsExactly(new Shown("c1", 2), new Shown("c2", 1));
            assertThat(Rows.ids(view, ViewQuery.visibleTo(HOST))).containsExactly("c1", "c2");
        }

        @Test
        void rows_that_come_together_are_each_told_once() {
            Reader host = following(view, HOST);

            view.put(List.of(seenBy("c1", 1, "XH"), seenBy("c2", 1, "XH"), seenBy("c1", 2, "XH")));

            assertThat(host.news()).containsExactlyInAnyOrder(new Shown("c1", 2), new Shown("c2", 1));
        }

        @Test
        void what_is_no_later_version_is_no_news() {
            view.put(seenBy("c1", 2, "XH"));
            Reader host = following(view, HOST);

            view.put(seenBy("c1", 2, "XH"));
            view.put(seenBy("c1", 1, "XH"));
            view.remove("c9");

            assertThat(host.news()).isEmpty();
        }

        @Test
        void who_sees_everything_is_told_of_everything() {
            Reader everybody = following(view, Visibility.everything());

            view.put(row("c1", 4, "told", 2));

            assertThat(everybody.news()).containsExactly(new Shown("c1", 4));
        }
    }

    @Nested
    class Hiding {
        @Test
        void of_a_row_that_the_actor_may_not_see_nothing_is_told() {
            Reader stranger = following(view, STRANGER);
            Reader nobody = following(view, Visibility.anyOf(Set.of()));

            view.put(seenBy("c1", 1, "XH", "XR"));
            view.put(List.of(seenBy("c1", 2, "XH"), seenBy("c2", 1, "XR"), row("c3", 1)));
            view.remove("c1");

            assertThat(stranger.news()).isEmpty();
            assertThat(nobody.news()).isEmpty();
        }

        @Test
        void a_row_that_comes_into_sight_is_told_and_one_that_leaves_it_is_not() {
            view.put(seenBy("c1", 1, "XH"));
            Reader host = following(view, HOST);
            Reader requester = following(view, REQUESTER);

            view.put(seenBy("c1", 2, "XR"));

            assertThat(host.news()).isEmpty();
            assertThat(requester.news()).containsExactly(new Shown("c1", 2));
        }

        @Test
        void that_a_row_is_gone_is_told_to_nobody() {
            view.put(seenBy("c1", 1, "XH"));
            Reader host = following(view, HOST);

            view.remove("c1");

            assertThat(host.news()).isEmpty();
        }

        @Test
        void who_is_told_less_hears_of_what_is_told_alone() {
            view.put(row("c1", 3, "told", 2, "visibleTo", List.of("XH", "XR"), "knownInFullTo", List.of("XH")));
            Reader host = following(view, HOST);
            Reader requester = following(view, REQUESTER);

            view.put(row("c1", 4, "told", 2, "visibleTo", List.of("XH", "XR"), "knownInFullTo", List.of("XH")));
            assertThat(requester.news()).isEmpty();
            view.put(row("c1", 5, "told", 3, "visibleTo", List.of("XH", "XR"), "knownInFullTo", List.of("XH")));

            assertThat(requester.news()).containsExactly(new Shown("c1", 3));
            assertThat(host.news()).containsExactly(new Shown("c1", 4), new Shown("c1", 5));
        }

        @Test
        void of_a_row_with_two_faces_each_is_told_of_its_own() {
            try (MemoryView files = MemoryView.of(TWO_FACES)) {
                Reader host = following(files, HOST);
                Reader requester = following(files, REQUESTER);

                files.put(row("f1", 7, "told", 1, "othersMarks", List.of()));
                assertThat(requester.news()).isEmpty();
                files.put(row("f1", 8, "told", 2, "othersMarks", List.of("XR")));
                files.put(row("f1", 9, "told", 2, "othersMarks", List.of("XR")));

                assertThat(requester.news()).containsExactly(new Shown("f1", 2));
                assertThat(host.news()).containsExactly(new Shown("f1", 7), new Shown("f1", 8), new Shown("f1", 9));
            }
        }

        @Test
        void a_mass_of_rows_that_the_actor_may_not_see_is_no_reset() {
            Reader stranger = following(view, STRANGER);

            view.put(many(Limits.CHANGES_UNREAD_MAX + 1, "XH"));

            assertThat(stranger.news()).isEmpty();
        }

        /** Of each row the same as a wait for a version goes by, whatever marks and whatever actors there are. */
        @ParameterizedTest
        @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
        void each_is_told_the_version_that_it_waits_for(long seed) throws IOException {
            Random random = new Random(seed);
            try (ViewIndex index = ViewIndex.inMemory(Rows.CASES)) {
                for (int step = 0; step < 60; step++) {
                    JsonNode row = row(
                            "c" + random.nextInt(12),
                            step + 1,
                            "told",
                            random.nextInt(step + 1),
                            "visibleTo",
                            marks(random),
                            "knownInFullTo",
                            marks(random));
                    index.put(Rows.CASES.row(row), JsonMapper.shared().writeValueAsBytes(row));
                    if (random.nextInt(5) == 0) {
                        index.delete("c" + random.nextInt(12));
                    }
                    if (random.nextBoolean()) {
                        index.refresh();
                    }
                }
                index.refresh();
                List<String> ids = IntStream.range(0, 14).mapToObj(n -> "c" + n).toList();
                IndexReader now = index.held();
                ShownVersions shown = ShownVersions.of(now, ids, Set.of("a", "b", "c", "d"));
                for (Set<String> tokens : List.of(Set.<String>of(), Set.of("a"), Set.of("b", "d"), Set.of("c", "x"))) {
                    assertThat(shown.to(Visibility.anyOf(tokens)))
                            .isEqualTo(waitedFor(index, ids, Visibility.anyOf(tokens)));
                }
                assertThat(shown.to(Visibility.everything())).isEqualTo(waitedFor(index, ids, Visibility.everything()));
                now.decRef();
            }
        }

        private static List<String> marks(Random random) {
            return Stream.of("a", "b", "c", "d")
                    .filter(_ -> random.nextBoolean())
                    .toList();
        }

        private static Map<String, Long> waitedFor(ViewIndex index, List<String> ids, Visibility visibility)
                throws IOException {
            return index.search(searcher -> {
                Map<String, Long> versions = new java.util.HashMap<>();
                for (String id : ids) {
                    Finder.versionShown(searcher, id, visibility).ifPresent(version -> versions.put(id, version));
                }
                return versions;
            });
        }
    }

    private static Collection<JsonNode> many(int rows, String token) {
        return IntStream.range(0, rows)
                .<JsonNode>mapToObj(n -> seenBy("many-" + n, 1, token))
                .toList();
    }

    @Nested
    class ReadingSlowly {
        private final Reader slow = new Reader(0);

        private void follow() {
            view.changes(HOST).subscribe(slow);
            slow.request(1);
            assertThat(slow.news()).containsExactly(new Following());
        }

        @Test
        void of_a_row_that_changed_often_the_newest_version_is_left() {
            follow();
            view.put(seenBy("c1", 1, "XH"));
            view.put(seenBy("c2", 1, "XH"));
            view.put(seenBy("c1", 2, "XH"));
            assertThat(slow.news()).isEmpty();

            slow.request(5);

            assertThat(slow.news()).containsExactly(new Shown("c1", 2), new Shown("c2", 1));
        }

        @Test
        void who_falls_behind_reads_one_reset_and_goes_on() {
            follow();
            view.put(many(Limits.CHANGES_UNREAD_MAX + 1, "XH"));
            view.put(many(Limits.CHANGES_UNREAD_MAX + 2, "XH"));
            view.put(seenBy("c1", 1, "XH"));

            slow.request(5);
            assertThat(slow.news()).containsExactly(new Reset());

            view.put(seenBy("c1", 2, "XH"));
            assertThat(slow.news()).containsExactly(new Shown("c1", 2));
        }

        @Test
        void as_many_as_may_wait_are_all_told() {
            follow();
            view.put(many(Limits.CHANGES_UNREAD_MAX, "XH"));

            slow.request(Long.MAX_VALUE);

            assertThat(slow.news()).hasSize(Limits.CHANGES_UNREAD_MAX).doesNotContain(new Reset());
        }

        @Test
        void nobody_else_is_held_up() {
            follow();
            Reader quick = following(view, HOST);

            view.put(seenBy("c1", 1, "XH"));

            assertThat(quick.news()).containsExactly(new Shown("c1", 1));
        }
    }

    @Nested
    class Rebuilding {
        private final Queue<Runnable> tasks = new ArrayDeque<>();
        private final ViewIndex index;

        Rebuilding() throws IOException {
            index = ViewIndex.inMemory(Rows.CASES);
        }

        @AfterEach
        void close() throws IOException {
            index.close();
        }

        private Reader following(Followers followers) {
            Reader reader = new Reader(Long.MAX_VALUE);
            followers.changes(HOST).subscribe(reader);
            assertThat(reader.news()).containsExactly(new Following());
            return reader;
        }

        private void put(Followers followers, JsonNode row) throws IOException {
            index.put(Rows.CASES.row(row), JsonMapper.shared().writeValueAsBytes(row));
            followers.nowVisible(index.refresh().keySet());
        }

        private void work() {
            for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                task.run();
            }
        }

        private Followers behind() {
            return Followers.behind(index, Schedulers.fromExecutor(tasks::add));
        }

        @Test
        void a_view_that_fills_says_so_once_when_it_has_caught_up() throws IOException {
            Followers followers = behind();
            Reader host = following(followers);

            for (int n = 0; n < 50; n++) {
                put(followers, seenBy("c" + n, 1, "XH"));
                work();
            }
            assertThat(host.news()).isEmpty();
            followers.startOver();
            put(followers, seenBy("c1", 2, "XH"));
            work();

            assertThat(host.news()).containsExactly(new Reset(), new Shown("c1", 2));
        }

        @Test
        void one_that_is_made_anew_says_so_once_and_tells_nothing_of_what_was_waiting() throws IOException {
            Followers followers = behind();
            followers.startOver();
            put(followers, seenBy("c1", 1, "XH"));
            Reader host = following(followers);

            put(followers, seenBy("c1", 2, "XH"));
            followers.fallBehind();
            index.clear();
            put(followers, seenBy("c1", 1, "XH"));
            put(followers, seenBy("c1", 3, "XH"));
            work();
            assertThat(host.news()).isEmpty();
            followers.startOver();
            work();

            assertThat(host.news()).containsExactly(new Reset());
        }

        @Test
        void what_comes_while_others_are_told_is_told_together() throws IOException {
            Followers followers = behind();
            followers.startOver();
            Reader host = following(followers);

            put(followers, seenBy("c1", 1, "XH"));
            put(followers, seenBy("c2", 1, "XH"));
            put(followers, seenBy("c1", 2, "XH"));

            assertThat(tasks).hasSize(1);
            work();
            assertThat(host.news()).containsExactlyInAnyOrder(new Shown("c1", 2), new Shown("c2", 1));
        }

        @Test
        void who_has_left_holds_nothing_of_the_index() throws IOException {
            Followers followers = behind();
            followers.startOver();
            IndexReader before = index.held();
            int held = before.getRefCount();
            Reader host = following(followers);
            put(followers, seenBy("c1", 1, "XH"));
            host.cancel();
            work();

            assertThat(host.news()).isEmpty();
            // What the index itself held of that moment it has let go with the refresh.
            assertThat(before.getRefCount()).isEqualTo(held - 1);
            before.decRef();
        }

        @Test
        void closing_ends_what_was_followed() {
            Followers followers = behind();
            Reader host = following(followers);

            followers.close();

            assertThat(host.isDisposed()).isTrue();
            assertThat(followers.changes(HOST).collectList().blockOptional(SOON))
                    .isEqualTo(Optional.of(List.of()));
        }
    }

    @Test
    void the_actors_of_one_office_are_told_the_same() {
        Set<Reader> officers =
                Stream.generate(() -> following(view, HOST)).limit(20).collect(Collectors.toSet());

        view.put(seenBy("c1", 1, "XH"));

        assertThat(officers).allSatisfy(officer -> assertThat(officer.news()).containsExactly(new Shown("c1", 1)));
    }
}
