package org.repatria.local.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The JDK's ahead-of-time caches: a JVM that finds one skips most of loading and linking its classes.
 *
 * <p>A cache belongs to one build, one JDK and one set of flags, hence its name and place: beside the unpacked
 * application. It is made by a training run, a start of the application until it is ready. The services train on a
 * Kafka and a MongoDB that are in training themselves: nothing of the running system is touched, and a service is
 * trained to its last step, the listening.
 */
final class StartupCaches {

    private final StackSettings settings;
    private final Applications applications;
    private final Path java;
    private final ProcessFiles files;
    private final Queue<Trainee> training = new ConcurrentLinkedQueue<>();
    private volatile boolean stopped;

    /** One component in training. */
    private record Trainee(Component component, Process process) {}

    StartupCaches(StackSettings settings, Applications applications, Path java, ProcessFiles files) {
        this.settings = settings;
        this.applications = applications;
        this.java = java;
        this.files = files;
    }

    /** The flags by which a component uses its cache; none when there is no cache. */
    List<String> use(Component component) {
        return settings.caches() != StackSettings.Caches.NONE && Files.exists(file(component))
                ? List.of("-XX:AOTCache=" + file(component), "-XX:AOTMode=auto")
                : List.of();
    }

    /** Which components start without a cache. */
    List<Component> missing() {
        List<Component> missing = new ArrayList<>();
        for (Component component : settings.components()) {
            if (!Files.exists(file(component))) {
                missing.add(component);
            }
        }
        return missing;
    }

    /**
     * Makes the caches of these components and says how many it made. A training run that fails costs nothing but the
     * speed. One service trains at a time, so that a system that runs meanwhile keeps its memory.
     */
    int prepare(List<Component> components, boolean inBackground) throws IOException, InterruptedException {
        Home scratch = new Home(settings.home().directory().resolve("training"));
        Home.deleteTree(scratch.directory());
        scratch.makeDirectories();
        StackSettings apart = settings.apartIn(scratch);
        int made = 0;
        try {
            List<Trainee> servers = new ArrayList<>();
            for (Component server : serversFor(components)) {
                servers.add(begin(server, apart, inBackground, cacheFlags(server, components, scratch)));
            }
            for (Trainee server : servers) {
                if (!isReadyInTime(server, apart)) {
                    return made;
                }
            }
            for (Component component : components) {
                if (!stopped && !isServer(component)) {
                    Trainee trainee = begin(component, apart, inBackground, recording(component, scratch));
                    made += isReadyInTime(trainee, apart) && isKept(trainee, scratch) ? 1 : 0;
                    end(trainee);
                }
            }
            for (Trainee server : servers) {
                made += components.contains(server.component()) && isKept(server, scratch) ? 1 : 0;
            }
            return made;
        } finally {
            for (Trainee trainee : training) {
                end(trainee);
            }
            Home.deleteTree(scratch.directory());
        }
    }

    private static List<Component> serversFor(List<Component> components) {
        return Stream.of(Component.KAFKA, Component.MONGO)
                .filter(server -> components.stream()
                        .anyMatch(one -> one == server || one.needs().contains(server)))
                .toList();
    }

    private static boolean isServer(Component component) {
        return component == Component.KAFKA || component == Component.MONGO;
    }

    private List<String> cacheFlags(Component server, List<Component> missing, Home scratch) {
        return missing.contains(server) ? recording(server, scratch) : use(server);
    }

    private static List<String> recording(Component component, Home scratch) {
        return List.of("-XX:AOTCacheOutput=" + unfinished(component, scratch));
    }

    private static Path unfinished(Component component, Home scratch) {
        return scratch.directory().resolve(component.label() + ".aot");
    }

    private Trainee begin(Component component, StackSettings apart, boolean inBackground, List<String> cacheFlags)
            throws IOException {
        List<String> command = new ArrayList<>();
        if (inBackground) {
            command.addAll(List.of("sh", "-c", "trap '' INT HUP; exec nice -n 19 \"$@\"", "sh"));
        }
        command.addAll(Launching.command(java, component, applications, cacheFlags));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(settings.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(settings.home()
                        .logs()
                        .resolve("cache-" + component.label() + ".log")
                        .toFile());
        builder.environment().putAll(Launching.environment(component, apart));
        builder.environment().putAll(apart.environment());
        Trainee trainee = new Trainee(component, builder.start());
        training.add(trainee);
        files.write("cache-" + component.label(), trainee.process().toHandle(), java);
        // RACE: stop() may have gone through the list a moment before this one was in it.
        if (stopped) {
            trainee.process().destroyForcibly();
        }
        return trainee;
    }

    private static boolean isReadyInTime(Trainee trainee, StackSettings apart) throws InterruptedException {
        long until = System.nanoTime() + Limits.CACHE_MAX.toNanos();
        boolean ended = false;
        while (!ended && System.nanoTime() < until) {
            if (Readiness.isReady(trainee.component(), apart.ports())) {
                return true;
            }
            ended = trainee.process().waitFor(Limits.PROBE_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        }
        return false;
    }

    /** Stops a component, which then writes its cache, and puts the cache in its place. */
    private boolean isKept(Trainee trainee, Home scratch) throws IOException, InterruptedException {
        trainee.process().destroy();
        boolean ended = trainee.process().waitFor(Limits.CACHE_MAX.toSeconds(), TimeUnit.SECONDS);
        Path unfinished = unfinished(trainee.component(), scratch);
        if (!ended || stopped || !Files.exists(unfinished)) {
            return false;
        }
        Files.move(unfinished, file(trainee.component()), StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    /** Ends the training runs under way; what they have made so far is dropped. */
    void stop() {
        stopped = true;
        training.forEach(trainee -> endForcibly(trainee.process()));
    }

    private void end(Trainee trainee) throws IOException, InterruptedException {
        endForcibly(trainee.process());
        trainee.process().waitFor(Limits.KILL_MAX.toSeconds(), TimeUnit.SECONDS);
        training.remove(trainee);
        files.forget("cache-" + trainee.component().label());
    }

    /** The JVM writes the cache in a process of its own, which must not outlive it. */
    private static void endForcibly(Process process) {
        List<ProcessHandle> writers = process.descendants().toList();
        process.destroyForcibly();
        writers.forEach(ProcessHandle::destroyForcibly);
    }

    private Path file(Component component) {
        return applications
                .jar(component)
                .resolveSibling(component.label() + "-jdk" + Runtime.version().feature() + "."
                        + Runtime.version().interim() + "." + Runtime.version().update() + ".aot");
    }
}
