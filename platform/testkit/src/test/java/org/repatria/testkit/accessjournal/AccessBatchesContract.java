package org.repatria.testkit.accessjournal;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.repatria.decider.Actor;
import org.repatria.messaging.accessjournal.AccessBatch;
import org.repatria.messaging.accessjournal.AccessBatches;
import org.repatria.messaging.accessjournal.AccessEntry;
import org.repatria.messaging.accessjournal.AccessEntry.Accessed;
import org.repatria.messaging.accessjournal.AccessJournal;
import org.repatria.messaging.accessjournal.AccessKind;
import org.repatria.messaging.accessjournal.AccessReading.Wanted;
import org.repatria.messaging.accessjournal.verifying.JournalVerifier;
import org.repatria.messaging.accessjournal.verifying.Verdict;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Every store of the access journal passes this. */
abstract class AccessBatchesContract {

    private static final Duration ANSWER_MAX = Duration.ofSeconds(20);
    private static final Actor CARL = new Actor("carl.officer", Set.of("CO"), "XH-CA");
    private static final AccessBatch FIRST = batch(0);

    private AccessBatches batches;

    /** A store with nothing in it. */
    abstract AccessBatches emptyStore();

    @BeforeEach
    void begin() {
        batches = emptyStore();
    }

    private static AccessBatch batch(long number) {
        return new AccessBatch("s.XH.0000000001", number, number * 2, "head " + number, List.of("a", "\u6cd5 \"b\""));
    }

    private static <T> T await(Mono<T> answer) {
        return answer.blockOptional(ANSWER_MAX).orElseThrow();
    }

    @Test
    void a_batch_comes_back_as_it_was() {
        assertThat(await(batches.add(FIRST))).isTrue();

        assertThat(await(batches.read(FIRST.chain(), 0, 0))).containsExactly(FIRST);
        assertThat(await(batches.has(FIRST.chain(), 0))).isTrue();
        assertThat(await(batches.has(FIRST.chain(), 1))).isFalse();
    }

    @Test
    void a_second_batch_of_the_same_number_changes_nothing() {
        await(batches.add(FIRST));

        assertThat(await(batches.add(new AccessBatch(FIRST.chain(), 0, 9, "other", List.of("other")))))
                .isFalse();
        assertThat(await(batches.read(FIRST.chain(), 0, 0))).containsExactly(FIRST);
    }

    @Test
    void batches_come_in_their_order_without_those_that_are_missing() {
        for (var number : List.of(11L, 2L, 0L, 10L, 13L)) {
            await(batches.add(batch(number)));
        }
        await(batches.add(new AccessBatch("s.XR.0000000001", 2, 1, "head", List.of("of another"))));

        assertThat(await(batches.read(FIRST.chain(), 2, 12))).containsExactly(batch(2), batch(10), batch(11));
    }

    @Test
    void the_last_chain_of_a_state_is_remembered() {
        assertThat(await(batches.lastChain("XH"))).isZero();

        batches.rememberChain("XH", 1).block(ANSWER_MAX);
        batches.rememberChain("XH", 2).block(ANSWER_MAX);

        assertThat(await(batches.lastChain("XH"))).isEqualTo(2);
        assertThat(await(batches.lastChain("XR"))).isZero();
    }

    @Test
    void what_two_processes_left_one_after_the_other_is_read_back_and_is_whole() throws IOException {
        leave(700);
        leave(3);

        var verdict = verified();
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.entries()).isEqualTo(703);
        assertThat(verdict.chains()).isEqualTo(2);

        var wanted = new Wanted(Optional.of(CARL.id()), Optional.of("case-1"), Optional.of(AccessKind.CONSULTATION));
        try (var journal = journal()) {
            var page = await(journal.reading().page("XH", wanted, Optional.empty(), 10));
            assertThat(page.lines()).hasSize(2);
            assertThat(page.lines().getFirst()).contains("\"chain\":\"s.XH.0000000002\",\"sequence\":2,");
        }
    }

    private AccessJournal journal() {
        return new AccessJournal(batches, "s", Schedulers.parallel(), new SimpleMeterRegistry());
    }

    private void leave(int entries) {
        try (var journal = journal()) {
            for (var i = 0; i < entries; i++) {
                journal.take().orElseThrow().leave(entry("case-" + i));
            }
        }
    }

    private static AccessEntry entry(String id) {
        return new AccessEntry(
                Instant.parse("2014-09-01T12:00:00Z"),
                AccessKind.CONSULTATION,
                "readCase",
                Optional.of(CARL),
                "\u6cd5\u9662",
                Optional.of(new Accessed("cases", id)),
                List.of(),
                200,
                Optional.empty(),
                "0af7651916cd43dd8448eb211c80319c");
    }

    private Verdict verified() throws IOException {
        try (var journal = journal()) {
            var export = String.join("", await(journal.reading().export("XH", 1).collectList()));
            return JournalVerifier.verify(new ByteArrayInputStream(export.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
