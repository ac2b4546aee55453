package org.repatria.local.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeLockTest {

    @TempDir
    private Path directory;

    @Nested
    class Taking {

        @Test
        void a_second_supervisor_is_refused_and_told_who_runs_and_where() throws Exception {
            Home home = new Home(directory);
            Ports ports = Ports.free();
            try (HomeLock first = HomeLock.take(home)) {
                assertThat(first).isNotNull();
                new Running(4711, ports).writeTo(home);

                assertThatThrownBy(() -> HomeLock.take(home))
                        .isInstanceOf(StackFailed.class)
                        .hasMessageContainingAll(
                                "already running", "process 4711", "http://" + ports.address(Component.GATEWAY));
            }
        }

        @Test
        void a_lock_file_that_nobody_holds_is_no_hindrance() throws Exception {
            Files.createFile(directory.resolve("lock"));

            try (HomeLock lock = HomeLock.take(new Home(directory))) {
                assertThat(lock).isNotNull();
            }
        }

        @Test
        void after_the_first_has_let_go_the_second_may() throws Exception {
            HomeLock.take(new Home(directory)).close();

            try (HomeLock lock = HomeLock.take(new Home(directory))) {
                assertThat(lock).isNotNull();
            }
        }
    }

    @Nested
    class TellingWhoRuns {

        @Test
        void what_is_written_is_read_again() throws Exception {
            Home home = new Home(directory);
            Running running = new Running(12, Ports.free());
            running.writeTo(home);

            assertThat(Running.in(home)).hasValue(running);
        }

        @Test
        void half_a_file_is_as_good_as_none() throws Exception {
            Files.writeString(directory.resolve("running.properties"), "pid=12\nkafka=90");

            assertThat(Running.in(new Home(directory))).isEmpty();
        }
    }
}
