package org.repatria.readmodel;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.repatria.readmodel.Page.Hit;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * A view on disk, fed from Kafka by a thread of its own. It opens and serves what it has while Kafka is away, resumes
 * exactly where its last Lucene commit stands, and rebuilds itself where the directory is empty, damaged, or made from
 * another definition or topic.
 */
public final class KafkaView implements View, AutoCloseable {

    private final ViewIndex index;
    private final SearchableView view;
    private final Feed feed;

    private KafkaView(ViewIndex index, SearchableView view, Feed feed) {
        this.index = index;
        this.view = view;
        this.feed = feed;
    }

    /**
     * Opens the view and starts its feed.
     *
     * @param directory of all views of this instance, absolute; the view lives in a subdirectory of its name
     * @param consumer Kafka settings, at least {@code bootstrap.servers}; what the feed depends on is overridden
     * @throws IllegalArgumentException where the directory is not absolute
     * @throws IllegalStateException where another process has the view open
     */
    public static KafkaView open(
            ViewDefinition definition, Path directory, Map<String, Object> consumer, MeterRegistry meters) {
        return open(definition, directory, consumer, meters, Clock.systemUTC());
    }

    /** With a clock of its own: the moments of the feed are the machine's, never those of the domain. */
    static KafkaView open(
            ViewDefinition definition,
            Path directory,
            Map<String, Object> consumer,
            MeterRegistry meters,
            Clock clock) {
        // A setting that was forgotten ("", "null") is relative too, and an index would lie wherever the program runs.
        if (!directory.isAbsolute()) {
            throw new IllegalArgumentException("The directory of views must be absolute, but is '" + directory + "'");
        }
        try {
            ViewIndex index = ViewIndex.onDisk(definition, directory.resolve(definition.name()));
            Followers followers =
                    Followers.behind(index, Schedulers.newSingle("view-changes-" + definition.name(), true));
            SearchableView view = new SearchableView(definition, index, meters, new Finder(definition), followers);
            Feed feed = new Feed(definition, index, view, followers, Map.copyOf(consumer), clock, meters);
            feed.start();
            return new KafkaView(index, view, feed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Mono<Found> find(ViewQuery query) {
        return view.find(query);
    }

    @Override
    public Mono<Optional<Hit>> one(String id, Visibility visibility) {
        return view.one(id, visibility);
    }

    @Override
    public Mono<ReadAfter> awaitVersion(String id, long version, Visibility visibility, Duration bound) {
        return view.awaitVersion(id, version, visibility, bound);
    }

    @Override
    public Flux<Change> changes(Visibility visibility) {
        return view.changes(visibility);
    }

    @Override
    public Mono<Void> caughtUp() {
        return feed.caughtUp();
    }

    @Override
    public ViewStatus status() {
        return feed.status();
    }

    @Override
    public Flux<Hit> all() {
        return view.all();
    }

    /** Commits and stops. */
    @Override
    public void close() {
        feed.close();
        view.close();
        try {
            index.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
