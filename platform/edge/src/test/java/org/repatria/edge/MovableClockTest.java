package org.repatria.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovableClockTest {

    private static final Instant TODAY = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant THEN = Instant.parse("2014-08-29T09:00:00Z");

    @TempDir
    Path directory;

    private MovableClock clock() {
        return new MovableClock(InstantSource.fixed(TODAY), Optional.of(directory.resolve("clocks/case-service")));
    }

    @Test
    void it_tells_the_systems_time_until_somebody_moves_it() {
        assertThat(clock().instant()).isEqualTo(TODAY);
    }

    @Test
    void it_stands_where_it_was_put_also_after_a_restart() {
        clock().moveTo(THEN);
        assertThat(clock().instant()).isEqualTo(THEN);
    }

    @Test
    void it_goes_back_to_the_systems_time_and_stays_there() {
        clock().moveTo(THEN);
        clock().moveTo(null);
        assertThat(clock().instant()).isEqualTo(TODAY);
    }

    @Test
    void timers_hear_of_each_move() {
        var heard = new AtomicInteger();
        var clock = clock();
        clock.onMoved(heard::incrementAndGet);
        clock.moveTo(THEN);
        assertThat(heard).hasValue(1);
    }
}
