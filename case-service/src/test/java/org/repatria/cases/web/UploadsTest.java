package org.repatria.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadsTest {

    private static final Instant NOON = Instant.parse("2014-11-03T12:00:00Z");

    @TempDir
    private Path directory;

    @Test
    void what_a_crash_has_left_is_removed_and_nothing_else() throws IOException {
        var uploads = new Uploads(directory);
        var left = touched(uploads.file().block(), NOON.minus(Uploads.AGE_MAX).minusSeconds(1));
        var underWay =
                touched(uploads.file().block(), NOON.minus(Uploads.AGE_MAX).plusSeconds(1));
        var foreign = touched(Files.createFile(directory.resolve("somebody.upload")), Instant.EPOCH);

        uploads.sweep(NOON);

        assertThat(left).doesNotExist();
        assertThat(underWay).exists();
        assertThat(foreign).exists();
    }

    @Test
    void a_directory_that_cannot_be_read_stops_no_start() {
        new Uploads(directory.resolve("nowhere")).sweep(NOON);

        assertThat(directory).isEmptyDirectory();
    }

    private static Path touched(Path file, Instant at) throws IOException {
        return Files.setLastModifiedTime(file, FileTime.from(at));
    }
}
