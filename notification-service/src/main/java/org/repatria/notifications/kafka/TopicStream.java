package org.repatria.notifications.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.repatria.notifications.Limits;
import org.repatria.notifications.domain.alerts.Audience;
import org.repatria.notifications.queries.AlertStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the whole alert topic once per instance and hands every record to all open streams; a reader that resumes gets the
 * records that it missed from the topic first, and then joins the others without a gap or a repeat.
 */
final class TopicStream implements AlertStream, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicStream.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration CONTACT_RETRY = Duration.ofSeconds(2);

    private final String topic;
    private final int partitions;
    private final Map<String, Object> settings;
    private final JsonMapper mapper = JsonMapper.builder().build();
    private final Sinks.Many<Heard> live = Sinks.many().multicast().directBestEffort();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger replaying = new AtomicInteger();
    private final Object joining = new Object();
    private final Thread reader;
    private volatile boolean closing;
    private volatile @Nullable KafkaConsumer<String, byte[]> reading;
    private @Nullable Position heardUpTo;

    /** A record with the place after it. */
    private record Heard(Position position, Optional<Addressed> addressed) {}

    /** An event and whom its alert is for. */
    private record Addressed(String type, String json, Set<String> recipients) {}

    TopicStream(String bootstrap, String topic, int partitions) {
        this.topic = topic;
        this.partitions = partitions;
        this.settings = new HashMap<>(Map.of(
                "bootstrap.servers",
                bootstrap,
                "enable.auto.commit",
                false,
                "allow.auto.create.topics",
                false,
                "isolation.level",
                "read_committed",
                "default.api.timeout.ms",
                5_000));
        this.reader = Thread.ofPlatform().name("alert-stream").daemon().unstarted(this::listen);
    }

    void start() {
        reader.start();
    }

    @Override
    public Mono<Flux<Item>> open(Set<String> roles, Optional<String> after) {
        return Mono.defer(() -> {
            var from = after.flatMap(text -> Position.parse(text, partitions));
            if (after.isPresent() && from.isEmpty()) {
                return refused(Reason.POSITION_UNREADABLE);
            }
            if (open.get() >= Limits.STREAMS_MAX || replaying.get() >= Limits.REPLAYS_MAX) {
                return refused(Reason.TOO_MANY_STREAMS);
            }
            return from.filter(this::isTooFarBack).isPresent()
                    ? refused(Reason.TOO_FAR_BACK)
                    : Mono.just(items(roles, from));
        });
    }

    private static <T> Mono<T> refused(Reason reason) {
        return Mono.error(new StreamRefused(reason));
    }

    private boolean isTooFarBack(Position from) {
        synchronized (joining) {
            return heardUpTo != null && from.distanceTo(heardUpTo) > Limits.REPLAY_RECORDS_MAX;
        }
    }

    private Flux<Item> items(Set<String> roles, Optional<Position> from) {
        return Flux.defer(() -> {
            open.incrementAndGet();
            return from.map(this::resumed)
                    .orElseGet(this::buffered)
                    .flatMapIterable(heard -> item(heard, roles))
                    .doFinally(_ -> open.decrementAndGet());
        });
    }

    /**
     * INVARIANT: the place up to which the past is replayed and the moment from which the live records are kept are taken
     * under the lock under which the reader publishes, so nothing falls between them.
     */
    private Flux<Heard> resumed(Position from) {
        synchronized (joining) {
            var joint = heardUpTo;
            if (joint == null || !from.isBefore(joint)) {
                return buffered();
            }
            var missed = Flux.defer(() -> missed(from, joint)).subscribeOn(Schedulers.boundedElastic());
            var meanwhile = Meanwhile.keeping(live.asFlux(), Limits.STREAM_LAG_MAX);
            return Flux.concat(missed, meanwhile.kept()).doFinally(_ -> meanwhile.close());
        }
    }

    private Flux<Heard> buffered() {
        return live.asFlux()
                .onBackpressureBuffer(Limits.STREAM_LAG_MAX)
                .onErrorMap(Exceptions::isOverflow, _ -> new StreamRefused(Reason.READER_TOO_SLOW));
    }

    private Flux<Heard> missed(Position from, Position upTo) {
        replaying.incrementAndGet();
        try (var consumer = consumer()) {
            var all = assignment();
            consumer.assign(all);
            var beginnings = consumer.beginningOffsets(all);
            var place = from;
            for (var partition : all) {
                var start = Math.max(from.next().get(partition.partition()), beginnings.getOrDefault(partition, 0L));
                consumer.seek(partition, start);
                place = place.after(partition.partition(), start - 1);
            }
            var found = new ArrayList<Heard>();
            while (place.isBefore(upTo)) {
                for (var event : consumer.poll(POLL)) {
                    if (event.offset() < upTo.next().get(event.partition())) {
                        place = place.after(event.partition(), event.offset());
                        found.add(heard(place, event));
                    }
                }
                place = positions(consumer, place, upTo);
            }
            return Flux.fromIterable(found);
        } finally {
            replaying.decrementAndGet();
        }
    }

    /** Offsets may be skipped (markers, cleaned records): the consumer's own position says what lies behind it. */
    private static Position positions(KafkaConsumer<String, byte[]> consumer, Position place, Position upTo) {
        var moved = place;
        for (var partition : consumer.assignment()) {
            var next = Math.min(consumer.position(partition), upTo.next().get(partition.partition()));
            moved = moved.after(partition.partition(), next - 1);
        }
        return moved;
    }

    private void listen() {
        while (!closing) {
            try (var consumer = consumer()) {
                reading = consumer;
                follow(consumer);
            } catch (WakeupException e) {
                LOG.debug("the alert stream was woken to close", e);
            } catch (KafkaException e) {
                LOG.warn("the alert topic is out of reach; trying again: {}", e.getMessage());
                pause();
            } finally {
                reading = null;
            }
        }
    }

    private void follow(KafkaConsumer<String, byte[]> consumer) {
        var all = assignment();
        consumer.assign(all);
        synchronized (joining) {
            if (heardUpTo == null) {
                var ends = consumer.endOffsets(all);
                heardUpTo = new Position(
                        all.stream().map(p -> ends.getOrDefault(p, 0L)).toList());
            }
        }
        var place = Objects.requireNonNull(heardUpTo);
        all.forEach(partition -> consumer.seek(partition, place.next().get(partition.partition())));
        while (!closing) {
            for (var event : consumer.poll(POLL)) {
                publish(event);
            }
        }
    }

    private void publish(ConsumerRecord<String, byte[]> event) {
        synchronized (joining) {
            var place = Objects.requireNonNull(heardUpTo).after(event.partition(), event.offset());
            heardUpTo = place;
            // Nobody listening is fine; a slow reader is closed by its own buffer.
            live.tryEmitNext(heard(place, event));
        }
    }

    private Heard heard(Position place, ConsumerRecord<String, byte[]> event) {
        return new Heard(place, addressed(event));
    }

    private Optional<Addressed> addressed(ConsumerRecord<String, byte[]> event) {
        var type = event.headers().lastHeader("ce_type");
        if (type == null || event.value() == null) {
            return Optional.empty();
        }
        try {
            var json = new String(event.value(), StandardCharsets.UTF_8);
            var recipients = mapper.readTree(json)
                    .path("about")
                    .path("recipients")
                    .valueStream()
                    .map(role -> role.asString())
                    .collect(Collectors.toUnmodifiableSet());
            return Optional.of(new Addressed(new String(type.value(), StandardCharsets.UTF_8), json, recipients));
        } catch (JacksonException e) {
            LOG.warn(
                    "a record at {}-{} of {} is no JSON and is shown to nobody",
                    event.partition(),
                    event.offset(),
                    topic);
            return Optional.empty();
        }
    }

    private static List<Item> item(Heard heard, Set<String> roles) {
        return heard
                .addressed()
                .filter(addressed -> Audience.maySee(roles, addressed.recipients()))
                .map(addressed -> new Item(heard.position().toString(), addressed.type(), addressed.json()))
                .stream()
                .toList();
    }

    private List<TopicPartition> assignment() {
        return IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private void pause() {
        try {
            synchronized (reader) {
                if (!closing) {
                    reader.wait(CONTACT_RETRY.toMillis());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closing = true;
        }
    }

    @Override
    public void close() {
        closing = true;
        var consumer = reading;
        if (consumer != null) {
            consumer.wakeup();
        }
        synchronized (reader) {
            reader.notifyAll();
        }
        live.tryEmitComplete();
    }
}
