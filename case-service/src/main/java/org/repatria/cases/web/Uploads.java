package org.repatria.cases.web;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Where a list lies while it is read. There is one file for each upload, gone when the upload is over or, after a
 * crash, with the next start.
 */
final class Uploads {

    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);
    private static final String PREFIX = "repatria-list-";
    private static final String SUFFIX = ".upload";

    /**
     * LIMIT: a file this old belongs to nobody, whichever instance wrote it. The gateway cuts a request off after a
     * minute.
     */
    static final Duration AGE_MAX = Duration.ofHours(1);

    private final Path directory;

    Uploads(Path directory) {
        this.directory = directory;
    }

    static Uploads temporary() {
        return new Uploads(Path.of(System.getProperty("java.io.tmpdir")));
    }

    Mono<Path> file() {
        return Mono.fromCallable(() -> Files.createTempFile(directory, PREFIX, SUFFIX))
                .subscribeOn(Schedulers.boundedElastic());
    }

    Mono<Boolean> discarded(Path file) {
        return Mono.fromCallable(() -> Files.deleteIfExists(file)).subscribeOn(Schedulers.boundedElastic());
    }

    /** Removes what uploads of processes that died have left. */
    void sweep(Instant now) {
        try (var left = Files.newDirectoryStream(directory, PREFIX + "*" + SUFFIX)) {
            for (var file : left) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(AGE_MAX))) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // RACE: another instance on this machine sweeps too; what is left waits for the next start.
            LOG.warn("Not all uploads that were left behind could be removed: {}", e.toString());
        }
    }
}
