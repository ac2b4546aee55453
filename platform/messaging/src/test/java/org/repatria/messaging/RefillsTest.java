package org.repatria.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.repatria.messaging.Refill.Progress;
import org.repatria.messaging.Refills.Answer;
import org.repatria.messaging.Refills.Refilling;
import org.repatria.messaging.Refills.State;
import reactor.core.publisher.Mono;

/** How refills are asked for and told of; that they send what they should is shown by {@code WritePathIT}. */
final class RefillsTest {

    private static final Progress HALF = new Progress(1, 5, 1);
    private static final Progress WHOLE = new Progress(2, 9, 2);

    private final Held held = new Held();
    private final Refills refills =
            new Refills(() -> Map.of("parcel", held), Clock.fixed(Parcels.NOON, ZoneOffset.UTC));

    /** A refill that goes on when the test lets it. */
    private static final class Held implements Refill {
        private final List<List<String>> asked = new ArrayList<>();
        private final CountDownLatch half = new CountDownLatch(1);
        private CompletableFuture<Progress> end = new CompletableFuture<>();

        @Override
        public Mono<Progress> of(List<String> aggregateIds, Consumer<Progress> progress) {
            asked.add(aggregateIds);
            progress.accept(HALF);
            half.countDown();
            return Mono.fromFuture(end);
        }

        @Override
        public Mono<Progress> ofAll(Consumer<Progress> progress) {
            return of(List.of(), progress);
        }
    }

    private Refilling begun(String... ids) {
        return ((Answer.Begun) refills.begin("parcel", List.of(ids), "incident 12", Parcels.ANA)).refilling();
    }

    private Refilling ended(String id) {
        return Objects.requireNonNull(Mono.fromSupplier(() -> refills.find(id).orElseThrow())
                .repeat()
                .filter(one -> one.endedAt().isPresent())
                .blockFirst(Limits.STORE_PATIENCE));
    }

    @Test
    void one_that_runs_says_who_began_it_why_and_how_far_it_is() throws InterruptedException {
        var begun = begun();

        assertThat(held.half.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(refills.find(begun.id()))
                .contains(new Refilling(
                        begun.id(),
                        "parcel",
                        true,
                        "incident 12",
                        Parcels.ANA.id(),
                        Parcels.NOON,
                        State.RUNNING,
                        HALF,
                        Optional.empty()));
    }

    @Test
    void one_at_a_time() {
        var begun = begun();

        assertThat(refills.begin("parcel", List.of(), "again", Parcels.ANA))
                .isInstanceOfSatisfying(
                        Answer.Busy.class,
                        busy -> assertThat(busy.running().id()).isEqualTo(begun.id()));

        held.end.complete(WHOLE);
        assertThat(ended(begun.id())).returns(State.DONE, Refilling::state).returns(WHOLE, Refilling::progress);
        var next = begun("parcel-1");
        assertThat(refills.latest()).extracting(Refilling::id).containsExactly(next.id(), begun.id());
    }

    @Test
    void one_that_failed_may_be_begun_again() {
        held.end.completeExceptionally(new StoreUnavailable("away", null));

        assertThat(ended(begun().id())).returns(State.FAILED, Refilling::state).returns(HALF, Refilling::progress);

        held.end = CompletableFuture.completedFuture(WHOLE);
        assertThat(ended(begun("parcel-1").id()).state()).isEqualTo(State.DONE);
        assertThat(held.asked).containsExactly(List.of(), List.of("parcel-1"));
    }

    @Test
    void a_kind_that_is_not_published_is_not_known() {
        assertThat(refills.begin("letter", List.of(), "incident 12", Parcels.ANA))
                .isEqualTo(new Answer.UnknownKind(Set.of("parcel")));
        assertThat(refills.latest()).isEmpty();
    }

    @Test
    void only_the_last_ones_are_remembered() {
        held.end = CompletableFuture.completedFuture(WHOLE);
        for (var i = 0; i < Limits.REFILLS_REMEMBERED_MAX + 5; i++) {
            ended(begun().id());
        }

        assertThat(refills.latest()).hasSize(Limits.REFILLS_REMEMBERED_MAX);
    }
}
