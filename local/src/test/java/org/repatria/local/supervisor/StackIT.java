package org.repatria.local.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The supervisor with real processes; the store is the one that starts quickest. */
class StackIT {

    private static final Path HOMES = Path.of("target", "stacks");
    private static final Duration BOUND = Duration.ofMinutes(2);

    private final Queue<String> told = new ConcurrentLinkedQueue<>();

    private StackSettings settings(String name, Component... components) {
        return StackSettings.apart(HOMES.resolve(name)).only(components);
    }

    @Nested
    class Starting {

        @Test
        void each_component_is_told_with_its_time_and_address_once_it_is_ready() throws Exception {
            try (Stack stack = Stack.started(settings("starting", Component.KAFKA, Component.MONGO), told::add)) {
                assertThat(told)
                        .anyMatch(line -> line.matches("  kafka +ready after +[0-9.]+ s +" + stack.kafka()))
                        .anyMatch(line -> line.contains("mongo"))
                        .anyMatch(line -> line.startsWith("All ready after"));
            }
        }

        @Test
        void a_second_one_on_the_same_home_is_refused_and_the_first_goes_on() throws Exception {
            StackSettings settings = settings("second", Component.MONGO);
            try (Stack first = Stack.started(settings, told::add)) {
                assertThatThrownBy(() -> Stack.started(settings, told::add))
                        .isInstanceOf(StackFailed.class)
                        .hasMessageContaining("already running");
                assertThat(ProcessHandle.of(first.pid(Component.MONGO))).isPresent();
            }
        }

        @Test
        void a_port_in_use_is_named_before_anything_starts() throws Exception {
            StackSettings free = settings("taken", Component.MONGO);
            try (ServerSocket other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
                Map<Component, Integer> ports = new EnumMap<>(free.ports().byComponent());
                ports.put(Component.GATEWAY, other.getLocalPort());
                StackSettings taken = new StackSettings(
                        free.root(), free.home(), new Ports(ports), true, free.caches(), free.components(), Map.of());

                assertThatThrownBy(() -> Stack.started(taken, told::add))
                        .isInstanceOf(StackFailed.class)
                        .hasMessageContaining("REPATRIA_GATEWAY_PORT");
            }
            assertThat(told).isEmpty();
        }

        @Test
        void a_component_that_cannot_start_is_told_with_its_reason_and_its_log() {
            StackSettings broken = settings("broken", Component.MONGO).with("REPATRIA_MONGO_DATA", "/dev/null/nowhere");

            assertThatThrownBy(() -> Stack.started(broken, told::add))
                    .isInstanceOf(StackFailed.class)
                    .hasMessageContainingAll("mongo does not run", "exit code", "/dev/null/nowhere", "mongo.log");
        }

        @Test
        void what_an_earlier_run_left_behind_is_stopped_first() throws Exception {
            StackSettings settings = settings("leftovers", Component.MONGO);
            settings.home().makeDirectories();
            Process leftover = new ProcessBuilder("sleep", "60").start();
            new ProcessFiles(settings.home())
                    .write(
                            "kafka",
                            leftover.toHandle(),
                            Path.of(leftover.info().command().orElseThrow()));

            try (Stack stack = Stack.started(settings, told::add)) {
                assertThat(leftover.isAlive()).isFalse();
                assertThat(told).anyMatch(line -> line.contains("left behind: kafka"));
                assertThat(stack.isStopped()).isFalse();
            }
        }
    }

    @Nested
    class Caching {

        @Test
        void a_cache_is_made_once_beside_the_running_system_and_left_out_where_it_cannot_be_used() throws Exception {
            StackSettings settings = settings("caching", Component.MONGO);
            Home.deleteTree(settings.home().directory());
            try (Stack stack = Stack.started(settings, told::add)) {
                assertThat(stack.hasPreparedCaches()).isTrue();
                assertThat(stack.hasPreparedCaches()).isFalse();
            }
            assertThat(told)
                    .filteredOn(line -> line.startsWith("Start-up caches"))
                    .containsExactly("Start-up caches: 1 prepared.");
            try (Stack again = Stack.started(settings, told::add)) {
                var arguments = ProcessHandle.of(again.pid(Component.MONGO))
                        .flatMap(process -> process.info().arguments())
                        .orElseThrow();
                assertThat(arguments)
                        .anyMatch(argument -> argument.startsWith("-XX:AOTCache="))
                        .noneMatch(argument -> argument.startsWith("-XX:TieredStopAtLevel="));
            }
            // So much of the first heap is for the young that the objects of the cache do not fit into the rest.
            try (Stack narrow = Stack.started(settings.with("JDK_JAVA_OPTIONS", "-Xmn63m"), told::add)) {
                assertThat(narrow.isStopped()).isFalse();
                assertThat(told).contains("mongo: its start-up cache cannot be used; starting it without");
            }
        }

        @Test
        @EnabledOnOs(OS.LINUX) // Where /proc tells that a process stands still.
        void a_training_run_stands_still_while_the_system_is_in_use_and_ends_afterwards() throws Exception {
            StackSettings settings = settings("resting", Component.MONGO);
            Home.deleteTree(settings.home().directory());
            settings.home().makeDirectories();
            Applications applications = Applications.unpacked(settings, Launching.java());
            StartupCaches caches = new StartupCaches(settings, applications);
            ProcessFiles files = new ProcessFiles(settings.home());
            AtomicBoolean busy = new AtomicBoolean();
            Usage usage =
                    new Usage(() -> busy.get() ? Duration.ofNanos(System.nanoTime()) : Duration.ZERO, System::nanoTime);
            Training training = new Training(settings, applications, caches, files, usage);
            Path trainee = settings.home().processes().resolve("cache-mongo.pid");

            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<Integer> made = threads.submit(training::run);
                awaitTrue(made, () -> Files.exists(trainee));
                busy.set(true);
                awaitTrue(made, () -> stateOf(trainee) == 'T');
                assertThat(made).isNotDone();
                busy.set(false);

                assertThat(made.get(BOUND.toSeconds(), TimeUnit.SECONDS)).isEqualTo(1);
            }
            assertThat(caches.missing()).isEmpty();
        }

        private static char stateOf(Path processFile) throws IOException {
            String pid = Files.readAllLines(processFile).getFirst();
            String status = Files.readString(Path.of("/proc", pid, "stat"));
            return status.charAt(status.lastIndexOf(')') + 2);
        }

        private static void awaitTrue(Future<?> meanwhile, Callable<Boolean> condition) throws Exception {
            long until = System.nanoTime() + BOUND.toNanos();
            while (!condition.call()) {
                assertThat(System.nanoTime()).isLessThan(until);
                assertThatThrownBy(() -> meanwhile.get(Limits.PROBE_EVERY.toMillis(), TimeUnit.MILLISECONDS))
                        .isInstanceOf(TimeoutException.class);
            }
        }
    }

    @Nested
    class Unpacking {

        @Test
        void earlier_builds_go_and_components_that_do_not_start_keep_theirs() throws Exception {
            StackSettings settings = settings("unpacking", Component.MONGO);
            Path apps = settings.home().directory().resolve("apps");
            Path earlier = Files.createDirectories(apps.resolve("local-0-0"));
            Path resting = Files.createDirectories(apps.resolve("case-service-0-0"));

            try (Stack stack = Stack.started(settings, told::add)) {
                assertThat(stack.isStopped()).isFalse();
            }

            assertThat(earlier).doesNotExist();
            assertThat(resting).exists();
        }
    }

    @Nested
    class Dying {

        @Test
        void a_killed_component_is_started_again() throws Exception {
            try (Stack stack = Stack.started(settings("dying", Component.MONGO), told::add)) {
                long first = stack.pid(Component.MONGO);

                stack.kill(Component.MONGO);

                assertThat(stack.awaitReady(Component.MONGO, BOUND)).isTrue();
                assertThat(stack.pid(Component.MONGO)).isNotEqualTo(first);
                assertThat(told).anyMatch(line -> line.contains("exit code 137 (killed); starting it again"));
            }
        }

        @Test
        void one_that_is_held_down_stays_away_until_it_may_run() throws Exception {
            try (Stack stack = Stack.started(settings("held", Component.MONGO), told::add)) {
                long first = stack.pid(Component.MONGO);

                stack.holdDown(Component.MONGO);
                var held = ProcessHandle.of(first);
                assertThat(held.isEmpty() || ProcessFiles.hasEnded(held.get(), BOUND))
                        .isTrue();
                assertThat(stack.awaitReady(Component.MONGO, Duration.ofSeconds(1)))
                        .isFalse();
                stack.letRun(Component.MONGO);

                assertThat(stack.awaitReady(Component.MONGO, BOUND)).isTrue();
            }
        }
    }

    @Nested
    class Stopping {

        @Test
        void nothing_runs_afterwards_and_no_process_file_is_left() throws Exception {
            StackSettings settings = settings("stopping", Component.KAFKA, Component.MONGO);
            Stack stack = Stack.started(settings, told::add);
            List<Long> processes = List.of(stack.pid(Component.KAFKA), stack.pid(Component.MONGO));

            stack.close();

            assertThat(processes)
                    .allSatisfy(pid -> assertThat(ProcessHandle.of(pid)).isEmpty());
            try (Stream<Path> left = Files.list(settings.home().processes())) {
                assertThat(left).isEmpty();
            }
        }
    }
}
