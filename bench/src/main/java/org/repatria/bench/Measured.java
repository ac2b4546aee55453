package org.repatria.bench;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;

/** What one or more stretches of load showed: latencies, how many, how long, how many failed. */
final class Measured {

    private static final long LATENCY_MAX_MICROS = TimeUnit.MINUTES.toMicros(10);
    private static final int DIGITS = 3;

    private final ConcurrentHistogram micros = new ConcurrentHistogram(LATENCY_MAX_MICROS, DIGITS);
    private final LongAdder failed = new LongAdder();
    private final AtomicLong nanos = new AtomicLong();

    void latency(long latencyNanos) {
        var value = Math.max(0, TimeUnit.NANOSECONDS.toMicros(latencyNanos));
        micros.recordValue(Math.min(value, LATENCY_MAX_MICROS));
    }

    void failure() {
        failed.increment();
    }

    void took(long elapsedNanos) {
        nanos.addAndGet(elapsedNanos);
    }

    /** Takes in a further stretch of the same kind. */
    void add(Measured other) {
        micros.add(other.micros);
        failed.add(other.failed());
        nanos.addAndGet(other.nanos.get());
    }

    long succeeded() {
        return micros.getTotalCount();
    }

    long failed() {
        return failed.sum();
    }

    double perSecond() {
        return nanos.get() == 0 ? 0 : succeeded() * 1e9 / nanos.get();
    }

    /** The latency in milliseconds that this percentage stayed within. */
    double millis(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1e3;
    }
}
