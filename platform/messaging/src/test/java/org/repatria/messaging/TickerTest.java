package org.repatria.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.scheduler.VirtualTimeScheduler;

final class TickerTest {

    private static final Duration EVERY = Duration.ofSeconds(1);

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final List<Sinks.Empty<Void>> looks = new ArrayList<>();

    @AfterEach
    void time_ends() {
        time.dispose();
    }

    private Ticker ticker(Supplier<Mono<Void>> look) {
        var ticker = Ticker.start("parcels", EVERY, look, time);
        pass(Duration.ZERO);
        return ticker;
    }

    private void pass(Duration duration) {
        time.advanceTimeBy(duration);
    }

    /** A look that is at its end once the test says so. */
    private Mono<Void> begun() {
        looks.add(Sinks.empty());
        return looks.getLast().asMono();
    }

    private Mono<Void> done() {
        looks.add(Sinks.empty());
        return Mono.empty();
    }

    private void endLook() {
        looks.getLast().tryEmitEmpty().orThrow();
    }

    @Nested
    class Looking {

        @Test
        void it_looks_at_once_and_after_each_interval() {
            try (var _ = ticker(TickerTest.this::done)) {
                assertThat(looks).hasSize(1);
                pass(EVERY.minusMillis(1));
                assertThat(looks).hasSize(1);
                pass(Duration.ofMillis(1));
                assertThat(looks).hasSize(2);
                pass(EVERY.multipliedBy(3));
                assertThat(looks).hasSize(5);
            }
        }

        @Test
        void a_nudge_makes_it_look_at_once() {
            try (var ticker = ticker(TickerTest.this::done)) {
                ticker.nudge();
                assertThat(looks).hasSize(2);
            }
        }
    }

    @Nested
    class TakingLong {

        @Test
        void no_look_begins_while_another_is_under_way() {
            try (var ticker = ticker(TickerTest.this::begun)) {
                pass(EVERY.multipliedBy(10));
                ticker.nudge();
                assertThat(looks).hasSize(1);
            }
        }

        @Test
        void all_that_was_due_during_a_look_is_one_look_after_it() {
            try (var ticker = ticker(TickerTest.this::begun)) {
                ticker.nudge();
                pass(EVERY.multipliedBy(10));
                ticker.nudge();
                endLook();
                assertThat(looks).hasSize(2);
                endLook();
                assertThat(looks).hasSize(2);
                pass(EVERY);
                assertThat(looks).hasSize(3);
            }
        }
    }

    @Nested
    class Failing {

        @Test
        void the_look_after_one_that_failed_makes_up_for_it() {
            try (var _ = ticker(() -> done().then(Mono.error(new IllegalStateException("the store is away"))))) {
                pass(EVERY.multipliedBy(2));
                assertThat(looks).hasSize(3);
            }
        }

        @Test
        void a_look_that_cannot_even_begin_ends_nothing() {
            try (var _ = ticker(() -> {
                looks.add(Sinks.empty());
                throw new IllegalStateException("no view yet");
            })) {
                pass(EVERY);
                assertThat(looks).hasSize(2);
            }
        }
    }

    @Nested
    class Closing {

        @Test
        void nothing_is_looked_at_any_more() {
            var ticker = ticker(TickerTest.this::done);
            ticker.close();
            ticker.nudge();
            pass(EVERY.multipliedBy(2));
            assertThat(looks).hasSize(1);
        }

        @Test
        void a_look_under_way_is_given_up() {
            var givenUp = new AtomicBoolean();
            ticker(() -> begun().doOnCancel(() -> givenUp.set(true))).close();
            assertThat(givenUp).isTrue();
        }
    }
}
