package org.repatria.local.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class UsageTest {

    private Duration spent = Duration.ofSeconds(100);
    private long now = 7_000_000_000L;
    private final Usage usage = new Usage(() -> spent, () -> now);

    @Test
    void what_an_idle_system_takes_is_no_use() {
        for (int look = 0; look < 20; look++) {
            pass(Limits.USE_ASKED_EVERY, Limits.IDLE_PERCENT_MAX);
            assertThat(usage.isInUse()).isFalse();
        }
    }

    @Test
    void a_busy_moment_is_use_until_it_was_quiet_for_a_while() {
        pass(Limits.USE_ASKED_EVERY, Limits.IDLE_PERCENT_MAX + 1);
        assertThat(usage.isInUse()).isTrue();

        pass(Limits.QUIET_FOR.minusMillis(1), 0);
        assertThat(usage.isInUse()).isTrue();
        pass(Duration.ofMillis(1), 0);
        assertThat(usage.isInUse()).isFalse();
    }

    @Test
    void too_short_a_time_tells_nothing_and_its_share_is_counted_with_the_next() {
        pass(Limits.USE_ASKED_EVERY.minusMillis(1), 100);
        assertThat(usage.isInUse()).isFalse();
        pass(Duration.ofMillis(1), 0);
        assertThat(usage.isInUse()).isTrue();
    }

    @Test
    void a_process_that_was_started_again_counts_from_nothing() {
        spent = Duration.ZERO;
        pass(Limits.USE_ASKED_EVERY, 0);
        assertThat(usage.isInUse()).isFalse();
        pass(Limits.USE_ASKED_EVERY, 100);
        assertThat(usage.isInUse()).isTrue();
    }

    private void pass(Duration time, int percentOfOneCore) {
        now += time.toNanos();
        spent = spent.plus(time.multipliedBy(percentOfOneCore).dividedBy(100));
    }
}
