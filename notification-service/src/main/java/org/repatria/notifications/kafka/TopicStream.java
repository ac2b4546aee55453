package org.repatria.notifications.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.repatria.decider.Actor;
import org.repatria.notifications.Limits;
import org.repatria.notifications.domain.alerts.AlertAccess;
import org.repatria.notifications.queries.AlertSight;
import org.repatria.notifications.queries.AlertStream;
import org.repatria.notifications.queries.AlertStream.Item.Beginning;
import org.repatria.notifications.queries.AlertStream.Item.Happening;
import org.repatria.policy.Subject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the whole topics of alerts once per instance and hands every record to all open streams. A reader that resumes
 * gets the records that it missed from the topics first, and then joins the others without a gap or a repeat.
 */
final class TopicStream implements AlertStream, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicStream.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration CONTACT_RETRY = Duration.ofSeconds(2);

    /** Numbered through: those of the first topic, then those of the next. */
    private final List<TopicPartition> partitions;

    private final Map<String, Object> settings;
    private final JsonMapper mapper = JsonMapper.builder().build();
    private final Sinks.Empty<Void> begun = Sinks.empty();
    private final Sinks.Many<Heard> live = Sinks.many().multicast().directBestEffort();
    private final AtomicInteger replaying = new AtomicInteger();
    private final Object joining = new Object();
    private final Thread reader;
    private volatile boolean closing;
    private volatile @Nullable KafkaConsumer<String, byte[]> reading;
    private @Nullable Position heardUpTo;

    /**
     * A record with the place after it.
     *
     * @param partition by its number
     */
    private record Heard(Position position, int partition, long offset, Optional<Addressed> addressed) {}

    /** An event and whose matter its alert is. */
    private record Addressed(String type, String json, Subject subject) {}

    TopicStream(String bootstrap, List<String> topics, int partitionsEach) {
        this.partitions = topics.stream()
                .flatMap(topic -> IntStream.range(0, partitionsEach).mapToObj(n -> new TopicPartition(topic, n)))
                .toList();
        this.settings = new HashMap<>(Map.of(
                "bootstrap.servers",
                bootstrap,
                "enable.auto.commit",
                false,
                "allow.auto.create.topics",
                false,
                "isolation.level",
                "read_committed",
                // A record is sent at once; without one each answer costs a quiet system.
                "fetch.max.wait.ms",
                2_000,
                "default.api.timeout.ms",
                5_000));
        this.reader = Thread.ofPlatform().name("alert-stream").daemon().unstarted(this::listen);
    }

    void start() {
        reader.start();
    }

    @Override
    public Mono<Flux<Item>> open(Actor reader, Optional<String> after) {
        return Mono.defer(() -> {
            var from = after.flatMap(text -> Position.parse(text, partitions.size()));
            if (after.isPresent() && from.isEmpty()) {
                return refused(Reason.POSITION_UNREADABLE);
            }
            if (replaying.get() >= Limits.REPLAYS_MAX) {
                return refused(Reason.TOO_MANY_REPLAYS);
            }
            return begun.asMono()
                    .timeout(Limits.STREAM_BEGIN_MAX, refused(Reason.TOPICS_AWAY))
                    .then(Mono.defer(() -> from.map(this::whyNot).orElseGet(Mono::empty)))
                    .<Flux<Item>>flatMap(TopicStream::refused)
                    .switchIfEmpty(Mono.fromSupplier(() -> items(reader, from)));
        });
    }

    private static <T> Mono<T> refused(Reason reason) {
        return Mono.error(new StreamRefused(reason));
    }

    /** Why a stream cannot be resumed from a place; empty where it can. */
    private Mono<Reason> whyNot(Position from) {
        var here = heard();
        if (from.equals(here)) {
            return Mono.empty();
        }
        if (from.distanceTo(here) > Limits.REPLAY_RECORDS_MAX) {
            return Mono.just(Reason.TOO_FAR_BACK);
        }
        // Not what this instance has heard counts, but what Kafka has: the place may come from an instance that is
        // ahead.
        return Mono.fromCallable(() -> isWithinTopics(from))
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorMap(KafkaException.class, _ -> new StreamRefused(Reason.TOPICS_AWAY))
                .flatMap(within -> within ? Mono.empty() : Mono.just(Reason.POSITION_UNKNOWN));
    }

    private Position heard() {
        synchronized (joining) {
            return Objects.requireNonNull(heardUpTo);
        }
    }

    private boolean isWithinTopics(Position from) {
        try (var consumer = consumer()) {
            // A client that is asked for the end of a partition that it has not warns of it.
            consumer.assign(partitions);
            return !from.isBefore(place(consumer.beginningOffsets(partitions)))
                    && !place(consumer.endOffsets(partitions)).isBefore(from);
        }
    }

    private Position place(Map<TopicPartition, Long> offsets) {
        return new Position(
                partitions.stream().map(p -> offsets.getOrDefault(p, 0L)).toList());
    }

    private Flux<Item> items(Actor actor, Optional<Position> after) {
        return Flux.defer(() -> joined(actor, after));
    }

    /**
     * INVARIANT: nothing falls between the place where the reader joins and the live records kept for it. The place,
     * which the reader is told, and the moment from which the live records are kept are taken under the lock under
     * which the reader thread publishes.
     */
    private Flux<Item> joined(Actor actor, Optional<Position> after) {
        synchronized (joining) {
            var joint = heard();
            var from = after.orElse(joint);
            var meanwhile = Meanwhile.keeping(live.asFlux(), Limits.STREAM_LAG_MAX);
            var missed = from.isBefore(joint)
                    ? Flux.defer(() -> missed(from, joint)).subscribeOn(Schedulers.boundedElastic())
                    : Flux.<Heard>empty();
            var happenings = Flux.concat(missed, meanwhile.kept())
                    // One that comes from an instance that is ahead has these already.
                    .filter(heard -> from.isUpTo(heard.partition(), heard.offset()))
                    .flatMapIterable(heard -> item(heard, from, actor));
            return Flux.concat(Flux.<Item>just(new Beginning(from.toString())), happenings)
                    .doFinally(_ -> meanwhile.close());
        }
    }

    private Flux<Heard> missed(Position from, Position upTo) {
        replaying.incrementAndGet();
        try (var consumer = consumer()) {
            consumer.assign(partitions);
            var beginnings = consumer.beginningOffsets(partitions);
            var place = from;
            for (var number = 0; number < partitions.size(); number++) {
                var partition = partitions.get(number);
                var start = Math.max(from.next().get(number), beginnings.getOrDefault(partition, 0L));
                consumer.seek(partition, start);
                place = place.after(number, start - 1);
            }
            var found = new ArrayList<Heard>();
            while (place.isBefore(upTo)) {
                for (var event : consumer.poll(POLL)) {
                    if (event.offset() < upTo.next().get(numberOf(event))) {
                        place = place.after(numberOf(event), event.offset());
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

    /**
     * The place behind what was read. Offsets may be skipped (markers, cleaned records): the consumer's own position
     * says what lies behind it.
     */
    private Position positions(KafkaConsumer<String, byte[]> consumer, Position place, Position upTo) {
        var moved = place;
        for (var number = 0; number < partitions.size(); number++) {
            var next = Math.min(
                    consumer.position(partitions.get(number)), upTo.next().get(number));
            moved = moved.after(number, next - 1);
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
        consumer.assign(partitions);
        synchronized (joining) {
            if (heardUpTo == null) {
                heardUpTo = place(consumer.endOffsets(partitions));
            }
        }
        begun.tryEmitEmpty();
        var place = heard();
        for (var number = 0; number < partitions.size(); number++) {
            consumer.seek(partitions.get(number), place.next().get(number));
        }
        while (!closing) {
            for (var event : consumer.poll(POLL)) {
                publish(event);
            }
        }
    }

    private void publish(ConsumerRecord<String, byte[]> event) {
        synchronized (joining) {
            var place = Objects.requireNonNull(heardUpTo).after(numberOf(event), event.offset());
            heardUpTo = place;
            // Nobody listening is fine; a slow reader is closed by its own buffer.
            live.tryEmitNext(heard(place, event));
        }
    }

    private Heard heard(Position place, ConsumerRecord<String, byte[]> event) {
        return new Heard(place, numberOf(event), event.offset(), addressed(event));
    }

    private Optional<Addressed> addressed(ConsumerRecord<String, byte[]> event) {
        var type = event.headers().lastHeader("ce_type");
        if (type == null || event.value() == null) {
            return Optional.empty();
        }
        try {
            var json = new String(event.value(), StandardCharsets.UTF_8);
            var subject = AlertSight.of(mapper.readTree(json));
            return Optional.of(new Addressed(new String(type.value(), StandardCharsets.UTF_8), json, subject));
        } catch (JacksonException e) {
            LOG.warn(
                    "a record at {}-{} of {} is no JSON and is shown to nobody",
                    event.partition(),
                    event.offset(),
                    event.topic());
            return Optional.empty();
        }
    }

    private static List<Item> item(Heard heard, Position from, Actor actor) {
        return heard
                .addressed()
                .filter(addressed -> AlertAccess.sees(actor, addressed.subject()))
                .<Item>map(addressed ->
                        new Happening(heard.position().orLater(from).toString(), addressed.type(), addressed.json()))
                .stream()
                .toList();
    }

    private int numberOf(ConsumerRecord<?, ?> event) {
        return partitions.indexOf(new TopicPartition(event.topic(), event.partition()));
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
