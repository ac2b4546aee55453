package org.repatria.messaging;

import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Keeps what an instance knows at what one document says. It reads the document at start-up, whenever it is told to,
 * and every two seconds for what other instances have written. The document is the truth, so a restart loses nothing.
 */
public final class DocumentFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentFeed.class);

    /** LIMIT: how long another instance may go on with what was before; the law gives more time than that. */
    private static final Duration EVERY = Duration.ofSeconds(2);

    /** LIMIT: start-up waits this long for the store; without one there are no commands to decide either. */
    private static final Duration START_MAX = Duration.ofSeconds(10);

    private final Mono<Void> reading;
    private final Ticker ticker;

    private DocumentFeed(Mono<Void> reading, Ticker ticker) {
        this.reading = reading;
        this.ticker = ticker;
    }

    /**
     * Begins with what the document says now.
     *
     * @param learn takes the state of the document, which it may have had before
     */
    public static <S> DocumentFeed start(Aggregates<?, S> documents, String id, Consumer<S> learn) {
        var reading = Mono.defer(() -> documents.read(id))
                .doOnNext(current -> learn.accept(current.state()))
                .then();
        reading.timeout(START_MAX).onErrorResume(error -> unread(id, error)).block();
        return new DocumentFeed(reading, Ticker.start("the document " + id, EVERY, () -> reading));
    }

    private static Mono<Void> unread(String id, Throwable error) {
        LOG.warn("the document {} cannot be read at the start and will be: {}", id, error.toString());
        return Mono.empty();
    }

    /** Learns what the document says by now. */
    public Mono<Void> read() {
        return reading;
    }

    @Override
    public void close() {
        ticker.close();
    }
}
