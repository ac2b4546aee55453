package org.repatria.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Puts an action under load, at a fixed rate or as fast as some clients can. */
final class Load {

    private Load() {}

    /**
     * Open loop: each action begins when it is due, whether or not earlier ones have ended. Its latency counts from
     * that moment. A system that stalls pays for everything that was due meanwhile.
     */
    static Measured atRate(int perSecond, Duration length, Action action) throws InterruptedException {
        var measured = new Measured();
        var total = perSecond * length.toMillis() / 1_000;
        var start = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0L; i < total; i++) {
                var intended = start + i * TimeUnit.SECONDS.toNanos(1) / perSecond;
                awaitMoment(intended);
                threads.execute(() -> once(action, intended, measured));
            }
        }
        measured.took(System.nanoTime() - start);
        return measured;
    }

    /**
     * Closed loop: each client begins its next action when the last one has ended. For what a system manages at most.
     */
    static Measured saturating(int clients, Duration length, Action action) throws InterruptedException {
        var measured = new Measured();
        var start = System.nanoTime();
        var until = start + length.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var client = 0; client < clients; client++) {
                threads.execute(() -> {
                    while (System.nanoTime() < until && !Thread.currentThread().isInterrupted()) {
                        once(action, System.nanoTime(), measured);
                    }
                });
            }
        }
        measured.took(System.nanoTime() - start);
        return measured;
    }

    /** One client, a number of times. */
    static Measured times(int count, Action action) throws InterruptedException {
        var measured = new Measured();
        var start = System.nanoTime();
        for (var i = 0; i < count; i++) {
            once(action, System.nanoTime(), measured);
        }
        measured.took(System.nanoTime() - start);
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return measured;
    }

    /** So many, by some clients at once; none may fail. */
    static void all(int count, int clients, Action action) throws IOException, InterruptedException {
        var left = new AtomicInteger(count);
        var failures = new ConcurrentLinkedQueue<Exception>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var client = 0; client < clients; client++) {
                threads.execute(() -> {
                    while (failures.isEmpty() && left.getAndDecrement() > 0) {
                        try {
                            action.perform(System.nanoTime());
                        } catch (IOException | InterruptedException e) {
                            failures.add(e);
                        }
                    }
                });
            }
        }
        if (!failures.isEmpty()) {
            throw new IOException("one of %,d failed: %s".formatted(count, failures.peek()), failures.peek());
        }
    }

    private static void once(Action action, long intended, Measured measured) {
        try {
            measured.latency(action.perform(intended));
        } catch (IOException e) {
            measured.failure();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            measured.failure();
        }
    }

    private static void awaitMoment(long moment) throws InterruptedException {
        for (var left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }
}
