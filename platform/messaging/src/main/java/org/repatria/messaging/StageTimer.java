package org.repatria.messaging;

import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Measures one stage of a relay: how long it took, and for how long it is under way already.
 *
 * <p>A stage that fails and is tried again has not ended: its time counts from the first attempt, pauses included. It
 * belongs to whoever works on the stage; another thread may take it over with that work.
 */
final class StageTimer {

    private final Timer ended;
    private final LongTaskTimer active;

    private LongTaskTimer.@Nullable Sample underWay;

    StageTimer(Timer ended, LongTaskTimer active) {
        this.ended = ended;
        this.active = active;
    }

    /** The stage begins, or is tried again. */
    void enter() {
        if (underWay == null) {
            underWay = active.start();
        }
    }

    /** Its work is done. */
    void leave() {
        var sample = underWay;
        if (sample != null) {
            underWay = null;
            ended.record(sample.stop(), TimeUnit.NANOSECONDS);
        }
    }

    /** Its work is given up, and not tried again as it was; nothing is recorded. */
    void giveUp() {
        var sample = underWay;
        if (sample != null) {
            underWay = null;
            sample.stop();
        }
    }
}
