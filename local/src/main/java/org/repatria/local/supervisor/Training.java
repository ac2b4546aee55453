package org.repatria.local.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A training run for start-up caches: the same system once more, apart and empty, and in use.
 *
 * <p>A {@code Rehearsal} plays the main job and repeats the calls of every day. Each process records what it loads and
 * what is busy, and writes its cache when it ends. Nothing of the running system is touched. A run that fails costs
 * nothing but the speed of the next start.
 */
final class Training {

    private static final String REHEARSAL = "rehearsal";

    /** The gateway's limit of one subject's requests: a rehearsal makes those of many. */
    private static final String RATE_VARIABLE = "REPATRIA_RATES_SUBJECT_PER_SECOND";

    private final StackSettings settings;
    private final StackSettings apart;
    private final Applications applications;
    private final StartupCaches caches;
    private final ProcessFiles files;
    private final Usage usage;
    private final Path java = Launching.java();
    private final Map<Component, Process> components = new EnumMap<>(Component.class);
    private final Queue<Process> all = new ConcurrentLinkedQueue<>();
    private final CountDownLatch stopping = new CountDownLatch(1);

    /**
     * A training run for a stack with these settings.
     *
     * @param usage of the system that it runs behind: while that is in use, this one stands still
     */
    Training(StackSettings settings, Applications applications, StartupCaches caches, ProcessFiles files, Usage usage) {
        this.settings = settings;
        this.apart = settings.apartIn(new Home(settings.home().directory().resolve("training")))
                .with(RATE_VARIABLE, "100000");
        this.applications = applications;
        this.caches = caches;
        this.files = files;
        this.usage = usage;
    }

    /** Makes the caches that are missing and says how many it made. */
    int run() throws IOException, InterruptedException {
        Home scratch = apart.home();
        Home.deleteTree(scratch.directory());
        scratch.makeDirectories();
        List<Component> missing = caches.missing();
        try {
            return isStarted(missing) && isRehearsed() ? kept(missing) : 0;
        } finally {
            for (Process process : all) {
                endForcibly(process);
                process.waitFor(Limits.KILL_MAX.toMillis(), TimeUnit.MILLISECONDS);
            }
            for (Component component : components.keySet()) {
                files.forget(name(component.label()));
            }
            files.forget(name(REHEARSAL));
            Home.deleteTree(scratch.directory());
        }
    }

    private boolean isStarted(List<Component> missing) throws IOException, InterruptedException {
        for (Component component : settings.components()) {
            for (Component needed : component.needs()) {
                if (components.containsKey(needed) && !isReadyInTime(needed)) {
                    return false;
                }
            }
            List<String> flags = missing.contains(component)
                    ? List.of("-XX:AOTCacheOutput=" + written(component))
                    : caches.use(component);
            components.put(
                    component,
                    begin(
                            component.label(),
                            Launching.command(java, component, applications, flags),
                            Launching.environment(component, apart)));
        }
        for (Component component : settings.components()) {
            if (!isReadyInTime(component)) {
                return false;
            }
        }
        return true;
    }

    /** Only a whole system can be used as it is every day; a part of one is trained by its start alone. */
    private boolean isRehearsed() throws IOException, InterruptedException {
        if (!settings.components().containsAll(List.of(Component.values()))) {
            return true;
        }
        Process rehearsal = begin(
                REHEARSAL,
                Launching.rehearsal(java, applications, settings.root()),
                Launching.environment(Component.GATEWAY, apart));
        return isEndedInTime(rehearsal, Limits.TRAINING_STEP_MAX) && rehearsal.exitValue() == 0;
    }

    private Process begin(String label, List<String> program, Map<String, String> environment) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "trap '' INT HUP; exec nice -n 19 \"$@\"", "sh"));
        command.addAll(program);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(settings.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        settings.home().logs().resolve(name(label) + ".log").toFile());
        builder.environment().putAll(environment);
        builder.environment().putAll(apart.environment());
        Process process = builder.start();
        all.add(process);
        files.write(name(label), process.toHandle(), java);
        // RACE: stop() may have gone through all a moment before this one was among them.
        if (isStopped()) {
            endForcibly(process);
        }
        return process;
    }

    private boolean isReadyInTime(Component component) throws IOException, InterruptedException {
        Process process = components.get(component);
        Duration left = Limits.TRAINING_STEP_MAX;
        while (process != null && left.isPositive()) {
            if (Readiness.isReady(component, apart.ports())) {
                return true;
            }
            if (isEndedInTime(process, Limits.PROBE_EVERY)) {
                return false;
            }
            left = left.minus(Limits.PROBE_EVERY);
        }
        return false;
    }

    /** Waits for the end of a process. The time in which all stands still does not count. */
    private boolean isEndedInTime(Process process, Duration bound) throws IOException, InterruptedException {
        boolean ended = false;
        Duration left = bound;
        while (!ended && left.isPositive()) {
            standStillWhileInUse();
            ended = process.waitFor(Limits.PROBE_EVERY.toMillis(), TimeUnit.MILLISECONDS);
            left = left.minus(Limits.PROBE_EVERY);
        }
        return ended;
    }

    private void standStillWhileInUse() throws IOException, InterruptedException {
        if (usage.isInUse() && !isStopped()) {
            signal("-STOP");
            boolean ends = false;
            while (usage.isInUse() && !ends) {
                ends = stopping.await(Limits.USE_ASKED_EVERY.toMillis(), TimeUnit.MILLISECONDS);
            }
            signal("-CONT");
        }
    }

    private void signal(String signal) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", signal));
        all.stream().filter(Process::isAlive).forEach(process -> command.add("" + process.pid()));
        if (command.size() > 2) {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        }
    }

    /** Ends the components one after the other: each then writes its cache in a second process. */
    private int kept(List<Component> missing) throws IOException, InterruptedException {
        int kept = 0;
        List<Component> order =
                Component.stopOrder().stream().flatMap(List::stream).toList();
        for (Component component : order) {
            Process process = components.get(component);
            if (process != null) {
                process.destroy();
                boolean ended = isEndedInTime(process, Limits.TRAINING_STEP_MAX);
                if (ended && !isStopped() && missing.contains(component) && Files.exists(written(component))) {
                    caches.keep(component, written(component));
                    kept++;
                }
            }
        }
        return kept;
    }

    /** Ends the run; what it has made so far and was not yet kept is dropped. */
    void stop() {
        stopping.countDown();
        all.forEach(Training::endForcibly);
    }

    private boolean isStopped() {
        return stopping.getCount() == 0;
    }

    /** A JVM writes its cache in a process of its own, which must not outlive it. */
    private static void endForcibly(Process process) {
        List<ProcessHandle> writers = process.descendants().toList();
        process.destroyForcibly();
        writers.forEach(ProcessHandle::destroyForcibly);
    }

    private Path written(Component component) {
        return apart.home().directory().resolve(component.label() + ".aot");
    }

    private static String name(String label) {
        return "cache-" + label;
    }
}
