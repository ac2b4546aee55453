package org.repatria.cases.law;

import java.time.Duration;
import org.repatria.cases.domain.amendments.AmendmentRegister;
import org.repatria.messaging.Aggregates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps this instance's {@link References} at what the register of amendments says. It reads the register's one
 * document at start-up, after each command of this instance, and every two seconds for those of other instances. The
 * register is the truth, so a restart loses nothing.
 */
public final class AmendmentsFeed implements AutoCloseable {

    /** The one register; its journal is the history of all amendments. */
    public static final String REGISTER = "amendments";

    private static final Logger LOG = LoggerFactory.getLogger(AmendmentsFeed.class);

    /** LIMIT: how long another instance may go on with the rules before; the law gives more time than that. */
    private static final Duration EVERY = Duration.ofSeconds(2);

    /** LIMIT: start-up waits this long for the store; without one there are no commands to decide either. */
    private static final Duration START_MAX = Duration.ofSeconds(10);

    private final Aggregates<?, AmendmentRegister> amendments;
    private final References references;
    private final Disposable reading;

    private AmendmentsFeed(Aggregates<?, AmendmentRegister> amendments, References references) {
        this.amendments = amendments;
        this.references = references;
        read().timeout(START_MAX).onErrorResume(AmendmentsFeed::later).block();
        this.reading = Flux.interval(EVERY)
                .onBackpressureDrop()
                .concatMap(_ -> read().onErrorResume(AmendmentsFeed::later), 0)
                .subscribe();
    }

    public static AmendmentsFeed start(Aggregates<?, AmendmentRegister> amendments, References references) {
        return new AmendmentsFeed(amendments, references);
    }

    /** Learns what the register holds by now. */
    public Mono<Void> read() {
        return amendments
                .read(REGISTER)
                .doOnNext(current -> references.learn(current.state().approved()))
                .then();
    }

    private static Mono<Void> later(Throwable error) {
        LOG.warn("the register of amendments cannot be read, again in {}: {}", EVERY, error.toString());
        return Mono.empty();
    }

    @Override
    public void close() {
        reading.dispose();
    }
}
