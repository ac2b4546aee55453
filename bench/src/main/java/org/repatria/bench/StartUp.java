package org.repatria.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.repatria.local.supervisor.Component;
import org.repatria.local.supervisor.Stack;
import org.repatria.local.supervisor.StackFailed;
import org.repatria.local.supervisor.StackSettings.Caches;

/** How long until all is healthy, and how much memory each process then holds. There is no floor but the aim. */
final class StartUp {

    private StartUp() {}

    static void measure(Site site, Scale scale, Figures figures) throws StackFailed, IOException, InterruptedException {
        // The first start unpacks the jars and makes the caches, which later ones find done.
        site.system().close();
        var without = 0.0;
        var with = 0.0;
        for (var round = 0; round < scale.rounds(); round++) {
            without += seconds(site, Caches.NONE);
            with += seconds(site, Caches.USE);
        }
        figures.add(Figure.alone("all healthy, without caches, mean", without / scale.rounds(), "s", "<= 30"));
        figures.add(Figure.alone("all healthy, prepared caches, mean", with / scale.rounds(), "s", "<= 12"));
        try (var stack = site.system()) {
            Until.pause(Limits.SETTLE);
            memory(stack, "after start", figures);
        }
    }

    private static double seconds(Site site, Caches caches) throws StackFailed, InterruptedException {
        var since = System.nanoTime();
        try (var _ = site.system(caches)) {
            return (System.nanoTime() - since) / 1e9;
        }
    }

    /** The memory of each process and of all together. */
    static void memory(Stack stack, String when, Figures figures) throws IOException {
        var all = 0.0;
        for (var component : Component.values()) {
            var mebibytes = resident(stack.pid(component));
            if (mebibytes < 0) {
                figures.remark("memory " + when + ": this system does not tell the memory of " + component.label());
                return;
            }
            all += mebibytes;
            figures.add(Figure.alone("memory " + when + ", " + component.label(), mebibytes, "MiB", ""));
        }
        figures.add(Figure.alone("memory " + when + ", all", all, "MiB", "<= 3072"));
    }

    /** Resident set in MiB, or -1 where there is no /proc. */
    private static double resident(long process) throws IOException {
        var status = Path.of("/proc", Long.toString(process), "status");
        if (!Files.exists(status)) {
            return -1;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(-1);
    }
}
