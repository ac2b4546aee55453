package org.repatria.local.supervisor;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Whether a system is in use, told from the processor time that its processes take.
 *
 * <p>Belongs to one thread.
 */
final class Usage {

    private final Supplier<Duration> spent;
    private final LongSupplier nanoTime;
    private Duration spentBefore;
    private long lookedAt;
    private long usedAt;

    /**
     * Nothing is in use yet.
     *
     * @param spent the processor time of all its processes so far
     * @param nanoTime tells the time as {@link System#nanoTime()} does
     */
    Usage(Supplier<Duration> spent, LongSupplier nanoTime) {
        this.spent = spent;
        this.nanoTime = nanoTime;
        this.spentBefore = spent.get();
        this.lookedAt = nanoTime.getAsLong();
        this.usedAt = lookedAt - Limits.QUIET_FOR.toNanos();
    }

    /** Of nothing: never in use. */
    static Usage none() {
        return new Usage(() -> Duration.ZERO, System::nanoTime);
    }

    /** True while it takes more than an idle system does, and for a while afterwards. */
    boolean isInUse() {
        long now = nanoTime.getAsLong();
        Duration passed = Duration.ofNanos(now - lookedAt);
        if (passed.compareTo(Limits.USE_ASKED_EVERY) >= 0) {
            Duration spentNow = spent.get();
            if (spentNow.minus(spentBefore)
                            .compareTo(
                                    passed.multipliedBy(Limits.IDLE_PERCENT_MAX).dividedBy(100))
                    > 0) {
                usedAt = now;
            }
            spentBefore = spentNow;
            lookedAt = now;
        }
        return now - usedAt < Limits.QUIET_FOR.toNanos();
    }
}
