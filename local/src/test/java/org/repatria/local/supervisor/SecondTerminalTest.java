package org.repatria.local.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecondTerminalTest {

    private static final long HERE = ProcessHandle.current().pid();

    @TempDir
    private Path directory;

    private final Set<Component> ready = EnumSet.noneOf(Component.class);
    private final List<String> told = new ArrayList<>();
    private Home home;
    private SecondTerminal second;
    private Ports ports;

    @BeforeEach
    void besideAHome() {
        home = new Home(directory);
        ports = Ports.free();
        second = new SecondTerminal(
                home, told::add, (component, asked) -> asked.equals(ports) && ready.contains(component));
    }

    private static long gone() throws Exception {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        return process.pid();
    }

    @Nested
    class Waiting_for_an_up {

        private void starting(String text) throws Exception {
            Files.writeString(directory.resolve("starting"), text);
        }

        @Test
        void one_that_builds_is_waited_for() throws Exception {
            starting(HERE + "\n");

            assertThat(second.upIsComing()).isTrue();
        }

        @Test
        void one_that_has_its_home_is_not() throws Exception {
            starting(HERE + "\n");
            SecondTerminal.started(home);

            assertThat(second.upIsComing()).isFalse();
        }

        @Test
        void one_that_ended_is_not() throws Exception {
            starting(gone() + "\n");

            assertThat(second.upIsComing()).isFalse();
        }

        @Test
        void half_a_file_is_as_good_as_none() throws Exception {
            starting("");

            assertThat(second.upIsComing()).isFalse();
        }
    }

    @Nested
    class Waiting_for_a_system {

        @Test
        void one_that_is_ready_is_used_at_once() throws Exception {
            new Running(HERE, ports).writeTo(home);
            ready.addAll(EnumSet.allOf(Component.class));

            assertThat(second.awaitSystem()).hasValue(ports);
            assertThat(told).isEmpty();
        }

        @Test
        void one_that_starts_is_told_and_waited_for() throws Exception {
            new Running(HERE, ports).writeTo(home);
            ready.add(Component.GATEWAY);
            SecondTerminal waiting = new SecondTerminal(
                    home,
                    line -> {
                        told.add(line);
                        ready.addAll(EnumSet.allOf(Component.class));
                    },
                    (component, asked) -> ready.contains(component));

            assertThat(waiting.awaitSystem()).hasValue(ports);
            assertThat(told).singleElement().asString().contains("Process " + HERE + " starts the system");
        }

        @Test
        void without_a_supervisor_there_is_nothing_to_wait_for() throws Exception {
            assertThat(second.awaitSystem()).isEmpty();
        }

        @Test
        void what_a_killed_supervisor_said_counts_for_nothing() throws Exception {
            new Running(gone(), ports).writeTo(home);
            ready.addAll(EnumSet.allOf(Component.class));

            assertThat(second.awaitSystem()).isEmpty();
        }
    }

    @Nested
    class Meeting_a_system_of_others {

        @Test
        void one_whose_gateway_answers_is_used() {
            ready.add(Component.GATEWAY);

            assertThat(second.systemOfOthers(ports)).hasValue(ports);
        }

        @Test
        void where_nobody_answers_there_is_none() {
            assertThat(second.systemOfOthers(ports)).isEmpty();
        }

        @Test
        void a_system_of_this_home_is_none_of_others() throws Exception {
            ready.add(Component.GATEWAY);
            new Running(HERE, ports).writeTo(home);

            assertThat(second.systemOfOthers(ports)).isEmpty();
        }
    }
}
