package org.repatria.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.repatria.messaging.Parcels.ask;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.decider.Outcome;
import org.repatria.messaging.CommandEnvelope.Cause;
import org.repatria.messaging.Parcels.Command.Post;
import org.repatria.messaging.Parcels.Command.Stamp;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class GatheringTest {

    private static final String BOX = "parcel-box";

    private final Slow store = new Slow();
    private final StoredAggregates<Parcels.Command, Parcels.Parcel, Parcels.Event> parcels =
            new StoredAggregates<>(Parcels.TYPE, store, Handover.nowhere());
    private final List<Outcome<Parcels.Parcel>> outcomes = new ArrayList<>();

    private void send(CommandEnvelope<Parcels.Command> envelope) {
        parcels.execute(envelope).subscribe(outcomes::add);
    }

    @Nested
    class Waiting {
        @Test
        void commands_that_arrive_meanwhile_share_one_read_and_one_write() {
            for (var i = 0; i < Limits.BATCHES_UNDER_WAY_MAX + 20; i++) {
                send(ask("parcel-" + i, new Post("Oslo")));
            }
            assertThat(store.loads).isEqualTo(Limits.BATCHES_UNDER_WAY_MAX);

            store.letGo();

            assertThat(outcomes).hasSize(Limits.BATCHES_UNDER_WAY_MAX + 20).allMatch(o -> o instanceof Outcome.Done);
            assertThat(store.loads).isEqualTo(Limits.BATCHES_UNDER_WAY_MAX + 1);
        }

        @Test
        void commands_for_one_aggregate_wait_for_each_other_and_never_race() {
            send(ask(BOX, new Post("Oslo")));
            send(ask(BOX, new Stamp("a")));
            send(ask(BOX, new Stamp("b")));

            store.letGo();

            assertThat(outcomes)
                    .last()
                    .isEqualTo(new Outcome.Done<>(new Parcels.Parcel.Posted("Oslo", List.of("a", "b")), 3));
            assertThat(store.loads).isEqualTo(1);
        }

        @Test
        void the_same_event_delivered_twice_at_once_is_applied_once() {
            send(ask(BOX, new Post("Oslo")));
            send(ask(BOX, new Stamp("a"), new Cause("case-1", 1)));
            send(ask(BOX, new Stamp("b"), new Cause("case-1", 1)));

            store.letGo();

            assertThat(outcomes).last().isEqualTo(new Outcome.Repeated<>(2));
        }

        @Test
        void a_queue_that_is_full_refuses() {
            for (var i = 0; i < Limits.BATCHES_UNDER_WAY_MAX + Limits.WAITING_MAX; i++) {
                send(ask("parcel-" + i, new Post("Oslo")));
            }

            assertThatThrownBy(() -> parcels.execute(ask(BOX, new Post("Oslo"))).block())
                    .isInstanceOf(StoreUnavailable.class);
        }
    }

    @Nested
    class Failing {
        @Test
        void a_defect_of_one_is_not_the_others_failure() {
            for (var i = 0; i < Limits.BATCHES_UNDER_WAY_MAX; i++) {
                send(ask("parcel-" + i, new Post("Oslo")));
            }
            var errors = new ArrayList<Throwable>();
            send(ask(BOX, new Post("Oslo")));
            parcels.execute(ask("parcel-defect", new Post(Slow.DEFECT))).subscribe(outcomes::add, errors::add);
            send(ask("parcel-tin", new Post("Bern")));

            store.letGo();

            assertThat(outcomes).hasSize(Limits.BATCHES_UNDER_WAY_MAX + 2);
            assertThat(errors).hasSize(1);
        }
    }

    /** Answers reads only once it is let go; one write is a defect. */
    private static final class Slow extends DelegatingStore {
        static final String DEFECT = "Defect";
        private final Sinks.One<Boolean> go = Sinks.one();
        private int loads;

        Slow() {
            super(new InMemoryStore());
        }

        void letGo() {
            go.tryEmitValue(true).orThrow();
        }

        @Override
        public Mono<Map<String, StoredAggregate>> load(Collection<String> aggregateIds) {
            loads++;
            return go.asMono().then(super.load(aggregateIds));
        }

        @Override
        public Mono<Written> write(List<Write> writes) {
            return writes.stream().anyMatch(w -> DEFECT.equals(w.next().state().get("to")))
                    ? Mono.error(new IllegalStateException("a defect"))
                    : super.write(writes);
        }
    }
}
