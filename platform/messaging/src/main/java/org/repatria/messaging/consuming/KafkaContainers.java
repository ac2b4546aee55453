package org.repatria.messaging.consuming;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.repatria.messaging.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.stream.binder.kafka.ListenerContainerWithDlqAndRetryCustomizer;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * Gives every Kafka container of the binder the one error path that there is. It is the same record again, for ever,
 * with a pause; those before it are done. Nothing is retried inside the binder, sent to an error channel or put on a
 * dead letter topic.
 */
final class KafkaContainers implements ListenerContainerWithDlqAndRetryCustomizer, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaContainers.class);

    /** Of each partition that a consumer reads (source: Apache Kafka, monitoring, consumer fetch metrics). */
    private static final String RECORDS_LAG = "records-lag";

    private final Consumers consumers;
    private final ConsumingMeters meters;
    private final Set<TopicPartition> resting = ConcurrentHashMap.newKeySet();
    private final Map<String, MessageListenerContainer> containers = new ConcurrentHashMap<>();
    private final ScheduledExecutorService alarm = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("repatria-consuming-alarm").factory());

    KafkaContainers(Consumers consumers, MeterRegistry registry) {
        this.consumers = consumers;
        this.meters = new ConsumingMeters(registry);
        meters.watchResting(resting);
    }

    @Override
    public boolean retryAndDlqInBinding(String destinationName, String group) {
        return false;
    }

    @Override
    public void configure(
            AbstractMessageListenerContainer<?, ?> container,
            String destinationName,
            String group,
            @Nullable BiFunction<ConsumerRecord<?, ?>, Exception, TopicPartition> deadLetterTopic,
            @Nullable BackOff backOff) {
        containers.put(group, container);
        container.setCommonErrorHandler(new TheSameAgain(group));
        var properties = container.getContainerProperties();
        properties.setStopImmediate(true);
        properties.setAckTime(ConsumingLimits.OFFSETS_COMMIT_EVERY.toMillis());
        properties.setPollTimeout(ConsumingLimits.OFFSETS_COMMIT_EVERY.toMillis());
        properties.setIdleBetweenPolls(ConsumingLimits.GATHERED_FOR.toMillis());
        properties.setConsumerRebalanceListener(new ConsumerAwareRebalanceListener() {
            @Override
            public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
                consumers.forget(group);
            }
        });
    }

    /** What each client measures of itself, so that nobody is asked. */
    Map<String, Long> lags() {
        var lags = new TreeMap<String, Long>();
        containers.forEach((consumer, container) -> lags.put(
                consumer,
                container.metrics().values().stream()
                        .flatMap(ofClient -> ofClient.entrySet().stream())
                        .filter(metric -> metric.getKey().name().equals(RECORDS_LAG))
                        .collect(Collectors.toMap(
                                metric -> partitionOf(metric.getKey()),
                                metric -> recordsOf(metric.getValue().metricValue()),
                                Math::max))
                        .values()
                        .stream()
                        .mapToLong(Long::longValue)
                        .sum()));
        return lags;
    }

    /** One for both names under which a client tells a topic that has a dot in its name. Source: KIP-1109. */
    private static String partitionOf(MetricName metric) {
        return String.valueOf(metric.tags().get("topic")).replace('.', '_') + "-"
                + metric.tags().get("partition");
    }

    private static long recordsOf(Object value) {
        return value instanceof Double lag && lag > 0 ? lag.longValue() : 0;
    }

    @Override
    public void close() {
        alarm.shutdownNow();
    }

    /** Offers a failed record again, until it is taken. */
    private final class TheSameAgain extends DefaultErrorHandler {

        private final String consumerName;

        TheSameAgain(String consumerName) {
            super(
                    (record, e) -> {
                        throw new KafkaException("a record is never given up", e);
                    },
                    untilItIsTaken());
            this.consumerName = consumerName;
            // INVARIANT: no kind of exception is "fatal", or the record would be logged and skipped.
            setClassifications(Map.of(), true);
            setBackOffFunction((record, e) -> isFull(e) ? new FixedBackOff(0, FixedBackOff.UNLIMITED_ATTEMPTS) : null);
            setLogLevel(KafkaException.Level.DEBUG);
        }

        @Override
        public void handleBatch(
                Exception thrown,
                ConsumerRecords<?, ?> records,
                Consumer<?, ?> consumer,
                MessageListenerContainer container,
                Runnable invokeListener) {
            var record = firstNotTaken(thrown, records);
            var partition = new TopicPartition(record.topic(), record.partition());
            if (isFull(thrown)) {
                rest(partition, container);
            }
            var cause = rootOf(thrown);
            meters.postponed(
                    consumerName, isFull(thrown) ? "full" : cause instanceof StoreUnavailable ? "store" : "defect");
            LOG.warn("{} waits at {} offset {}: {}", consumerName, partition, record.offset(), cause.toString());
            super.handleBatch(thrown, records, consumer, container, invokeListener);
        }

        private static ConsumerRecord<?, ?> firstNotTaken(Exception thrown, ConsumerRecords<?, ?> records) {
            Throwable at = thrown;
            while (at != null && !(at instanceof BatchListenerFailedException)) {
                at = at.getCause();
            }
            return at instanceof BatchListenerFailedException failed && failed.getRecord() != null
                    ? failed.getRecord()
                    : records.iterator().next();
        }

        /**
         * Only this partition rests, the others go on. It is tried again from time to time, as somebody may have
         * redriven.
         */
        private void rest(TopicPartition partition, MessageListenerContainer container) {
            resting.add(partition);
            container.pausePartition(partition);
            var _ = alarm.schedule(
                    () -> {
                        resting.remove(partition);
                        container.resumePartition(partition);
                    },
                    ConsumingLimits.FULL_PAUSE.toMillis(),
                    TimeUnit.MILLISECONDS);
        }
    }

    private static ExponentialBackOff untilItIsTaken() {
        var pause = new ExponentialBackOff(ConsumingLimits.RETRY_PAUSE_MIN.toMillis(), 2);
        pause.setMaxInterval(ConsumingLimits.RETRY_PAUSE_MAX.toMillis());
        return pause;
    }

    private static boolean isFull(@Nullable Throwable thrown) {
        return Optional.ofNullable(thrown).map(KafkaContainers::rootOf).orElse(null) instanceof ParkingFull;
    }

    /** The first of our own exceptions under Spring's wrappings, or else the innermost. */
    private static Throwable rootOf(Throwable thrown) {
        var at = thrown;
        while (!(at instanceof StoreUnavailable || at instanceof ParkingFull) && at.getCause() != null) {
            at = at.getCause();
        }
        return at;
    }
}
