package org.repatria.readmodel;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.repatria.readmodel.Page.Hit;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A view on disk, fed from Kafka by a thread of its own. It opens and serves what it has while Kafka is away, resumes exactly where its last Lucene
 * commit stands, and rebuilds itself where the directory is empty, damaged, or made from another definition or topic.
 */
public final class KafkaView implements View, AutoCloseable {

    private KafkaView() {}

    /**
     * Opens the view and starts its feed.
     *
     * @param directory of all views of this instance; the view lives in a subdirectory of its name
     * @param consumer Kafka settings, at least {@code bootstrap.servers}; what the feed depends on is overridden
     * @throws IllegalStateException where another process has the view open
     */
    public static KafkaView open(
            ViewDefinition definition, Path directory, Map<String, Object> consumer, MeterRegistry meters) {
        return java.util.Optional.<KafkaView>empty().orElseThrow(UnsupportedOperationException::new);
    }

    @Override
    public Mono<Found> find(ViewQuery query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Mono<Optional<Hit>> one(String id, Visibility visibility) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Mono<ReadAfter> awaitVersion(String id, long version, Duration bound) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Mono<Void> caughtUp() {
        throw new UnsupportedOperationException();
    }

    @Override
    public ViewStatus status() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Flux<Hit> all() {
        throw new UnsupportedOperationException();
    }

    /** Commits and stops. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
