package org.repatria.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.repatria.messaging.AggregateStore.Marker;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class TidyingTest {

    private static final Marker MARKER = new Marker(3, "parcel-1", 1, 7);

    private final List<Map<String, Long>> asked = new ArrayList<>();
    private final List<Sinks.Empty<Void>> answers = new ArrayList<>();
    private final List<Map<String, Long>> cleared = new ArrayList<>();
    private final List<Map<String, Long>> lookedBefore = new ArrayList<>();
    private final AtomicBoolean lookFails = new AtomicBoolean();
    private final AtomicLong now = new AtomicLong();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Tidying tidying = new Tidying(
            new DelegatingStore(new InMemoryStore()) {
                @Override
                public Mono<Void> clear(Map<String, Long> relayedUpTo, Collection<Marker> markers) {
                    asked.add(Map.copyOf(relayedUpTo));
                    answers.add(Sinks.empty());
                    return answers.getLast().asMono();
                }
            },
            () -> {
                if (lookFails.get()) {
                    throw new StoreUnavailable("away", null);
                }
                lookedBefore.add(asked.isEmpty() ? Map.of() : asked.getLast());
            },
            cleared::add,
            () -> {},
            new RelayMeters(meters, Parcels.TYPE).tidy(),
            now::get);

    private void aWhileLater() {
        now.addAndGet(Limits.TIDIED_AFTER.toNanos());
    }

    @Test
    void what_is_relayed_within_a_while_goes_with_one_request() throws InterruptedException {
        assertThat(tidying.nanosUntilDue()).isEmpty();
        tidying.relayed("parcel-1", 1);
        now.addAndGet(Limits.TIDIED_AFTER.toNanos() - 1);
        tidying.relayed("parcel-2", 1);
        tidying.goOn();
        assertThat(asked).isEmpty();
        assertThat(tidying.isDue()).isFalse();
        assertThat(tidying.nanosUntilDue()).hasValue(1);

        now.incrementAndGet();
        assertThat(tidying.isDue()).isTrue();
        tidying.goOn();

        assertThat(asked).containsExactly(Map.of("parcel-1", 1L, "parcel-2", 1L));
        assertThat(tidying.nanosUntilDue()).isEmpty();
    }

    @Test
    void nothing_is_cleared_before_the_last_look_at_it() throws InterruptedException {
        tidying.relayed("parcel-1", 1);
        aWhileLater();
        lookFails.set(true);
        assertThatThrownBy(tidying::goOn).isInstanceOf(StoreUnavailable.class);
        assertThat(asked).isEmpty();

        lookFails.set(false);
        tidying.goOn();

        assertThat(lookedBefore).containsExactly(Map.of());
        assertThat(asked).containsExactly(Map.of("parcel-1", 1L));
    }

    @Test
    void what_is_relayed_while_a_request_is_under_way_goes_with_the_next_one() throws InterruptedException {
        tidying.relayed("parcel-1", 1);
        aWhileLater();
        tidying.goOn();
        tidying.relayed("parcel-1", 2);
        tidying.relayed("parcel-2", 1);
        aWhileLater();
        tidying.goOn();
        assertThat(asked).containsExactly(Map.of("parcel-1", 1L));
        assertThat(tidying.isDue()).isFalse();

        answers.getLast().tryEmitEmpty().orThrow();
        assertThat(tidying.isDue()).isTrue();
        tidying.goOn();

        assertThat(asked.getLast()).isEqualTo(Map.of("parcel-1", 2L, "parcel-2", 1L));
        assertThat(cleared).containsExactly(Map.of("parcel-1", 1L));
    }

    @Test
    void what_the_database_did_not_answer_is_asked_again() throws InterruptedException {
        tidying.relayed("parcel-1", 1);
        tidying.fulfilled(List.of(MARKER));
        aWhileLater();
        tidying.goOn();
        answers.getLast().tryEmitError(new StoreUnavailable("away", null)).orThrow();

        assertThat(tidying.isDue()).isTrue();
        assertThatThrownBy(tidying::goOn).isInstanceOf(StoreUnavailable.class);
        assertThat(tidying.markers()).containsExactly(MARKER);
        aWhileLater();
        tidying.goOn();

        assertThat(asked).containsExactly(Map.of("parcel-1", 1L), Map.of("parcel-1", 1L));
    }

    @Test
    void does_not_wait_for_ever_at_the_end() {
        tidying.relayed("parcel-1", 1);

        assertThatThrownBy(() -> tidying.finish(Duration.ZERO)).isInstanceOf(StoreUnavailable.class);
    }
}
