package org.repatria.messaging;

import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Looks for what the passing of time makes due. It looks now, again after each interval and at once when nudged.
 *
 * <p>Never twice at the same time: ticks and nudges during a look are one look after it. A look that fails is logged,
 * and the next one makes up for it; nothing ends the looking but {@link #close}, which also gives up a look that is
 * under way.
 */
public final class Ticker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);

    private final Sinks.Many<Boolean> nudges = Sinks.many().multicast().directBestEffort();
    private final Disposable ticking;

    private Ticker(String what, Duration every, Supplier<Mono<Void>> look, Scheduler timer) {
        ticking = Flux.merge(Flux.interval(Duration.ZERO, every, timer).map(_ -> true), nudges.asFlux())
                .onBackpressureLatest()
                .concatMap(_ -> Mono.defer(look).onErrorResume(error -> later(what, error)), 0)
                .subscribe();
    }

    /**
     * Begins with the first look.
     *
     * @param what is looked at, for the log: such as {@code restraints that have ended}
     * @param every between two looks, unless one takes longer
     * @param look at everything that is due by then; what it could not do must be due again for the next
     */
    public static Ticker start(String what, Duration every, Supplier<Mono<Void>> look) {
        return start(what, every, look, Schedulers.parallel());
    }

    static Ticker start(String what, Duration every, Supplier<Mono<Void>> look, Scheduler timer) {
        return new Ticker(what, every, look, timer);
    }

    /** The clock was moved: what is due now may be another thing than a moment ago. A nudge too many is dropped. */
    public void nudge() {
        nudges.tryEmitNext(true);
    }

    private static Mono<Void> later(String what, Throwable error) {
        LOG.warn("{} could not be looked at and will be again: {}", what, error.toString());
        return Mono.empty();
    }

    @Override
    public void close() {
        ticking.dispose();
    }
}
