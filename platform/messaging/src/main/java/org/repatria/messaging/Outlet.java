package org.repatria.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way out to Kafka: sends records in their order and comes back when all of them are acknowledged. Connects when
 * first asked to, so that a service starts without Kafka. Belongs to one thread.
 */
final class Outlet implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Outlet.class);

    private final String bootstrap;
    private final String name;
    private final List<NewTopic> topics;

    @Nullable
    private KafkaProducer<String, byte[]> producer;

    Outlet(String bootstrap, AggregateType<?, ?, ?> type) {
        this.bootstrap = bootstrap;
        this.name = type.name();
        this.topics = type.topics();
    }

    /** Connects and makes the topics, when Kafka answers now; false when it does not. */
    boolean isOpen() throws InterruptedException {
        try {
            open();
            return true;
        } catch (KafkaException e) {
            LOG.debug("Kafka does not answer yet about the topics of {}", name, e);
            return false;
        }
    }

    /** Sends all and waits for all; throws {@link KafkaException} when that cannot be done now. */
    void send(List<ProducerRecord<String, byte[]>> records) throws InterruptedException {
        if (records.isEmpty()) {
            return;
        }
        try {
            var open = open();
            var sent = new ArrayList<Future<RecordMetadata>>(records.size());
            for (var message : records) {
                var future = open.send(message);
                // INVARIANT: a record that was not even taken stops the ones after it, or they would overtake it.
                // Kafka's
                // producer tells so through a future that is failed at once.
                if (future.isDone()) {
                    acknowledged(future);
                }
                sent.add(future);
            }
            open.flush();
            for (var future : sent) {
                acknowledged(future);
            }
        } catch (KafkaException e) {
            // A producer that failed once may be beyond repair; a new one costs little.
            closeNow();
            throw e;
        }
    }

    private void acknowledged(Future<RecordMetadata> future) throws InterruptedException {
        while (true) {
            try {
                future.get(Limits.ACKNOWLEDGEMENT_LATE.toMillis(), TimeUnit.MILLISECONDS);
                return;
            } catch (ExecutionException e) {
                throw e.getCause() instanceof KafkaException k ? k : new KafkaException("not acknowledged", e);
            } catch (TimeoutException e) {
                // The topics may have gone together with the data of a broker that came back empty.
                tryCreateTopics();
            }
        }
    }

    private KafkaProducer<String, byte[]> open() throws InterruptedException {
        var open = producer;
        if (open == null) {
            createTopics();
            open = new KafkaProducer<>(producerSettings(), new StringSerializer(), new ByteArraySerializer());
            producer = open;
        }
        return open;
    }

    private Map<String, Object> producerSettings() {
        var settings = new HashMap<String, Object>();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, Limits.SENT_TOGETHER_BYTES);
        // INVARIANT: a record never expires inside the producer. One that did would let its successors overtake it.
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        // INVARIANT: one request at a time. On a topic that was just created the broker may refuse a first batch,
        // having no leader yet, and take the second, knowing no sequence of this producer: a later event would
        // pass an earlier one.
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, Limits.SEND_BLOCKED_MAX.toMillis());
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, Limits.RELAY_PAUSE.toMillis());
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) Limits.KAFKA_REQUEST.toMillis());
        return settings;
    }

    private void tryCreateTopics() throws InterruptedException {
        try {
            createTopics();
        } catch (KafkaException e) {
            LOG.debug("Kafka does not answer yet about the topics of {}", name, e);
        }
    }

    private void createTopics() throws InterruptedException {
        var settings = Map.<String, Object>of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) Limits.SEND_BLOCKED_MAX.toMillis(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) Limits.SEND_BLOCKED_MAX.toMillis());
        try (var admin = Admin.create(settings)) {
            for (var creation : admin.createTopics(topics).values().values()) {
                try {
                    creation.get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw new KafkaException("the topics of " + name + " cannot be created", e.getCause());
                    }
                }
            }
        }
    }

    private void closeNow() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    @Override
    public void close() {
        closeNow();
    }
}
