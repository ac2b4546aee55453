package org.repatria.local.supervisor;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32C;

/**
 * The executable jars, unpacked. A JVM reads plain jars side by side twice as fast as jars inside a jar, and only for
 * plain ones can it use a start-up cache.
 *
 * <p>Each is unpacked once, into a directory named after the jar's checksum; the directories of earlier builds are
 * removed.
 */
final class Applications {

    private final Map<String, Path> jars;

    private Applications(Map<String, Path> jars) {
        this.jars = jars;
    }

    /** Unpacks what is not yet unpacked. */
    static Applications unpacked(StackSettings settings, Path java)
            throws IOException, InterruptedException, StackFailed {
        Home home = settings.home();
        Map<String, Path> jars = new TreeMap<>();
        Map<String, Process> unpacking = new TreeMap<>();
        Map<String, Path> directories = new TreeMap<>();
        for (String module : modules(settings)) {
            Path jar = executableJar(settings.root(), module);
            Path directory = home.applications().resolve(module + "-" + checksum(jar));
            directories.put(module, directory);
            Path unpacked = directory.resolve(jar.getFileName());
            jars.put(module, unpacked);
            if (!Files.exists(unpacked)) {
                Home.deleteTree(unfinished(directory));
                unpacking.put(
                        module,
                        new ProcessBuilder(
                                        java.toString(),
                                        Launching.QUICK_COMPILER_ALONE,
                                        "-XX:+UseSerialGC",
                                        "-Djarmode=tools",
                                        "-jar",
                                        jar.toString(),
                                        "extract",
                                        "--destination",
                                        unfinished(directory).toString())
                                .redirectErrorStream(true)
                                .redirectOutput(home.logs()
                                        .resolve("unpack-" + module + ".log")
                                        .toFile())
                                .start());
            }
        }
        for (Map.Entry<String, Path> one : directories.entrySet()) {
            Process unpack = unpacking.get(one.getKey());
            if (unpack != null) {
                finish(unpack, one.getKey(), one.getValue(), home);
            }
        }
        for (Map.Entry<String, Path> one : directories.entrySet()) {
            removeEarlierBuilds(one.getKey(), one.getValue(), home);
        }
        return new Applications(jars);
    }

    private static void finish(Process unpack, String module, Path directory, Home home)
            throws IOException, InterruptedException, StackFailed {
        if (!unpack.waitFor(Limits.START_MAX.toSeconds(), TimeUnit.SECONDS) || unpack.exitValue() != 0) {
            unpack.destroyForcibly();
            throw new StackFailed("The jar of " + module + " cannot be unpacked; see "
                    + home.logs().resolve("unpack-" + module + ".log"));
        }
        Files.move(unfinished(directory), directory, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The unpacked application's own jar; its manifest names the others. */
    Path jar(Component component) {
        Path jar = jars.get(component.module());
        if (jar == null) {
            throw new IllegalStateException(component + " has no jar");
        }
        return jar;
    }

    private static List<String> modules(StackSettings settings) {
        return settings.components().stream().map(Component::module).distinct().toList();
    }

    private static Path unfinished(Path directory) {
        return directory.resolveSibling(directory.getFileName() + ".unfinished");
    }

    private static Path executableJar(Path root, String module) throws IOException, StackFailed {
        Path target = root.resolve(module).resolve("target");
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(target)) {
            try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, "*-exec.jar")) {
                jars.forEach(found::add);
            }
        }
        if (found.size() != 1) {
            throw new StackFailed("Expected one executable jar in " + target + " but found " + found.size()
                    + ". Build with `./repatria up`, or with `mvn package`.");
        }
        return found.getFirst();
    }

    // Tells builds apart, nothing more; CRC32C runs at memory speed from the first call, unlike SHA-256.
    private static String checksum(Path jar) throws IOException {
        try (FileChannel channel = FileChannel.open(jar)) {
            MappedByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            CRC32C checksum = new CRC32C();
            checksum.update(bytes);
            return "%08x-%x".formatted(checksum.getValue(), channel.size());
        }
    }

    // Only of modules that are started now: a start of some components leaves the others and their caches as they are.
    private static void removeEarlierBuilds(String module, Path kept, Home home) throws IOException {
        try (DirectoryStream<Path> builds = Files.newDirectoryStream(home.applications(), module + "-*")) {
            for (Path build : builds) {
                if (!build.equals(kept)) {
                    Home.deleteTree(build);
                }
            }
        }
    }
}
