package org.repatria.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LoadTest {

    private static final Duration STALL = Duration.ofMillis(300);

    @Nested
    class LoadingAtARate {

        @Test
        void does_as_many_as_were_due() throws InterruptedException {
            var measured = Load.atRate(100, Duration.ofMillis(200), Action.timed(() -> {}));

            assertThat(measured.succeeded()).isEqualTo(20);
        }

        @Test
        void lets_everything_that_was_due_during_a_stall_pay_for_it() throws InterruptedException {
            var one = new ReentrantLock();
            var turn = new AtomicInteger();
            var measured = Load.atRate(100, STALL, Action.timed(() -> {
                one.lock();
                try {
                    if (turn.getAndIncrement() == 0) {
                        Until.pause(STALL);
                    }
                } finally {
                    one.unlock();
                }
            }));

            // Those due in the first half of the stall waited for at least the other half.
            assertThat(measured.millis(60)).isGreaterThan(STALL.toMillis() / 4.0);
        }
    }

    @Nested
    class DoingAll {

        @Test
        void does_each_once() throws IOException, InterruptedException {
            var done = new AtomicInteger();

            Load.all(100, 7, Action.timed(done::incrementAndGet));

            assertThat(done).hasValue(100);
        }

        @Test
        void ends_with_the_first_that_fails() {
            var done = new AtomicInteger();

            assertThatThrownBy(() -> Load.all(100, 1, Action.timed(() -> {
                        if (done.incrementAndGet() == 3) {
                            throw new IOException("refused");
                        }
                    })))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("refused");
            assertThat(done).hasValue(3);
        }
    }

    @Nested
    class Failing {

        @Test
        void is_counted_and_not_timed() throws InterruptedException {
            var turn = new AtomicInteger();
            var measured = Load.times(10, Action.timed(() -> {
                if (turn.getAndIncrement() % 2 == 0) {
                    throw new IOException("refused");
                }
            }));

            assertThat(measured.succeeded()).isEqualTo(5);
            assertThat(measured.failed()).isEqualTo(5);
        }
    }
}
