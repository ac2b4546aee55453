package org.repatria.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the compilers of Java processes have spent, as Linux counts it for each thread. */
final class Compilers {

    /** Of the status of a thread: its name, which is cut off, and its ticks in user mode and in the kernel. */
    private static final Pattern THREAD =
            Pattern.compile("\\d+ \\(C[12] CompilerThre\\w*\\) \\S+(?: -?\\d+){10} (\\d+) (\\d+) .*", Pattern.DOTALL);

    /** What one tick is to a program, whatever the kernel counts with (source: proc_pid_stat(5), USER_HZ). */
    private static final Duration TICK = Duration.ofMillis(10);

    private Compilers() {}

    /** Since their start; nothing where the system does not tell, or of one that has ended meanwhile. */
    static Duration processorTime(Stream<ProcessHandle> processes) {
        return TICK.multipliedBy(processes
                .flatMap(process -> threads(process.pid()).stream())
                .mapToLong(Compilers::ticks)
                .sum());
    }

    private static List<Path> threads(long pid) {
        try (var all = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            return all.map(thread -> thread.resolve("stat")).toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    private static long ticks(Path thread) {
        try {
            return ticks(Files.readString(thread));
        } catch (IOException _) {
            return 0;
        }
    }

    /** None of a thread that is no compiler's. */
    static long ticks(String stat) {
        var thread = THREAD.matcher(stat);
        return thread.matches() ? Long.parseLong(thread.group(1)) + Long.parseLong(thread.group(2)) : 0;
    }
}
