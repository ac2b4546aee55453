package org.repatria.local.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's ahead-of-time caches: a JVM that finds one skips most of loading and linking its classes.
 *
 * <p>A cache belongs to one build, one JDK and one set of flags, hence its name and place: beside the unpacked application. It is made
 * by a training run, a start of the application that ends when its context stands (Kafka and MongoDB: on data and a port of their own).
 */
final class StartupCaches {

    private final StackSettings settings;
    private final Applications applications;
    private final Path java;
    private final ProcessFiles files;
    private volatile @Nullable Process training;
    private volatile boolean stopped;

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

    /** Makes one component's cache; false when the training run failed, which costs nothing but the speed. */
    boolean prepare(Component component, boolean inBackground) throws IOException, InterruptedException {
        Path scratch = settings.home().directory().resolve("training").resolve(component.label());
        Home.deleteTree(scratch);
        Files.createDirectories(scratch);
        Path unfinished = scratch.resolve("cache");
        List<String> command = new ArrayList<>();
        if (inBackground) {
            command.addAll(List.of("sh", "-c", "trap '' INT HUP; exec nice -n 19 \"$@\"", "sh"));
        }
        command.addAll(Launching.command(
                java,
                component,
                applications,
                List.of("-XX:AOTCacheOutput=" + unfinished, "-Dspring.context.exit=onRefresh")));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(settings.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(settings.home()
                        .logs()
                        .resolve("cache-" + component.label() + ".log")
                        .toFile());
        builder.environment().putAll(Launching.environment(component, settings));
        builder.environment().putAll(settings.environment());
        builder.environment().putAll(apart(scratch));
        Process process = builder.start();
        training = process;
        files.write("cache-" + component.label(), process.toHandle(), java);
        try {
            if (stopped) {
                process.destroyForcibly();
            }
            if (component.health() != Component.Health.HTTP) {
                awaitReadyLineThenStop(process, component);
            }
            boolean ended = process.waitFor(Limits.CACHE_MAX.toSeconds(), TimeUnit.SECONDS);
            if (!ended || stopped || !Files.exists(unfinished)) {
                return false;
            }
            Files.move(unfinished, file(component), StandardCopyOption.ATOMIC_MOVE);
            return true;
        } finally {
            training = null;
            end(process);
            files.forget("cache-" + component.label());
            Home.deleteTree(scratch);
        }
    }

    /** Ends a training run under way; what it has made so far is dropped. */
    void stop() {
        stopped = true;
        Process process = training;
        if (process != null) {
            end(process);
        }
    }

    /** The JVM writes the cache in a process of its own, which must not outlive it. */
    private static void end(Process process) {
        List<ProcessHandle> writers = process.descendants().toList();
        process.destroyForcibly();
        writers.forEach(ProcessHandle::destroyForcibly);
    }

    // A training run must touch neither the data nor the port of the running system.
    private static Map<String, String> apart(Path scratch) {
        return Map.of(
                "REPATRIA_HOME", scratch.toString(),
                "REPATRIA_KAFKA_PORT", "0",
                "REPATRIA_MONGO_PORT", "0",
                "REPATRIA_KAFKA_DATA", scratch.resolve("kafka").toString(),
                "REPATRIA_MONGO_DATA", scratch.resolve("mongo").toString(),
                "REPATRIA_VIEW_DIR", scratch.resolve("views").toString(),
                "SERVER_PORT", "0");
    }

    private void awaitReadyLineThenStop(Process process, Component component) throws IOException, InterruptedException {
        Path log = settings.home().logs().resolve("cache-" + component.label() + ".log");
        long until = System.nanoTime() + Limits.CACHE_MAX.toNanos();
        while (process.isAlive()
                && System.nanoTime() < until
                && !Files.readString(log).contains("ready " + component.label())) {
            TimeUnit.MILLISECONDS.sleep(Limits.PROBE_EVERY.toMillis());
        }
        process.destroy();
    }

    private Path file(Component component) {
        return applications
                .jar(component)
                .resolveSibling(component.label() + "-jdk" + Runtime.version().feature() + "."
                        + Runtime.version().interim() + "." + Runtime.version().update() + ".aot");
    }
}
