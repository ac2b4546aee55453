package org.repatria.local.supervisor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a stack is started with.
 *
 * @param root the project's directory, where the modules' executable jars are found
 * @param home where data, logs and caches live
 * @param ports where the components listen
 * @param fresh whether the data of an earlier run is removed first
 * @param caches what is done about start-up caches
 * @param components which processes are part of it, in the order of their starts
 * @param environment variables that every component gets in addition, for tests
 */
public record StackSettings(
        Path root,
        Home home,
        Ports ports,
        boolean fresh,
        Caches caches,
        List<Component> components,
        Map<String, String> environment) {

    /** What is done about start-up caches. */
    public enum Caches {
        /** Use those that are there. */
        USE,
        /** Start without any. */
        NONE
    }

    public StackSettings {
        components = List.copyOf(components);
        environment = Map.copyOf(environment);
    }

    /** A system of its own on free ports, for tests and measurements. Its applications are unpacked under its home. */
    public static StackSettings apart(Path home) {
        return new StackSettings(
                projectRoot(), new Home(home), Ports.free(), true, Caches.USE, List.of(Component.values()), Map.of());
    }

    /** The same components on free ports and in another home, empty and without caches. */
    StackSettings apartIn(Home other) {
        return new StackSettings(root, other, Ports.free(), true, Caches.NONE, components, environment);
    }

    /** The same with one more variable for every component. */
    public StackSettings with(String variable, String value) {
        Map<String, String> more = new LinkedHashMap<>(environment);
        more.put(variable, value);
        return new StackSettings(root, home, ports, fresh, caches, components, more);
    }

    /** The same, keeping or emptying the data. */
    public StackSettings fresh(boolean empty) {
        return new StackSettings(root, home, ports, empty, caches, components, environment);
    }

    /** The same with another way of treating start-up caches. */
    public StackSettings caches(Caches other) {
        return new StackSettings(root, home, ports, fresh, other, components, environment);
    }

    /** Only these processes, for tests that need no more. */
    public StackSettings only(Component... some) {
        return new StackSettings(root, home, ports, fresh, caches, List.of(some), environment);
    }

    /** The project's directory: named by the script, else the nearest one above with the script in it. */
    public static Path projectRoot() {
        String named = System.getProperty("repatria.root");
        if (named != null) {
            return Path.of(named);
        }
        Path directory = Path.of("").toAbsolutePath();
        for (Path one = directory; one != null; one = one.getParent()) {
            if (Files.isRegularFile(one.resolve("repatria")) && Files.isRegularFile(one.resolve("pom.xml"))) {
                return one;
            }
        }
        throw new IllegalStateException("No directory above " + directory + " has the script 'repatria' in it");
    }
}
