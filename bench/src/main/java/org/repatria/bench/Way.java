package org.repatria.bench;

import java.util.function.Supplier;
import java.util.stream.Stream;

/** One way to have the same done: alone and among many, and what its processes spent on it. */
record Way(Spent alone, Spent among) {

    static Way of(Action action, Supplier<Stream<ProcessHandle>> processes) {
        return new Way(Spent.by(action, processes), Spent.by(action, processes));
    }

    /** One stretch alone and one among many. */
    void round(Scale scale) throws InterruptedException {
        alone.saturating(1, scale.slice());
        Until.pause(Limits.SETTLE);
        among.saturating(scale.clients(), scale.slice());
        Until.pause(Limits.SETTLE);
    }

    /** The latency alone, in milliseconds, that this percentage stayed within. */
    double millis(double percentile) {
        return alone.measured().millis(percentile);
    }

    double perSecond() {
        return among.measured().perSecond();
    }

    void failures(String what, Figures figures) {
        figures.failures(what + ", one client", alone.measured());
        figures.failures(what + ", many clients", among.measured());
    }
}
