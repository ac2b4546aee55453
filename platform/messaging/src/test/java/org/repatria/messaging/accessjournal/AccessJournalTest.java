package org.repatria.messaging.accessjournal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.messaging.accessjournal.Accesses.CARL;
import static org.repatria.messaging.accessjournal.Accesses.OPS;
import static org.repatria.messaging.accessjournal.Accesses.RITA;
import static org.repatria.messaging.accessjournal.Accesses.export;
import static org.repatria.messaging.accessjournal.Accesses.leave;
import static org.repatria.messaging.accessjournal.Accesses.page;
import static org.repatria.messaging.accessjournal.Accesses.read;
import static org.repatria.messaging.accessjournal.Accesses.refused;
import static org.repatria.messaging.accessjournal.Accesses.verified;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.messaging.StoreUnavailable;
import org.repatria.messaging.accessjournal.AccessReading.Position;
import org.repatria.messaging.accessjournal.AccessReading.Wanted;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** How entries become chains, whatever the database does meanwhile. */
class AccessJournalTest {

    private static final Wanted ANYTHING = new Wanted(Optional.empty(), Optional.empty(), Optional.empty());

    private final InMemoryAccessBatches batches = new InMemoryAccessBatches();

    private static List<AccessEntry> reads(int count) {
        return IntStream.range(0, count).mapToObj(i -> read(CARL, "case-" + i)).toList();
    }

    @Nested
    class Chaining {

        @Test
        void entries_are_kept_in_their_order_in_a_chain_that_is_whole() {
            leave(batches, reads(3));

            var lines = export(batches, "XH").lines().toList();

            assertThat(verified(export(batches, "XH")))
                    .returns(3L, it -> it.entries())
                    .returns(true, it -> it.whole());
            assertThat(lines.subList(1, 4))
                    .zipSatisfy(
                            List.of("case-0", "case-1", "case-2"),
                            (line, id) ->
                                    assertThat(line).contains("\"object\":{\"kind\":\"cases\",\"id\":\"" + id + "\"}"));
        }

        @Test
        void an_entry_says_who_asked_for_what_why_and_what_came_of_it() {
            leave(batches, List.of(refused(CARL, "case-7")));

            assertThat(export(batches, "XH").lines().toList().get(1)).startsWith("""
                            {"line":"entry","chain":"case-service.XH.0000000001","sequence":1,"at":"2014-09-01T12:00:00Z",\
                            "kind":"REFUSAL","operation":"readCase",\
                            "actor":{"id":"carl.officer","roles":["CO","SU"],"authority":"XH-CA"},\
                            "object":{"kind":"cases","id":"case-7"},"status":404,"problem":"NOT_FOUND",\
                            "trace":"0af7651916cd43dd8448eb211c80319c","previousHash":\"""");
        }

        @Test
        void whatever_a_purpose_contains_the_line_stays_one_line_and_whole() {
            var odd = "a \"quoted\" \\ line\nbreak, \u6cd5\u9662 \ud83d\ude00 half \ud83d \u0001";
            leave(
                    batches,
                    List.of(new AccessEntry(
                            Accesses.NOON,
                            AccessKind.CONSULTATION,
                            "findCases",
                            Optional.of(CARL),
                            odd,
                            Optional.empty(),
                            List.of(),
                            200,
                            Optional.empty(),
                            "t")));

            assertThat(export(batches, "XH").lines()).hasSize(4);
            assertThat(verified(export(batches, "XH")).findings()).isEmpty();
        }

        @Test
        void each_state_has_a_chain_of_its_own_and_so_have_those_of_no_state() {
            leave(
                    batches,
                    List.of(read(CARL, "case-1"), read(RITA, "case-1"), read(OPS, "case-1"), Accesses.nameless()));

            assertThat(verified(export(batches, "XH")).entries()).isEqualTo(1);
            assertThat(verified(export(batches, "XR")).entries()).isEqualTo(1);
            assertThat(verified(export(batches, AccessEntry.NO_STATE)).entries())
                    .isEqualTo(2);
            assertThat(export(batches, "XH")).doesNotContain("rita.officer");
        }

        @Test
        void a_full_chain_is_followed_by_the_next_one() {
            var entries = reads(AccessLimits.CHAIN_ENTRIES_MAX + 10);
            try (var journal = Accesses.journal(batches)) {
                entries.forEach(entry -> awaitPlace(journal).leave(entry));
            }

            var verdict = verified(export(batches, "XH"));

            assertThat(verdict.findings()).isEmpty();
            assertThat(verdict.entries()).isEqualTo(AccessLimits.CHAIN_ENTRIES_MAX + 10);
        }
    }

    private static AccessJournal.Place awaitPlace(AccessJournal journal) {
        var until = Instant.now().plusSeconds(30);
        var place = journal.take();
        while (place.isEmpty() && Instant.now().isBefore(until)) {
            Thread.onSpinWait();
            place = journal.take();
        }
        return place.orElseThrow();
    }

    @Nested
    class Restarting {

        @Test
        void a_new_process_begins_a_chain_that_names_the_last_entry_of_the_one_before() {
            leave(batches, reads(3));
            leave(batches, reads(2));

            var export = export(batches, "XH");

            assertThat(verified(export)).returns(2, it -> it.chains()).returns(List.of(), it -> it.findings());
            assertThat(export.lines().toList().get(0)).contains("\"follows\":{\"chain\":\"GENESIS\",\"sequence\":0}");
            assertThat(export.lines().toList().get(5))
                    .contains("\"follows\":{\"chain\":\"case-service.XH.0000000001\",\"sequence\":3}");
        }

        @Test
        void a_process_that_died_before_it_remembered_its_chain_is_found_all_the_same() {
            leave(batches, reads(1));
            leave(batches, reads(1));
            batches.rememberChain("XH", 0).block();

            leave(batches, reads(1));

            assertThat(verified(export(batches, "XH")).chains()).isEqualTo(3);
        }

        @Test
        void two_processes_at_once_have_a_chain_each() {
            try (var one = Accesses.journal(batches);
                    var other = Accesses.journal(batches)) {
                reads(600).forEach(entry -> {
                    one.take().orElseThrow().leave(entry);
                    other.take().orElseThrow().leave(entry);
                });
            }

            var verdict = verified(export(batches, "XH"));

            assertThat(verdict.findings()).isEmpty();
            assertThat(verdict.chains()).isEqualTo(2);
            assertThat(verdict.entries()).isEqualTo(1_200);
        }
    }

    @Nested
    class Batching {

        @Test
        void many_reads_are_one_write() {
            var counted = new Unreliable(batches, 0);

            leave(counted, reads(2_000));

            // The line that begins the chain, four full batches, and what a slow moment of this machine adds.
            assertThat(counted.writes.get()).isBetween(5, 25);
            assertThat(verified(export(batches, "XH")).entries()).isEqualTo(2_000);
        }

        @Test
        void what_the_database_did_not_take_is_written_again_in_its_order() {
            leave(new Unreliable(batches, 3), reads(700));

            assertThat(verified(export(batches, "XH")))
                    .returns(List.of(), it -> it.findings())
                    .returns(700L, it -> it.entries());
        }

        @Test
        void a_batch_whose_answer_was_lost_is_there_once() {
            var losing = new Unreliable(batches, 3);
            losing.writesAllTheSame = true;

            leave(losing, reads(700));

            assertThat(verified(export(batches, "XH")))
                    .returns(List.of(), it -> it.findings())
                    .returns(700L, it -> it.entries());
        }
    }

    @Nested
    class BeingFull {

        private final AccessJournal journal = new AccessJournal(
                new Unreliable(batches, Integer.MAX_VALUE),
                "case-service",
                Schedulers.parallel(),
                new SimpleMeterRegistry(),
                Duration.ofMillis(1));

        @Test
        void there_is_no_place_for_a_read_that_could_not_be_recorded() {
            reads(AccessLimits.WAITING_MAX)
                    .forEach(entry -> journal.take().orElseThrow().leave(entry));

            assertThat(journal.take()).isEmpty();
            journal.close();
        }

        @Test
        void a_request_that_is_under_way_holds_its_place_and_gives_it_back_once() {
            var places = new ArrayList<AccessJournal.Place>();
            for (var i = 0; i < AccessLimits.WAITING_MAX; i++) {
                places.add(journal.take().orElseThrow());
            }
            places.getFirst().giveUp();
            places.getFirst().giveUp();

            assertThat(journal.take()).isPresent();
            assertThat(journal.take()).isEmpty();
        }

        @Test
        void who_does_not_say_who_he_is_cannot_take_every_place() {
            for (var i = 0; i < AccessLimits.NAMELESS_MAX; i++) {
                assertThat(journal.takeNameless()).isPresent();
            }

            assertThat(journal.takeNameless()).isEmpty();
            assertThat(journal.take()).isPresent();
        }

        @Test
        void what_is_written_frees_its_places() {
            leave(batches, reads(AccessLimits.WAITING_MAX));
            try (var again = Accesses.journal(batches)) {
                reads(AccessLimits.WAITING_MAX)
                        .forEach(entry -> again.take().orElseThrow().leave(entry));
                assertThat(verified(export(batches, "XH")).findings()).isEmpty();
            }
            assertThat(verified(export(batches, "XH")).entries()).isEqualTo(2L * AccessLimits.WAITING_MAX);
        }
    }

    @Nested
    class PagingBack {

        @Test
        void nothing_was_read_yet() {
            assertThat(page(batches, ANYTHING, Optional.empty(), 10))
                    .isEqualTo(new AccessReading.Page(List.of(), Optional.empty()));
        }

        @Test
        void the_latest_entry_comes_first_and_the_pages_go_back_through_all_chains() {
            leave(batches, reads(7));
            leave(batches, reads(5));

            var sequences = new ArrayList<String>();
            var from = Optional.<Position>empty();
            do {
                var page = page(batches, ANYTHING, from, 2);
                page.lines()
                        .forEach(line ->
                                sequences.add(line.replaceAll(".*XH.0+(\\d)\",\"sequence\":(\\d),.*", "$1.$2")));
                from = page.next();
            } while (from.isPresent());

            assertThat(sequences)
                    .containsExactly(
                            "2.5", "2.4", "2.3", "2.2", "2.1", "1.7", "1.6", "1.5", "1.4", "1.3", "1.2", "1.1");
        }

        @Test
        void only_what_is_wanted_is_shown() {
            leave(batches, List.of(read(CARL, "case-1"), refused(CARL, "case-2"), read(RITA, "case-1")));

            assertThat(page(
                                    batches,
                                    new Wanted(Optional.empty(), Optional.of("case-2"), Optional.empty()),
                                    Optional.empty(),
                                    9)
                            .lines())
                    .hasSize(1);
            assertThat(page(
                                    batches,
                                    new Wanted(
                                            Optional.of("carl.officer"),
                                            Optional.empty(),
                                            Optional.of(AccessKind.REFUSAL)),
                                    Optional.empty(),
                                    9)
                            .lines())
                    .hasSize(1);
            assertThat(page(
                                    batches,
                                    new Wanted(Optional.of("carl"), Optional.empty(), Optional.empty()),
                                    Optional.empty(),
                                    9)
                            .lines())
                    .isEmpty();
        }

        @Test
        void a_filter_that_finds_nothing_stops_after_its_bound_and_says_where_to_go_on() {
            for (var i = 0; i <= AccessLimits.PAGE_BATCHES_MAX; i++) {
                leave(batches, List.of(read(CARL, "case-" + i)));
            }

            var wanted = new Wanted(Optional.empty(), Optional.of("case-0"), Optional.empty());
            var page = page(batches, wanted, Optional.empty(), 9);

            assertThat(page.lines()).isEmpty();
            assertThat(page(batches, wanted, page.next(), 9).lines()).hasSize(1);
        }
    }

    /** A database that does not answer the first so many writes; it may have done them all the same. */
    private static final class Unreliable implements AccessBatches {
        private final AccessBatches over;
        private final AtomicInteger failures;
        private final AtomicInteger writes = new AtomicInteger();
        private boolean writesAllTheSame;

        Unreliable(AccessBatches over, int failures) {
            this.over = over;
            this.failures = new AtomicInteger(failures);
        }

        @Override
        public Mono<Boolean> add(AccessBatch batch) {
            return Mono.defer(() -> {
                writes.incrementAndGet();
                if (failures.getAndDecrement() <= 0) {
                    return over.add(batch);
                }
                var away = new StoreUnavailable("away", null);
                return writesAllTheSame ? over.add(batch).then(Mono.error(away)) : Mono.error(away);
            });
        }

        @Override
        public Mono<Boolean> has(String chain, long number) {
            return over.has(chain, number);
        }

        @Override
        public Mono<List<AccessBatch>> read(String chain, long first, long last) {
            return over.read(chain, first, last);
        }

        @Override
        public Mono<Long> lastChain(String state) {
            return over.lastChain(state);
        }

        @Override
        public Mono<Void> rememberChain(String state, long number) {
            return over.rememberChain(state, number);
        }
    }
}
