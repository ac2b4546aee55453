package org.repatria.local.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The JDK's ahead-of-time caches. A JVM that finds one skips most of loading and knows what will be busy.
 *
 * <p>A cache belongs to one build, one JDK and one set of flags, hence its name and place: beside the unpacked
 * application. It is made by a {@link Training}. What was busy there is compiled well soon after a start; without that
 * knowledge the better compiler would cost a start more than it brings.
 */
final class StartupCaches {

    private final StackSettings settings;
    private final Applications applications;

    StartupCaches(StackSettings settings, Applications applications) {
        this.settings = settings;
        this.applications = applications;
    }

    /** The flags by which a component uses its cache, or by which it starts soonest without one. */
    List<String> use(Component component) {
        List<String> flags = new ArrayList<>();
        boolean cached = settings.caches() != StackSettings.Caches.NONE && Files.exists(file(component));
        if (cached) {
            flags.add("-XX:AOTCache=" + file(component));
            flags.add("-XX:AOTMode=auto");
        }
        if (!cached || !component.isBusy()) {
            flags.add(Launching.QUICK_COMPILER_ALONE);
        }
        return flags;
    }

    /** Which components start without a cache. */
    List<Component> missing() {
        return settings.components().stream()
                .filter(component -> !Files.exists(file(component)))
                .toList();
    }

    /** Takes what a training run wrote as the cache of a component. */
    void keep(Component component, Path written) throws IOException {
        Files.move(written, file(component), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Deletes the cache of a component, if there is one; the next training run makes another. */
    boolean isDropped(Component component) throws IOException {
        return Files.deleteIfExists(file(component));
    }

    private Path file(Component component) {
        return applications
                .jar(component)
                .resolveSibling(component.label() + "-jdk" + Runtime.version().feature() + "."
                        + Runtime.version().interim() + "." + Runtime.version().update() + ".aot");
    }
}
