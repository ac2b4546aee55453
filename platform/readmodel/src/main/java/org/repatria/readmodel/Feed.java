package org.repatria.readmodel;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.lucene.document.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps an index up with its snapshot topic. One thread, every partition, offsets in the index itself and nowhere else.
 * Whatever goes wrong, it tries again from the last commit; only closing ends it.
 */
final class Feed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * Between two refreshes when the view is up to date. Below the promised 250 ms, and few, since each writes a
     * segment.
     */
    private static final Duration REFRESH_EVERY = Duration.ofMillis(100);

    /** The same while somebody waits for what they wrote. */
    private static final Duration REFRESH_EVERY_WHILE_AWAITED = Duration.ofMillis(25);

    /** Between two refreshes while catching up. Nobody is promised anything yet, and small segments cost time. */
    private static final Duration REFRESH_EVERY_WHILE_BEHIND = Duration.ofSeconds(1);

    /**
     * The pause after a refresh that took long, as a multiple of it. So a busy system spends a third of its time on
     * refreshes at most.
     */
    private static final int REFRESH_PAUSE_FACTOR = 2;

    /** Rows not searchable yet, whatever the time: each is remembered by id. */
    private static final int UNSEEN_MAX = 50_000;

    /** Between two commits: what a crash repeats. */
    private static final Duration COMMIT_EVERY = Duration.ofSeconds(5);

    /** Between two commits when nothing happens: keeps the age of an idle view known across restarts. */
    private static final Duration IDLE_COMMIT_EVERY = Duration.ofMinutes(10);

    /** Between two tries after a failure. */
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    /**
     * A view that was away longer may have missed a tombstone and is rebuilt. Kafka keeps a tombstone for a day ({@code
     * delete.retention.ms}). The bound is kept below that, for clocks that differ.
     */
    private static final Duration TOMBSTONES_KEPT = Duration.ofHours(20);

    /** How long closing waits for the thread. */
    private static final Duration CLOSE_MAX = Duration.ofSeconds(10);

    /** How long a consumer may take its leave; there is no group to leave, and Kafka may be away. */
    private static final Duration CONSUMER_CLOSE_MAX = Duration.ofSeconds(1);

    private static final int POLL_RECORDS = 2_000;

    /** How long Kafka waits for a record, which it sends at once. Each answer without one costs a quiet system. */
    private static final int FETCH_WAITS_MS = 2_000;

    /** Between two readings of a view that is up to date: short beside the time between two refreshes. */
    private static final Duration GATHERED_FOR = Duration.ofMillis(20);

    private final ViewDefinition definition;
    private final ViewIndex index;
    private final SearchableView view;
    private final Followers followers;
    private final Map<String, Object> settings;
    private final Clock clock;
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Sinks.Empty<Void> caughtUp = Sinks.empty();
    private final Counter applied;
    private final Counter skipped;
    private final Timer refreshes;
    private final Timer commits;

    private volatile State state = new State(false, Optional.empty(), 0, 0, false);
    private volatile @Nullable KafkaConsumer<byte[], byte[]> polling;

    /** What others may know of the feed; replaced as a whole. */
    record State(boolean caughtUp, Optional<Instant> asOf, long done, long end, boolean inContact) {}

    Feed(
            ViewDefinition definition,
            ViewIndex index,
            SearchableView view,
            Followers followers,
            Map<String, Object> settings,
            Clock clock,
            MeterRegistry meters) {
        this.definition = definition;
        this.index = index;
        this.view = view;
        this.followers = followers;
        this.settings = settings;
        this.clock = clock;
        List<Tag> tags = List.of(Tag.of("view", definition.name()));
        this.applied = meters.counter("repatria.view.applied", tags);
        this.skipped = meters.counter("repatria.view.skipped", tags);
        this.refreshes = Timer.builder("repatria.view.refresh")
                .tags(tags)
                .publishPercentileHistogram()
                .register(meters);
        this.commits = Timer.builder("repatria.view.commit").tags(tags).register(meters);
        meters.gauge("repatria.view.lag", tags, this, feed -> feed.state.end() - feed.state.done());
        meters.gauge("repatria.view.age.seconds", tags, this, Feed::ageSeconds);
        this.thread = new Thread(this::run, "view-feed-" + definition.name());
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    Mono<Void> caughtUp() {
        return caughtUp.asMono();
    }

    ViewStatus status() {
        State now = state;
        return new ViewStatus(
                definition.name(),
                index.rows(),
                now.caughtUp(),
                now.asOf(),
                Math.max(0, now.end() - now.done()),
                now.done(),
                now.end(),
                (long) skipped.count(),
                now.inContact());
    }

    @Override
    public void close() {
        closing.countDown();
        KafkaConsumer<byte[], byte[]> consumer = polling;
        if (consumer != null) {
            consumer.wakeup();
        }
        try {
            if (!thread.join(CLOSE_MAX)) {
                LOG.warn("view {}: its feed does not stop in time", definition.name());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!isClosing()) {
            try (Topic topic = new Topic(definition.topic(), settings, clock)) {
                if (index.isBroken()) {
                    index.reopen();
                    if (state.caughtUp()) {
                        followers.startOver();
                    }
                }
                read(topic);
            } catch (WakeupException _) {
                LOG.debug("view {}: closing", definition.name());
            } catch (Exception e) {
                outOfContact();
                LOG.warn("view {}: its feed starts again from the last commit", definition.name(), e);
                rest(RETRY_AFTER);
            }
        }
    }

    private void read(Topic topic) throws IOException {
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(consumerSettings());
        try {
            polling = consumer;
            new Reading(consumer, topic).readUntilClosed();
        } finally {
            polling = null;
            consumer.close(CloseOptions.timeout(CONSUMER_CLOSE_MAX));
        }
    }

    private Map<String, Object> consumerSettings() {
        Map<String, Object> all = new HashMap<>(settings);
        all.remove(ConsumerConfig.GROUP_ID_CONFIG);
        all.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        all.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        all.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLL_RECORDS);
        all.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1);
        all.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAITS_MS);
        all.put(ConsumerConfig.CLIENT_ID_CONFIG, "view-" + definition.name());
        return all;
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void rest(Duration duration) {
        try {
            if (closing.await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("view {}: closing", definition.name());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            closing.countDown();
        }
    }

    private void outOfContact() {
        State now = state;
        state = new State(now.caughtUp(), now.asOf(), now.done(), now.end(), false);
    }

    /** From one refresh to the next where nobody waits. */
    static Duration pauseAfter(Duration refresh) {
        Duration pause = refresh.multipliedBy(REFRESH_PAUSE_FACTOR);
        if (pause.compareTo(REFRESH_EVERY) < 0) {
            return REFRESH_EVERY;
        }
        return pause.compareTo(REFRESH_EVERY_WHILE_BEHIND) > 0 ? REFRESH_EVERY_WHILE_BEHIND : pause;
    }

    private double ageSeconds() {
        return state.asOf()
                .map(asOf -> Duration.between(asOf, clock.instant()).toMillis() / 1000.0)
                .orElse(Double.NaN);
    }

    /** One connection's worth of reading. */
    private final class Reading {
        private final KafkaConsumer<byte[], byte[]> consumer;
        private final Topic topic;
        private final Map<TopicPartition, Long> at = new HashMap<>();
        private Optional<String> topicId = Optional.empty();
        private Optional<Topic.Ends> target = Optional.empty();
        private Optional<Instant> asOf;
        private Instant refreshed = Instant.EPOCH;
        private Duration refreshTook = Duration.ZERO;
        private Instant committed;
        private Map<Integer, Long> committedOffsets;

        Reading(KafkaConsumer<byte[], byte[]> consumer, Topic topic) {
            this.consumer = consumer;
            this.topic = topic;
            this.committed = clock.instant();
            this.committedOffsets = index.position().offsets();
            this.asOf = index.position().asOf();
        }

        void readUntilClosed() throws IOException {
            while (!isClosing() && !topic.isKnown()) {
                topic.ask();
                if (topic.trouble()) {
                    outOfContact();
                }
                rest(Duration.ofMillis(100));
            }
            if (isClosing()) {
                return;
            }
            start();
            try {
                while (!isClosing()) {
                    step();
                }
            } catch (WakeupException _) {
                LOG.debug("view {}: closing", definition.name());
            } catch (OffsetOutOfRangeException _) {
                forget("its place is no longer in the topic");
                return;
            }
            refresh();
            commit();
        }

        private void start() throws IOException {
            Optional<String> reason = reasonToForget(index.position());
            if (reason.isPresent()) {
                forget(reason.get());
            }
            Map<Integer, Long> offsets = index.position().offsets();
            Set<TopicPartition> partitions = topic.partitions();
            // Assigned first: a consumer warns of each answer on a partition that it does not have.
            consumer.assign(partitions);
            Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
            for (TopicPartition partition : partitions) {
                seek(partition, offsets.getOrDefault(partition.partition(), beginnings.getOrDefault(partition, 0L)));
            }
            topicId = topic.id();
            target = topic.ends();
            LOG.info("view {}: {} rows, reads on after {} records", definition.name(), index.rows(), done());
        }

        private Optional<String> reasonToForget(Position position) {
            if (position.offsets().isEmpty()) {
                return Optional.empty();
            }
            if (!position.topicId().equals(topic.id())) {
                return Optional.of("the topic was made anew");
            }
            if (position.asOf().isPresent()
                    && position.asOf().get().isBefore(clock.instant().minus(TOMBSTONES_KEPT))) {
                return Optional.of("it was away for longer than Kafka keeps deletions");
            }
            return topic.ends()
                    .filter(ends -> ends.isBefore(position.offsets()))
                    .map(_ -> "the topic ends before the place where the view stands");
        }

        private void forget(String reason) throws IOException {
            LOG.warn("view {}: is rebuilt, {}", definition.name(), reason);
            followers.fallBehind();
            index.clear();
            asOf = Optional.empty();
            committedOffsets = Map.of();
            state = new State(false, asOf, 0, state.end(), true);
        }

        private void seek(TopicPartition partition, long offset) {
            consumer.seek(partition, offset);
            at.put(partition, offset);
        }

        private void step() throws IOException {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(untilNextChore());
            for (ConsumerRecord<byte[], byte[]> one : records) {
                apply(one);
                if (index.unseen() >= UNSEEN_MAX) {
                    refresh();
                }
            }
            records.nextOffsets().forEach((partition, next) -> at.put(partition, next.offset()));
            Instant now = clock.instant();
            if (index.hasUnseen() && !now.isBefore(nextRefresh())) {
                refresh();
            }
            compareWithTheEnd();
            if (!records.isEmpty() && state.caughtUp() && !view.isAwaited()) {
                // Under load many snapshots then come with one answer of Kafka.
                rest(GATHERED_FOR);
            }
            if (now.isAfter(committed.plus(COMMIT_EVERY))
                    && (!offsets().equals(committedOffsets) || now.isAfter(committed.plus(IDLE_COMMIT_EVERY)))) {
                commit();
            }
        }

        private Duration untilNextChore() {
            if (!index.hasUnseen()) {
                return Duration.ofMillis(200);
            }
            Duration left = Duration.between(clock.instant(), nextRefresh());
            if (left.isNegative()) {
                return Duration.ZERO;
            }
            // Somebody may begin to wait meanwhile.
            return left.compareTo(REFRESH_EVERY_WHILE_AWAITED) > 0 ? REFRESH_EVERY_WHILE_AWAITED : left;
        }

        private Instant nextRefresh() {
            if (!state.caughtUp()) {
                return refreshed.plus(REFRESH_EVERY_WHILE_BEHIND);
            }
            return refreshed.plus(view.isAwaited() ? REFRESH_EVERY_WHILE_AWAITED : pauseAfter(refreshTook));
        }

        private void refresh() throws IOException {
            long start = System.nanoTime();
            Map<String, Long> seen = index.refresh();
            refreshTook = Duration.ofNanos(System.nanoTime() - start);
            refreshes.record(refreshTook);
            refreshed = clock.instant();
            view.nowVisible(seen);
        }

        /** Where the topic ended when it was last asked is what "caught up" and the view's age are measured by. */
        private void compareWithTheEnd() throws IOException {
            topic.ask();
            if (!topic.id().equals(topicId)) {
                throw new IllegalStateException("the topic was made anew meanwhile");
            }
            boolean reached = target.isPresent()
                    && !target.get().isBeyond(offsets())
                    && (!state.caughtUp() || !index.hasUnseen());
            if (reached) {
                if (index.hasUnseen()) {
                    refresh();
                }
                if (!state.caughtUp()) {
                    LOG.info("view {}: caught up with {} rows", definition.name(), index.rows());
                    followers.startOver();
                }
                asOf = target.map(Topic.Ends::askedAt);
                target = topic.ends();
            }
            long end = topic.ends().map(Topic.Ends::sum).orElse(0L);
            state = new State(state.caughtUp() || reached, asOf, done(), end, !topic.trouble());
            if (reached) {
                caughtUp.tryEmitEmpty();
            }
            Set<TopicPartition> known = topic.partitions();
            if (known.size() > at.size()) {
                consumer.assign(known);
                known.stream().filter(partition -> !at.containsKey(partition)).forEach(added -> seek(added, 0));
            }
        }

        private void commit() throws IOException {
            long start = System.nanoTime();
            Map<Integer, Long> offsets = offsets();
            index.commit(new Position(topicId, offsets, asOf));
            commits.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            committed = clock.instant();
            committedOffsets = offsets;
        }

        private Map<Integer, Long> offsets() {
            Map<Integer, Long> offsets = new HashMap<>();
            at.forEach((partition, offset) -> offsets.put(partition.partition(), offset));
            return offsets;
        }

        private long done() {
            return at.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private void apply(ConsumerRecord<byte[], byte[]> record) throws IOException {
        if (record.key() == null) {
            skip(record, "no key");
            return;
        }
        String id = new String(record.key(), StandardCharsets.UTF_8);
        if (record.value() == null) {
            index.delete(id);
            return;
        }
        Header type = record.headers().lastHeader("ce_type");
        if (type != null && !definition.types().contains(new String(type.value(), StandardCharsets.UTF_8))) {
            return;
        }
        if (type == null) {
            skip(record, "no ce_type");
            return;
        }
        Row row;
        List<Document> documents;
        try {
            row = definition.row(JSON.readTree(record.value()));
            if (!row.id.equals(id)) {
                skip(record, "another id inside than its key");
                return;
            }
            documents = Documents.allOf(definition, row, record.value());
        } catch (RuntimeException e) {
            // The message of a parser can quote what it read, which may be personal: only its kind is told.
            skip(record, e.getClass().getSimpleName());
            return;
        }
        if (index.put(row, documents)) {
            applied.increment();
        }
    }

    private void skip(ConsumerRecord<byte[], byte[]> record, String cause) {
        skipped.increment();
        LOG.warn(
                "view {}: record {} of partition {} is no snapshot and is skipped: {}",
                definition.name(),
                record.offset(),
                record.partition(),
                cause);
    }
}
