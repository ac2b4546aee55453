package org.repatria.local.supervisor;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** One supervisor per home: the operating system lets go of this lock however its holder ends. */
final class HomeLock implements AutoCloseable {

    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    static HomeLock take(Home home) throws IOException, StackFailed {
        Files.createDirectories(home.directory());
        Path file = home.directory().resolve("lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (isTaken(channel)) {
            channel.close();
            throw new AlreadyRuns(refusal(home));
        }
        return new HomeLock(channel);
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return true;
        }
    }

    private static String refusal(Home home) {
        @Nullable Running other = Running.in(home).orElse(null);
        String who = other == null
                ? ""
                : " (process " + other.pid() + ", http://" + other.ports().address(Component.GATEWAY) + ")";
        return "Repatria is already running on " + home.directory() + who
                + ". Stop it with Ctrl-C in its terminal, or choose another REPATRIA_HOME and other ports "
                + "for a second one.";
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
