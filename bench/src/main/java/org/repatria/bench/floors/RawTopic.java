package org.repatria.bench.floors;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The floor of publishing: a plain idempotent producer with {@code acks=all}. It has a topic of its own with as many
 * partitions as ours.
 */
public final class RawTopic implements AutoCloseable {

    /** Where the floor's records go. */
    public static final String TOPIC = "bench.floor";

    private static final int PARTITIONS = 12;

    /** The client's own default, with which it still keeps the order. */
    private static final int IN_FLIGHT_MAX = 5;

    private final KafkaProducer<byte[], byte[]> producer;

    private RawTopic(KafkaProducer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /**
     * Makes the topic where it is missing.
     *
     * @param lingerMillis how long the producer waits for company: 0 for the least delay, more for the most records
     */
    public static RawTopic at(String bootstrap, int lingerMillis) throws IOException, InterruptedException {
        return at(bootstrap, lingerMillis, IN_FLIGHT_MAX);
    }

    /** The same, with one request at a time to a broker. */
    public static RawTopic oneByOne(String bootstrap, int lingerMillis) throws IOException, InterruptedException {
        return at(bootstrap, lingerMillis, 1);
    }

    /** Makes a topic with as many partitions as ours, where it is missing. */
    public static void make(String bootstrap, String topic) throws IOException, InterruptedException {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IOException(e);
            }
        }
    }

    private static RawTopic at(String bootstrap, int lingerMillis, int inFlight)
            throws IOException, InterruptedException {
        make(bootstrap, TOPIC);
        var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        lingerMillis,
                        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                        inFlight),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        var topic = new RawTopic(producer);
        try {
            // A topic just made is known to its broker a moment later; this waits for it.
            var partitions = producer.partitionsFor(TOPIC).size();
            if (partitions != PARTITIONS) {
                throw new IOException(TOPIC + " has " + partitions + " partitions");
            }
        } catch (KafkaException | IOException e) {
            topic.close();
            throw new IOException(e);
        }
        return topic;
    }

    /** Sends the bytes of a record under another key and waits for the acknowledgement. */
    public void send(String key, ConsumerRecord<byte[], byte[]> like) throws IOException, InterruptedException {
        acknowledged(List.of(sending(key.getBytes(StandardCharsets.UTF_8), like)));
    }

    /** Sends the same bytes again, all of them, and waits for all acknowledgements. */
    public void sendAll(Collection<ConsumerRecord<byte[], byte[]>> records) throws IOException, InterruptedException {
        var sending = new ArrayList<Future<RecordMetadata>>(records.size());
        for (var record : records) {
            sending.add(sending(record.key(), record));
        }
        acknowledged(sending);
    }

    /** Sends these, to whatever topics they name, and waits for all acknowledgements. */
    public void publish(Collection<ProducerRecord<byte[], byte[]>> records) throws IOException, InterruptedException {
        var sending = new ArrayList<Future<RecordMetadata>>(records.size());
        for (var record : records) {
            sending.add(sending(record));
        }
        acknowledged(sending);
    }

    private Future<RecordMetadata> sending(byte[] key, ConsumerRecord<byte[], byte[]> like) throws IOException {
        return sending(new ProducerRecord<>(TOPIC, null, key, like.value(), like.headers()));
    }

    private Future<RecordMetadata> sending(ProducerRecord<byte[], byte[]> record) throws IOException {
        try {
            return producer.send(record);
        } catch (KafkaException e) {
            throw new IOException(e);
        }
    }

    private static void acknowledged(List<Future<RecordMetadata>> sending) throws IOException, InterruptedException {
        for (var one : sending) {
            try {
                one.get();
            } catch (ExecutionException e) {
                throw new IOException(e);
            }
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
