package org.repatria.readmodel;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;
import org.repatria.readmodel.Page.Hit;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The reading side that both kinds of view share. It runs queries on threads of their own, and waits for a version. */
final class SearchableView implements AutoCloseable {

    /** Rows read at a time when all are gone through. */
    private static final int RECOUNT_ROWS = 1_000;

    /** Queries running at once: searching is work of the processor, more threads than it has only wait. */
    private static final int THREADS = Math.max(2, Runtime.getRuntime().availableProcessors());

    private final ViewIndex index;
    private final Finder finder;
    private final Waiters waiters = new Waiters();
    private final Followers followers;
    private final Scheduler scheduler;
    private final Timer queries;

    SearchableView(
            ViewDefinition definition, ViewIndex index, MeterRegistry meters, Finder finder, Followers followers) {
        this.index = index;
        this.finder = finder;
        this.followers = followers;
        this.scheduler = Schedulers.newBoundedElastic(
                THREADS, Limits.QUERIES_QUEUED_MAX / THREADS, "view-" + definition.name(), 60, true);
        this.queries = Timer.builder("repatria.view.query")
                .description("Time of one query, without waiting for a thread")
                .tag("view", definition.name())
                .publishPercentileHistogram()
                .register(meters);
        meters.gauge("repatria.view.rows", List.of(Tag.of("view", definition.name())), index, ViewIndex::rows);
    }

    Mono<Found> find(ViewQuery query) {
        return on(() -> index.search(searcher -> finder.find(searcher, query)))
                .onErrorReturn(
                        RejectedExecutionException.class,
                        new QueryRefusal(
                                QueryRefusal.Reason.TOO_BUSY, "Too many queries are waiting; ask again shortly."));
    }

    Mono<Optional<Hit>> one(String id, Visibility visibility) {
        return on(() -> index.search(searcher -> Finder.one(searcher, id, visibility)));
    }

    Mono<ReadAfter> awaitVersion(String id, long version, Visibility visibility, Duration bound) {
        Duration atMost = bound.compareTo(Limits.WAIT_MAX) > 0 ? Limits.WAIT_MAX : bound;
        return Mono.<ReadAfter>create(sink -> {
                    Waiters.Waiter waiter = new Waiters.Waiter(id, version, visibility, sink);
                    if (!waiters.add(waiter)) {
                        sink.success(ReadAfter.TOO_MANY_WAITING);
                        return;
                    }
                    // RACE: the waiter is known before the view is asked, so a refresh in between tells it.
                    scheduler.schedule(() -> look(waiter));
                })
                .publishOn(scheduler)
                .timeout(atMost, Mono.just(ReadAfter.TIMED_OUT))
                .onErrorReturn(RejectedExecutionException.class, ReadAfter.TOO_MANY_WAITING);
    }

    Flux<Change> changes(Visibility visibility) {
        return followers.changes(visibility);
    }

    /** To be called after every refresh. */
    void nowVisible(Map<String, Long> versions) {
        for (Waiters.Waiter waiter : waiters.forAnyOf(versions.keySet())) {
            if (Objects.equals(versions.get(waiter.id()), ViewIndex.DELETED)) {
                waiter.rowIsGone();
            } else {
                look(waiter);
            }
        }
        try {
            followers.nowVisible(versions.keySet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether anybody waits for a version. */
    boolean isAwaited() {
        return waiters.number() > 0;
    }

    Flux<Hit> all() {
        return Flux.<Hit>create(sink -> {
                    try {
                        index.search(searcher -> {
                            Sort byId = new Sort(new SortField(Documents.ID, SortField.Type.STRING));
                            ScoreDoc[] rows = searcher.search(MatchAllDocsQuery.INSTANCE, RECOUNT_ROWS, byId).scoreDocs;
                            while (rows.length > 0 && !sink.isCancelled()) {
                                for (Hit hit : hits(searcher, rows)) {
                                    sink.next(hit);
                                }
                                rows = searcher.searchAfter(
                                                rows[rows.length - 1], MatchAllDocsQuery.INSTANCE, RECOUNT_ROWS, byId)
                                        .scoreDocs;
                            }
                            return true;
                        });
                        sink.complete();
                    } catch (IOException e) {
                        sink.error(new UncheckedIOException(e));
                    }
                })
                .subscribeOn(scheduler);
    }

    @Override
    public void close() {
        followers.close();
        scheduler.dispose();
    }

    private static List<Hit> hits(IndexSearcher searcher, ScoreDoc[] rows) throws IOException {
        List<String> ids = Arrays.stream(rows)
                .map(row -> ((BytesRef) ((FieldDoc) row).fields[0]).utf8ToString())
                .toList();
        return Finder.hits(searcher, rows, ids);
    }

    private void look(Waiters.Waiter waiter) {
        try {
            index.search(searcher -> Finder.versionShown(searcher, waiter.id(), waiter.visibility()))
                    .ifPresent(waiter::rowIsAt);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> Mono<T> on(Callable<T> work) {
        return Mono.fromCallable(() -> queries.recordCallable(work)).subscribeOn(scheduler);
    }
}
