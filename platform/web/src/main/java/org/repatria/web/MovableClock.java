package org.repatria.web;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A clock that stands where it was put, for demonstrations and tests; the system's time until somebody moves it. */
public final class MovableClock extends Clock {

    private final InstantSource system;
    private final AtomicReference<@Nullable Instant> stoodAt = new AtomicReference<>();
    private final List<ClockListener> listeners = new CopyOnWriteArrayList<>();

    public MovableClock() {
        this(InstantSource.system());
    }

    MovableClock(InstantSource system) {
        this.system = system;
    }

    public void onMoved(ClockListener listener) {
        listeners.add(listener);
    }

    /** Puts the clock to a moment, where it stays; nothing brings the system's time back. */
    public void moveTo(@Nullable Instant at) {
        stoodAt.set(at);
        listeners.forEach(ClockListener::clockMoved);
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
