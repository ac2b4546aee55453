package org.repatria.local.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessFilesTest {

    @TempDir
    private Path directory;

    private Process child;
    private Path program;
    private ProcessFiles files;
    private Path file;

    @BeforeEach
    void startAChild() throws Exception {
        Home home = new Home(directory);
        home.makeDirectories();
        files = new ProcessFiles(home);
        file = home.processes().resolve("kafka.pid");
        child = new ProcessBuilder("sleep", "60").start();
        program = Path.of(child.info().command().orElseThrow());
    }

    @AfterEach
    void endTheChild() {
        child.destroyForcibly();
    }

    @Nested
    class StoppingLeftovers {

        @Test
        void a_process_that_was_left_behind_is_stopped_and_named() throws Exception {
            files.write("kafka", child.toHandle(), program);

            assertThat(files.stopLeftovers()).containsExactly("kafka (process " + child.pid() + ")");
            assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(file).doesNotExist();
        }

        @Test
        void a_stranger_with_the_same_number_is_left_alone_when_it_started_at_another_time() throws Exception {
            long earlier = Instant.now().minusSeconds(3600).toEpochMilli();
            Files.writeString(file, child.pid() + "\n" + earlier + "\n" + program + "\n");

            assertThat(files.stopLeftovers()).isEmpty();
            assertThat(child.isAlive()).isTrue();
            assertThat(file).doesNotExist();
        }

        @Test
        void a_stranger_with_the_same_number_is_left_alone_when_it_is_another_program() throws Exception {
            files.write("kafka", child.toHandle(), directory);

            assertThat(files.stopLeftovers()).isEmpty();
            assertThat(child.isAlive()).isTrue();
        }

        @Test
        void a_file_that_was_cut_short_stops_nobody() throws Exception {
            Files.writeString(file, child.pid() + "\n");

            assertThat(files.stopLeftovers()).isEmpty();
            assertThat(child.isAlive()).isTrue();
        }

        @Test
        void a_file_of_a_process_that_ended_is_removed() throws Exception {
            files.write("kafka", child.toHandle(), program);
            child.destroyForcibly().waitFor(10, TimeUnit.SECONDS);

            assertThat(files.stopLeftovers()).isEmpty();
            assertThat(file).doesNotExist();
        }
    }
}
