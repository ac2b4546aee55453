package org.repatria.local.supervisor;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * The directory that holds everything a stack leaves on disk.
 *
 * @param directory {@code .local}, unless {@code REPATRIA_HOME} says otherwise
 */
public record Home(Path directory) {

    public Home {
        directory = directory.toAbsolutePath().normalize();
    }

    /** What the components keep; emptied by {@code --fresh}. */
    public Path data() {
        return directory.resolve("data");
    }

    /** Where each component writes its log. */
    public Path logs() {
        return directory.resolve("logs");
    }

    /** The log of one component. */
    public Path log(Component component) {
        return logs().resolve(component.label() + ".log");
    }

    /** Unpacked executable jars with their start-up caches; safe to delete. */
    Path applications() {
        return directory.resolve("apps");
    }

    /** Who runs, for the next supervisor to find. */
    Path processes() {
        return directory.resolve("run");
    }

    void makeDirectories() throws IOException {
        Files.createDirectories(data());
        Files.createDirectories(logs());
        Files.createDirectories(applications());
        Files.createDirectories(processes());
    }

    void emptyData() throws IOException {
        deleteTree(data());
        Files.createDirectories(data());
    }

    /** Keeps the log of the last run beside the new one, so that logs never grow over many runs. */
    void setLogAside(Component component) throws IOException {
        if (Files.exists(log(component))) {
            Files.move(
                    log(component),
                    logs().resolve(component.label() + ".previous.log"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    static void deleteTree(Path top) throws IOException {
        if (!Files.exists(top)) {
            return;
        }
        Files.walkFileTree(top, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(
                    Path directory, @org.jspecify.annotations.Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
