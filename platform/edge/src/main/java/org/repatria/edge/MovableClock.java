package org.repatria.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A clock that stands where it was put, for demonstrations and tests. It has the system's time until somebody moves it.
 * With a file it stands there again after a restart: a service that came back in another year would find every deadline
 * missed.
 */
public final class MovableClock extends Clock {

    private final InstantSource system;
    private final Optional<Path> memory;
    private final AtomicReference<@Nullable Instant> stoodAt = new AtomicReference<>();
    private final List<ClockListener> listeners = new CopyOnWriteArrayList<>();

    public MovableClock() {
        this(InstantSource.system(), Optional.empty());
    }

    /**
     * A clock that remembers.
     *
     * @param memory where it keeps the moment it was put to; written at each move, in a directory that exists or can be
     *     made
     */
    public MovableClock(Path memory) {
        this(InstantSource.system(), Optional.of(memory));
    }

    MovableClock(InstantSource system, Optional<Path> memory) {
        this.system = system;
        this.memory = memory;
        memory.filter(Files::exists).ifPresent(file -> stoodAt.set(remembered(file)));
    }

    public void onMoved(ClockListener listener) {
        listeners.add(listener);
    }

    /**
     * Puts the clock to a moment, where it stays; nothing brings the system's time back. Writes a file: not for an
     * event loop.
     */
    public void moveTo(@Nullable Instant at) {
        memory.ifPresent(file -> remember(file, at));
        stoodAt.set(at);
        listeners.forEach(ClockListener::clockMoved);
    }

    private static Instant remembered(Path file) {
        try {
            return Instant.parse(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remember(Path file, @Nullable Instant at) {
        try {
            if (at == null) {
                Files.deleteIfExists(file);
                return;
            }
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, at.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Instant instant() {
        var at = stoodAt.get();
        return at == null ? system.instant() : at;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("This house keeps time in UTC.");
    }
}
