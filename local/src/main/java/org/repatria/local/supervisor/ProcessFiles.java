package org.repatria.local.supervisor;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Files that name the processes which a supervisor started. By them, what it left behind when it was killed can be
 * found and stopped.
 *
 * <p>INVARIANT: only a process is stopped whose number, start time and program are those written down. Numbers are
 * given out again by the operating system; the three together are not.
 */
final class ProcessFiles {

    /** The system's clock of process starts and ours may be read in different units. */
    private static final Duration START_TOLERANCE = Duration.ofSeconds(2);

    private static final String SUFFIX = ".pid";

    private final Path directory;

    ProcessFiles(Home home) {
        this.directory = home.processes();
    }

    /** The first line is the number alone: the orphan watch, a shell, reads it. */
    void write(String name, ProcessHandle process, Path program) throws IOException {
        long started = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        Files.writeString(
                directory.resolve(name + SUFFIX), process.pid() + "\n" + started + "\n" + program.toRealPath() + "\n");
    }

    void forget(String name) throws IOException {
        Files.deleteIfExists(directory.resolve(name + SUFFIX));
    }

    /** Stops what an earlier supervisor left running, and says what it was. */
    List<String> stopLeftovers() throws IOException, InterruptedException {
        List<String> stopped = new ArrayList<>();
        if (!Files.isDirectory(directory)) {
            return stopped;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
            for (Path file : files) {
                Optional<ProcessHandle> leftover = stillTheSame(file);
                if (leftover.isPresent()) {
                    stop(leftover.get());
                    String name = file.getFileName().toString();
                    stopped.add(name.substring(0, name.length() - SUFFIX.length()) + " (process "
                            + leftover.get().pid() + ")");
                }
                Files.delete(file);
            }
        }
        return stopped;
    }

    static Optional<ProcessHandle> stillTheSame(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        if (lines.size() < 3
                || !lines.get(0).matches("[0-9]{1,10}")
                || !lines.get(1).matches("[0-9]{1,15}")) {
            return Optional.empty();
        }
        Instant started = Instant.ofEpochMilli(Long.parseLong(lines.get(1)));
        return ProcessHandle.of(Long.parseLong(lines.get(0)))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .startInstant()
                        .map(at -> Duration.between(at, started).abs().compareTo(START_TOLERANCE) <= 0)
                        .orElse(false))
                .filter(process -> process.info().command().orElse("").equals(lines.get(2)));
    }

    private static void stop(ProcessHandle process) throws InterruptedException {
        process.destroy();
        if (!hasEnded(process, Limits.STOP_MAX)) {
            process.destroyForcibly();
            hasEnded(process, Limits.KILL_MAX);
        }
    }

    static boolean hasEnded(ProcessHandle process, Duration bound) throws InterruptedException {
        CompletableFuture<ProcessHandle> end = process.onExit();
        try {
            end.get(bound.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillRuns) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("Waiting for process " + process.pid(), e);
        }
    }
}
